"""What people at a terminal see of an answer."""

import re
from dataclasses import replace

import pytest

from bot.answering import Answer, NoAnswer, Quote, quotes_of
from bot.telegram.texts import texts
from bot.terminal.contract import as_json
from bot.terminal.page import (
    BOLD,
    DIM,
    PLAIN,
    render,
    render_other,
    render_quote,
    render_reasons,
    source,
)
from index.retriever import Hit
from index.text.blocks import Part, composed
from index.text.documents import Document
from index.text.passages import split
from index.text.spans import Span
from tests.bot.terminal.results import (
    ANSWERED,
    DOCUMENT,
    DOUBTED,
    HITS,
    PARTLY,
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
    assert shown.endswith(f"\n{SAY('unsure-label')}\n\nconfidence 50%")
    assert SAY("unsure-label") not in render(ANSWERED, colour=False)
    assert "to be sure it takes 0.600" in render_reasons(DOUBTED)
    assert "to be sure" not in render_reasons(ANSWERED)
    assert [as_json("q?", one)["sure"] for one in (ANSWERED, DOUBTED, REFUSED)] == [
        True,
        False,
        False,
    ]


def test_the_part_that_is_not_answered_is_told_below_the_quotes() -> None:
    """In the reader's words, instead of a reservation where what answers the rest is sure."""
    said = SAY("unanswered", question="who paid?")
    whole = render(ANSWERED, colour=False)
    assert render(PARTLY, colour=False) == whole.replace("\n\nconf", f"\n\n{said}\n\nconf")
    doubted = render(replace(DOUBTED, unanswered=PARTLY.unanswered), colour=False)
    assert doubted.endswith(f"\n{SAY('unsure-label')}\n\n{said}\n\nconfidence 50%")
    assert "to be sure" not in render_reasons(PARTLY)
    escaped = replace(PARTLY, unanswered=(replace(PARTLY.unanswered[0], question="\x1b[1m"),))
    assert "“\\x1b[1m”" in render(escaped, colour=False)


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
    """By its heading, else by what it is known by."""
    named = replace(QUOTE, document=replace(DOCUMENT, title="", url=None, date=None))
    assert source(named) == "— Weather"
    assert source(replace(named, heading="")) == "— news.txt"


def test_what_is_left_out_is_marked() -> None:
    """Between an item and what introduces it, and where a sentence goes on."""
    text, blocks = composed(
        [Part("It covers:"), Part("a berth", "item", 1), Part("water, and so on", "item", 1)]
    )
    document = Document("d", "D", text, blocks=blocks)
    start = text.index("water")
    whole, piece = Span(start, len(text)), Span(start, start + 6)
    assert render_quote(Quote(document, whole, whole, ""), colour=False) == (
        "It covers:\n[…]\nwater, and so on\n— D"
    )
    shown = render_quote(Quote(document, piece, piece, ""), colour=False)
    assert shown == "It covers:\n[…]\nwater,\n[…]\n— D"


def test_texts_of_several_dates_are_shown_newest_first() -> None:
    """Each quote below its date."""
    older = replace(DOCUMENT, doc_id="old", date="2025-03-03")
    quotes = (QUOTE, replace(QUOTE, document=older))
    shown = render(replace(ANSWERED, quotes=quotes, dated=True), colour=False)
    assert shown.startswith("on 2 October 2025:\nThe bridge, built in 1890, was closed.\n— ")
    assert "\n\nearlier, on 3 March 2025:\nThe bridge, built in 1890, was closed.\n— " in shown
    assert as_json("q", replace(ANSWERED, quotes=quotes, dated=True))["dated"]
    assert not as_json("q", ANSWERED)["dated"]
