"""Where a quote of before stands now."""

from dataclasses import replace
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


def _opened(folder: Path, text: str) -> QuestionAnswering:
    """From a library of that one document."""
    library = open_library(folder)
    build(library, [from_text(text, doc_id="fees")], BagEncoder(), replace=True)
    return QuestionAnswering(library, BagEncoder(), WordReader())


def test_another_librarys_words_are_not_believed(tmp_path: Path) -> None:
    """Its generations and documents have the same numbers; buttons of older versions no mark."""
    old, new = "Mooring costs 15 crowns.", "Mooring costs 12 crowns."
    before, other = _opened(tmp_path / "a", old), _opened(tmp_path / "b", new)
    (document,) = before.view.documents()
    at = place_of(quote_in(document, Span(0, len(old)), before.view), before.view)
    assert at
    unmarked = replace(at, mark=0)
    for place, words in (
        (at, old),
        (at, ""),
        (unmarked, old),
        (replace(unmarked, generation=7), ""),
    ):
        assert quote_now(place, other, words) is None
    for place, words in ((at, old), (at, ""), (unmarked, old), (unmarked, "")):
        now = quote_now(place, before, words)
        assert now
        assert now.text == old


def test_words_are_found_where_they_stand_in_another_library(tmp_path: Path) -> None:
    """By what the message shows."""
    old = "Mooring costs 15 crowns."
    before = _opened(tmp_path / "a", old)
    other = _opened(tmp_path / "b", f"Mooring costs 12 marks?? {old}")
    (document,) = before.view.documents()
    at = place_of(quote_in(document, Span(0, len(old)), before.view), before.view)
    assert at
    for place in (at, replace(at, mark=0)):
        now = quote_now(place, other, old)
        assert now
        assert (now.text, now.span.start) == (old, 25)


def test_a_place_without_a_mark_outlives_its_generation(tmp_path: Path) -> None:
    """Links sent by older versions lead to a text that stands unchanged, pruned or not."""
    old = "Mooring costs 15 crowns."
    before = _opened(tmp_path / "library", old)
    (document,) = before.view.documents()
    at = place_of(quote_in(document, Span(0, len(old)), before.view), before.view)
    assert at
    library = open_library(tmp_path / "library")
    build(library, [from_text(TEXT, doc_id="market")], BagEncoder(), replace=False)
    before.view.close()
    assert library.prune(keep=0) == [1]
    now = quote_now(replace(at, mark=0), QuestionAnswering(library, BagEncoder(), WordReader()))
    assert now
    assert now.text == old
