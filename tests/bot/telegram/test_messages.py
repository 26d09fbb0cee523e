"""Answers as text and entities: every offset in UTF-16, every quote whole, every label drawn."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering import Label, Quote
from bot.telegram.composing import ChatText
from bot.telegram.cutting import LONGEST_MESSAGE, ROOM, units
from bot.telegram.messages import drawn, drawn_dated, fits, headed, refused
from bot.telegram.texts import LANGUAGES, texts
from index.text.blocks import Part, composed
from index.text.documents import Document
from index.text.normalise import normalised
from index.text.spans import Span

SAY = texts("en")
ALPHABET = st.sampled_from("ab é 𝄢👩🏽‍🚀。.! \n漢字ا")


def _document(text: str, **more: str) -> Document:
    return replace(Document("d", "A title", text), **more)  # type: ignore[arg-type]


def _whole(document: Document, label: Label = Label.SURE, **more: Span) -> Quote:
    span = Span(0, len(document.text))
    return Quote(document, span, more.get("answer", span), "", label=label)


def _covered(message: ChatText, *kinds: str) -> list[str]:
    data = message.text.encode("utf-16-le")
    return [
        data[2 * one.offset : 2 * (one.offset + one.length)].decode("utf-16-le")
        for one in message.entities
        if one.type in kinds
    ]


def _quotes(message: ChatText) -> list[str]:
    return _covered(message, "blockquote", "expandable_blockquote")


def test_a_quote_with_its_source() -> None:
    """The answer bold; below it heading, title, date and language as one link to the sentence."""
    text = "🎻! Il est né en 1903. Il vit."
    document = _document(text, title="Vie", url="https://a.example/x", date="2024-01-02",
                         language="fr")  # fmt: skip
    message = drawn(Quote(document, Span(3, 21), Span(16, 20), "Début"), SAY)
    source = "Début · Vie · 2\u00a0January\u00a02024 · in French"
    assert message.text == f"Il est né en 1903.\n{source}"
    assert _quotes(message) == ["Il est né en 1903."]
    assert _covered(message, "bold") == ["1903"]
    assert _covered(message, "text_link") == [source]
    (link,) = [one.url for one in message.entities if one.type == "text_link"]
    assert link == "https://a.example/x#:~:text=Il%20est%20n%C3%A9%20en%201903."


def test_documents_with_the_same_words_are_named_too() -> None:
    """Four names in all; as long as they can be, they still fit."""
    also = tuple(Document(f"d{n}", f"Title {n}", "One.") for n in range(4))
    span = Span(0, 4)
    quote = Quote(_document("One."), span, span, "", also=also)
    assert drawn(quote, SAY).text == "One.\nA title · Title 0 · Title 1 · Title 2"
    long = Document("l", "字" * 500, "x" * 9_000, date="2025-10-02", language="ar")
    others = tuple(_document("", title=letter * 500) for letter in "TUV")
    most = Quote(long, Span(0, 9_000), Span(0, 1), "H" * 500, label=Label.CLOSEST, also=others)
    assert units(drawn(most, texts("ru"), 2, 4).text) <= LONGEST_MESSAGE


HEDGES = [
    (Label.SURE, 0, ""),
    (Label.OPENED, 0, ""),
    (Label.UNSURE, 0, "I am not sure that this answers."),
    (Label.CLOSEST, 0, "Not an answer, but the closest I have."),
    (Label.SURE, 2, "Another passage, 2 of 4."),
    (Label.UNSURE, 2, "Another passage, 2 of 4. I am not sure that this answers."),
    (Label.CLOSEST, 2, "Another passage, 2 of 4. This is not an answer either."),
]


@pytest.mark.parametrize(("label", "rank", "hedge"), HEDGES)
def test_a_label_is_the_last_line_in_italics(label: Label, rank: int, hedge: str) -> None:
    """Whatever the quote is; above what does not answer stands that nothing does."""
    message = drawn(_whole(_document("One."), label), SAY, rank, 4)
    above = f"{SAY('no-answer')}\n" if label is Label.CLOSEST else ""
    assert message.text == f"{above}One.\nA title" + (f"\n{hedge}" if hedge else "")
    assert _covered(message, "italic") == ([hedge] if hedge else [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_label(language: str) -> None:
    """In its own words, no two the same."""
    say, quote = texts(language), _document("One.")
    drawings = [drawn(_whole(quote, label), say, rank, 4).text for label, rank, _ in HEDGES]
    assert len(set(drawings)) == len(HEDGES) - 1  # a sure one and an opened one look the same


def test_long_quotes_fold_but_never_over_what_answers() -> None:
    """From about five lines on, where the answer stands in the three that stay open."""
    long = _document("x" * 301)
    kinds = [
        drawn(_whole(document, answer=Span(*answer)), SAY).entities[0].type
        for document, answer in (
            (_document("x" * 300), (0, 5)),
            (long, (0, 120)),
            (long, (0, 121)),
            (long, (0, 301)),
        )
    ]
    assert kinds == ["blockquote", "expandable_blockquote", "blockquote", "blockquote"]
    other = drawn(_whole(long), SAY, 2, 4)
    assert other.entities[0].type == "expandable_blockquote"
    assert _covered(other, "bold") == []


def test_a_refusal_says_what_was_understood() -> None:
    """And of a follow-up also what it was taken to go on from; in one line each."""
    text = refused("What about\nNATO?", "", SAY)
    assert text.text == "The text does not answer this.\nI understood: “What about NATO?”"
    after = refused("Why?", "Who came?", SAY).text.splitlines()[1]
    assert after == "I understood: “Why?”, after “Who came?”"
    assert len(refused("why " * 400, "who " * 400, SAY).text) < 400


@pytest.mark.parametrize("sentence", ["word ", "字", "🎻", "a. ", "é"])
def test_a_quote_that_does_not_fit_is_cut_and_says_so(sentence: str) -> None:
    """Between words, as much as a message holds; the mark is no part of the quotation."""
    text = (sentence * 9_000).strip()
    quote = Quote(_document(text), Span(0, len(text)), Span(0, 3), "H" * 999, label=Label.CLOSEST)
    assert not fits(quote)
    message = drawn(quote, texts("ru"), 2, 4)
    assert units(message.text) <= LONGEST_MESSAGE
    (shown,) = _quotes(message)
    assert text.startswith(shown)
    assert ROOM - 5 <= units(shown) <= ROOM
    assert f"{shown}\n[…]\nHHH" in message.text


def test_a_piece_of_a_sentence_shows_that_it_is_one() -> None:
    """On the side where it goes on; the marks are no part of the quotation."""
    document = _document("One is here, and two, and three.")
    piece = Quote(document, Span(13, 20), Span(13, 20), "")
    assert drawn(piece, SAY).text == "[…]\nand two\n[…]\nA title"
    assert _quotes(drawn(piece, SAY)) == ["and two"]
    start = Quote(document, Span(0, 12), Span(0, 12), "")
    assert drawn(start, SAY).text == "One is here,\n[…]\nA title"


def test_what_a_quote_is_not_understood_without_stands_above_it() -> None:
    """In a quotation of its own where something is left out between, else in the same."""
    parts = [
        Part("The fee covers:"), Part("the berth", "item", 1), Part("water", "item", 1),
        Part("Pier | Sunday", "row", 1), Part("North | 9", "row", 2),
    ]  # fmt: skip
    text, blocks = composed(parts)
    document = Document("d", "D", text, blocks=blocks)

    def shown(words: str) -> ChatText:
        start = text.index(words)
        span = Span(start, start + len(words))
        return drawn(Quote(document, span, Span(start, start + 3), ""), SAY)

    assert shown("water").text == "The fee covers:\n[…]\nwater\nD"
    assert _quotes(shown("water")) == ["The fee covers:", "water"]
    assert _covered(shown("water"), "bold") == ["wat"]
    assert _quotes(shown("the berth")) == ["The fee covers:\n\nthe berth"]
    assert _quotes(shown("North | 9")) == ["Pier | Sunday\nNorth | 9"]


def test_a_long_introduction_leaves_room_for_what_it_introduces() -> None:
    """It is cut, not what answers."""
    parts = [Part("word " * 2_000 + ":"), Part("one", "item", 1), Part("two " * 800, "item", 1)]
    text, blocks = composed(parts)
    span = blocks[2].span
    message = drawn(Quote(Document("d", "D", text, blocks=blocks), span, span, ""), SAY)
    above, item = _quotes(message)
    assert units(message.text) <= LONGEST_MESSAGE
    assert text.startswith(above)
    assert item.startswith("two two")
    assert len(item) > ROOM // 2 - 50


@given(st.text(ALPHABET, min_size=1, max_size=60), st.data())
def test_offsets_always_cover_the_quote(text: str, data: st.DataObject) -> None:
    """Whatever the text: what the entities cover is the slice and the answer."""
    text = normalised(text)
    if not text:
        return
    bounds = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    start, first, last, end = bounds
    if not start < end or not text[start:end].strip():
        return
    span, answer = Span(start, end), Span(first, last)
    message = drawn(Quote(_document(text), span, answer, ""), SAY)
    assert _quotes(message) == [text[start:end]]
    bold = _covered(message, "bold")
    assert bold == ([text[first:last]] if first < last and answer != span else [])


def test_a_quote_is_cut_where_its_sentences_end() -> None:
    """At the ends it was given with, not where a sentence seems to end."""
    text = " ".join(f"Part {number:03}. of it;" for number in range(300))
    ends = [place + 1 for place, letter in enumerate(text) if letter == ";"]
    sentences = tuple(
        Span(start, end) for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False)
    )
    whole = Span(0, len(text))
    (shown,) = _quotes(drawn(Quote(_document(text), whole, whole, "", sentences), SAY))
    assert shown.endswith(" of it;")
    assert text.startswith(shown)


def test_texts_of_several_dates_are_shown_newest_first() -> None:
    """Each quote below its date, in the words of the language, all in one message."""
    quotes = [
        _whole(replace(_document(f"The fee is {fee}.", date=date), doc_id=date))
        for fee, date in (("£52", "2025-10-02"), ("£36", "2025-03-03"))
    ]
    message = drawn_dated(quotes, SAY)
    assert message.text == (
        "On 2 October 2025:\nThe fee is £52.\nA title · 2\u00a0October\u00a02025\n\n"
        "Earlier, on 3 March 2025:\nThe fee is £36.\nA title · 3\u00a0March\u00a02025"
    )
    assert _quotes(message) == ["The fee is £52.", "The fee is £36."]
    assert "I am not sure" in drawn_dated([q.labelled(Label.UNSURE) for q in quotes], SAY).text
    long = [_whole(_document("A long sentence of many words. " * 300, date="2025-01-01"))] * 3
    for language in LANGUAGES:
        assert units(drawn_dated(long, texts(language)).text) <= LONGEST_MESSAGE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("letter", ["T", "🎻"])
def test_the_longest_sources_leave_room_for_quotes(language: str, letter: str) -> None:
    """Of one text or of several, also below the question that waited; each is cut and named."""
    say, question = texts(language), "q" * 200
    also = tuple(_document("", title=name + letter * 200) for name in "BC")
    document = _document("word " * 900, title="A" + letter * 200, date="2025-10-02",
                         language="ar")  # fmt: skip
    whole = Span(0, 4_499)
    quote = Quote(document, whole, whole, "H" + letter * 200, label=Label.UNSURE, also=also)
    for message, number in ((drawn(quote, say), 1), (drawn_dated([quote] * 3, say), 3)):
        below = headed(say("wait-known", question=question), message)
        assert units(below.text) <= LONGEST_MESSAGE
        assert [words[:100] for words in _quotes(below)] == [("word " * 20)] * number
        for name in "HABC":
            assert below.text.count(name + letter * 70) == number
