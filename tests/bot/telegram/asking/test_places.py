"""A quote's place: passages and sentences are those that are stored, never cut anew."""

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering import Label, Quote
from bot.telegram import commands
from bot.telegram.asking.places import place_of, quote_at, quote_in, wider
from bot.telegram.buttons import Place, Shown
from bot.telegram.examples import subjects_of
from index.building import build
from index.store import EncoderId, open_library
from index.text import Document, Passage, Span, encoder_input
from tests.bot.telegram.asking.ways import OPENED, QUESTION, READER, SAY, ask, press
from tests.bot.telegram.pressing import pressed
from tests.bot_api.direct import Direct
from tests.bot_api.limits import Json
from tests.bot_api.user import quoted
from tests.doubles import BagEncoder

With = Callable[..., Direct]
# Where the sentences after the first begin and end in the changed library: not where cutting anew
# would put them.
METRES = "It is 312 metres long and carries"
TRACKS = "two railway tracks. The architect, Sofie Brandt,"
REST = "had drawn it on a napkin in a café. Cyclists were allowed to cross it only from 1999 on."
PARTS = (OPENED, METRES, TRACKS, REST)
HEADING = "Bridge opened"


@pytest.fixture
def changed(direct_with: With, tmp_path: Path) -> Direct:
    """A bot over a library whose report has other sentences and headings than cutting gives it."""
    library, encoder = open_library(tmp_path / "library"), BagEncoder()
    with closing(library.open()) as view, library.draft(EncoderId.of(encoder)) as draft:
        for document in view.documents():
            passages = view.passages(document.doc_id)
            draft.put(document, [_otherwise(one) for one in passages])
        rows = draft.missing()
        encoded = encoder.encode_passages(
            *zip(*(encoder_input(one) for one in draft.passages(rows).values()), strict=True)
        )
        draft.fill(dict(zip(rows, encoded, strict=True)))
        draft.publish()
    return direct_with()


def _otherwise(passage: Passage) -> Passage:
    """The passage of the bridge with sentences and a heading of our own; another as it is."""
    text = passage.document.text
    if OPENED not in passage.text:
        return passage
    starts = [text.index(part) for part in PARTS]
    spans = tuple(Span(a, a + len(part)) for a, part in zip(starts, PARTS, strict=True))
    return replace(passage, heading=HEADING, sentences=spans)


def _shown(direct: Direct, number: int) -> Json:
    (found,) = [one for one in direct.shown(READER) if one["message_id"] == number]
    return found


def test_more_context_follows_the_stored_sentences(changed: Direct) -> None:
    """Sentence by sentence, as they were stored with the text."""
    answer = ask(changed, QUESTION)
    assert quoted(answer) == [OPENED]
    number = answer["message_id"]
    for more in (f"{OPENED} {METRES}", f"{OPENED} {METRES} {TRACKS}"):
        press(changed, number, "context-button")
        (wide,) = quoted(_shown(changed, number))
        assert wide.endswith(more)


def test_the_source_names_the_stored_heading(changed: Direct) -> None:
    """Below an answer, and below a quote that a link leads to."""
    answer = ask(changed, QUESTION)
    assert answer["text"].endswith(f"\n{HEADING} · Harbour report · 1\u00a0March\u00a02024")
    view = changed.parts.answering.view
    document = changed.document("harbour")
    start = document.text.index(METRES)
    number = view.number_of(document)
    changed.message(READER, f"/start p_2_{number}_{start}_{start + len(METRES)}")
    (call,) = changed.call(commands.start)
    assert quoted(call.result) == [METRES]
    assert HEADING in call.given["text"]


def test_examples_are_made_of_the_stored_headings(changed: Direct) -> None:
    """A heading that only cutting anew would give is none."""
    subjects = list(subjects_of(changed.parts.answering.view))
    assert "The bridge" not in subjects
    assert HEADING in subjects


def test_a_quote_carries_the_stored_sentences_inside_it(changed: Direct) -> None:
    """For whoever cuts it into messages: from its place, from its passage, and made wider."""
    view = changed.parts.answering.view
    document = changed.document("harbour")
    starts = [document.text.index(part) for part in (OPENED, METRES, TRACKS)]
    first, second, third = (
        Span(start, start + len(part))
        for start, part in zip(starts, (OPENED, METRES, TRACKS), strict=True)
    )
    number = view.number_of(document) or 0
    at = Place(view.generation.number, number, first.start, second.end)
    quote = quote_at(at, view)
    assert quote
    assert quote.sentences == (first, second)
    assert quote.heading == HEADING
    assert quote.answer == quote.span == Span(first.start, second.end)
    assert place_of(quote, view) == Shown(at.generation, number, at.start, at.end, 0, Label.OPENED)
    (passage,) = [one for one in view.passages("harbour") if one.heading == HEADING]
    assert quote_in(document, passage.span, view).sentences == passage.sentences
    grown = wider(quote, view)
    assert grown.span.end == third.end
    assert grown.sentences[-3:] == (first, second, third)
    assert grown.answer == quote.answer


def test_a_label_goes_with_the_place_and_with_growing(direct: Direct) -> None:
    """Whatever it is."""
    view = direct.parts.answering.view
    document = direct.document("harbour")
    start = document.text.index(OPENED)
    for label in Label:
        span = Span(start, start + len(OPENED))
        at = place_of(quote_in(document, span, view).labelled(label), view, 2, 4)
        assert at
        assert (at.label, at.rank, at.others) == (label, 2, 4)
        quote = quote_at(at, view)
        assert quote
        assert wider(quote.labelled(label), view).label is label


def test_another_text_under_the_same_name_is_another_place(direct: Direct) -> None:
    """A button must not name the place of words that are not there."""
    view = direct.parts.answering.view
    document = replace(direct.document("harbour"), text=OPENED)
    span = Span(0, len(OPENED))
    assert place_of(Quote(document, span, span, ""), view) is None
    unknown = replace(document, doc_id="unknown")
    assert place_of(Quote(unknown, span, span, ""), view) is None


@pytest.mark.parametrize(
    ("number", "start", "end"), [(999, 0, 5), (1, 5, 5), (1, 6, 5), (1, 0, 9_999_999)]
)
def test_places_that_are_none_have_no_quote(
    direct: Direct, number: int, start: int, end: int
) -> None:
    """No such document, or no such span in it."""
    at = Place(1, number, start, end)
    assert quote_at(at, direct.parts.answering.view) is None


@pytest.mark.slow
def test_a_press_on_a_long_document_takes_no_time(direct_with: With, tmp_path: Path) -> None:
    """0.9 MB: well under half a second for more context and for a judgement."""
    tale = "".join(
        f"The keeper of day {day} lit lamp {day} of the tower. Then a storm came from the sea. "
        f"Nobody on the quay of day {day} slept at all that night.\n\n"
        for day in range(6_600)
    )
    assert len(tale) > 900_000
    long = Document("long", "The log", f"{tale}The wombat Gerald opened the observatory in 1911.")
    build(open_library(tmp_path / "library"), [long], BagEncoder(), replace=True)
    direct = direct_with()
    answer = ask(direct, "When did the wombat Gerald open the observatory?")
    assert "1911" in quoted(answer)[0]
    assert _quickest(direct, answer, "context-button") < 0.5
    direct.parts.judged.clear()
    assert _quickest(direct, answer, "👍") < 0.5


def _quickest(direct: Direct, answer: Json, key: str) -> float:
    """Seconds of the quickest of three presses: the machine has other things to do too."""
    taken = []
    for _ in range(3):
        direct.press(READER, answer, SAY(key) if key.endswith("button") else key)
        started = time.perf_counter()
        direct.call(pressed)
        taken.append(time.perf_counter() - started)
    return min(taken)
