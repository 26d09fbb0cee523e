"""The style sheets that chapters of books link to."""

import pytest

from index.sources.epub import read
from index.sources.loader import File
from tests.index.sources.test_epub import book


@pytest.mark.parametrize(
    ("rel", "sheet", "text"),
    [
        ("stylesheet", ".x{display:none}", "B"),
        ("Stylesheet", ".x{display:none}", "B"),
        ("stylesheet", "\ufeff.x{display:none}", "B"),
        ("alternate stylesheet", ".x{display:none}", "A B"),
    ],
)
def test_a_linked_sheet_is_read(rel: str, sheet: str, text: str) -> None:
    """With a mark before it, too; one that a reader would have to choose is not."""
    chapter = f'<link rel="{rel}" href="a.css"/><p class="x">A</p><p>B</p>'
    (found,) = read(File("a.epub", book({"one": chapter}, more={"O/a.css": sheet})))
    assert " ".join(part.text for part in found.parts) == text
