"""Answers as text and entities: every offset in UTF-16, every quote whole."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.answer import Answer, NoAnswer, Quote
from bot.telegram.messages import (
    LONGEST_MESSAGE,
    ChatText,
    answer_messages,
    quote_messages,
    refusal_message,
    units,
)
from bot.telegram.texts import texts
from index.text.documents import Document
from index.text.normalise import normalised
from index.text.spans import Span

SAY = texts("en")
ALPHABET = st.sampled_from("ab é 𝄢👩🏽‍🚀。.! \n漢字ا")


def _document(text: str, **more: str) -> Document:
    return replace(Document("d", "A title", text), **more)  # type: ignore[arg-type]


def _covered(message: ChatText, *kinds: str) -> list[str]:
    data = message.text.encode("utf-16-le")
    return [
        data[2 * one.offset : 2 * (one.offset + one.length)].decode("utf-16-le")
        for one in message.entities
        if one.type in kinds
    ]


def _quotes(messages: list[ChatText]) -> list[str]:
    return [q for m in messages for q in _covered(m, "blockquote", "expandable_blockquote")]


def test_a_quote_with_its_source() -> None:
    """Quotation, bold answer, title, date, heading, link, language: each where it belongs."""
    text = "🎻 Il est né en 1903. Il vit."
    document = _document(text, title="Vie", url="https://a.example/x", date="2024-01-02",
                         language="fr")  # fmt: skip
    quote = Quote(document, Span(2, 20), Span(15, 19), "Début")
    (message,) = quote_messages(quote, SAY)
    assert message.text == (
        "Il est né en 1903.\nVie · 2024-01-02 · Début · source · quoted in French"
    )
    assert _quotes([message]) == ["Il est né en 1903."]
    assert _covered(message, "bold") == ["1903", "Vie"]
    (link,) = [one.url for one in message.entities if one.type == "text_link"]
    assert link == "https://a.example/x#:~:text=Il%20est%20n%C3%A9%20en%201903."


def test_long_quotes_fold() -> None:
    """From about five lines on."""
    short, long = _document("x" * 300), _document("x" * 301)
    kinds = [
        quote_messages(Quote(d, Span(0, len(d.text)), Span(0, len(d.text)), ""), SAY)[0]
        .entities[0]
        .type
        for d in (short, long)
    ]
    assert kinds == ["blockquote", "expandable_blockquote"]


def test_refusals_are_one_line() -> None:
    """Not answered, or nothing asked."""
    quote = Quote(_document("One."), Span(0, 4), Span(0, 4), "")
    assert refusal_message(NoAnswer(quote, 0.1, 0.5, ()), SAY).text == SAY("no-answer")
    assert refusal_message(NoAnswer(None, 0.0, 0.5, ()), SAY).text == SAY("small-talk")


def test_every_quote_of_an_answer_is_shown() -> None:
    """In order."""
    document = _document("One. Two.")
    quotes = tuple(Quote(document, span, span, "") for span in (Span(0, 4), Span(5, 9)))
    assert _quotes(answer_messages(Answer(quotes, 0.9, 0.5, ()), SAY)) == ["One.", "Two."]


def test_a_doubtful_answer_says_so_above_each_quote() -> None:
    """And a sure one does not."""
    document = _document("One. Two.")
    quotes = tuple(Quote(document, span, span, "") for span in (Span(0, 4), Span(5, 9)))
    found = answer_messages(Answer(quotes, 0.5, 0.4, (), sure_from=0.6), SAY)
    assert [message.text.splitlines()[0] for message in found] == [SAY("unsure-label")] * 2
    assert _quotes(found) == ["One.", "Two."]
    (sure, _) = answer_messages(Answer(quotes, 0.6, 0.4, (), sure_from=0.6), SAY)
    assert sure.text.startswith("One.")


@pytest.mark.parametrize("sentence", ["word ", "字", "🎻", "a. ", "é"])
def test_very_long_quotes_are_split_between_words_and_whole(sentence: str) -> None:
    """Each part fits a message, and together they are the quote."""
    text = (sentence * (9_000 // len(sentence) // units(sentence[0]))).strip()
    document = _document(text)
    messages = quote_messages(Quote(document, Span(0, len(text)), Span(0, 3), "H"), SAY, "Label:")
    assert len(messages) > 1
    assert all(units(message.text) <= LONGEST_MESSAGE for message in messages)
    parts = _quotes(messages)
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")
    if " " in text:
        assert " ".join(parts) == text
    assert messages[0].text.startswith("Label:\n1/")
    assert "[…]" not in messages[-1].text


def test_what_three_messages_do_not_hold_is_left_out_and_said() -> None:
    """A mark outside the quotation, before the source."""
    text = ("word " * 200_000).strip()
    messages = quote_messages(Quote(_document(text), Span(0, len(text)), Span(0, 4), "H"), SAY)
    assert len(messages) == 3
    assert messages[-1].text.endswith("word\n[…]\nA title · H")
    assert text.startswith(" ".join(_quotes(messages)))


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
    (message,) = quote_messages(Quote(_document(text), span, answer, ""), SAY)
    assert _quotes([message]) == [text[start:end]]
    bold = _covered(message, "bold")
    assert bold[-1] == "A title"
    assert bold[:-1] == ([text[first:last]] if first < last and answer != span else [])


def test_a_very_long_quote_is_cut_where_its_sentences_end() -> None:
    """At the ends it was given with, not where a sentence seems to end."""
    text = " ".join(f"Part {number:03}. of it;" for number in range(300))
    ends = [place + 1 for place, letter in enumerate(text) if letter == ";"]
    sentences = tuple(
        Span(start, end) for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False)
    )
    whole = Span(0, len(text))
    quote = Quote(_document(text), whole, whole, "", sentences)
    parts = _quotes(quote_messages(quote, SAY))
    assert len(parts) == 2
    assert parts[0].endswith(" of it;")
    assert " ".join(parts) == text
