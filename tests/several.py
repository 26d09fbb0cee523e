"""Several bots on one database, while things die: `.venv/bin/python -m tests.several`.

Two PostgreSQL nodes that commit together and hold library and state, bots against the Bot API
double, many users. Meanwhile a bot is killed with -9, the primary too and its standby promoted,
and a rebuild goes live.
"""

import argparse
import math
import random
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path

import psycopg

from index.building import build
from index.copying import copy
from index.encoding.encoder import Encoder, load_encoder
from index.evaluation import provenance, write_section
from index.sources import from_text
from index.store import open_library
from tests.bot_api.limits import Json
from tests.bot_api.process import BotProcess
from tests.bot_api.server import Call
from tests.bot_api.user import BotApi, quoted
from tests.postgres.server import Server
from tests.telegram_library import make_library

# What each question's answer says; whatever else is quoted is wrong.
QUESTIONS = {
    "When was the Lindholm Bridge opened?": "4 May 1987",
    "Who was the architect of the bridge?": "Sofie Brandt",
    "When does the fish market sell herring?": "Saturday",
    "Where is the fish market in winter?": "customs house",
    "Who composed Rütli?": "Ottilie Zöllner",
}
NEW = from_text("# Ferry\n\nThe ferry to Lindholm sails at noon.\n", doc_id="ferry")
# An answer that a bot had sent so shortly before it was killed may come again, from another bot:
# that it was sent could not be written down any more. In seconds.
UNWRITTEN = 1.0
KILLED = "bot0"
# How long a question may wait for its answer, in seconds.
PATIENCE = 300.0
SAID = ("sendMessage", "editMessageText")


@dataclass
class Run:
    """What happens: who asks how much of how many bots, and what dies."""

    users: int
    questions: int
    bots: int
    nodes: int
    settings: dict[str, str] = field(default_factory=dict)


@dataclass
class Report:
    """What came of it. Times are in seconds; `silence` is the longest between two answers."""

    asked: int = 0
    answered: int = 0
    twice: int = 0
    unwritten: int = 0
    wrong: list[str] = field(default_factory=list)
    handled: int = 0
    renewed: float = 0.0
    waits: list[float] = field(default_factory=list)
    silence: float = 0.0
    happened: list[str] = field(default_factory=list)

    def text(self) -> str:
        """In words."""
        waits = sorted(self.waits) or [0.0]
        p50, p95 = waits[len(waits) // 2], waits[int(0.95 * len(waits))]
        return "\n".join(
            [
                f"{self.asked} questions: {self.answered} answered, {self.twice} twice",
                f"({self.unwritten} of them in the last second before a kill), "
                f"{len(self.wrong)} wrong, {self.handled} updates known to the database",
                f"from question to answer: p50 {p50:.1f} s, p95 {p95:.1f} s",
                f"longest silence {self.silence:.1f} s; the new generation answered on all bots "
                f"after {self.renewed:.1f} s",
                *self.happened,
            ]
        )


def run(api: BotApi, folder: Path, given: Run, made: Path) -> Report:
    """Do it with a copy of the library in `made`, and count."""
    report = Report()
    with ExitStack() as stack:
        nodes = _nodes(given.nodes, stack)
        address = _shared(nodes)
        library = shared_library(made, address)
        encoder = load_encoder()  # before it is needed: it takes seconds
        bots = [
            stack.enter_context(
                BotProcess(
                    api, folder / name, folder, **_own(api, name), **library, **given.settings
                )
            )
            for name in (f"bot{n}" for n in range(given.bots))
        ]
        api.until(lambda: all("ready: generation" in bot.log() for bot in bots), PATIENCE)
        api.until(lambda: api.polls or api.webhook, PATIENCE)
        asking = _Asking(api, given)
        killed = math.inf

        def after(share: float, what: str, do: Callable[[], object]) -> None:
            api.until(lambda: asking.answered() >= share * asking.total, PATIENCE)
            report.happened.append(f"{what} at {time.monotonic() - asking.began:.1f} s")
            do()

        asking.start()
        if given.bots > 1:
            after(0.2, "a bot was killed", bots[0].process.kill)
            killed = time.monotonic()
        if given.nodes > 1:
            after(0.4, "the primary was killed, its standby promoted", nodes[0].kill)
            nodes[1].promote()
        after(0.6, "a rebuild went live", lambda: add(address, encoder))
        report.renewed = renewed(api, bots[1:] or bots)
        asking.wait()
        report.handled = _handled(nodes[-1], address)
        for bot in bots[1:] or bots:
            assert bot.stop() == 0, bot.log()
        _count(api, asking, killed, report)
    return report


def _own(api: BotApi, name: str) -> dict[str, str]:
    """The settings by which a bot's calls are known as its own."""
    return {"TELEGRAM_BASE_URL": api.url_of(name)}


def _nodes(count: int, stack: ExitStack) -> list[Server]:
    """One, or two that commit together until the first is gone."""
    first = Server()
    stack.callback(first.remove)
    if count == 1:
        return [first]
    second = first.standby()
    stack.callback(second.remove)
    with psycopg.connect(first.dsn(), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET synchronous_standby_names = 'standby'")
        connection.execute("SELECT pg_reload_conf()")
        while connection.execute("SELECT sync_state FROM pg_stat_replication").fetchone() != (
            "sync",
        ):
            time.sleep(0.1)
    return [first, second]


def _shared(nodes: list[Server]) -> str:
    name = nodes[0].database().rpartition("/")[2]
    hosts = ",".join(f"127.0.0.1:{node.port}" for node in nodes)
    return f"postgresql://postgres@{hosts}/{name}?target_session_attrs=read-write"


def shared_library(made: Path, address: str) -> dict[str, str]:
    """A library is copied into a database; the settings of bots that share it."""
    copy(open_library(made), open_library(address))
    return {"LIBRARY": address, "STATE": address}


def add(address: str, encoder: Encoder) -> None:
    """A text more, as generation 2."""
    build(open_library(address), [NEW], encoder, replace=False)


class _Asking:
    """The users: each asks one question after the other."""

    def __init__(self, api: BotApi, given: Run) -> None:
        self._api = api
        self.total = given.users * (given.questions // given.users)
        self._threads = [
            threading.Thread(target=self._ask, args=(1000 + user, given.questions // given.users))
            for user in range(given.users)
        ]
        self.asked: dict[tuple[int, int], str] = {}
        self.waits: list[float] = []
        self.began = 0.0

    def start(self) -> None:
        """All at once."""
        self.began = time.monotonic()
        for thread in self._threads:
            thread.start()

    def wait(self) -> None:
        """Until all are answered, or gave up, and what comes twice has had time to come."""
        for thread in self._threads:
            thread.join()
        time.sleep(2)

    def answered(self) -> int:
        """How many so far."""
        return len(self.waits)

    def _ask(self, user: int, many: int) -> None:
        chance = random.Random(user)
        for _ in range(many):
            began, question = time.monotonic(), chance.choice(list(QUESTIONS))
            number = self._api.message(user, question)
            self.asked[user, number] = question
            self._api.until(partial(_answers, self._api, user, number), PATIENCE)
            self.waits.append(time.monotonic() - began)


def _answers(api: BotApi, user: int, number: int) -> list[Json]:
    """The answers in reply to a message; its place in the line is none."""
    replies = [
        m for m in api.shown(user) if m.get("reply_to_message", {}).get("message_id") == number
    ]
    return [one for one in replies if quoted(one) or "reply_markup" in one]


def renewed(api: BotApi, bots: list[BotProcess]) -> float:
    """How long until all bots answer from the second generation."""
    began = time.monotonic()
    api.until(lambda: all("answering from generation 2" in bot.log() for bot in bots), PATIENCE)
    return time.monotonic() - began


def _handled(node: Server, address: str) -> int:
    name = address.rpartition("/")[2].partition("?")[0]
    with psycopg.connect(node.dsn(name)) as connection:
        found = connection.execute("SELECT count(*) FROM verbatim_bot.inbox WHERE body IS NULL")
        row = found.fetchone()
    assert row is not None
    return int(row[0])


def _count(api: BotApi, asking: _Asking, killed: float, report: Report) -> None:
    times = sorted(call.time for call in api.calls if call.method in SAID and call.error is None)
    asked, report.waits = asking.asked, asking.waits
    report.asked = len(asked)
    report.silence = max((b - a for a, b in pairwise(times)), default=0.0)
    shown = _shown(api)
    for (user, number), question in asked.items():
        found = _answers(api, user, number)
        sent = sorted((shown[user, one["message_id"]] for one in found), key=lambda c: c.time)
        report.twice += len(sent) > 1
        report.unwritten += len(sent) == 2 and _could_not_be_noted(sent[0], killed)
        report.answered += bool(found)
        report.wrong += [one["text"] for one in found if QUESTIONS[question] not in one["text"]]


def _could_not_be_noted(answer: Call, killed: float) -> bool:
    """Whether who sent it was killed then; it comes to the double perhaps just after that."""
    return answer.by == KILLED and killed - answer.time < UNWRITTEN


def _shown(api: BotApi) -> dict[tuple[int, int], Call]:
    """By chat and number of a message: the call that made it what it is in the end."""
    return {
        (int(call.given["chat_id"]), call.result["message_id"]): call
        for call in api.calls
        if call.method in SAID and call.error is None
    }


def main() -> None:
    """Ask, kill, count."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--users", type=int, default=200)
    options.add_argument("--questions", type=int, default=1_000)
    options.add_argument("--bots", type=int, default=3)
    options.add_argument("--nodes", type=int, choices=(1, 2), default=2)
    options.add_argument("--page", type=Path, help="put the figures into this page")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, BotApi() as api:
        made = make_library(Path(folder) / "library")
        happens = Run(given.users, given.questions, given.bots, given.nodes)
        report = run(api, Path(folder), happens, made)
    found = provenance()
    print(f"commit {found['commit']}, {found['machine']}, Python {found['python']}")
    text = f"{given.bots} bots, {given.nodes} nodes, {given.users} users; {report.text()}"
    print(text)
    if given.page:
        write_section(given.page, "tests.several", f"```\n{text}\n```")


if __name__ == "__main__":
    main()
