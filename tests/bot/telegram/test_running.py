"""The process left running: trouble on the line, a second one, nothing leaked."""

import json
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.bot_api.process import BotProcess, free_port
from tests.bot_api.server import TOKEN
from tests.bot_api.user import BotApi, person, quoted

pytestmark = pytest.mark.slow

QUESTION = "When was the Lindholm Bridge opened?"
FISH = "When does the fish market sell herring?"


def test_poison_and_unknown_updates_do_not_make_it_deaf(running: BotProcess) -> None:
    """What does not parse is dropped; what comes after is answered, without a storm of calls."""
    api, before = running.api, running.api.polls
    api.chat(601)
    api.push({"message": {"message_id": "poison", "date": "never"}})
    api.push({"callback_query": {"id": "1", "from": person(601), "data": "x"}})
    api.push({"something_new": {"id": 1}})
    answer = api.answer_to(601, api.message(601, QUESTION))
    assert "4 May 1987" in answer["text"]
    assert api.polls < before + 50


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


def test_refusals_of_the_api_are_taken_as_they_come(asked: BotApi) -> None:
    """429 is waited for, 403 ends that chat only, a question deleted meanwhile is answered.

    So is one in a topic that is gone, and one where a proxy answers instead of Telegram.
    """
    api = asked
    api.chat(602)
    api.fail_next("sendMessage", 429, "Too Many Requests: retry after 1", 1, times=3)
    assert "1987" in api.answer_to(602, api.message(602, QUESTION))["text"]
    api.chat(603)
    api.state.blocked.add(603)
    api.message(603, QUESTION)
    gone = api.message(604, QUESTION)
    del api.state.messages[604, gone]
    api.until(lambda: [m for m in api.shown(604) if quoted(m)])
    api.fail_next("sendMessage", 400, "Bad Request: message thread not found")
    topic = api.message(605, f"/ask {QUESTION}", chat_id=None, message_thread_id=77)
    assert topic
    api.until(lambda: [m for m in api.shown(605) if quoted(m)])
    for code in (200, 403, 503):
        api.garble_next("sendMessage", code, b"<html>Try later</html>")
    assert "1987" in api.answer_to(606, api.message(606, QUESTION))["text"]


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


def test_one_instance_at_a_time(running: BotProcess, telegram_library: Path) -> None:
    """The second says so and ends; the first goes on."""
    api = running.api
    with BotProcess(api, running.folder, telegram_library) as second:
        assert second.process.wait(30) == 1
    assert "another bot runs" in running.log()
    assert "1987" in api.answer_to(607, api.message(607, QUESTION))["text"]


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


def test_a_webhook_needs_its_secret_and_answers_once(
    api: BotApi, telegram_library: Path, tmp_path: Path
) -> None:
    """The same process, called instead of calling; an update delivered twice counts once."""
    port = free_port()
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
