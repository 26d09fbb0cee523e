"""The quote: whole sentences, the best one emphasised, within bounds."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.answer import Answer, Label, NoAnswer, Quote
from bot.answering.quoting import (
    LONGEST_QUOTE,
    MOST_FOUND,
    MOST_SENTENCES,
    best_quote,
    opening,
    quotes_of,
    worth_of_sentences,
)
from index.retriever import Hit
from index.text.blocks import Part, composed
from index.text.documents import Document
from index.text.passages import split
from index.text.spans import Span
from tests.bot.answering.hits import hit_of


def _quote(hit: Hit) -> Quote:
    return best_quote(hit, worth_of_sentences(hit))


def test_the_best_sentence_is_quoted() -> None:
    """Alone where its neighbours are worth much less."""
    quote = _quote(hit_of(["One a.", "Two b.", "Three c."], [0.1, 0.9, 0.2]))
    assert quote.text == "Two b."
    assert quote.answer.of(quote.document.text) == "Two b."
    assert quote.heading == "Heading"


def test_near_neighbours_join_up_to_three() -> None:
    """Nearly as good ones come along, the better first, never more than three sentences."""
    five = ["A one.", "B two.", "C three.", "D four.", "E five."]
    quote = _quote(hit_of(five, [0.85, 0.88, 0.9, 0.86, 0.89]))
    assert quote.text == "B two. C three. D four."
    assert [one.of(quote.document.text) for one in quote.sentences] == five[1:4]
    assert quote.answer.of(quote.document.text) == "C three."
    quote = _quote(hit_of(five, [0.85, 0.6, 0.9, 0.86, 0.2]))
    assert quote.text == "C three. D four."


def test_the_words_that_answer_are_emphasised() -> None:
    """A reader may name them; else it is the whole sentence."""
    hit = hit_of(["One a.", "Two b."], [0.1, 0.9])
    assert best_quote(hit, [0.1, 0.9], Span(7, 10)).answer.of("One a. Two b.") == "Two"
    assert best_quote(hit, [0.1, 0.9]).answer.of("One a. Two b.") == "Two b."


def test_words_decide_between_like_sentences() -> None:
    """The question's words in a sentence outweigh a small difference of cosine."""
    hit = hit_of(["One a.", "Two b."], [0.80, 0.75])
    worded = Hit(hit.passage, 0.9, 0.9, hit.sentence_cosines, 1.0, (0.0, 1.0))
    assert _quote(worded).text == "Two b."


def test_a_quote_does_not_cross_paragraphs() -> None:
    """Sentences of two paragraphs are two quotes."""
    assert _quote(hit_of(["One a.", "Two b."], [0.9, 0.9], by="\n\n")).text == "One a."


@given(st.lists(st.tuples(st.integers(1, 700), st.floats(0, 1)), min_size=1, max_size=6))
def test_quotes_keep_their_bounds(sentences: list[tuple[int, float]]) -> None:
    """At most 600 code points and three sentences, unless one sentence is longer."""
    hit = hit_of(["x" * size for size, _ in sentences], [cosine for _, cosine in sentences])
    quote = _quote(hit)
    inside = [span for span in hit.passage.sentences if quote.span.contains(span)]
    assert quote.answer in inside
    assert quote.span == Span(inside[0].start, inside[-1].end)
    assert len(inside) <= MOST_SENTENCES
    assert len(inside) == 1 or len(quote.span) <= LONGEST_QUOTE


def test_the_other_passages_come_after_what_answers_under_a_label() -> None:
    """Whole sentences of each, five in all, none twice; none of them surely answers."""
    hits = tuple(_hit_in(f"d{number}") for number in range(8))
    best = best_quote(hits[0], (0.1, 0.9))
    second = best_quote(hits[2], (0.9, 0.1))
    found = quotes_of(Answer((best, second), 0.9, 0.5, hits))
    assert [one.document.doc_id for one in found] == ["d0", "d2", "d1", "d3", "d4"]
    assert [one.text for one in found] == ["Two b.", "One a.", "Two b.", "Two b.", "Two b."]
    assert [one.label for one in found] == [Label.SURE] * 2 + [Label.UNSURE] * 3
    assert len(found) == MOST_FOUND
    refused = quotes_of(NoAnswer(best, 0.1, 0.5, hits))
    assert {one.label for one in refused} == {Label.CLOSEST}
    assert quotes_of(NoAnswer(None, 0.0, 0.5, ())) == []


def _hit_in(doc_id: str) -> Hit:
    hit = hit_of(["One a.", "Two b."], [0.1, 0.9])
    document = Document(doc_id, "T", hit.passage.text)
    return replace(hit, passage=replace(hit.passage, document=document))


def test_a_passage_begins_with_what_is_short() -> None:
    """At most three sentences, and 300 code points unless the first is longer."""
    short = hit_of(["One a.", "Two b.", "Three c.", "Four d."], [0.1] * 4).passage
    assert opening(short).text == "One a. Two b. Three c."
    long = hit_of(["x" * 200 + ".", "y" * 90 + ".", "z" * 90 + "."], [0.1] * 3).passage
    assert len(opening(long).text) == 293
    assert opening(hit_of(["x" * 400, "y"], [0.1] * 2).passage).text == "x" * 400


def test_a_sentence_that_only_asks_brings_its_answer() -> None:
    """A question is never quoted alone where something follows it."""
    assert _quote(hit_of(["Is it open?", "Until nine.", "Bye."], [0.9, 0.1, 0.1])).text == (
        "Is it open? Until nine."
    )
    assert _quote(hit_of(["Bye.", "Is it open?"], [0.1, 0.9])).text == "Is it open?"
    greek = hit_of(["Είναι ανοιχτά;", "Ως τις εννέα."], [0.9, 0.1])
    assert _quote(greek).text == "Είναι ανοιχτά; Ως τις εννέα."


def test_an_introduction_brings_its_list_and_an_item_its_introduction() -> None:
    """Neither says anything without the other; a row stands below its table's header."""
    parts = [
        Part("The fee covers:"), Part("the berth", "item", 1), Part("water", "item", 1),
        Part("It is paid in May."), Part("Pier | Sunday", "row", 1), Part("North | 9", "row", 2),
    ]  # fmt: skip
    text, blocks = composed(parts)
    (passage,) = split(Document("d", "D", text, blocks=blocks))

    def quoted(best: int) -> Quote:
        cosines = tuple(0.9 if place == best else 0.1 for place in range(6))
        return _quote(Hit(passage, 0.9, 0.9, cosines, 0.0))

    assert quoted(0).text == "The fee covers:\n\nthe berth\nwater"
    assert quoted(2).text == "The fee covers:\nwater"
    assert quoted(2).spans == (Span(0, 15), Span(27, 32))
    assert quoted(3).text == "It is paid in May."
    assert quoted(5).text == "Pier | Sunday\nNorth | 9"


def test_neighbours_leave_room_for_the_list_that_answers() -> None:
    """They join only where it still has all of its items, or else not at all."""
    before, items = f"The office {'opens ' * 60}.", [f"{n} {'paper ' * 10}" for n in range(5)]
    parts = [Part(f"{before} Bring:"), *(Part(item.strip(), "item", 1) for item in items)]
    text, blocks = composed(parts)
    (passage,) = split(Document("d", "D", text, blocks=blocks))
    places = len(passage.sentences)
    worth = [0.85, 0.9] + [0.1] * (places - 2)
    last = passage.sentences[-1]
    quote = best_quote(Hit(passage, 0.9, 0.9, tuple(worth), 0.0), worth, last)
    assert quote.text.startswith("Bring:")
    assert quote.answer == last


def test_lines_of_two_lists_are_not_quoted_together() -> None:
    """What introduces the second ends the first."""
    lines = ["Forbidden are:", "Dogs", "Fire", "Allowed are:", "Balls"]
    text, blocks = composed([Part("\n".join(lines), "verse")])
    (passage,) = split(Document("d", "D", text, blocks=blocks))

    def quoted(best: int) -> str:
        worth = [0.9 if place == best else 0.85 for place in range(5)]
        return best_quote(Hit(passage, 0.9, 0.9, tuple(worth), 0.0), worth).text

    assert quoted(2) == "Forbidden are:\nDogs\nFire"
    assert quoted(4) == "Allowed are:\nBalls"
