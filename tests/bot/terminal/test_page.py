"""What people at a terminal see of an answer."""

import re

import pytest

from bot.answering.answer import Answer, NoAnswer, Quote
from bot.terminal.contract import as_json
from bot.terminal.page import BOLD, DIM, PLAIN, render, render_reasons
from index.retriever import Hit
from index.text.documents import Document
from index.text.passages import split
from index.text.spans import Span
from tests.bot.terminal.results import ANSWERED, DOUBTED, QUOTE, REFUSED


def test_an_answer_shows_quote_source_and_confidence() -> None:
    """Heading, title, date and link below the words, which are those of the text."""
    assert QUOTE.text == "The bridge, built in 1890, was closed."
    assert render(ANSWERED, colour=False) == (
        "The bridge, built in 1890, was closed.\n"
        "— Weather · News · 2025-10-02 · https://example.org/a"
        "#:~:text=The%20bridge%2C%20built%20in%201890%2C%20was%20closed.\n\nconfidence 87%"
    )
    assert f"The bridge, {BOLD}built in 1890{PLAIN}, was" in render(ANSWERED, colour=True)


@pytest.mark.parametrize("colour", [False, True])
def test_nothing_foreign_moves_the_terminal(colour: bool) -> None:
    """Text, heading, title and address may hold escapes; only ours for bold and dim are sent."""
    text = "The \x9b5mbridge \u2067burned."
    document = Document("a\nb", "T\x1b]0;x", text, "https://e.org/\x1b[31m", None, "en")
    (passage,) = split(document)
    quote = Quote(document, passage.span, Span(4, 14), "H\x85\nforged")
    found = Answer((quote,), 0.9, 0.4, (Hit(passage, 0.9, 0.8, (0.1,), 0.5),))
    shown = render(found, colour) + render_reasons(found)
    ours = re.sub(f"{re.escape(BOLD)}|{re.escape(DIM)}|{re.escape(PLAIN)}", "", shown)
    assert "".join(sorted(set(ours) & set("\x1b\x9b\x85\u2067"))) == ""
    assert "The \\x9b5mbridge \\u2067burned.\n— H\\x85\\nforged · T\\x1b]0;x · https://" in ours
    assert "a\\nb 0-" in ours


def test_a_doubtful_answer_says_so() -> None:
    """Below the quote, in the reasons, and to programs."""
    shown = render(DOUBTED, colour=False)
    assert shown.startswith(f"{QUOTE.text}\n")
    assert shown.endswith("confidence 50%: I am not sure that this answers")
    assert "to be sure it takes 0.600" in render_reasons(DOUBTED)
    assert "to be sure" not in render_reasons(ANSWERED)
    assert [as_json("q?", one)["sure"] for one in (ANSWERED, DOUBTED, REFUSED)] == [
        True,
        False,
        False,
    ]


def test_a_refusal_labels_the_closest() -> None:
    """It is never taken for an answer."""
    shown = render(REFUSED, colour=False)
    assert shown.startswith(
        "The text does not answer this. The closest I have, not an answer:\n\n"
    )
    assert QUOTE.text in shown
    assert render(NoAnswer(None, 0, 0.4, ()), colour=False) == "The text does not answer this."
