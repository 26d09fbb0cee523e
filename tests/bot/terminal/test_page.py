"""What people at a terminal see of an answer."""

from dataclasses import replace

from bot.answering import NoAnswer, quotes_of
from bot.telegram.texts import texts
from bot.terminal.contract import as_json
from bot.terminal.page import BOLD, PLAIN, render, render_other, render_reasons, source
from tests.bot.terminal.results import (
    ANSWERED,
    DOCUMENT,
    DOUBTED,
    HITS,
    PASSAGE,
    QUOTE,
    REFUSED,
)

# The labels are those of the chat.
SAY = texts("en")
OTHER = replace(DOCUMENT, doc_id="other.txt", url=None, date=None)


def test_an_answer_shows_quote_source_and_confidence() -> None:
    """Heading, title, date and link below the words, which are those of the text."""
    assert QUOTE.text == "The bridge, built in 1890, was closed."
    assert render(ANSWERED, colour=False) == (
        "The bridge, built in 1890, was closed.\n"
        "— Weather · News · 2025-10-02 · https://example.org/a"
        "#:~:text=The%20bridge%2C%20built%20in%201890%2C%20was%20closed.\n\nconfidence 87%"
    )
    assert f"The bridge, {BOLD}built in 1890{PLAIN}, was" in render(ANSWERED, colour=True)


def test_a_doubtful_answer_says_so() -> None:
    """Below the quote, in the reasons, and to programs."""
    shown = render(DOUBTED, colour=False)
    assert shown.startswith(f"{QUOTE.text}\n")
    assert shown.endswith(f"\n{SAY('unsure-label')}\n\nconfidence 50%")
    assert SAY("unsure-label") not in render(ANSWERED, colour=False)
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
    assert shown.startswith(f"{SAY('no-answer')}\n\n{QUOTE.text}\n— Weather")
    assert shown.endswith(f"\n{SAY('closest-label')}")
    assert render(NoAnswer(None, 0, 0.4, ()), colour=False) == SAY("no-answer")


def test_other_passages_say_their_place_and_what_they_are() -> None:
    """Of a sure answer they may answer; of a refusal they do not either."""
    first, second = HITS
    elsewhere = replace(second, passage=replace(PASSAGE, document=OTHER))
    for result, key in ((ANSWERED, "unsure-label"), (REFUSED, "near-label")):
        quotes = quotes_of(replace(result, hits=(first, elsewhere)))
        label = f"{SAY('other-label', place=1, count=1)} {SAY(key)}"
        assert render_other(quotes, 1, colour=False).endswith(f"\n— News\n{label}")


def test_a_text_without_a_title_is_named() -> None:
    """By what it is known by; a title that is the heading too is said once."""
    named = replace(DOCUMENT, title="", url=None, date=None)
    assert source(replace(QUOTE, document=named)) == "— Weather · news.txt"
    assert source(replace(QUOTE, document=replace(named, title="Weather"))) == "— Weather"
