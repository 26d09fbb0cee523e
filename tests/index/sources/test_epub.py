"""EPUB books: chapters, and what the book says of itself."""

import pytest

from tests.index.sources.made import epub_file, only


@pytest.mark.slow
def test_a_book_becomes_its_chapters() -> None:
    """Title, date and language are those of the package document."""
    book = only("b.epub", epub_file())
    assert (book.title, book.date, book.language) == ("Nights", "2020-01-02", "en")
    assert book.text == "One\n\nIt was a dark night."
