"""How documents changed from one generation to another."""

import json
from pathlib import Path

import pytest

from index.building import build, remove
from index.cli import main
from index.errors import LibraryError
from index.store import Library, open_library
from index.text import Document
from index.versions import between, revisions
from tests.doubles import BagEncoder

FIRST = Document("fees", "Fees", "The fee is ten crowns. Nobody pays twice.", None, "2025-01-01")
SECOND = Document("fees", "Fees", "The fee is not ten crowns. Nobody pays.", None, "2025-02-01")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Four generations: two texts, one changed, one removed, one added."""
    library, encoder = open_library(tmp_path / "library"), BagEncoder()
    build(library, [FIRST, Document("cat", "Cat", "The cat sleeps.")], encoder, replace=True)
    build(library, [SECOND], encoder, replace=False)
    remove(library, ["cat"])
    build(library, [Document("dog", "Dog", "The dog barks loudly.")], encoder, replace=False)
    return library


def test_a_document_has_its_revisions(library: Library) -> None:
    """In the generations where it changed, and in no others."""
    first, second = revisions(library, "fees")
    assert (first.generation.number, first.kind, first.words) == (1, "added", (8, 0))
    assert (second.generation.number, second.kind, second.words) == (2, "changed", (1, 1))
    assert second.told == {"date": ("2025-01-01", "2025-02-01")}
    assert [one.kind for one in revisions(library, "cat")] == ["added", "removed"]
    with pytest.raises(LibraryError, match="no generation that is kept has cow"):
        revisions(library, "cow")


def test_two_generations_are_compared(library: Library) -> None:
    """Added, removed and changed documents, each once; backwards the other way round."""
    found = {one.doc_id: one.kind for one in between(library, 1, 4)}
    assert found == {"cat": "removed", "dog": "added", "fees": "changed"}
    back = {one.doc_id: one.kind for one in between(library, 4, 1)}
    assert back == {"cat": "added", "dog": "removed", "fees": "changed"}
    assert list(between(library, 2, 2)) == []
    with pytest.raises(LibraryError):
        list(between(library, 1, 9))


def test_the_command_shows_both(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    """A line each, the words below it; JSON for programs; an unknown name or number is 1."""
    assert main(["history", "fees", "--library", library.address]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [one.split("\t")[::2] for one in (lines[0], lines[1])] == [
        ["generation 1", "added"],
        ["generation 2", "changed"],
    ]
    assert lines[1].endswith("\t+1 −1 words")
    assert lines[2:] == [
        "    date: 2025-01-01 → 2025-02-01",
        "    The fee is {+not+} ten crowns. Nobody pays [-twice-].",
    ]
    assert main(["diff", "1", "4", "--library", library.address]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[:3] == [
        "cat\tremoved\t+0 −3 words",
        "dog\tadded\t+4 −0 words",
        "fees\tchanged\t+1 −1 words",
    ]
    assert main(["diff", "2", "2", "--library", library.address]) == 0
    assert capsys.readouterr().out == "the same documents in both\n"
    assert main(["diff", "1", "2", "--json", "--library", library.address]) == 0
    (one,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (one["doc_id"], one["kind"]) == ("fees", "changed")
    assert one["changes"][0] == {
        "before": "",
        "after": "not",
        "before_span": [10, 10],
        "after_span": [11, 14],
    }
    assert main(["history", "cow", "--library", library.address]) == 1
    assert "no generation that is kept has cow" in capsys.readouterr().err
    assert main(["diff", "1", "9", "--library", library.address]) == 1
    assert capsys.readouterr().err.startswith("verbatim: ")
