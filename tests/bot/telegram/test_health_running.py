"""What the process tells of itself while it works, and what goes live or is damaged under it."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

from tests.bot_api.process import BotProcess, free_port
from tests.bot_api.user import BotApi, quoted
from tests.stalled import stalled

pytestmark = pytest.mark.slow

QUESTION = "When was the Lindholm Bridge opened?"


def test_health_and_metrics(running: BotProcess) -> None:
    """On their own listener, while the bot works."""
    before = _answered(running)
    running.api.answer_to(611, running.api.message(611, QUESTION))
    for path in ("/healthz", "/readyz"):
        assert urllib.request.urlopen(running.health + path, timeout=5).status == 200
    assert _answered(running) == before + 1
    assert "verbatim_generation 1.0" in _figures(running)


def _figures(bot: BotProcess) -> str:
    return str(urllib.request.urlopen(bot.health + "/metrics", timeout=5).read().decode())


def _answered(bot: BotProcess) -> float:
    name = 'verbatim_questions_total{outcome="answered"} '
    told = [line for line in _figures(bot).splitlines() if line.startswith(name)]
    return float(told[0].removeprefix(name)) if told else 0.0


def test_what_is_damaged_is_not_quoted_and_is_named(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """The other texts answer; `/readyz` and the log say which one does not, and what to do."""
    damaged = Path(shutil.copytree(telegram_library, tmp_path / "damaged"))
    with closing(sqlite3.connect(damaged / "library.sqlite")) as database:
        database.execute("UPDATE documents SET text = replace(text, '1987', '2714')")
        database.commit()
    port = free_port()
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


def test_fifty_questions_at_once_hold_up_nothing(running: BotProcess) -> None:
    """While they are answered the loop goes on serving its health page within 250 ms.

    But for the time in which no processor was free for it, nor for who asks.
    """
    api, waits = running.api, list[float]()
    over = threading.Event()

    def no_processor() -> float:
        here = stalled(os.getpid(), threading.get_native_id())
        return here + stalled(running.process.pid)

    def watch() -> None:
        while not over.is_set():
            began = time.monotonic() - no_processor()
            urllib.request.urlopen(f"{running.health}/healthz", timeout=60).read()
            waits.append(time.monotonic() - no_processor() - began)
            time.sleep(0.02)

    watcher = threading.Thread(target=watch)
    watcher.start()
    numbers = [(user, api.message(user, f"{QUESTION} ({user})")) for user in range(620, 670)]
    for user, number in numbers:
        api.answer_to(user, number, timeout=180)
        api.until(lambda user=user: quoted(api.shown(user)[0]), timeout=180)  # type: ignore[misc]
    over.set()
    watcher.join()
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
