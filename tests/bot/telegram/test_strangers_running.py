"""Who is not let in, and who asks too much: nobody else waits for them."""

import sqlite3
import time
from pathlib import Path

import pytest

from tests.bot_api.process import ADMIN, BotProcess
from tests.bot_api.user import BotApi

pytestmark = pytest.mark.slow

QUESTION = "When was the Lindholm Bridge opened?"
FISH = "When does the fish market sell herring?"


def test_too_many_questions_are_warned_once_then_ignored(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """Another user is answered all the while."""
    with BotProcess(api, tmp_path, telegram_library, QUESTIONS_PER_MINUTE="3") as bot:
        bot.ready()
        for _ in range(8):
            api.message(1, QUESTION)
        assert "1987" in api.answer_to(2, api.message(2, QUESTION))["text"]
        api.until(lambda: len(api.shown(1)) == 4)
        time.sleep(0.5)
        assert len(api.shown(1)) == 4
        warnings = [m for m in api.shown(1) if m["text"].startswith("That is a lot")]
        assert len(warnings) == 1
        assert bot.stop() == 0


def test_strangers_are_let_in_by_an_admin(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """By a code, users and groups; until then nothing of the text is told."""
    with BotProcess(api, tmp_path, telegram_library, ACCESS="allowlist") as bot:
        bot.ready()
        api.chat(ADMIN)
        told = api.answer_to(5, api.message(5, QUESTION))["text"]
        assert "1987" not in told
        code = told.split()[-1]
        assert code.isdecimal()
        assert len(code) == 6
        done = api.answer_to(ADMIN, api.message(ADMIN, f"/approve {code}"))
        assert done["text"] == "Done: they may ask now."
        assert "1987" in api.answer_to(5, api.message(5, QUESTION))["text"]
        api.chat(-9, "supergroup")
        group = api.answer_to(-9, api.message(6, f"/ask {QUESTION}", chat_id=-9))["text"]
        api.answer_to(ADMIN, api.message(ADMIN, f"/approve {group.split()[-1]}"))
        asked = api.message(6, f"/ask {QUESTION}", chat_id=-9)
        assert "1987" in api.answer_to(-9, asked)["text"]
        wrong = api.answer_to(ADMIN, api.message(ADMIN, "/approve 000000"))
        assert wrong["text"] == "No such code, or it is older than a day."
        assert bot.stop() == 0
    with sqlite3.connect(tmp_path / "state.sqlite") as state:
        dump = "\n".join(state.iterdump())
    assert "secret_name" not in dump
    assert "Lindholm" not in dump


def test_a_flood_of_strangers_holds_up_nobody_who_is_let_in(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """A few of them are told how to get in; nothing is stored of the others."""
    state = tmp_path / "state.sqlite"
    with BotProcess(api, tmp_path, telegram_library, ACCESS="allowlist", ALLOWED_IDS="5") as bot:
        bot.ready()
        api.answer_to(5, api.message(5, QUESTION))
        flooded = time.monotonic()
        for stranger in range(100_000, 102_000):
            api.message(stranger, "hello")
        began = time.monotonic()
        api.answer_to(5, api.message(5, FISH), timeout=60)
        took = time.monotonic() - began
        said = [int(call.given["chat_id"]) for call in api.called("sendMessage")]
        notices = [chat for chat in said if chat >= 100_000]
        since = time.monotonic() - flooded
        assert bot.stop() == 0
        assert "Traceback" not in bot.log(), bot.log()
    assert 20 <= len(notices) <= 20 + since / 3 + 5
    assert took < 30
    with sqlite3.connect(state) as stored:
        tables = [name for (name,) in stored.execute("SELECT name FROM sqlite_schema")]
        rows = {
            table: stored.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in tables
            if not table.startswith("sqlite")
        }
        kept = stored.execute("SELECT kind, id FROM kept").fetchall()
    assert rows.pop("pending") == len(notices)
    rows.pop("kept")
    # Its own, and in which language to greet those who are told.
    assert sorted(kept) == [*(("spoken", one) for one in sorted(notices)), ("username", 0)]
    assert set(rows.values()) == {0}
