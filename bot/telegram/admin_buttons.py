"""What only admins may press: changes of the library, and who is let in."""

from dataclasses import dataclass, field
from typing import Annotated

from bot.telegram.buttons import END, GENERATION, MARK, NUMBER, RANK, START, Button

# Under changes of the library that wait for an admin's yes.


@dataclass(frozen=True, slots=True)
class Publish(Button):
    """Carry it out; `sure` where golden questions have been decided on.

    After each of the `tries` it is another button, so that no press on it is a second tap.
    """

    tries: Annotated[int, NUMBER] = 0
    sure: Annotated[bool, RANK] = False


@dataclass(frozen=True, slots=True)
class ReplaceAll(Button):
    """Let its texts take the place of all there are."""


@dataclass(frozen=True, slots=True)
class Show(Button):
    """Show the text of it in that place."""

    place: Annotated[int, RANK] = 0


@dataclass(frozen=True, slots=True)
class Edit(Button):
    """Correct a part of the text in that place."""

    part: Annotated[int, START] = 0
    place: Annotated[int, RANK] = 0


@dataclass(frozen=True, slots=True)
class Cancel(Button):
    """Do nothing."""


# Under one text of the list: by its number, and the mark of its `doc_id`.


@dataclass(frozen=True, slots=True)
class Remove(Button):
    """Take that text away."""

    generation: Annotated[int, GENERATION] = 0
    number: Annotated[int, NUMBER] = 0
    mark: Annotated[int, MARK] = field(default=0, kw_only=True, compare=False)


@dataclass(frozen=True, slots=True)
class Replace(Button):
    """Put what is sent next in its place."""

    generation: Annotated[int, GENERATION] = 0
    number: Annotated[int, NUMBER] = 0
    mark: Annotated[int, MARK] = field(default=0, kw_only=True, compare=False)


@dataclass(frozen=True, slots=True)
class Correct(Button):
    """Correct its title, date or language."""

    generation: Annotated[int, GENERATION] = 0
    number: Annotated[int, NUMBER] = 0
    mark: Annotated[int, MARK] = field(default=0, kw_only=True, compare=False)


# Under requests to be let in, and under the list of who was.


@dataclass(frozen=True, slots=True)
class LetIn(Button):
    """Let in who waits with a code."""

    code: Annotated[int, NUMBER] = 0


@dataclass(frozen=True, slots=True)
class Refuse(Button):
    """Let them wait no longer."""

    code: Annotated[int, NUMBER] = 0


@dataclass(frozen=True, slots=True)
class Block(Button):
    """Keep them out for good."""

    code: Annotated[int, NUMBER] = 0


@dataclass(frozen=True, slots=True)
class People(Button):
    """Turn to the page that begins with that one."""

    first: Annotated[int, RANK] = 0


# What a press on a person does: ask, take the permission back, and keep them out for good too.
ASK, REVOKE, BLOCK = range(3)


@dataclass(frozen=True, slots=True)
class Person(Button):
    """Ask about who was let in, a user or a `group`, or do it; `first` is where the page began."""

    number: Annotated[int, NUMBER] = 0
    group: Annotated[bool, START] = False
    act: Annotated[int, END] = 0
    first: Annotated[int, RANK] = 0

    @classmethod
    def of(cls, who: int, first: int, act: int) -> "Person":
        """By an id, which is negative for a group."""
        return cls(abs(who), who < 0, act, first)

    @property
    def who(self) -> int:
        """The id."""
        return -self.number if self.group else self.number
