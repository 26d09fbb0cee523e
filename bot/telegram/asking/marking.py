"""Words with what is other in them marked: as many as a message has room and entities for."""

from collections.abc import Iterable

from bot.answering import LEFT_OUT
from bot.telegram.composing import Composer
from bot.telegram.cutting import fitting, units
from index.text import Span

_CUT = f" {LEFT_OUT}"


def add_marked(
    message: Composer, pieces: Iterable[tuple[str, str | None]], room: int, most: int
) -> None:
    """Add pieces, each with the kind of its entity if it has one; a mark says what is left out.

    They fill at most `room` units, and are at most `most` entities.
    """
    room -= units(_CUT)
    for text, kind in pieces:
        most -= kind is not None
        if most < 0 or units(text) > room:
            if most >= 0 and room > 1:
                message.add(fitting(text, Span(0, len(text)), (), room).of(text), kind)
            message.add(_CUT)
            return
        message.add(text, kind)
        room -= units(text)
