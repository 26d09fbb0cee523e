"""Sources one after the other; what cannot be read is told, the rest goes in."""

from pathlib import Path

from index.errors import SourceError
from index.sources import load
from index.text.documents import Document


def test_folders_are_read_to_the_bottom(tmp_path: Path) -> None:
    """Names are relative to the folder; hidden files are passed over; failures are told."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("Text a.")
    (tmp_path / "b.md").write_text("Text b.")
    (tmp_path / ".hidden").write_text("no")
    (tmp_path / "empty.txt").write_text("")
    found = list(load([str(tmp_path), str(tmp_path / "missing.txt")]))
    ids = [one.doc_id for one in found if isinstance(one, Document)]
    told = [str(one) for one in found if isinstance(one, SourceError)]
    assert ids == ["b.md", "sub/a.txt"]
    assert told == [
        f"{tmp_path / 'empty.txt'}: empty",
        f"{tmp_path / 'missing.txt'}: No such file or directory",
    ]
