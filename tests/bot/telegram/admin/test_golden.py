"""Golden questions: what a new generation must still answer."""

from pathlib import Path

import pytest

from bot.telegram.admin.golden import Golden, GoldenError, gate, read_golden
from index.building import build
from index.errors import VerbatimError
from index.sources import from_text
from tests.bot_api.direct import Direct
from tests.doubles import BagEncoder, WordReader

QUESTION, START = "When was the Lindholm Bridge opened?", "The Lindholm Bridge was opened"


def test_a_file_of_golden_questions(tmp_path: Path) -> None:
    """A line each; the last arrow counts, comments and empty lines do not."""
    path = tmp_path / "golden.txt"
    path.write_text(f"# ours\n\n{QUESTION} -> {START}\na -> b ->  Cafe\u0301\n", encoding="utf-8")
    assert read_golden(path) == [Golden(QUESTION, START), Golden("a -> b", "Café")]


@pytest.mark.parametrize("line", ["no arrow", "-> nothing asked", "nothing expected ->"])
def test_wrong_golden_lines_are_named(tmp_path: Path, line: str) -> None:
    """With the line's number."""
    path = tmp_path / "golden.txt"
    path.write_text(f"a -> b\n{line}\n", encoding="utf-8")
    with pytest.raises(VerbatimError, match="line 2"):
        read_golden(path)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """Missing, or in no encoding known."""
    with pytest.raises(VerbatimError, match=r"missing\.txt cannot be read"):
        read_golden(tmp_path / "missing.txt")
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9 -> b\n")
    with pytest.raises(VerbatimError, match=r"latin\.txt cannot be read"):
        read_golden(tmp_path / "latin.txt")


def test_a_change_that_loses_an_answer_is_stopped_at_the_gate(direct: Direct) -> None:
    """The questions that fail are named, and nothing changes."""
    library = direct.parts.answering.library
    other = Golden("What does the fish market sell?", "Every Saturday the fish market sells")
    check = gate([Golden(QUESTION, START), other], BagEncoder(), WordReader())
    check(library.open())
    market = from_text(f"{other.expected} herring.", doc_id="market")
    with pytest.raises(GoldenError) as raised:
        build(library, [market], BagEncoder(), replace=True, gate=check)
    assert raised.value.failing == [QUESTION]
    assert library.live().number == 1


def test_another_sentence_than_expected_is_no_answer(direct: Direct) -> None:
    """Being answered is not enough."""
    check = gate([Golden(QUESTION, "It is 312 metres long")], BagEncoder(), WordReader())
    with pytest.raises(GoldenError, match="Lindholm"):
        check(direct.parts.answering.view)
