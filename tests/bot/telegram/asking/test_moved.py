"""Where a quote of before stands now."""

from pathlib import Path

from bot.answering import QuestionAnswering
from bot.telegram.asking.moved import quote_now
from bot.telegram.asking.places import place_of, quote_in
from index.building import build
from index.sources import from_text
from index.store import open_library
from index.text import Span
from tests.doubles import BagEncoder, WordReader

TWICE = "Herring is sold here."
TEXT = f"{TWICE} The market opens at six.\n\nIn winter it opens at eight. {TWICE}"


def test_words_that_stand_twice_are_found_where_the_place_is(tmp_path: Path) -> None:
    """They are looked for only where the place has other words."""
    library = open_library(tmp_path / "library")
    build(library, [from_text(TEXT, doc_id="market")], BagEncoder(), replace=True)
    answering = QuestionAnswering(library, BagEncoder(), WordReader())
    (document,) = answering.view.documents()
    for start in (TEXT.index(TWICE), TEXT.rindex(TWICE)):
        span = Span(start, start + len(TWICE))
        at = place_of(quote_in(document, span, answering.view), answering.view)
        assert at
        now = quote_now(at, answering, TWICE)
        assert now
        assert now.span == span
