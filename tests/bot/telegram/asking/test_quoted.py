"""What the message says that a button was pressed under."""

from datetime import UTC, datetime
from typing import cast

import pytest
from telegram import CallbackQuery, Chat, Message, MessageEntity, User

from bot.telegram.asking.quoted import emphasised, exchanged, room, words
from bot.telegram.composing import ChatText
from bot.telegram.context import Context
from bot.telegram.cutting import LONGEST_MESSAGE
from bot.telegram.under import Under
from index.text import Span

# What Telegram counts as two stands before; then two quotations of one quote, and another quote.
FIRST, BETWEEN, SECOND = "🐟 Mooring costs 55 crowns.", "\n[…]\n", "Mooring costs 40 crowns."
BELOW, THIRD = len(FIRST + BETWEEN), "Mooring costs 35 crowns."
TEXT = f"{FIRST}{BETWEEN}{SECOND}\nNotes\n\nEarlier:\n{THIRD}\nNotes"


def _under(*bold: tuple[int, str]) -> Under:
    """A press under all three, with the words bold that stand from those places on."""
    marked = [
        *((0, FIRST, "blockquote"), (BELOW, SECOND, "blockquote")),
        (TEXT.index(THIRD), THIRD, "blockquote"),
    ]
    marked += [(TEXT.index(part, start), part, "bold") for start, part in bold]
    entities = [
        MessageEntity(kind, len(TEXT[:start].encode("utf-16-le")) // 2, len(part) + ("🐟" in part))
        for start, part, kind in marked
    ]
    message = Message(1, datetime.now(UTC), Chat(7, "private"), text=TEXT, entities=entities)
    query = CallbackQuery("1", User(7, "Ann", False), "1", message=message)
    return Under(query, cast(Context, None))


@pytest.mark.parametrize(
    ("bold", "expected"),
    [
        ([], None),
        ([(0, "55")], None),  # of the quotation before
        ([(0, "55"), (BELOW, "40")], Span(14, 16)),
        ([(BELOW, "Mooring"), (BELOW, "40")], Span(14, 16)),  # the last of several
        ([(BELOW, "35")], None),  # of another quote
    ],
)
def test_the_bold_words_of_the_first_quote_are_emphasised(
    bold: list[tuple[int, str]], expected: Span | None
) -> None:
    """In its last quotation, counted in code points from the first of the words there."""
    under = _under(*bold)
    assert words(under, len(SECOND)) == SECOND
    assert emphasised(under, SECOND) == expected


def test_words_longer_than_the_quotation_are_not_there() -> None:
    """Nothing is guessed of a message that shows less."""
    under = _under((BELOW, "40"))
    assert words(under, len(SECOND) + 1) == ""
    assert emphasised(under, f"{SECOND}.") is None


def test_bold_words_of_other_words_are_not_emphasised() -> None:
    """They stand at another place there."""
    assert emphasised(_under((BELOW, "40")), SECOND.replace("40", "14")) is None


def test_the_words_of_the_first_quote_are_exchanged() -> None:
    """With the marks around them; what stands around it stays, with its entities."""
    under = _under((TEXT.index(THIRD), "35"))
    new = ChatText("[…]\nNew.", (MessageEntity("blockquote", 4, 4),))
    text = exchanged(under, new)
    assert text.text == TEXT.replace(f"{FIRST}{BETWEEN}{SECOND}", new.text)
    place = text.text.index(THIRD)
    assert [(one.type, one.offset, one.length) for one in text.entities] == [
        ("blockquote", 4, 4),
        ("blockquote", place, len(THIRD)),
        ("bold", text.text.index("35"), 2),
    ]
    assert room(under) + len(TEXT) - BELOW - len(SECOND) == LONGEST_MESSAGE - 60
