"""Files that are refused by how they begin, and what only looks like them."""

import pytest

from index.errors import SourceError
from index.sources import from_bytes
from index.text import Document


def _texts(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


@pytest.mark.parametrize(
    ("name", "stamp"), [("a.txt", "[10:15:33]"), ("a.log", "[10:15:33]"), ("a.log", "[10:15.337]")]
)
def test_lines_with_their_times_are_text(name: str, stamp: str) -> None:
    """Of chats, transcripts and logs: hours, minutes and seconds are no lyrics'."""
    said = f"{stamp} Anna: The meeting begins at nine."
    (document,) = from_bytes(name, said.encode())
    assert _texts(document) == [said]


@pytest.mark.parametrize(
    "lines",
    ["[00:12.00]The pier\n", "[00:12.00][01:40.50]The pier\n", "[ti:Ice]\n[ar:Jo]\n[00:12]Ice\n"],
)
def test_lyrics_are_refused(lines: str) -> None:
    """By hundredths of a second, or by tags that say what is sung."""
    with pytest.raises(SourceError, match="LRC"):
        from_bytes("a.txt", lines.encode())
