"""Golden questions: what a change of the library would do to them."""

from pathlib import Path

import pytest

from bot.telegram.admin.golden import Compared, Gate, Golden, Worse, read_golden
from index.building import build
from index.errors import VerbatimError
from index.sources import from_text
from tests.bot_api.direct import Direct
from tests.doubles import BagEncoder

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


def test_a_device_is_not_read() -> None:
    """It may never end."""
    with pytest.raises(VerbatimError, match=r"/dev/zero cannot be read: .*no regular file"):
        read_golden(Path("/dev/zero"))


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """Missing, or in no encoding known."""
    with pytest.raises(VerbatimError, match=r"missing\.txt cannot be read"):
        read_golden(tmp_path / "missing.txt")
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9 -> b\n")
    with pytest.raises(VerbatimError, match=r"latin\.txt cannot be read"):
        read_golden(tmp_path / "latin.txt")


MARKET = Golden("What does the fish market sell?", "Every Saturday the fish market sells")
HARBOUR = Golden(QUESTION, START)
NEVER = Golden("What do otters eat?", "Otters eat")


def _gate(direct: Direct, *golden: Golden, sure: bool = False) -> Gate:
    return Gate(list(golden), direct.parts.answering, sure, lambda what, done, total: None)


def test_a_change_that_loses_an_answer_is_stopped_at_the_gate(direct: Direct) -> None:
    """What was answered before and after, question by question; nothing changes."""
    library = direct.parts.answering.library
    gate = _gate(direct, HARBOUR, MARKET, NEVER)
    gate(library.open())
    assert gate.compared == Compared((), 2, 3)
    market = from_text(f"{MARKET.expected} herring.", doc_id="market")
    with pytest.raises(Worse) as raised:
        build(library, [market], BagEncoder(), replace=True, gate=gate)
    lost, other = raised.value.compared.differences
    assert (lost.question, lost.after, lost.better) == (QUESTION, None, False)
    assert (lost.before or "").startswith(START)
    assert (other.question, other.after) == (MARKET.question, f"{MARKET.expected} herring.")
    assert raised.value.compared.right == 1
    assert library.live().number == 1


def test_an_admin_who_is_sure_is_let_through(direct: Direct) -> None:
    """What it does to the questions is known all the same."""
    library = direct.parts.answering.library
    gate = _gate(direct, HARBOUR, sure=True)
    build(library, [from_text("Nothing of it.")], BagEncoder(), replace=True, gate=gate)
    assert (gate.compared.right, gate.compared.asked) == (0, 1)
    assert library.live().number == 2


def test_an_answer_gained_stops_nothing(direct: Direct) -> None:
    """It is better."""
    library = direct.parts.answering.library
    gate = _gate(direct, HARBOUR, NEVER)
    otters = from_text("Otters eat fish and crabs.", doc_id="otters")
    build(library, [otters], BagEncoder(), replace=False, gate=gate)
    (difference,) = gate.compared.differences
    assert (difference.question, difference.better) == (NEVER.question, True)


def test_without_questions_nothing_is_asked(direct: Direct) -> None:
    """No view is opened for it."""
    gate = _gate(direct)
    gate(direct.parts.answering.view)
    assert gate.compared == Compared()


def test_each_question_is_counted_as_it_goes(direct: Direct) -> None:
    """For who waits."""
    told = []
    gate = Gate(
        [HARBOUR, MARKET], direct.parts.answering, True, lambda *so_far: told.append(so_far)
    )
    gate(direct.parts.answering.view)
    assert told == [("golden", 1, 2), ("golden", 2, 2)]
