"""Golden questions: what a new generation must still answer."""

from pathlib import Path

import pytest

from bot.telegram.admin.golden import GoldenError, gate, read_golden
from index.build import build
from index.errors import VerbatimError
from index.sources import from_text
from index.store.embedded.library import Library
from tests.conftest import BagEncoder
from tests.doubles import WordReader


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Two texts with headings."""
    found = Library(tmp_path / "library")
    documents = [
        from_text("# Skagen\n\n## The lighthouse\n\nThe lighthouse stands in Skagen.", doc_id="1"),
        from_text(f"# {'Long ' * 20}\n\nIs it far?\n\nIt is far away.", doc_id="2"),
    ]
    build(found, documents, BagEncoder(), replace=True)
    return found


def test_golden_questions_hold_the_gate(library: Library, tmp_path: Path) -> None:
    """A change that loses an answer names the question, and nothing changes."""
    path = tmp_path / "golden.txt"
    path.write_text(
        "# comment\n\nWhere stands the lighthouse of Skagen -> The lighthouse stands\n",
        encoding="utf-8",
    )
    check = gate(read_golden(path), BagEncoder(), WordReader())
    check(library.open())
    with pytest.raises(GoldenError, match="Where stands"):
        build(library, [from_text("Only fish.", doc_id="3")], BagEncoder(), replace=True,
              gate=check)  # fmt: skip
    assert library.live().number == 1


@pytest.mark.parametrize("line", ["no arrow", "-> nothing asked", "nothing expected ->"])
def test_wrong_golden_lines_are_named(tmp_path: Path, line: str) -> None:
    """With the line's number."""
    path = tmp_path / "golden.txt"
    path.write_text(f"a -> b\n{line}\n", encoding="utf-8")
    with pytest.raises(VerbatimError, match="line 2"):
        read_golden(path)
    with pytest.raises(VerbatimError, match="cannot be read"):
        read_golden(tmp_path / "missing.txt")
