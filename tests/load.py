"""How the bot bears up: many users at once over HTTP. `.venv/bin/python -m tests.load`.

A crowd that asks the same few questions, then one of which no two questions are the same, then
changes of the library. Prints what it measured, on what, with which commit.
"""

import argparse
import os
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from index.evaluation import provenance, write_section
from tests.bot_api.process import BotProcess
from tests.bot_api.user import BotApi
from tests.crowd import QUESTIONS, Crowd, Used, asked_alike, asked_apart, change_texts
from tests.telegram_library import make_library


def main() -> None:
    """Ask, wait, count."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--users", type=int, default=200)
    options.add_argument("--questions", type=int, default=1_000)
    options.add_argument("--rebuilds", type=int, default=10, help="each of 500 passages")
    options.add_argument("--page", type=Path, help="put the figures into this page")
    given = options.parse_args()
    found = provenance()
    print(f"commit {found['commit']}, {found['machine']}, Python {found['python']}")
    with tempfile.TemporaryDirectory() as folder, BotApi() as api:
        library = make_library(Path(folder) / "library")
        with BotProcess(api, Path(folder) / "bot", library) as bot:
            bot.ready(600)
            api.answer_to(1, api.message(1, QUESTIONS[0]), 600)
            pid = bot.process.pid
            lines = [f"memory: {_memory(pid)} before"]
            for name, asked in (("the same few", asked_alike), ("each another", asked_apart)):
                questions = asked(random.Random(1))
                lines.append(_asked(name, api, pid, given.users, given.questions, questions))
                print(lines[-1], flush=True)
            for number in range(given.rebuilds):
                change_texts(api, number)
            lines.append(f"memory: {_memory(pid)} after {given.rebuilds} rebuilds")
            lines.append(f"ended with {bot.stop()}")
    print("\n".join(lines[-2:]))
    if given.page:
        shown = "\n".join(lines)
        write_section(given.page, "tests.load", f"```\n{shown}\n```")


def _asked(
    name: str, api: BotApi, pid: int, users: int, questions: int, asked: Iterator[str]
) -> str:
    """Let the crowd ask; what came of it."""
    crowd, cpu, began = Crowd(api, users, asked), Used.of(pid).cpu, time.monotonic()
    crowd.ask(questions)
    took, waits = time.monotonic() - began, sorted(crowd.waits)
    spent = (Used.of(pid).cpu - cpu) / max(len(waits), 1)
    return (
        f"{users} users, {questions} questions, {name}, in {took:.0f} s: "
        f"{len(waits)} answered, {crowd.lost} lost, {crowd.twice} answered twice\n"
        f"  from question to answer: p50 {waits[len(waits) // 2]:.1f} s, "
        f"p95 {waits[int(0.95 * len(waits))]:.1f} s; {1_000 * spent:.0f} ms of CPU a question; "
        f"load of the machine {os.getloadavg()[0]:.1f}\n"
        f"  memory: {_memory(pid)} after"
    )


def _memory(pid: int) -> str:
    used = Used.of(pid)
    return f"{used.resident} MB ({used.own} of its own)"


if __name__ == "__main__":
    main()
