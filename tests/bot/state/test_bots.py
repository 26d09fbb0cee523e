"""Several bots on one database: each update is handled once, in order, whoever dies meanwhile."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.state import Conversation, State, Together, open_state
from tests.bot.state.contract import ANN, BOB, GROUP, NOW
from tests.bot.state.one_of_several import Told

psycopg = pytest.importorskip("psycopg", reason="no PostgreSQL here: `make test` brings it")

ROOT = Path(__file__).parents[3]
# How long what is to happen soon may take on a busy machine, in seconds.
SOON = 30.0


@pytest.fixture
def join(database: str) -> Iterator[Callable[[], Together]]:
    """One more bot, in this process."""
    with ExitStack() as opened:

        def one_more() -> Together:
            state = opened.enter_context(closing(open_state(database, 6)))
            assert state.together
            state.together.join(Told())
            return state.together

        yield one_more


def test_a_chat_is_one_bots_at_a_time(join: Callable[[], Together]) -> None:
    """What comes in from it goes to that bot, in order; what it does not take, others do."""
    one, other = join(), join()
    for number, chat in ((5, ANN), (6, ANN), (7, BOB), (8, GROUP)):
        one.put(number, chat, f"{chat}")
    assert [(taken.id, taken.tries) for taken in one.take(1)] == [(5, 1), (6, 1)]
    one.put(9, ANN, "more")
    assert [taken.id for taken in other.take(1)] == [7]
    assert [taken.id for taken in one.take(0)] == [9]
    one.done(5)
    assert other.waiting() == 4
    assert [taken.id for taken in other.take(9)] == [8]
    assert other.take(9) == []
    assert one.take(9) == []


def test_a_chat_stays_with_its_bot_for_a_moment(join: Callable[[], Together]) -> None:
    """Albums come message by message: the next goes to the same bot, later to anybody."""
    one, other = join(), join()
    one.put(1, ANN, "")
    assert [taken.id for taken in one.take(9)] == [1]
    one.done(1)
    one.put(2, ANN, "")
    assert other.take(9) == []
    assert [taken.id for taken in one.take(0)] == [2]
    one.done(2)
    time.sleep(3.2)
    one.put(3, ANN, "")
    assert one.take(0) == []
    assert [taken.id for taken in other.take(9)] == [3]


def test_an_update_that_comes_again_is_let_be(join: Callable[[], Together]) -> None:
    """Also once it has been handled, and what it said is deleted then."""
    one = join()
    for _ in range(2):
        one.put(1, ANN, "a question")
        assert len(one.take(9)) <= 1
        one.done(1)
    assert one.waiting() == 0


def test_what_was_taken_when_the_answer_was_lost_can_be_taken_again(
    join: Callable[[], Together],
) -> None:
    """A server that dies may have given what never arrived; what is at hand stays."""
    one = join()
    one.put(1, ANN, "")
    one.put(2, BOB, "")
    assert [taken.id for taken in one.take(9)] == [1, 2]
    assert one.take(9) == []
    one.drop({2})
    assert [(taken.id, taken.tries) for taken in one.take(9)] == [(1, 2)]
    one.drop([])
    assert [(taken.id, taken.tries) for taken in one.take(9)] == [(1, 3), (2, 2)]


def test_a_bot_that_stops_gives_back_what_it_has_not_done(
    join: Callable[[], Together],
) -> None:
    """At once, and the next one knows how often it was tried."""
    one, other = join(), join()
    one.put(1, ANN, "")
    assert one.take(9)
    assert other.take(9) == []
    one.leave()
    assert [(taken.id, taken.tries) for taken in other.take(9)] == [(1, 2)]


def test_one_leads_and_another_when_it_stops(join: Callable[[], Together]) -> None:
    """Never two at a time."""
    bots = [join() for _ in range(3)]
    _until(lambda: any(one.leads for one in bots))
    for _ in range(2):
        time.sleep(1.5)
        (leader,) = [one for one in bots if one.leads]
        leader.leave()
        bots.remove(leader)
        _until(lambda: any(one.leads for one in bots))


def test_limits_hold_across_bots(database: str) -> None:
    """Six questions and one warning, whichever bots were asked."""
    with closing(open_state(database, 6)) as one, closing(open_state(database, 6)) as other:
        bots: list[State] = [one, other] * 5
        assert [bot.spend(ANN, NOW) for bot in bots] == ["ok"] * 6 + ["warn"] + ["silent"] * 3


def test_what_all_may_do_altogether(join: Callable[[], Together]) -> None:
    """Another limit beside that of questions; what was not done is given back."""
    one, other = join(), join()
    told = [bot.spend("told", ANN, 1, 60 / 86_400, NOW) for bot in (one, other, one)]
    assert told == ["ok", "warn", "silent"]
    one.give_back("told", ANN)
    assert other.spend("told", ANN, 1, 60 / 86_400, NOW + 1) == "ok"
    assert other.spend("told", BOB, 1, 60 / 86_400, NOW + 1) == "ok"


def test_what_was_asked_is_known_to_all(join: Callable[[], Together], database: str) -> None:
    """By the messages that asked and answered it, and as the last of its user; until forgotten."""
    one, other = join(), join()
    first = Conversation(GROUP, ANN, "And NATO?", "Who?", 7, (8, 9), True)
    thanks = Conversation(GROUP, ANN, "thanks", "And NATO?", 10, (11,), False)
    for asked in (first, thanks):
        one.remember(asked)
    assert [other.of_message(GROUP, number) for number in (7, 8, 9)] == [first] * 3
    assert other.of_message(GROUP, 11) == thanks
    assert other.last(GROUP, ANN, 0) == first
    assert other.last(GROUP, BOB, 0) is None
    assert other.of_message(ANN, 7) is None
    with closing(open_state(database, 6)) as state:
        state.forget(ANN)
    assert one.last(GROUP, ANN, 0) is None


def test_the_last_question_of_a_topic_is_the_newest_there(join: Callable[[], Together]) -> None:
    """By the message that asked, whenever it was corrected; a chat's are forgotten alone."""
    one, other = join(), join()
    first = Conversation(GROUP, ANN, "Who?", "", 7, (8,), True, 3)
    second = Conversation(GROUP, ANN, "When?", "", 9, (10, 11), True, 3)
    elsewhere = Conversation(GROUP, ANN, "Where?", "", 12, (13,), True, 4)
    pressed = Conversation(GROUP, ANN, "An example", "", None, (14,), True, 4)
    for asked in (first, second, elsewhere, first, pressed, elsewhere):
        one.remember(asked)
    assert [other.last(GROUP, ANN, topic) for topic in (3, 4, 5)] == [second, pressed, None]
    one.remember(Conversation(GROUP, GROUP, "Who?", "", 20, (21,), True, 3))
    other.forget(GROUP)
    assert one.last(GROUP, GROUP, 3) is None
    assert one.last(GROUP, ANN, 3) == second


def test_a_bot_that_goes_on_with_a_question_knows_who_told_its_place(database: str) -> None:
    """The answer then stands there instead."""
    with closing(open_state(database, 6)) as one, closing(open_state(database, 6)) as other:
        assert one.begin(ANN, 5, ANN, "en") is None
        one.told(ANN, 5, 6)
        assert other.begin(ANN, 5, ANN, "en") == 6
        other.end(ANN, 5)
        assert other.begin(ANN, 5, ANN, "en") is None


def test_only_one_is_alone(join: Callable[[], Together]) -> None:
    """Who comes second waits until the first is out."""
    import threading

    one, other, done = join(), join(), []

    def second() -> None:
        with other.alone("library"):
            done.append("second")

    with one.alone("library"), one.alone("something else"):
        waiting = threading.Thread(target=second)
        waiting.start()
        time.sleep(0.3)
        done.append("first")
    waiting.join(SOON)
    assert done == ["first", "second"]


@dataclass
class Bot:
    """A process, and what it has written down."""

    process: "subprocess.Popen[bytes]"
    file: Path
    killed: float = field(default=0.0)

    def lines(self) -> list[list[str]]:
        """Each with its time; one that the kill cut off is none."""
        text = self.file.read_text() if self.file.exists() else ""
        return [line.split() for line in text.splitlines(keepends=True) if line.endswith("\n")]

    def works(self) -> bool:
        """Whether it has handled some."""
        return len(self.lines()) > 10

    def kill(self) -> None:
        """With -9."""
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.killed = time.time()


@contextmanager
def _bots(database: str, folder: Path, count: int, seconds: float) -> Iterator[list[Bot]]:
    bots = []
    for number in range(count):
        file = folder / f"bot{number}"
        command = [sys.executable, "-m", "tests.bot.state.one_of_several", database]
        bots.append(Bot(subprocess.Popen([*command, str(file), str(seconds)], cwd=ROOT), file))
    try:
        yield bots
    finally:
        for bot in bots:
            bot.process.kill()
            bot.process.wait()


def test_each_update_is_handled_once_though_a_bot_is_killed(database: str, tmp_path: Path) -> None:
    """400 updates of 40 chats by two processes, one killed in the middle: in order, none lost.

    Only the one that the killed bot had just written down may be handled again. Another leads.
    """
    with closing(open_state(database, 6)) as state, _bots(database, tmp_path, 2, 0.01) as bots:
        together = state.together
        assert together
        _until(lambda: all(bot.lines() for bot in bots))
        for number in range(400):
            together.put(number, number % 40 + 1, f"{number % 40 + 1}")
            if number == 150:
                leader = next(bot for bot in bots if ["leads"] in [one[1:] for one in bot.lines()])
                _until(leader.works)
                leader.kill()
        _until(lambda: together.waiting() == 0)
    (other,) = [bot for bot in bots if bot is not leader]
    handled = sorted(
        (float(at), int(id), int(chat))
        for bot in bots
        for at, id, chat in [one for one in bot.lines() if len(one) == 3]
    )
    numbers = [id for _, id, _ in handled]
    assert set(numbers) == set(range(400))
    assert len(numbers) - 400 <= 1
    for chat in range(1, 41):
        order = [id for _, id, of in handled if of == chat]
        assert order == sorted(order)
    takes_over = [float(at) for at, what, *_ in other.lines() if what == "leads"]
    assert 0 < takes_over[0] - leader.killed < 10


def _until(found: Callable[[], bool]) -> None:
    end = time.monotonic() + SOON
    while not found():
        assert time.monotonic() < end
        time.sleep(0.05)
