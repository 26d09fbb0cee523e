"""What was confirmed goes live, or says why not; the old texts go on answering meanwhile."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bot.telegram.admin import rebuild
from bot.telegram.admin.rebuild import Progress
from bot.telegram.texts import texts
from index.encoding import PassageVectors
from index.text import Span
from tests.bot_api.direct import Direct
from tests.bot_api.process import ADMIN
from tests.bot_api.server import Call
from tests.doubles import BagEncoder

With = Callable[..., Direct]
SAY = texts("en")
QUESTION = "When was the Lindholm Bridge opened?"
ZOO = "The Ansbach zoo bought its first giraffe in 1931. It was called Wilhelmine."


def _confirmed(direct: Direct, button: str) -> list[Call]:
    """Send a text and press a button under it."""
    direct.send_file(ADMIN, "zoo.txt", ZOO.encode())
    direct.press(ADMIN, direct.process()[-1].result, SAY(button))
    return direct.process()


class Doing(BagEncoder):
    """An encoder that does something before each batch of passages."""

    def __init__(self, first: Callable[[], object]) -> None:
        super().__init__()
        self._first = first

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[PassageVectors]:
        """As any other, after that."""
        self._first()
        return super().encode_passages(texts, sentences)


def test_a_golden_question_that_is_lost_is_named(direct_with: With, tmp_path: Path) -> None:
    """One a line, and nothing has changed."""
    golden = tmp_path / "golden.txt"
    golden.write_text(f"{QUESTION} -> The Lindholm Bridge was opened\n", encoding="utf-8")
    direct = direct_with(golden_questions=golden)
    last = _confirmed(direct, "replace-all-button")[-1]
    assert last.given["text"] == f"{SAY('golden-failed')}\n• {QUESTION}"
    assert direct.parts.answering.library.live().number == 1
    last = _confirmed(direct, "add-button")[-1]
    generation = direct.parts.answering.generation
    assert last.given["text"] == SAY("live", generation=generation, documents=5)


def test_the_last_generations_stay_and_older_ones_make_room(direct_with: With) -> None:
    """As many as the setting says, the live one among them."""
    direct = direct_with(keep_generations=3)
    library = direct.parts.answering.library
    for number in range(5):
        direct.send_file(ADMIN, f"zoo{number}.txt", ZOO.encode())
        direct.press(ADMIN, direct.process()[-1].result, SAY("add-button"))
        assert (
            SAY("live", generation=number + 2, documents=number + 5)
            == (direct.process()[-1].given["text"])
        )
    assert [one.number for one in library.generations()] == [4, 5, 6]


def test_a_golden_file_that_is_missing_stops_the_change(direct_with: With, tmp_path: Path) -> None:
    """And is named."""
    direct = direct_with(golden_questions=tmp_path / "missing.txt")
    text = _confirmed(direct, "add-button")[-1].given["text"]
    assert text.startswith("Nothing has changed: GOLDEN_QUESTIONS ")
    assert direct.parts.answering.library.live().number == 1


def test_what_breaks_unforeseen_changes_nothing(
    direct: Direct, caplog: pytest.LogCaptureFixture
) -> None:
    """An apology in the chat, the cause in the log."""

    def broken() -> None:
        raise RuntimeError("out of memory")

    direct.parts.answering.encoder = Doing(broken)
    last = _confirmed(direct, "add-button")[-1]
    assert last.given["text"] == SAY("rebuild-failed", reason=SAY("failed"))
    assert "out of memory" in caplog.text
    assert direct.parts.answering.library.live().number == 1
    direct.message(7, QUESTION)
    assert "4 May 1987" in direct.process()[0].given["text"]


def test_a_change_that_is_turned_away_says_so_in_the_language(direct: Direct) -> None:
    """Where too many changes wait, or the bot is about to stop."""
    say = texts("de")
    direct.send_file(ADMIN, "zoo.txt", ZOO.encode())
    shown = direct.process()[-1].result
    direct.during(direct.parts.rebuilding.close())
    direct.press(ADMIN, shown, SAY("add-button"), "de")
    last = direct.process()[-1]
    assert last.given["text"] == say("rebuild-failed", reason=say("busy"))
    assert direct.parts.answering.library.live().number == 1


def test_the_old_texts_answer_until_the_new_ones_are_live(direct: Direct) -> None:
    """While the passages are encoded."""
    answering, seen = direct.parts.answering, []

    def look() -> None:
        seen.append((answering.generation, len(answering.ask(QUESTION).hits) > 0))

    answering.encoder = Doing(look)
    assert _confirmed(direct, "replace-all-button")[-1].given["text"].startswith("Live now")
    assert seen == [(1, True)]
    assert answering.generation == 2


def test_a_long_change_shows_how_far_it_is(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the message that was confirmed; the last word is how it ended."""
    monkeypatch.setattr(rebuild, "PROGRESS_SECONDS", 0.01)
    monkeypatch.setattr("index.building.BATCH", 1)
    direct.parts.answering.encoder = Doing(lambda: time.sleep(0.05))
    direct.send_file(ADMIN, "zoo.txt", "\n\n".join([f"{ZOO} {ZOO * 20}"] * 3).encode())
    direct.press(ADMIN, direct.process()[-1].result, SAY("add-button"))
    _, reading, *building, live = direct.process()
    assert building
    assert all(call.given["text"].startswith("Building: ") for call in building)
    assert live.given["text"] == SAY("live", generation=2, documents=5)
    assert {call.given["message_id"] for call in (*building, live)} == {
        reading.given["message_id"]
    }


def test_progress_is_counted_in_passages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing before the first; then done, of how many, and how many a second."""
    progress = Progress()
    progress("documents", 3, None)
    assert progress.text(SAY) is None
    monkeypatch.setattr(time, "monotonic", iter([100.0, 104.0]).__next__)
    progress("passages", 64, 1_000)
    assert progress.text(SAY) == SAY("building", done=64, total=1_000, rate=16.0)
