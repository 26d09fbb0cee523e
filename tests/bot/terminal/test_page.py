"""What people at a terminal see of an answer."""

from bot.answering.answer import NoAnswer
from bot.terminal.contract import as_json
from bot.terminal.page import BOLD, PLAIN, render, render_reasons
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
