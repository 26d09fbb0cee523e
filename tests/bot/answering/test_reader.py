"""The quote: whole sentences, the best one emphasised; none where confidence is too low."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.answer import Answer, NoAnswer, Quote
from bot.answering.confidence import Calibration, Calibrations
from bot.answering.quoting import LONGEST_QUOTE, MOST_SENTENCES, best_quote, worth_of_sentences
from bot.answering.reader import EncoderReader, load_reader
from index.errors import EncoderError
from index.retriever import Hit
from index.text.documents import Document
from index.text.passages import Passage
from index.text.spans import Span
from tests.doubles import BagEncoder

# Probability 0.5 at a score of 0.8, more above.
SINGLE = Calibration(0.0, (1.0,), (0.8,), (0.01,), 0.5, 0.6)
SEVERAL = Calibration(0.0, (0.0, 1.0), (0.0, 0.8), (1.0, 0.01), 0.5, 0.6)


def _hit(sentences: list[str], cosines: list[float], score: float = 0.9, by: str = " ") -> Hit:
    text = by.join(sentences)
    spans, start = [], 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + len(by)
    passage = Passage(Document("d", "T", text), Span(0, len(text)), "Heading", tuple(spans))
    return Hit(passage, score, score, tuple(cosines), 0.5, (0.0,) * len(spans))


def _quote(hit: Hit) -> Quote:
    return best_quote(hit, worth_of_sentences(hit))


def _reader() -> EncoderReader:
    reader = EncoderReader("bundled")
    reader.calibrations = Calibrations(SEVERAL, SINGLE)
    return reader


def test_the_best_sentence_is_quoted() -> None:
    """Alone where its neighbours are worth much less."""
    quote = _quote(_hit(["One a.", "Two b.", "Three c."], [0.1, 0.9, 0.2]))
    assert quote.text == "Two b."
    assert quote.answer.of(quote.document.text) == "Two b."
    assert quote.heading == "Heading"


def test_near_neighbours_join_up_to_three() -> None:
    """Nearly as good ones come along, the better first, never more than three sentences."""
    five = ["A one.", "B two.", "C three.", "D four.", "E five."]
    quote = _quote(_hit(five, [0.85, 0.88, 0.9, 0.86, 0.89]))
    assert quote.text == "B two. C three. D four."
    assert quote.answer.of(quote.document.text) == "C three."
    quote = _quote(_hit(five, [0.85, 0.6, 0.9, 0.86, 0.2]))
    assert quote.text == "C three. D four."


def test_the_words_that_answer_are_emphasised() -> None:
    """A reader may name them; else it is the whole sentence."""
    hit = _hit(["One a.", "Two b."], [0.1, 0.9])
    assert best_quote(hit, [0.1, 0.9], Span(7, 10)).answer.of("One a. Two b.") == "Two"
    assert best_quote(hit, [0.1, 0.9]).answer.of("One a. Two b.") == "Two b."


def test_words_decide_between_like_sentences() -> None:
    """The question's words in a sentence outweigh a small difference of cosine."""
    hit = _hit(["One a.", "Two b."], [0.80, 0.75])
    worded = Hit(hit.passage, 0.9, 0.9, hit.sentence_cosines, 1.0, (0.0, 1.0))
    assert _quote(worded).text == "Two b."


def test_a_quote_does_not_cross_paragraphs() -> None:
    """Sentences of two paragraphs are two quotes."""
    assert _quote(_hit(["One a.", "Two b."], [0.9, 0.9], by="\n\n")).text == "One a."


@given(st.lists(st.tuples(st.integers(1, 700), st.floats(0, 1)), min_size=1, max_size=6))
def test_quotes_keep_their_bounds(sentences: list[tuple[int, float]]) -> None:
    """At most 600 code points and three sentences, unless one sentence is longer."""
    hit = _hit(["x" * size for size, _ in sentences], [cosine for _, cosine in sentences])
    quote = _quote(hit)
    inside = [span for span in hit.passage.sentences if quote.span.contains(span)]
    assert quote.answer in inside
    assert quote.span == Span(inside[0].start, inside[-1].end)
    assert len(inside) <= MOST_SENTENCES
    assert len(inside) == 1 or len(quote.span) <= LONGEST_QUOTE


def test_answers_at_the_threshold_and_refuses_below() -> None:
    """The same hit a little lower is no answer but the closest there is."""
    reader = _reader()
    answer = reader.read("who is two?", [_hit(["Two b."], [0.9], score=0.8)])
    assert isinstance(answer, Answer)
    assert answer.confidence == answer.threshold == 0.5
    assert not answer.sure
    sure = reader.read("who is two?", [_hit(["Two b."], [0.9], score=0.81)])
    assert isinstance(sure, Answer)
    assert sure.sure
    assert answer.quotes[0].text == "Two b."
    refusal = reader.read("who is two?", [_hit(["Two b."], [0.9], score=0.79)])
    assert isinstance(refusal, NoAnswer)
    assert refusal.closest is not None
    assert refusal.closest.text == "Two b."
    assert refusal.confidence == pytest.approx(0.268941, abs=1e-5)  # 1 / (1 + e)


def test_small_talk_and_an_empty_library_get_nothing() -> None:
    """No quote, and nothing closest either."""
    reader = _reader()
    for question, hits in (("hello", [_hit(["Hello."], [0.9])]), ("who is two?", [])):
        result = reader.read(question, hits)
        assert isinstance(result, NoAnswer)
        assert result.closest is None
        assert result.confidence == 0.0


def test_readers_by_name() -> None:
    """What cannot be had is named."""
    assert isinstance(load_reader("none", BagEncoder()), EncoderReader)
    with pytest.raises(EncoderError, match="READER"):
        load_reader("no such reader", BagEncoder())
