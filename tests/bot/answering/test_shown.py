"""How a quote is shown: marked wherever words are left out."""

import pytest

from bot.answering.answer import Quote
from bot.answering.quoting import LONGEST_QUOTE, best_quote
from bot.answering.shown import broken, quotations
from index.retriever import Hit
from index.text.blocks import Kind, Part, composed
from index.text.documents import Document
from index.text.passages import split
from index.text.spans import Span

LIST = [
    Part("The pool is heated. Bring:"), Part("a towel", "item", 1), Part("shoes:", "item", 1),
    Part("dry", "item", 2), Part("clean", "item", 2), Part("a coin", "item", 1),
    Part("Thank you."),
]  # fmt: skip


def test_a_quote_that_is_a_piece_of_a_sentence_is_broken() -> None:
    """Where it begins, where it ends, or both; whole sentences are not, also over lines."""
    text = "One is here.\n\nTwo words here, and many more of them. Three."
    document = Document("d", "T", text)
    quotes = {
        "One is here.": (False, False),
        "Two words here, and many more of them.": (False, False),
        "Two words here,": (False, True),
        "and many more": (True, True),
        "more of them. Three.": (True, False),
    }
    for words, expected in quotes.items():
        span = Span(text.index(words), text.index(words) + len(words))
        assert broken(Quote(document, span, span, "")) == expected


@pytest.mark.parametrize(
    ("kind", "is_broken"), [("code", False), ("verse", False), ("paragraph", True)]
)
def test_a_line_of_code_or_verse_is_whole(kind: Kind, is_broken: bool) -> None:
    """It needs no mark where it begins or ends, as the lines of one sentence do."""
    text, blocks = composed([Part("Roses are red\nviolets are blue\nand so am I", kind)])
    document, start = Document("d", "D", text, blocks=blocks), text.index("violets")
    for words, last in (("violets are blue", False), ("violets are blue\nand so am I", True)):
        span = Span(start, start + len(words))
        found = broken(Quote(document, span, span, ""))
        assert found == (is_broken, is_broken and not last)


@pytest.mark.parametrize(
    ("words", "goes_on"),
    [
        ("The pool is heated.", False),
        ("Bring:\n\na towel", True),
        ("Bring:\n\na towel\nshoes:\ndry\nclean", True),
        ("Bring:\n\na towel\nshoes:\ndry\nclean\na coin", False),
        ("a towel", True),  # the introduction is shown with it, right above it
        ("clean", False),  # and here with a mark between
        ("shoes:\ndry", True),
        ("shoes:\ndry\nclean", False),
        ("Thank you.", False),
    ],
)
def test_a_list_that_goes_on_is_marked_where_it_is_introduced(words: str, goes_on: bool) -> None:
    """Nobody takes the items shown for all of them; one that is chosen needs no mark."""
    text, blocks = composed(LIST)
    span = Span(text.index(words), text.index(words) + len(words))
    document = Document("d", "D", text, blocks=blocks)
    assert broken(Quote(document, span, span, "")) == (False, goes_on)


@pytest.mark.parametrize("kind", ["item", "verse", "paragraph"])
@pytest.mark.parametrize(
    ("first", "last", "goes_on"),
    [
        ("Bring:", "a towel", True),
        ("a towel", "a towel", True),
        ("Bring:", "a coin", False),
        ("shoes", "shoes", False),
        ("shoes", "a coin", False),
        ("Bring:", "Bring:", False),
        ("Leave:", "a pipe", False),
    ],
)
def test_so_is_a_list_without_bullets(kind: Kind, first: str, last: str, goes_on: bool) -> None:
    """Its lines, or paragraphs, up to the next that introduces others."""
    items, other = ["a towel", "shoes", "a coin"], ["a pipe"]
    if kind == "verse":
        parts = [Part("\n".join(["Bring:", *items, "Leave:", *other]), kind)]
    else:
        lists = [[Part(one, kind, int(kind == "item")) for one in part] for part in (items, other)]
        parts = [Part("Bring:"), *lists[0], Part("Leave:"), *lists[1]]
    text, blocks = composed(parts)
    span = Span(text.index(first), text.index(last) + len(last))
    assert broken(Quote(Document("d", "D", text, blocks=blocks), span, span, "")).end == goes_on


def test_a_line_of_a_card_is_no_list_that_goes_on() -> None:
    """Nobody takes an office's number for all that there is to say of it."""
    text, blocks = composed([Part("Tax Office\nPhone: 15\nHead: Peter", "verse")])
    span = Span(0, text.index("\nHead"))
    assert broken(Quote(Document("d", "D", text, blocks=blocks), span, span, "")) == (False, False)


def test_what_a_long_list_lacks_is_marked() -> None:
    """Of eleven papers as many are quoted as have room."""
    items = [Part(f"{number} {'paper ' * 12}".strip(), "item", 1) for number in range(11)]
    text, blocks = composed([Part("Bring:"), *items])
    (passage,) = split(Document("d", "D", text, blocks=blocks))
    worth = [0.9, *[0.1] * 11]
    quote = best_quote(Hit(passage, 0.9, 0.9, tuple(worth), 0.0), worth)
    assert quotations(quote) == [quote.span]
    assert LONGEST_QUOTE - 80 < len(quote.span) <= LONGEST_QUOTE
    assert broken(quote) == (False, True)
