"""Telegram text and entities being put together: never markup, so that no character can break it.

Offsets of entities are in UTF-16 code units, as the Bot API counts (MessageEntity).
"""

from dataclasses import dataclass

from telegram import MessageEntity

from bot.telegram.cutting import LONGEST_MESSAGE, MOST_ENTITIES, units
from bot.telegram.texts import short

# Of a title so many code points are shown; where there is no room for more, as many units.
LONGEST_TITLE = 150


def brief(text: str, longest: int = LONGEST_TITLE) -> str:
    """The text in one line, at most so many units of it; a mark says what is cut."""
    line = short(text, longest)
    return line if units(line) <= longest else short(line, longest // 2)


@dataclass(frozen=True, slots=True)
class ChatText:
    """One message: its text, and entities in UTF-16 units."""

    text: str
    entities: tuple[MessageEntity, ...] = ()


class Composer:
    """Text being put together from the start, with its entities."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._entities: list[MessageEntity] = []
        self._length = 0

    def add(self, text: str, kind: str | None = None, url: str | None = None) -> "Composer":
        """Append text, as one entity if `kind` is given."""
        start = self._length
        self._parts.append(text)
        self._length += units(text)
        return self.mark(start, kind, url) if kind else self

    @property
    def length(self) -> int:
        """How many units there are so far."""
        return self._length

    @property
    def room(self) -> int:
        """How many more units Telegram takes."""
        return LONGEST_MESSAGE - self._length

    @property
    def marks(self) -> int:
        """How many more entities Telegram takes."""
        return MOST_ENTITIES - len(self._entities)

    def put(self, text: ChatText) -> "Composer":
        """Append a text with its entities."""
        self._entities += MessageEntity.shift_entities(self._length, list(text.entities))
        return self.add(text.text)

    def mark(self, start: int, kind: str, url: str | None = None) -> "Composer":
        """Make everything from `start` (units) on one entity."""
        if self._length > start:
            self._entities.append(MessageEntity(kind, start, self._length - start, url=url))
        return self

    def done(self) -> ChatText:
        """The message; entities that enclose others first, as Telegram returns them."""
        order = sorted(self._entities, key=lambda one: (one.offset, -one.length))
        return ChatText("".join(self._parts), tuple(order))
