"""The process stopped, killed and started again: nothing is lost, and nothing said twice."""

import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from tests.bot_api.limits import Json
from tests.bot_api.oracle import problems
from tests.bot_api.process import BotProcess
from tests.bot_api.user import BotApi, quoted
from tests.stalled import Stalls

pytestmark = pytest.mark.slow

QUESTION = "When was the Lindholm Bridge opened?"
FISH = "When does the fish market sell herring?"
# More than are answered in the five seconds that a stop may take, on any machine.
CROWD = range(1, 201)


def test_sigterm_ends_within_five_seconds_and_loses_nothing(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """However much waits: what is not answered by then is told of by the next bot."""
    with BotProcess(api, tmp_path, telegram_library) as bot:
        bot.ready()
        # Each its own: one that has been asked before is answered at once.
        for user in CROWD:
            api.message(user, f"{QUESTION} ({user})")
        api.until(lambda: api.polls >= 2 and api.pending() == 0)
        api.until(lambda: any(quoted(m) for user in CROWD for m in api.shown(user)))
        assert _seconds_to_end(bot) < 5
        assert bot.process.returncode == 0
        assert "Traceback" not in bot.log(), bot.log()
    before = sum(bool(quoted(one)) for user in CROWD for one in api.shown(user))
    assert 0 < before < len(CROWD)
    with BotProcess(api, tmp_path, telegram_library) as bot:
        bot.ready()
        # A place in the line that was on its way to Telegram at the stop may be left above it.
        for user in CROWD:
            api.until(partial(_said, api, user))
        told = [
            one
            for user in CROWD
            for one in api.shown(user)
            if one["text"] == "I was restarted before I could answer this."
        ]
        assert bot.stop() == 0
        assert "Traceback" not in bot.log(), bot.log()
    assert [_said(api, user) for user in CROWD if len(_said(api, user)) != 1] == []
    assert before + len(told) == len(CROWD)


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


# Who was answered before the kill, who waited for an answer, who wrote an hour before it.
ANSWERED, WAITING, EARLY = 100, range(1, 61), 200


@dataclass(frozen=True, slots=True)
class Killed:
    """Chats with a bot that was killed, and with the one that came after it."""

    api: BotApi
    answer: Json
    asked: list[int]
    last: int


@pytest.fixture(scope="module")
def killed(telegram_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Killed]:
    """One kill for all these tests; what both bots called is judged at the end."""
    folder, early = tmp_path_factory.mktemp("killed"), int(time.time()) - 3_600
    with BotApi() as api:
        with BotProcess(api, folder, telegram_library) as bot:
            bot.ready()
            answer = api.answer_to(ANSWERED, api.message(ANSWERED, QUESTION))
            # each its own: one that was just answered would be answered again at once
            asked = [api.message(user, f"{QUESTION} ({user})") for user in WAITING]
            api.until(lambda: api.pending() == 0)
            api.until(lambda: api.shown(1))
            bot.stop(signal.SIGKILL)
        for text in (QUESTION, "How long is it?", FISH):
            last = api.message(EARLY, text, date=early)
        with BotProcess(api, folder, telegram_library) as bot:
            bot.ready()
            yield Killed(api, answer, asked, last)
            assert bot.stop() == 0
            assert "Traceback" not in bot.log(), bot.log()
        assert problems(api.calls) == []


def test_a_question_that_a_kill_interrupted_is_asked_again_by_a_press(killed: Killed) -> None:
    """The next bot says so in reply to it; the answer takes the place of what it says."""
    api, user = killed.api, WAITING[-1]
    told = api.answer_to(user, killed.asked[-1])
    assert told["text"] == "I was restarted before I could answer this."
    api.press(user, told, "a:")
    number = told["message_id"]
    api.until(lambda: "1987" in api.state.messages[user, number]["text"])
    assert len(api.shown(user)) == 1


def test_after_a_kill_old_buttons_still_work(killed: Killed) -> None:
    """What a button needs is in the button, or in the message it hangs on."""
    api, answer = killed.api, killed.answer
    api.press(ANSWERED, answer, "m:")
    place = ANSWERED, answer["message_id"]
    api.until(lambda: "two railway tracks" in api.state.messages[place]["text"])
    api.press(ANSWERED, api.state.messages[place], "o:")
    api.until(lambda: "two railway tracks" not in api.state.messages[place]["text"])
    assert quoted(api.state.messages[place])
    query = api.press(ANSWERED, answer, "r:")
    api.state.open_queries.discard(query)  # as if it were too old to be answered
    assert "1987" in api.answer_to(ANSWERED, api.message(ANSWERED, QUESTION))["text"]


def test_a_backlog_is_answered_once_and_politely(killed: Killed) -> None:
    """Of the questions of an hour ago only the last, with an excuse."""
    api = killed.api
    api.answer_to(EARLY, killed.last)
    api.until(lambda: len(api.shown(EARLY)) == 2)
    excuse, answer = api.shown(EARLY)
    assert excuse["text"] == "I was offline; here is the answer to your last question."
    assert "Saturday" in answer["text"]
    time.sleep(1)
    assert len(api.shown(EARLY)) == 2
