"""Links go to the sentence."""

import pytest

from bot.answering.answer import Quote
from bot.answering.citation import is_web, names_of, text_fragment
from index.text.documents import Document
from index.text.spans import Span


@pytest.mark.parametrize(
    ("url", "quote", "link"),
    [
        (
            "https://e.org/a",
            "A b, c-d & é.",
            "https://e.org/a#:~:text=A%20b%2C%20c%2Dd%20%26%20%C3%A9.",
        ),
        ("https://e.org/a#top", "Yes", "https://e.org/a#top:~:text=Yes"),
        ("ftp://e.org", "Yes", "ftp://e.org"),
        (
            "http://e.org",
            " ".join(f"w{n}" for n in range(60)),
            "http://e.org#:~:text=w0%20w1%20w2%20w3%20w4,w55%20w56%20w57%20w58%20w59",
        ),
        (
            "http://e.org",
            "字" * 200,
            f"http://e.org#:~:text={'%E5%AD%97' * 15},{'%E5%AD%97' * 15}",
        ),
    ],
)
def test_links_go_to_the_sentence(url: str, quote: str, link: str) -> None:
    """A text fragment of the quote, by its first and last words if it is long."""
    assert text_fragment(url, quote) == link


@pytest.mark.parametrize(
    ("url", "web"),
    [
        ("https://e.org/a", True),
        ("http://localhost:8000", True),
        ("ftp://e.org", False),
        ("mailto:a@e.org", False),
        ("https://", False),
        ("https://e.org/a b", False),
        ("https://[::1", False),
        ("e.org", False),
        ("", False),
    ],
)
def test_only_addresses_that_a_browser_opens_are_of_the_web(url: str, web: bool) -> None:
    """Telegram refuses a message with any other link."""
    assert is_web(url) is web


@pytest.mark.parametrize(
    ("heading", "title", "names"),
    [
        ("Weather", "News", ["Weather", "News", "Other"]),
        ("News", "News", ["News", "Other"]),
        ("", "", ["d", "Other"]),
        ("", "Rain fell all…", ["Rain fell all…", "Other"]),
        ("", "Rain fell…", ["Other"]),
        ("Weather", "Rain fell…", ["Weather", "Other"]),
    ],
)
def test_a_source_is_called_by_all_that_says_something(
    heading: str, title: str, names: list[str]
) -> None:
    """Nothing twice; nor a text's first words, but where they say more than the quote."""
    document, span = Document("d", title, "Rain fell all day."), Span(0, 9)
    also = (Document("e", "Other", "Rain fell."), Document("f", "Other", "Rain fell."))
    assert names_of(Quote(document, span, span, heading, also=also)) == names
