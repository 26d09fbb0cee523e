"""What the message says that a button was pressed under."""

from datetime import UTC, datetime
from typing import cast

import pytest
from telegram import CallbackQuery, Chat, Message, MessageEntity, User

from bot.telegram.asking.under import Under
from bot.telegram.context import Context
from index.text import Span

# What Telegram counts as two stands before; then two quotations.
FIRST, BETWEEN, SECOND = "🐟 Mooring costs 55 crowns.", "\nEarlier:\n", "Mooring costs 40 crowns."
TEXT, BELOW = f"{FIRST}{BETWEEN}{SECOND}\nNotes", len(FIRST + BETWEEN)


def _under(*bold: tuple[int, str]) -> Under:
    """A press under both quotations, with the words bold that stand from those places on."""
    marked = [(0, FIRST, "blockquote"), (BELOW, SECOND, "blockquote")]
    marked += [(TEXT.index(words, start), words, "bold") for start, words in bold]
    entities = [
        MessageEntity(
            kind, len(TEXT[:start].encode("utf-16-le")) // 2, len(words) + ("🐟" in words)
        )
        for start, words, kind in marked
    ]
    message = Message(1, datetime.now(UTC), Chat(7, "private"), text=TEXT, entities=entities)
    query = CallbackQuery("1", User(7, "Ann", False), "1", message=message)
    return Under(query, cast(Context, None))


@pytest.mark.parametrize(
    ("bold", "emphasised"),
    [
        ([], None),
        ([(0, "55")], None),  # of the quotation before
        ([(0, "55"), (BELOW, "40")], Span(14, 16)),
        ([(BELOW, "Mooring"), (BELOW, "40")], Span(14, 16)),  # the last of several
    ],
)
def test_the_bold_words_of_the_last_quotation_are_emphasised(
    bold: list[tuple[int, str]], emphasised: Span | None
) -> None:
    """Counted in code points from the first of the words quoted."""
    under = _under(*bold)
    assert under.words(len(SECOND)) == SECOND
    assert under.emphasised(len(SECOND)) == emphasised


def test_words_longer_than_the_quotation_are_not_there() -> None:
    """Nothing is guessed of a message that shows less."""
    under = _under((BELOW, "40"))
    assert under.words(len(SECOND) + 1) == ""
    assert under.emphasised(len(SECOND) + 1) is None
