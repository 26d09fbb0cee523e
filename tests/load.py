"""How the bot bears up: many users at once over HTTP. `.venv/bin/python -m tests.load`.

Prints what it measured, on what, with which commit.
"""

import argparse
import random
import tempfile
import threading
import time
from pathlib import Path

import psutil

from index.evaluation import provenance, write_section
from tests.bot_api.limits import Json
from tests.bot_api.process import BotProcess
from tests.bot_api.user import BotApi, quoted
from tests.telegram_library import make_library

QUESTIONS = (
    "When was the Lindholm Bridge opened?",
    "Who was the architect of the bridge?",
    "When does the fish market sell herring?",
    "Where is the fish market in winter?",
    "Who composed Rütli?",
    "Qui a rencontré Vladimir Poutine en Alaska ?",
    "How much is a pineapple pizza?",
)


def main() -> None:
    """Ask, wait, count."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--users", type=int, default=200)
    options.add_argument("--questions", type=int, default=1_000)
    options.add_argument("--page", type=Path, help="put the figures into this page")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, BotApi() as api:
        library = make_library(Path(folder) / "library")
        with BotProcess(api, Path(folder) / "bot", library) as bot:
            bot.ready()
            api.answer_to(1, api.message(1, QUESTIONS[0]))
            before = _megabytes(bot.process.pid)
            began = time.monotonic()
            waits, lost, twice = _ask(api, given.users, given.questions)
            took = time.monotonic() - began
            after = _megabytes(bot.process.pid)
            ended = bot.stop()
    waits.sort()
    shown = (
        f"{given.users} users, {given.questions} questions in {took:.0f} s: "
        f"{len(waits)} answered, {lost} lost, {twice} answered twice\n"
        f"from question to answer: p50 {waits[len(waits) // 2]:.1f} s, "
        f"p95 {waits[int(0.95 * len(waits))]:.1f} s\n"
        f"memory: {before} MB before, {after} MB after; ended with {ended}"
    )
    found = provenance()
    print(f"commit {found['commit']}, {found['machine']}, Python {found['python']}")
    print(shown)
    if given.page:
        write_section(given.page, "tests.load", f"```\n{shown}\n```")


def _ask(api: BotApi, users: int, questions: int) -> tuple[list[float], int, int]:
    """Each user asks one question after the other; seconds waited, lost, answered twice."""
    waits: list[float] = []
    lost = [0]

    def ask(user: int, many: int) -> None:
        chance = random.Random(user)
        for _ in range(many):
            began = time.monotonic()
            number = api.message(user, chance.choice(QUESTIONS))
            try:
                api.answer_to(user, number, timeout=300)
                # Who waits long is told their place first; the answer then stands there instead.
                api.until(lambda: _is_answer(api.shown(user)[-1]), timeout=300)
                waits.append(time.monotonic() - began)
            except AssertionError:
                lost[0] += 1

    threads = [
        threading.Thread(target=ask, args=(1000 + user, questions // users))
        for user in range(users)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    answered = [
        message["reply_to_message"]["message_id"]
        for user in range(users)
        for message in api.shown(1000 + user)
        if _is_answer(message)
    ]
    return waits, lost[0], len(answered) - len(set(answered))


def _is_answer(message: Json) -> bool:
    return bool(quoted(message)) or "reply_markup" in message


def _megabytes(pid: int) -> int:
    return psutil.Process(pid).memory_info().rss // 1_000_000


if __name__ == "__main__":
    main()
