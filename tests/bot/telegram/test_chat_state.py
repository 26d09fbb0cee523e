"""What the chat keeps in its head: buttons, what was asked, what an admin is sending, gates."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.answer import Answer, NoAnswer
from bot.answering.reader import EncoderReader
from bot.telegram.admin.golden import GoldenError, gate, read_golden
from bot.telegram.examples import LONGEST, OFFERED, Examples
from bot.telegram.intake import WAITING, Batch, Intake, joined
from bot.telegram.keyboards import Pressed, answer_buttons, example_buttons, parse
from bot.telegram.memory import REMEMBERED, Asked, Memory
from bot.telegram.texts import texts
from index.build import build
from index.errors import SourceError, VerbatimError
from index.retriever import Hit
from index.sources import from_text
from index.store import Library, open_library
from tests.conftest import BagEncoder

NOTHING = NoAnswer(None, 0.0, 0.5, ())
BIG = st.integers(0, 10**9)


@given(st.sampled_from("mnsrwcaeAWXLDRPBN"), BIG, BIG, BIG, BIG, st.integers(0, 99))
def test_buttons_say_back_what_they_were_given(
    action: str, generation: int, document: int, start: int, end: int, rank: int
) -> None:
    """In at most 64 bytes."""
    pressed = Pressed(action, generation, document, start, end, rank)
    assert len(pressed.data().encode()) <= 64
    assert parse(pressed.data()) == pressed


@pytest.mark.parametrize(
    "data", ["", "m", "m:1:2", "m:1:2:3:4:x", "m:-1:2:3:4:5", "l:fr", ":::::"]
)
def test_data_that_is_not_ours_is_nothing(data: str) -> None:
    """Old or forged."""
    assert parse(data) is None


def test_the_buttons_of_an_answer() -> None:
    """Five, each with its own action on the same quote."""
    markup = answer_buttons(Pressed("m", 3, 7, 10, 20), texts("en"))
    data = [str(button.callback_data) for row in markup.inline_keyboard for button in row]
    assert [one[0] for one in data] == ["m", "n", "s", "r", "w"]
    assert {one[1:] for one in data} == {":3:7:10:20:0"}
    assert example_buttons(1, []) is None


def _asked(chat: int, user: int, number: int) -> Asked:
    return Asked(chat, user, f"question {number}", NOTHING, 1, number, [number + 1])


def test_questions_are_found_by_their_messages() -> None:
    """By the one that asked and the one that answered; the last of each user in each chat."""
    memory = Memory()
    first, second = _asked(1, 5, 10), _asked(1, 5, 20)
    for asked in (first, second, _asked(2, 5, 10), _asked(1, 6, 30)):
        memory.remember(asked)
    assert memory.of_message(1, 10) is first
    assert memory.of_message(1, 11) is first
    assert memory.last(1, 5) is second
    memory.forget(5)
    assert memory.of_message(1, 20) is None
    assert memory.last(1, 5) is None
    assert memory.last(1, 6) is not None


def test_old_questions_are_let_go() -> None:
    """So that memory stays bounded."""
    memory = Memory()
    for number in range(REMEMBERED + 10):
        memory.remember(_asked(number, 5, 1))
    assert memory.last(0, 5) is None
    assert memory.last(REMEMBERED + 9, 5) is not None


def test_pastes_that_telegram_cut_are_joined_where_it_cut() -> None:
    """A message as long as the limit goes on in the next; shorter ones are paragraphs."""
    assert joined(["a" * 4_096, "bc", "d"]) == "a" * 4_096 + "bc\n\nd"
    assert joined(["one", "two"]) == "one\n\ntwo"


def test_a_batch_is_taken_once_by_who_sent_it() -> None:
    """And the oldest of many are let go."""
    intake = Intake()
    batch = Batch(7, (from_text("A text.", doc_id="x"),))
    number = intake.wait(batch)
    assert intake.take(number, 8) is None
    assert intake.take(number, 7) is batch
    assert intake.take(number, 7) is None
    old = intake.wait(batch)
    for _ in range(WAITING):
        intake.wait(batch)
    assert intake.take(old, 7) is None


def test_what_is_collected_becomes_one_document() -> None:
    """Under the name of the text it replaces, if it replaces one."""
    intake = Intake()
    intake.start(7, "old.txt")
    collecting = intake.collecting(7)
    assert collecting
    assert collecting.add("# New\n\nThe text.")
    assert not collecting.add("x" * 6_000_000)
    document = collecting.document()
    assert (document.doc_id, document.title) == ("old.txt", "New")
    assert intake.stop(7) is collecting
    assert intake.stop(7) is None
    intake.start(8)
    empty = intake.collecting(8)
    assert empty
    with pytest.raises(SourceError):
        empty.document()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Two texts with headings."""
    found = open_library(tmp_path / "library")
    documents = [
        from_text("# Skagen\n\n## The lighthouse\n\nThe lighthouse stands in Skagen.", doc_id="1"),
        from_text(f"# {'Long ' * 20}\n\nIs it far?\n\nIt is far away.", doc_id="2"),
    ]
    build(found, documents, BagEncoder(), replace=True)
    return found


class Counting:
    """Answers what holds a word, and counts how often it was asked."""

    def __init__(self, word: str) -> None:
        self.word = word
        self.asked: list[str] = []

    def __call__(self, question: str) -> Answer | NoAnswer:
        """An answer without quotes will do."""
        self.asked.append(question)
        return Answer((), 0.9, 0.5, ()) if self.word in question else NOTHING


def test_only_questions_that_are_answered_are_offered(library: Library) -> None:
    """Made of headings short enough for a button, worked out once."""
    ask, examples, snapshot = Counting("lighthouse"), Examples(), library.open()
    offered = examples.offered(snapshot, ask, texts("en"))
    assert offered == ["What does the text say about The lighthouse?"]
    assert all(len(question) <= LONGEST + 40 for question in ask.asked)
    before = len(ask.asked)
    assert examples.offered(snapshot, ask, texts("en")) == offered
    assert len(ask.asked) == before
    assert len(examples.offered(snapshot, Counting(""), texts("fr"))) <= OFFERED


class Keeper:
    """A reader that answers with the best hit's first sentence, whatever is asked."""

    calibration_name = "bundled"

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """By the shipped reader's quotes."""
        result = EncoderReader("bundled").read(question, hits)
        closest = result.quotes[0] if isinstance(result, Answer) else result.closest
        return Answer((closest,), 1.0, 0.0, tuple(hits)) if closest else NOTHING


def test_golden_questions_hold_the_gate(library: Library, tmp_path: Path) -> None:
    """A change that loses an answer names the question, and nothing changes."""
    path = tmp_path / "golden.txt"
    path.write_text(
        "# comment\n\nWhere stands the lighthouse of Skagen -> The lighthouse stands\n",
        encoding="utf-8",
    )
    check = gate(read_golden(path), BagEncoder(), Keeper())
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
