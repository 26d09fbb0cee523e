"""How the bot bears up for long: many questions and many changes of the library.

`.venv/bin/python -m tests.soak` prints at every tenth what the bot's process has of the machine;
what grows and does not stop is to be bounded. Ctrl-C ends it early.
"""

import argparse
import contextlib
import os
import random
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from index.evaluation import provenance, write_section
from tests.bot_api.process import BotProcess
from tests.bot_api.user import BotApi
from tests.crowd import QUESTIONS, Crowd, Used, asked_mixed, change_texts
from tests.telegram_library import make_library

USERS = 50
PASSAGES = 500
PRINTED = 10


def main() -> None:
    """Soak, and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--questions", type=int, default=20_000)
    options.add_argument("--rebuilds", type=int, default=50)
    options.add_argument("--page", type=Path, help="put the figures into this page")
    given = options.parse_args()
    found = provenance()
    print(f"commit {found['commit']}, {found['machine']}, Python {found['python']}")
    lines: list[str] = []

    def tell(line: str) -> None:
        print(line, flush=True)
        lines.append(line)

    with contextlib.suppress(KeyboardInterrupt):
        soak(given.questions, given.rebuilds, tell=tell)
    if given.page:
        shown = "\n".join(lines)
        write_section(given.page, "tests.soak", f"```\n{shown}\n```")


def soak(
    questions: int, rebuilds: int, passages: int = PASSAGES, tell: Callable[[str], None] = print
) -> list[Used]:
    """What the bot has of the machine after every tenth of the questions, told as it goes."""
    seen = []
    with tempfile.TemporaryDirectory() as folder, BotApi() as api:
        library = make_library(Path(folder) / "library")
        with BotProcess(api, Path(folder) / "bot", library) as bot:
            bot.ready(600)
            api.answer_to(1, api.message(1, QUESTIONS[0]), 600)
            crowd = Crowd(api, USERS, asked_mixed(random.Random(1)))
            for round_ in range(PRINTED):
                some = range(round_ * rebuilds // PRINTED, (round_ + 1) * rebuilds // PRINTED)
                crowd.waits.clear()
                _round(crowd, api, questions // PRINTED, list(some), passages)
                seen.append(Used.of(bot.process.pid))
                tell(_line((round_ + 1) * questions // PRINTED, seen[-1], crowd))
            assert bot.stop() == 0
            assert "Traceback" not in bot.log(), bot.log()
    assert (crowd.lost, crowd.twice) == (0, 0)
    return seen


def _round(crowd: Crowd, api: BotApi, questions: int, some: list[int], passages: int) -> None:
    """Ask while the library is changed, as often as there are numbers."""
    failed: list[Exception] = []

    def change() -> None:
        try:
            for number in some:
                change_texts(api, number, passages)
        except Exception as error:
            failed.append(error)

    changing = threading.Thread(target=change)
    changing.start()
    crowd.ask(questions)
    changing.join()
    if failed:
        raise failed[0]


def _line(asked: int, used: Used, crowd: Crowd) -> str:
    waits = sorted(crowd.waits)
    return (
        f"{asked:6,} questions: {used.resident} MB ({used.own} of its own), "
        f"{used.descriptors} descriptors, {used.threads} threads, {used.cpu:.0f} s of CPU; "
        f"p50 {waits[len(waits) // 2]:.2f} s, p95 {waits[int(0.95 * len(waits))]:.2f} s; "
        f"{crowd.lost} lost, {crowd.twice} twice; load of the machine {os.getloadavg()[0]:.1f}"
    )


if __name__ == "__main__":
    main()
