"""What would take too much, or what nothing reads, is refused."""

import pytest

from index.errors import SourceError
from index.sources import from_bytes
from index.sources.loader import File
from index.sources.sandbox import extracted
from tests.index.sources.made import epub_file


@pytest.mark.slow
def test_a_zip_bomb_is_refused() -> None:
    """A small file that unpacks to a huge one is not unpacked."""
    bomb = epub_file("<p>" + " " * 100_000_001 + "</p>")
    assert len(bomb) < 1_000_000
    with pytest.raises(SourceError, match="unpacks to more"):
        from_bytes("bomb.epub", bomb)


def test_a_kind_without_a_loader_is_refused() -> None:
    """It is not taken for one of the others."""
    with pytest.raises(SourceError) as refused:
        extracted("odt", File("a.odt", epub_file("<p>The cat sleeps.</p>")))
    assert str(refused.value) == "a.odt: nothing here reads ODT files"
