"""What can be pressed: each kind of button is a small value, of what it is about.

Each field says as which number of callback data it is written (`callback_data`).
"""

from dataclasses import dataclass, field
from typing import Annotated, TypeVar

from bot.answering import Label

# The numbers of callback data, by their places; label and others stand only under quotes, and the
# mark goes along in the generation.
GENERATION, NUMBER, START, END, RANK, LABEL, OTHERS, MARK = range(8)


@dataclass(frozen=True, slots=True)
class Button:
    """Any of them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: in which generation, by which number the library has their document.

    The `mark` is that of the words, 0 where it is not known: a place is the same without.
    """

    generation: Annotated[int, GENERATION] = 0
    number: Annotated[int, NUMBER] = 0
    start: Annotated[int, START] = 0
    end: Annotated[int, END] = 0
    mark: Annotated[int, MARK] = field(default=0, kw_only=True, compare=False)


@dataclass(frozen=True, slots=True)
class Shown(Place):
    """A quote that a message shows: its `rank` among the `others` found, 0 for the answer."""

    rank: Annotated[int, RANK] = 0
    label: Annotated[Label, LABEL] = Label.SURE
    others: Annotated[int, OTHERS] = 0


OfQuote = TypeVar("OfQuote", bound=Shown)


def about(kind: type[OfQuote], quote: Shown, rank: int | None = None) -> OfQuote:
    """One of the buttons under a quote; it goes to another of the passages found by a `rank`."""
    to = quote.rank if rank is None else rank
    place = quote.generation, quote.number, quote.start, quote.end
    return kind(*place, to, quote.label, quote.others, mark=quote.mark)


# Under answers.


@dataclass(frozen=True, slots=True)
class Widen(Shown, Button):
    """Show a sentence more on each side."""


@dataclass(frozen=True, slots=True)
class Other(Shown, Button):
    """Show the passage found of that rank."""


@dataclass(frozen=True, slots=True)
class Right(Shown, Button):
    """It was right."""


@dataclass(frozen=True, slots=True)
class Wrong(Shown, Button):
    """It was not."""


@dataclass(frozen=True, slots=True)
class Closest(Shown, Button):
    """Show what the refusal would not call an answer."""


@dataclass(frozen=True, slots=True)
class Again(Button):
    """Ask the question of the message once more."""

    generation: Annotated[int, GENERATION] = 0


@dataclass(frozen=True, slots=True)
class Example(Button):
    """Ask the example question in that place."""

    generation: Annotated[int, GENERATION] = 0
    place: Annotated[int, RANK] = 0


@dataclass(frozen=True, slots=True)
class Near(Place, Button):
    """Show how a passage begins, about which a refusal offered a question."""


@dataclass(frozen=True, slots=True)
class Cite(Place, Button):
    """Write a quote down in a form, by the number of that."""

    form: Annotated[int, RANK] = 0


@dataclass(frozen=True, slots=True)
class Wait(Button):
    """Tell me when the texts answer it."""


@dataclass(frozen=True, slots=True)
class Unwait(Button):
    """Let a question that waits go, by its number."""

    number: Annotated[int, NUMBER] = 0


# Under lists of what is indexed.


@dataclass(frozen=True, slots=True)
class Page(Button):
    """Turn to the page that begins with that text; `number` is the text one comes from."""

    generation: Annotated[int, GENERATION] = 0
    number: Annotated[int, NUMBER] = 0
    first: Annotated[int, RANK] = 0


@dataclass(frozen=True, slots=True)
class Text(Button):
    """Open one text, by the `mark` of its `doc_id`; `first` is where the page began."""

    generation: Annotated[int, GENERATION] = 0
    number: Annotated[int, NUMBER] = 0
    first: Annotated[int, RANK] = 0
    mark: Annotated[int, MARK] = field(default=0, kw_only=True, compare=False)


# Under `/why`, and under `/language`.


@dataclass(frozen=True, slots=True)
class Figures(Button):
    """Show the figures of the answer in that message."""

    message: Annotated[int, NUMBER] = 0


@dataclass(frozen=True, slots=True)
class Language(Button):
    """Speak one of `LANGUAGES`."""

    language: str
