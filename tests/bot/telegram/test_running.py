"""The process left running: trouble on the line, restarts, backlogs, limits, nothing leaked."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from tests.bot_api.oracle import problems
from tests.bot_api.process import ADMIN, BotProcess
from tests.bot_api.server import TOKEN
from tests.bot_api.user import BotApi, person, quoted
from tests.stalled import Stalls, stalled

pytestmark = pytest.mark.slow

QUESTION = "When was the Lindholm Bridge opened?"
FISH = "When does the fish market sell herring?"


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A server; the bots are each test's own."""
    with BotApi() as api:
        yield api
    assert problems(api.calls) == []


def _free_port() -> int:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def test_poison_and_unknown_updates_do_not_make_it_deaf(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """What does not parse is dropped; what comes after is answered, without a storm of calls."""
    api.chat(1)
    api.push({"message": {"message_id": "poison", "date": "never"}})
    api.push({"callback_query": {"id": "1", "from": person(1), "data": "x"}})
    api.push({"something_new": {"id": 1}})
    with BotProcess(api, tmp_path, telegram_library) as bot:
        bot.ready()
        answer = api.answer_to(1, api.message(1, QUESTION))
        assert "4 May 1987" in answer["text"]
        assert api.polls < 50
        assert bot.stop() == 0


def test_it_waits_for_an_api_that_is_down(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """At the start, and in the middle: nothing is lost, and nothing said twice."""
    api.chat(1)
    api.down()
    with BotProcess(api, tmp_path, telegram_library) as bot:
        api.until(lambda: _unreached(bot) >= 2, timeout=60)
        assert bot.process.poll() is None
        api.up()
        bot.ready()
        asked = api.message(1, QUESTION)
        api.answer_to(1, asked)
        api.fail_next("sendMessage", 502, "Bad Gateway", times=2)
        before = _unreached(bot)
        again = api.message(1, FISH)
        api.until(lambda: api.pending() == 0)
        api.down()
        # More often than it was answered 502: it has met an API that is down, too.
        api.until(lambda: _unreached(bot) >= before + 3)
        api.up()
        assert "Saturday" in api.answer_to(1, again, timeout=60)["text"]
        time.sleep(1)
        assert len(api.shown(1)) == 2
        assert bot.stop() == 0
        assert TOKEN not in bot.log()


def _unreached(bot: BotProcess) -> int:
    """How often it has said that it did not reach the API and will try again."""
    return bot.log().count("Telegram cannot be reached")


def test_refusals_of_the_api_are_taken_as_they_come(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """429 is waited for, 403 ends that chat only, a question deleted meanwhile is answered."""
    with BotProcess(api, tmp_path, telegram_library) as bot:
        bot.ready()
        api.chat(1)
        api.fail_next("sendMessage", 429, "Too Many Requests: retry after 1", 1, times=3)
        assert "1987" in api.answer_to(1, api.message(1, QUESTION))["text"]
        api.chat(2)
        api.state.blocked.add(2)
        api.message(2, QUESTION)
        gone = api.message(3, QUESTION)
        del api.state.messages[3, gone]
        api.until(lambda: [m for m in api.shown(3) if quoted(m)])
        api.fail_next("sendMessage", 400, "Bad Request: message thread not found")
        topic = api.message(4, f"/ask {QUESTION}", chat_id=None, message_thread_id=77)
        assert topic
        api.until(lambda: [m for m in api.shown(4) if quoted(m)])
        assert bot.stop() == 0
        assert "Traceback" not in bot.log(), bot.log()


def test_sigterm_ends_within_five_seconds_and_loses_nothing(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """However much waits: what is not answered by then is told of by the next bot."""
    with BotProcess(api, tmp_path, telegram_library) as bot:
        bot.ready()
        # Each its own: one that has been asked before is answered at once.
        for user in range(1, 61):
            api.message(user, f"{QUESTION} ({user})")
        api.until(lambda: api.polls >= 2 and api.pending() == 0)
        api.until(lambda: any(quoted(m) for user in range(1, 61) for m in api.shown(user)))
        assert _seconds_to_end(bot) < 5
        assert bot.process.returncode == 0
        assert "Traceback" not in bot.log(), bot.log()
    before = sum(bool(quoted(one)) for user in range(1, 61) for one in api.shown(user))
    assert 0 < before < 60
    with BotProcess(api, tmp_path, telegram_library) as bot:
        bot.ready()
        # A place in the line that was on its way to Telegram at the stop may be left above it.
        for user in range(1, 61):
            api.until(partial(_said, api, user))
        told = [
            one
            for user in range(1, 61)
            for one in api.shown(user)
            if one["text"] == "I was restarted before I could answer this."
        ]
        assert bot.stop() == 0
        assert "Traceback" not in bot.log(), bot.log()
    assert [_said(api, user) for user in range(1, 61) if len(_said(api, user)) != 1] == []
    assert before + len(told) == 60


def _said(api: BotApi, user: int) -> list[str]:
    """What somebody sees, but for a place in the line."""
    texts = [str(one["text"]) for one in api.shown(user)]
    return [text for text in texts if not text.startswith("Your place in")]


def _seconds_to_end(bot: BotProcess) -> float:
    """From SIGTERM on, without those in which no processor was free for it."""
    stalls, began = Stalls(bot.process.pid), time.monotonic()
    bot.process.send_signal(signal.SIGTERM)
    while bot.process.poll() is None:
        assert time.monotonic() < began + 120
        stalls.longest()
        time.sleep(0.01)
    return time.monotonic() - began - stalls.longest()


def test_a_question_that_a_kill_interrupted_is_asked_again_by_a_press(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """The next bot says so in reply to it; the answer takes the place of what it says."""
    with BotProcess(api, tmp_path, telegram_library) as bot:
        bot.ready()
        # each its own: one that was just answered would be answered again at once
        asked = [api.message(user, f"{QUESTION} ({user})") for user in range(1, 61)]
        api.until(lambda: api.pending() == 0)
        api.until(lambda: api.shown(1))
        bot.stop(signal.SIGKILL)
    with BotProcess(api, tmp_path, telegram_library) as bot:
        bot.ready()
        told = api.answer_to(60, asked[-1])
        assert told["text"] == "I was restarted before I could answer this."
        api.press(60, told, "a:")
        number = told["message_id"]
        api.until(lambda: "1987" in api.state.messages[60, number]["text"])
        assert len(api.shown(60)) == 1
        assert bot.stop() == 0


def test_after_a_kill_old_buttons_still_work(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """What a button needs is in the button, or in the message it hangs on."""
    with BotProcess(api, tmp_path, telegram_library) as bot:
        bot.ready()
        answer = api.answer_to(1, api.message(1, QUESTION))
        bot.stop(signal.SIGKILL)
    with BotProcess(api, tmp_path, telegram_library) as bot:
        bot.ready()
        api.press(1, answer, "m:")
        number = answer["message_id"]
        api.until(lambda: "two railway tracks" in api.state.messages[1, number]["text"])
        api.press(1, api.state.messages[1, number], "o:")
        api.until(lambda: "two railway tracks" not in api.state.messages[1, number]["text"])
        assert quoted(api.state.messages[1, number])
        query = api.press(1, answer, "r:")
        api.state.open_queries.discard(query)  # as if it were too old to be answered
        assert "1987" in api.answer_to(1, api.message(1, QUESTION))["text"]
        assert bot.stop() == 0
        assert "Traceback" not in bot.log(), bot.log()


def test_a_backlog_is_answered_once_and_politely(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """Of the questions of an hour ago only the last, with an excuse."""
    old = int(time.time()) - 3_600
    for text in (QUESTION, "How long is it?", FISH):
        last = api.message(1, text, date=old)
    with BotProcess(api, tmp_path, telegram_library) as bot:
        bot.ready()
        api.answer_to(1, last)
        api.until(lambda: len(api.shown(1)) == 2)
        excuse, answer = api.shown(1)
        assert excuse["text"] == "I was offline; here is the answer to your last question."
        assert "Saturday" in answer["text"]
        time.sleep(1)
        assert len(api.shown(1)) == 2
        assert bot.stop() == 0


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
    assert (rows.pop("kept"), kept) == (1, [("username", 0)])  # its own
    assert set(rows.values()) == {0}


def test_the_log_tells_neither_secrets_nor_questions(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """At DEBUG too: no token, no question, no name; each line is JSON."""
    with BotProcess(api, tmp_path, telegram_library, LOG_LEVEL="DEBUG") as bot:
        bot.ready()
        api.answer_to(1, api.message(1, QUESTION))
        api.fail_next("sendMessage", 400, "Bad Request: something odd")
        api.message(1, QUESTION)
        api.until(lambda: any(c.error == "Bad Request: something odd" for c in api.calls))
        api.until(lambda: any("went wrong" in m["text"] for m in api.shown(1)))
        assert bot.stop() == 0
        log = bot.log()
    for secret in (TOKEN, TOKEN.partition(":")[2], "Lindholm", "secret_name"):
        assert secret not in log
    for line in log.splitlines():
        assert set(json.loads(line)) >= {"time", "level", "logger", "message"}


def test_one_instance_at_a_time(api: BotApi, telegram_library: Path, tmp_path: Path) -> None:
    """The second says so and ends; the first goes on."""
    with BotProcess(api, tmp_path, telegram_library) as bot:
        bot.ready()
        with BotProcess(api, tmp_path, telegram_library) as second:
            assert second.process.wait(30) == 1
        assert "another bot runs" in bot.log()
        assert "1987" in api.answer_to(1, api.message(1, QUESTION))["text"]
        assert bot.stop() == 0


@pytest.mark.parametrize(
    ("token", "said"),
    [("", "TELEGRAM_TOKEN: missing"), ("1:wrong", "Telegram does not know this token")],
)
def test_a_wrong_token_is_a_clear_end(
    api: BotApi, telegram_library: Path, tmp_path: Path, token: str, said: str
) -> None:
    """Exit code 2, so that nothing restarts it for ever."""
    with BotProcess(api, tmp_path, telegram_library, TELEGRAM_TOKEN=token) as bot:
        assert bot.process.wait(30) == 2
        assert said in bot.log()


def test_health_and_metrics(api: BotApi, telegram_library: Path, tmp_path: Path) -> None:
    """On their own listener, while the bot works."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    with BotProcess(api, tmp_path, telegram_library, HEALTH_LISTEN=f"127.0.0.1:{port}") as bot:
        bot.ready()
        api.answer_to(1, api.message(1, QUESTION))
        for path in ("/healthz", "/readyz"):
            assert urllib.request.urlopen(address + path, timeout=5).status == 200
        figures = urllib.request.urlopen(address + "/metrics", timeout=5).read().decode()
        assert 'verbatim_questions_total{outcome="answered"} 1.0' in figures
        assert "verbatim_generation 1.0" in figures
        assert bot.stop() == 0


def test_what_is_damaged_is_not_quoted_and_is_named(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """The other texts answer; `/readyz` and the log say which one does not, and what to do."""
    damaged = Path(shutil.copytree(telegram_library, tmp_path / "damaged"))
    with closing(sqlite3.connect(damaged / "library.sqlite")) as database:
        database.execute("UPDATE documents SET text = replace(text, '1987', '2714')")
        database.commit()
    port = _free_port()
    with BotProcess(api, tmp_path, damaged, HEALTH_LISTEN=f"127.0.0.1:{port}") as bot:
        bot.ready()
        text = api.answer_to(1, api.message(1, QUESTION))["text"]
        assert ("1987" in text, "2714" in text) == (False, False)
        music = "Who composed the piece “Rütli” in 1903?"
        assert "Zöllner" in api.answer_to(1, api.message(1, music))["text"]
        page = urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5)
        assert page.read().decode().splitlines()[1:] == [
            "1 damaged, see `python -m index doctor`:",
            "harbour",
        ]
        assert bot.stop() == 0
        assert "harbour is damaged on the disk" in bot.log()


def test_a_webhook_needs_its_secret_and_answers_once(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """The same process, called instead of calling; an update delivered twice counts once."""
    port = _free_port()
    hook = f"http://127.0.0.1:{port}/hook"
    settings = {
        "WEBHOOK_URL": hook,
        "WEBHOOK_SECRET": "a-long-random-word",
        "WEBHOOK_LISTEN": f"127.0.0.1:{port}",
    }
    with BotProcess(api, tmp_path, telegram_library, **settings) as bot:
        bot.ready()
        answer = api.answer_to(1, api.message(1, QUESTION))
        assert "1987" in answer["text"]
        update = {"update_id": api.delivered[-1][0], "message": answer["reply_to_message"]}
        body = json.dumps(update).encode()
        request = urllib.request.Request(
            hook, body, {"Content-Type": "application/json"}, method="POST"
        )
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(request, timeout=5)
        request.add_header("X-Telegram-Bot-Api-Secret-Token", settings["WEBHOOK_SECRET"])
        assert urllib.request.urlopen(request, timeout=5).status == 200
        api.answer_to(1, api.message(1, "/about"))
        assert len(api.shown(1)) == 2
        assert bot.stop() == 0
        assert settings["WEBHOOK_SECRET"] not in bot.log()


def test_fifty_questions_at_once_hold_up_nothing(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """While they are answered the loop goes on serving its health page within 250 ms.

    But for the time in which no processor was free for it, nor for who asks.
    """
    port = _free_port()
    waits: list[float] = []
    over = threading.Event()

    def no_processor() -> float:
        here = stalled(os.getpid(), threading.get_native_id())
        return here + stalled(bot.process.pid)

    def watch() -> None:
        while not over.is_set():
            began = time.monotonic() - no_processor()
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=60).read()
            waits.append(time.monotonic() - no_processor() - began)
            time.sleep(0.02)

    with BotProcess(api, tmp_path, telegram_library, HEALTH_LISTEN=f"127.0.0.1:{port}") as bot:
        bot.ready()
        watcher = threading.Thread(target=watch)
        watcher.start()
        numbers = [(user, api.message(user, QUESTION)) for user in range(1, 51)]
        for user, number in numbers:
            api.answer_to(user, number, timeout=180)
            api.until(lambda user=user: quoted(api.shown(user)[0]), timeout=180)  # type: ignore[misc]
        over.set()
        watcher.join()
        assert bot.stop() == 0
    assert len(waits) > 10
    assert max(waits) < 1.0
    assert sorted(waits)[int(0.95 * len(waits))] < 0.25


def test_a_generation_built_by_another_process_goes_live(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """Within seconds, without a restart."""
    copy = tmp_path / "library"
    subprocess.run(["cp", "-r", str(telegram_library), str(copy)], check=True)
    with BotProcess(api, tmp_path / "bot", copy) as bot:
        bot.ready()
        question = "When did the Ansbach zoo buy its first giraffe?"
        assert quoted(api.answer_to(1, api.message(1, question))) == []
        command = [sys.executable, "-m", "index", "add", "--library", str(copy), "-"]
        text = b"The Ansbach zoo bought its first giraffe in 1931."
        subprocess.run(command, input=text, check=True, capture_output=True)
        time.sleep(2)
        assert "1931" in api.answer_to(1, api.message(1, question))["text"]
        assert bot.stop() == 0
