"""How encoder and network decide together: which passage, which sentences, one quote or two."""

from collections.abc import Sequence
from dataclasses import replace
from math import log

import numpy as np
import pytest

from bot.answering.answer import Answer, NoAnswer
from bot.answering.confidence import Calibration, Calibrations
from bot.answering.differing.dates import FAR
from bot.answering.readers.evidence import ENOUGH
from bot.answering.readers.model import Reading
from bot.answering.readers.model_reader import GAP, READ, SECOND, ModelReader, _worth_reading
from bot.answering.readers.read_hits import RELEVANCE
from bot.answering.readers.reader import nothing_answers
from bot.answering.readers.sentence import NEAR
from index.retriever import Hit
from index.text.blocks import Part, composed
from index.text.documents import Document
from index.text.passages import Passage, split
from index.text.spans import Span


def _always(bias: float) -> Calibrations:
    """The same probability whatever the evidence."""
    several, single = (
        Calibration(bias, (0.0,) * count, (0.0,) * count, (1.0,) * count, 0.5, 0.9)
        for count in (10, 9)
    )
    return Calibrations(several, single)


SURE, DOUBTFUL, UNSURE = _always(5.0), _always(1.0), _always(-5.0)
QUESTION = "who keeps the lighthouse?"


class Fake:
    """A network that finds given words in a passage, with given logits."""

    def __init__(self, found: dict[str, tuple[float, str, float]]) -> None:
        self.found = found
        self.asked: list[str] = []

    def read(
        self, question: str, passages: Sequence[str], titles: Sequence[str] = ()
    ) -> list[Reading]:
        """The relevance, words and logit kept for each passage."""
        assert len(titles) == len(passages)
        assert all(title in ("Notes", "U") for title in titles)
        self.asked += passages
        return [self._reading(passage) for passage in passages]

    def _reading(self, passage: str) -> Reading:
        relevance, words, logit = self.found.get(passage, (-6.0, "", 0.0))
        offsets, place = [], 0
        for word in passage.split(" "):
            offsets.append((place, place + len(word)))
            place += len(word) + 1
        values = [logit / 2 if passage[a:b] == words else -10.0 for a, b in offsets]
        logits = np.array(values, dtype=np.float32)
        return Reading(relevance, logits, logits, np.array(offsets))


def _hit(text: str, score: float, cosines: Sequence[float] | None = None) -> Hit:
    spans, place = [], 0
    for sentence in text.split(". "):
        whole = sentence if sentence.endswith(".") else sentence + "."
        spans.append(Span(place, place + len(whole)))
        place += len(whole) + 1
    document = Document(text[:8], "Notes", text)
    passage = Passage(document, Span(0, len(text)), "", tuple(spans))
    values = tuple(cosines or [score] * len(spans))
    return Hit(passage, score, score, values, 0.0, (0.0,) * len(spans), across=score / 2)


def _read(found: dict[str, tuple[float, str, float]], hits: list[Hit],
          calibrations: Calibrations = SURE) -> Answer | NoAnswer:  # fmt: skip
    reader = ModelReader(Fake(found), "bundled+reader")
    reader.calibrations = calibrations
    return reader.read(QUESTION, hits)


def test_the_network_overrules_a_slightly_better_score() -> None:
    """And the hits come in the order of both."""
    first, second = _hit("Birds sing there.", 0.82), _hit("Anna keeps it.", 0.80)
    result = _read({"Anna keeps it.": (3.0, "Anna", 6.0)}, [first, second])
    assert isinstance(result, Answer)
    assert result.sure
    assert [quote.text for quote in result.quotes] == ["Anna keeps it."]
    assert result.quotes[0].answer.of("Anna keeps it.") == "Anna"
    assert result.hits == (second, first)
    expected = (None, 3.0, 0.4, 6.0, 3.0, 0.0, 0.0, ENOUGH, log(2), log(5))
    assert result.evidence == expected


def test_a_much_better_score_is_not_overruled_nor_the_rest_read() -> None:
    """What scores far less is not read at all; nor more than a few."""
    network = Fake({})
    reader = ModelReader(network, "bundled+reader")
    hits = [_hit("The first one.", 0.9), _hit("Far away.", 0.9 - GAP - 0.01)]
    reader.read(QUESTION, hits)
    assert network.asked == ["The first one."]
    network.asked.clear()
    many = [_hit(f"Number {n} of many.", 0.9) for n in range(10)]
    network.found["Number 2 of many."] = (-3.0, "", 0.0)
    reader.read(QUESTION, many)
    assert len(network.asked) == READ


def test_passages_that_cannot_win_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those behind what answers; all others where the first say nothing of what is asked."""
    monkeypatch.setattr("bot.answering.readers.model_reader.GAP", 1.0)
    hits = [_hit(f"Number {n} of many.", 0.85 - 0.8 * RELEVANCE * n) for n in range(6)]
    texts = [hit.passage.text for hit in hits]
    for found, read in (
        ({texts[0]: (3.0, "", 0.0)}, 3),  # the fourth would need 5.4, more than counted on
        ({texts[0]: (1.0, "", 0.0)}, 4),  # it could win with 3.4, the fifth not with 4.2
        ({}, 3),
        ({texts[2]: (-4.9, "", 0.0)}, 6),
    ):
        network = Fake(found)
        ModelReader(network, "bundled+reader").read(QUESTION, hits)
        assert network.asked == texts[:read]


def test_a_passage_read_in_vain_is_as_if_it_had_not_been_read() -> None:
    """It was read beside one after which it can win no more, and is no second quote."""
    hits = [_hit(f"Number {n} of many.", 0.85 - 0.2 * RELEVANCE * n) for n in range(5)]
    texts = [hit.passage.text for hit in hits]
    found = dict.fromkeys(texts[:3], (-1.0, "", 0.0))
    found |= {texts[3]: (6.0, "Number", 6.0), texts[4]: (5.9, "Number", 6.0)}
    network = Fake(found)
    reader = ModelReader(network, "bundled+reader")
    reader.calibrations = SURE
    result = reader.read(QUESTION, hits)
    assert network.asked == texts
    assert isinstance(result, Answer)
    assert [quote.text for quote in result.quotes] == [texts[3]]
    assert result.hits == (hits[3], *hits[:3], hits[4])


def test_sentences_that_cannot_win_are_not_read_by_themselves() -> None:
    """Only those whose worth before is near enough."""
    first, second, third = "Anna keeps it there.", "It is white and old.", "Birds sing there now."
    text = f"{first} {second} {third}"
    for alone, read in ((2.0, [first]), (-2.0, [first, second])):
        network = Fake({text: (3.0, "Anna", 4.0), first: (alone, "", 0.0), second: (4.0, "", 0.0)})
        reader = ModelReader(network, "bundled+reader")
        reader.read(QUESTION, [_hit(text, 0.8, [0.5, 0.93, 0.5])])
        assert network.asked == [text, *read]


def test_the_sentence_with_the_answer_is_quoted() -> None:
    """Not the one that is only about the same."""
    text = "The lighthouse is old and white. Anna keeps it."
    result = _read({text: (3.0, "Anna", 9.0)}, [_hit(text, 0.8, [0.85, 0.75])])
    assert isinstance(result, Answer)
    assert "Anna keeps it." in result.quotes[0].text
    assert result.quotes[0].answer.of(text) == "Anna"


def test_sentences_are_read_by_themselves_too() -> None:
    """Of two alike, the one that answers without the other is emphasised."""
    first, second = "The lighthouse is kept by day.", "Anna keeps it at night now."
    text = f"{first} {second}"
    found = {text: (3.0, "", 0.0), first: (-15.0, "", 0.0), second: (15.0, "", 0.0)}
    for right, wrong in ((second, first), (first, second)):
        found[right], found[wrong] = (15.0, "", 0.0), (-15.0, "", 0.0)
        result = _read(found, [_hit(text, 0.8)])
        assert isinstance(result, Answer)
        assert result.quotes[0].answer.of(text) in right


def test_a_heading_alone_is_not_what_is_closest() -> None:
    """It says nothing; where there is nothing else, it is."""
    text = "Anna keeps it."
    heading, other = _hit("The lighthouse.", 0.9), _hit(text, 0.88)
    heading = replace(heading, passage=replace(heading.passage, heading="The lighthouse."))
    for hits, closest in (([heading, other], text), ([heading], "The lighthouse.")):
        result = _read({}, hits, UNSURE)
        assert isinstance(result, NoAnswer)
        assert result.closest
        assert result.closest.text == closest


def test_a_neighbour_joins_only_if_an_answer_is_nearly_as_likely_in_it() -> None:
    """Else the sentence that answers stands alone: as short as can be."""
    text = "The lighthouse is old and white. Anna keeps it."
    least = -20.0  # what `Fake` says of words that it was not told to find
    for best, quoted in ((least + NEAR - 1, text), (least + NEAR + 1, "Anna keeps it.")):
        result = _read({text: (3.0, "Anna", best)}, [_hit(text, 0.8, [0.75, 0.85])])
        assert isinstance(result, Answer)
        assert [quote.text for quote in result.quotes] == [quoted]


@pytest.mark.parametrize(
    ("ahead", "relevance", "quotes"), [(SECOND / 2, 2.0, 2), (2 * SECOND, 2.0, 1), (0.0, -1.0, 1)]
)
def test_two_passages_are_quoted_where_both_answer(
    ahead: float, relevance: float, quotes: int
) -> None:
    """Nearly as much worth, and relevant by itself."""
    one, other = "Anna keeps one of them.", "Bertil keeps the other."
    found = {one: (2.0, "Anna", 5.0), other: (relevance, "Bertil", 5.0)}
    even = (2.0 - relevance) * RELEVANCE
    result = _read(found, [_hit(one, 0.8), _hit(other, 0.8 + even - ahead)])
    assert isinstance(result, Answer)
    assert len(result.quotes) == quotes
    assert result.quotes[0].text == one


@pytest.mark.parametrize(("ahead", "counted"), [(0.01, 0.01), (0.3, ENOUGH)])
def test_being_far_ahead_of_other_documents_counts_only_so_much(
    ahead: float, counted: float
) -> None:
    """How far it is ahead of other documents is evidence, up to a bound."""
    far, near = _hit("Far from this.", 0.8 - ahead), _hit("Anna keeps it.", 0.8)
    far = replace(
        far, passage=replace(far.passage, document=Document("far", "U", far.passage.text))
    )
    result = _read({"Anna keeps it.": (3.0, "Anna", 6.0)}, [near, far])
    assert result.evidence[0] == pytest.approx(counted)


def test_between_the_thresholds_it_answers_but_is_not_sure() -> None:
    """Probability 0.73 is enough for an answer, and 0.9 for being sure."""
    result = _read({"Anna keeps it.": (3.0, "Anna", 6.0)}, [_hit("Anna keeps it.", 0.8)], DOUBTFUL)
    assert isinstance(result, Answer)
    assert not result.sure
    assert (result.threshold, result.sure_from) == (0.5, 0.9)


def test_below_the_threshold_nothing_is_quoted() -> None:
    """The best passage is offered as the closest."""
    text = "Anna keeps it."
    result = _read({text: (3.0, "Anna", 6.0)}, [_hit(text, 0.8)], UNSURE)
    assert isinstance(result, NoAnswer)
    assert result.closest
    assert result.closest.text == text


def test_where_nothing_answers_the_threshold_is_that_of_several_documents() -> None:
    """It is not known of how many the library is."""
    reader = ModelReader(Fake({}), "bundled+reader")
    reader.calibrations = replace(UNSURE, several=replace(UNSURE.several, threshold=0.25))
    assert nothing_answers(reader) == NoAnswer(None, 0.0, 0.25, ())


def test_passages_with_the_code_that_is_named_are_read_beside_the_nearest() -> None:
    """However far behind, but at most so many of them."""
    question, near = "what does form A-12 ask for?", [_hit("The first one.", 0.9)]
    coded = [_hit(f"Form A-12 asks {n} of us.", 0.5) for n in range(READ + 2)]
    other = _hit("Far away.", 0.5)
    assert _worth_reading(question, [*near, other, *coded]) == [*near, *coded[:READ]]
    many = [_hit(f"Number {n} of many.", 0.9) for n in range(READ + 1)]
    assert _worth_reading(question, [*many, *coded[:3]]) == [*many[:READ], *coded[:3]]


@pytest.mark.parametrize(("behind", "is_dated"), [(FAR - 0.001, True), (FAR + 0.001, False)])
def test_what_texts_of_other_dates_say_counts_if_they_are_near_the_first_hit(
    behind: float, is_dated: bool
) -> None:
    """Not the passage that answers, which may score less than the first itself."""
    new, old = "Mooring costs 55 crowns.", "Mooring costs 40 crowns."
    hits = [_hit("Birds sing there.", 0.9), _hit(new, 0.86), _hit(old, 0.9 - behind)]
    hits = [
        replace(hit, passage=replace(hit.passage, document=replace(
            hit.passage.document, doc_id=str(place), date=f"2025-0{9 - place}-01")))
        for place, hit in enumerate(hits)
    ]  # fmt: skip
    result = _read({new: (6.0, "55", 6.0), old: (6.0, "40", 6.0)}, hits)
    assert isinstance(result, Answer)
    assert result.dated is is_dated
    assert [quote.text for quote in result.quotes] == [new, old][: 1 + is_dated]


@pytest.mark.parametrize(
    ("parts", "question", "quoted"),
    [
        (
            [
                Part("Service | Price", "row", 1), Part("Women", "row", 2),
                Part("Cut | 42", "row", 6), Part("Men", "row", 2), Part("Cut | 28", "row", 6),
            ],
            "what does a cut for men cost?",
            "Service | Price\nMen\nCut | 28",
        ),
        (
            [Part("Registry\nRoom: 14", "verse"), Part("Youth Centre\nRoom: 9", "verse")],
            "which room has the registry?",
            "Registry\nRoom: 14",
        ),
    ],
)  # fmt: skip
def test_of_like_rows_and_lines_that_of_what_is_asked_for_is_quoted(
    parts: list[Part], question: str, quoted: str
) -> None:
    """However much better the other is by all else: it is of something else."""
    text, blocks = composed(parts)
    (passage,) = split(Document("d", "Notes", text, blocks=blocks))
    right = quoted.split("\n")[-1]
    cosines = tuple(0.8 - 0.1 * (one.of(text) == right) for one in passage.sentences)
    hit = Hit(passage, 0.8, 0.8, cosines, 0.0)
    result = ModelReader(Fake({}), "bundled+reader").read(question, [hit])
    quote = result.quotes[0] if isinstance(result, Answer) else result.closest
    assert quote is not None
    assert quote.text == quoted
