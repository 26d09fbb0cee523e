"""Sources one after the other; what cannot be read is told, the rest goes in."""

import json
from contextlib import closing
from pathlib import Path

from index.building import build
from index.errors import SourceError
from index.sources import load
from index.store import open_library
from index.text.documents import Document
from tests.doubles import BagEncoder


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


def test_names_are_cleaned_when_they_are_taken_in(tmp_path: Path) -> None:
    """Of files, of lines and of what a text says of itself: one line without controls."""
    (tmp_path / "a\x1b[2J\nb\u2066.txt").write_text('---\ntitle: "T\\e\\n\\u009bt"\n---\nText.')
    row = {
        "doc_id": "x\n\x9by",
        "title": "T\u202et",
        "url": "https://e.org/\x1bz",
        "text": "Text.",
    }
    (tmp_path / "rows.jsonl").write_text(json.dumps(row) + '\n{"doc_id": "\\u001b", "text": "T."}')
    file, row_one, row_two = (one for one in load([str(tmp_path)]) if isinstance(one, Document))
    assert (file.doc_id, file.title) == ("a [2J b.txt", "T t")
    assert file.origin == f"{tmp_path.name}/a [2J b.txt"
    assert (row_one.doc_id, row_one.title, row_one.url) == ("x y", "Tt", "https://e.org/z")
    assert (row_two.doc_id, row_one.language) == ("unnamed", row_two.language)


def test_files_of_one_name_are_two_documents(tmp_path: Path) -> None:
    """Added one after the other or together; built again, each keeps its name."""
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "notes.txt").write_text(f"Of the folder {folder}.")
    library = open_library(tmp_path / "library")

    def texts(*sources: str, replace: bool) -> dict[str, str]:
        paths = [str(tmp_path / source) for source in sources]
        found = [one for one in load(paths) if isinstance(one, Document)]
        build(library, found, BagEncoder(), replace=replace)
        with closing(library.open()) as view:
            return {one.doc_id: one.text for one in view.documents()}

    both = {"notes.txt": "Of the folder a.", "b/notes.txt": "Of the folder b."}
    assert texts("a/notes.txt", replace=True) == {"notes.txt": "Of the folder a."}
    assert texts("b/notes.txt", replace=False) == both
    (tmp_path / "b" / "notes.txt").write_text("Of the folder b, anew.")
    both["b/notes.txt"] = "Of the folder b, anew."
    assert texts("b", replace=False) == both
    assert texts("a", replace=False) == both
    assert texts("a", "b", replace=True) == both


def test_names_do_not_depend_on_the_order(tmp_path: Path) -> None:
    """Of files that are read at once: by what tells each, where another is called so."""
    for place in ("x/a", "y/a", "b"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "notes.txt").write_text(f"Of the folder {place}.")
    (tmp_path / "b" / "fees.txt").write_text("Ten crowns.")

    def called(*sources: str) -> dict[str, str]:
        paths = [str(tmp_path / source) for source in sources]
        return {one.text: one.doc_id for one in load(paths) if isinstance(one, Document)}

    two = {
        "Of the folder x/a.": "a/notes.txt",
        "Of the folder b.": "b/notes.txt",
        "Ten crowns.": "fees.txt",
    }
    assert called("x/a", "b") == called("b", "x/a/notes.txt") == two
    assert called("b", "b/notes.txt")["Of the folder b."] == "notes.txt"
    assert called("y/a", "x/a") == {
        "Of the folder x/a.": "x/a/notes.txt",
        "Of the folder y/a.": "y/a/notes.txt",
    }


def test_names_stay_when_all_is_built_again(tmp_path: Path) -> None:
    """In any order, with what came later or without it."""
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "notes.txt").write_text(f"Of the folder {folder}.")
    library = open_library(tmp_path / "library")

    def names(*sources: str, replace: bool) -> set[str]:
        paths = [str(tmp_path / source) for source in sources]
        found = [one for one in load(paths) if isinstance(one, Document)]
        build(library, found, BagEncoder(), replace=replace)
        with closing(library.open()) as view:
            return {one.doc_id for one in view.documents()}

    both = {"a/notes.txt", "b/notes.txt"}
    assert names("b", "a", replace=True) == names("a", "b", replace=True) == both
    assert names("a", replace=False) == names("b", "a", replace=False) == both
