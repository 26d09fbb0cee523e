"""What would take too much is refused."""

import pytest

from index.errors import SourceError
from index.sources import from_bytes
from tests.index.sources.made import epub_file


@pytest.mark.slow
def test_a_zip_bomb_is_refused() -> None:
    """A small file that unpacks to a huge one is not unpacked."""
    bomb = epub_file("<p>" + " " * 100_000_001 + "</p>")
    assert len(bomb) < 1_000_000
    with pytest.raises(SourceError, match="unpacks to more"):
        from_bytes("bomb.epub", bomb)
