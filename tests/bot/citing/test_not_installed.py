"""Without what draws it there is no card, and it is said what is missing."""

import sys

import pytest

from bot.answering.answer import Quote
from bot.citing.fonts import CardError
from bot.citing.picture import card, card_ready
from index.text import Document, Span


@pytest.mark.parametrize("missing", ["PIL", "segno"])
def test_what_is_not_installed_is_told(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra, from the checkout, and the fonts."""
    monkeypatch.setitem(sys.modules, missing, None)
    quote = Quote(Document("a.txt", "A", "Words."), Span(0, 6), Span(0, 6), "")
    with pytest.raises(CardError) as raised:
        card(quote, None)
    assert not card_ready()
    assert str(raised.value) == (
        "what draws a card is not installed: in Verbatim's checkout, pip install '.[card]',"
        " and fonts-noto-core, fonts-noto-cjk, fonts-dejavu-core"
    )
