"""PDF files: text and printed lines."""

import pytest

from index.sources.pdf import rejoined
from tests.index.sources.made import only, pdf_file


@pytest.mark.slow
def test_a_page_becomes_its_paragraphs() -> None:
    """A word cut at the end of a line is put together."""
    lines = ["A first long line of the paragraph that is wra-", "pped and goes on to the end."]
    assert only("p.pdf", pdf_file(lines)).text == (
        "A first long line of the paragraph that is wrapped and goes on to the end."
    )


def test_printed_lines_become_paragraphs() -> None:
    """Wrapped lines join, hyphens go, page numbers and running heads go."""
    body = ["The first line of text is as long as the others are and it", "ends here. Then more."]
    pages = [["Running head", *body, str(number)] for number in range(1, 6)]
    text = rejoined(["\n".join(page) for page in pages])
    assert "Running head" not in text
    assert text.split("\n\n")[0] == (
        "The first line of text is as long as the others are and it ends here. Then more."
    )
