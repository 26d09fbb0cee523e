"""Messages out: in reply, once each, and patient while the API cannot be reached."""

import asyncio
import time
from collections.abc import Coroutine
from typing import Any, TypeVar

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message, MessageEntity
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut

from bot.telegram.composing import ChatText
from bot.telegram.patience import PATIENCE
from bot.telegram.sending import edited, replace, reply, send
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.limits import Refused
from tests.bot_api.server import Call

T = TypeVar("T")
READER = 7
TEXT = ChatText("Quoted 🎻 words", (MessageEntity("bold", 10, 5),))
KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="m")]])
MARKUP = {"inline_keyboard": [[{"text": "More", "callback_data": "m"}]]}


def _caused(error: TelegramError, cause: Exception) -> TelegramError:
    """An error as python-telegram-bot raises it for one of httpx."""
    error.__cause__ = cause
    return error


REFUSED = _caused(NetworkError("httpx.ConnectError"), httpx.ConnectError("refused"))
SLOW = _caused(TimedOut(), httpx.ConnectTimeout("slow"))
FULL = _caused(TimedOut("Pool timeout"), httpx.PoolTimeout("full"))
UNCONFIRMED = _caused(TimedOut(), httpx.ReadTimeout("slow"))
BAD_GATEWAY = Refused(502, "Bad Gateway")


class Pauses(list[float]):
    """The pauses made, in seconds; the clock goes on by each at once."""


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> Pauses:
    """A clock that does not wait."""
    made, clock, sleep = Pauses(), time.monotonic, asyncio.sleep

    async def skip(seconds: float, result: Any = None) -> Any:
        if seconds:  # none is no pause: libraries let others run so
            made.append(seconds)
        return await sleep(0, result)

    monkeypatch.setattr(asyncio, "sleep", skip)
    monkeypatch.setattr(time, "monotonic", lambda: clock() + sum(made))
    return made


def _result(direct: Direct, work: Coroutine[Any, Any, T]) -> tuple[T, list[Call]]:
    """What a coroutine returns, and the calls it makes."""
    found: list[T] = []

    async def kept() -> None:
        found.append(await work)

    calls = direct.during(kept())
    return found[0], calls


def _message(direct: Direct, chat_id: int | None = None) -> Message:
    direct.message(READER, "A question", chat_id)
    assert direct.update
    assert direct.update.message
    return direct.update.message


def _bot(direct: Direct) -> Bot:
    bot: Bot = direct.application.bot
    return bot


def test_a_reply_goes_to_its_message(direct: Direct) -> None:
    """With entities and buttons as they are, parsed by nobody, without a preview."""
    message = _message(direct, GROUP)
    sent, (call,) = _result(direct, reply(message, TEXT, KEYBOARD))
    assert sent
    assert sent.message_id == call.result["message_id"]
    assert call.given == {
        "chat_id": GROUP,
        "text": TEXT.text,
        "entities": [{"type": "bold", "offset": 10, "length": 5}],
        "reply_markup": MARKUP,
        "reply_parameters": {
            "message_id": message.message_id,
            "allow_sending_without_reply": True,
        },
        "link_preview_options": {"is_disabled": True},
    }


def test_a_message_in_reply_to_nothing(direct: Direct) -> None:
    """To a chat that has said nothing."""
    direct.chat(READER)
    sent, (call,) = _result(direct, send(_bot(direct), READER, TEXT, KEYBOARD))
    assert sent
    assert (call.given["chat_id"], call.given["text"]) == (READER, TEXT.text)
    assert "reply_parameters" not in call.given


@pytest.mark.parametrize(
    "gone",
    [
        "message to be replied not found",
        "message thread not found",
        "TOPIC_CLOSED",
    ],
)
def test_where_the_question_stood_is_gone_the_chat_gets_the_answer(
    direct: Direct, gone: str
) -> None:
    """The same text and buttons, in reply to nothing."""
    message = _message(direct)
    direct.fail_next("sendMessage", Refused(400, f"Bad Request: {gone}"))
    sent, (_, call) = _result(direct, reply(message, TEXT, KEYBOARD))
    assert sent
    assert (call.given["chat_id"], call.given["text"]) == (READER, TEXT.text)
    assert call.given["reply_markup"] == MARKUP
    assert "reply_parameters" not in call.given


def test_a_message_that_telegram_does_not_take_is_an_error(direct: Direct) -> None:
    """Ours to mend, so it is not hidden; and it is not tried again."""
    message = _message(direct)
    direct.fail_next("sendMessage", Refused(400, "Bad Request: message is too long"))
    before = len(direct.calls)
    with pytest.raises(BadRequest, match="too long"):
        direct.during(reply(message, TEXT))
    assert len(direct.calls) == before + 1


def test_who_has_blocked_the_bot_is_let_be(direct: Direct) -> None:
    """One try, whether in reply or not, also where the place of the question is gone."""
    message = _message(direct)
    direct.state.blocked.add(READER)
    for work in (reply(message, TEXT), send(_bot(direct), READER, TEXT)):
        sent, calls = _result(direct, work)
        assert sent is None
        assert [call.error for call in calls] == ["Forbidden: bot was blocked by the user"]
    gone = Refused(400, "Bad Request: message to be replied not found")
    direct.fail_next("sendMessage", gone)
    sent, calls = _result(direct, reply(message, TEXT))
    assert sent is None
    assert len(calls) == 2


def test_our_message_is_replaced(direct: Direct) -> None:
    """Text, entities and buttons."""
    sent, _ = _result(direct, reply(_message(direct), ChatText("Reading …")))
    assert sent
    done, (call,) = _result(direct, replace(_bot(direct), READER, sent.message_id, TEXT, KEYBOARD))
    assert done is True
    assert call.method == "editMessageText"
    assert (call.given["chat_id"], call.given["message_id"]) == (READER, sent.message_id)
    assert call.result["text"] == TEXT.text
    assert call.result["reply_markup"] == MARKUP


@pytest.mark.parametrize(
    ("refused", "done"),
    [
        (Refused(400, "Bad Request: message is not modified: specified new content"), True),
        (Refused(400, "Bad Request: message to edit not found"), False),
        (Refused(400, "Bad Request: message can't be edited"), False),
        (Refused(403, "Forbidden: bot was kicked from the group chat"), False),
    ],
)
def test_whether_our_message_says_it_now(direct: Direct, refused: Refused, done: bool) -> None:
    """A message that already said so does; one that is gone does not."""
    direct.chat(READER)
    direct.fail_next("editMessageText", refused)
    found, calls = _result(direct, replace(_bot(direct), READER, 1, TEXT))
    assert found is done
    assert len(calls) == 1


@pytest.mark.parametrize(
    ("refused", "logged"),
    [
        ("Bad Request: message is too long", True),
        ("Bad Request: message to edit not found", False),
        ("Bad Request: message can't be edited", False),
        ("Bad Request: message to delete not found", False),
        ("Bad Request: MESSAGE_ID_INVALID", False),
        ("Bad Request: chat not found", False),
        ("Bad Request: message is not modified: specified new content", False),
    ],
)
def test_an_edit_that_could_not_be_done_is_logged(
    direct: Direct, caplog: pytest.LogCaptureFixture, refused: str, logged: bool
) -> None:
    """Not where there is nothing to edit: nobody would know why a message stays as it is."""
    message = _message(direct)
    direct.fail_next("editMessageText", Refused(400, refused))
    _result(direct, replace(_bot(direct), message.chat_id, 5, ChatText("New.")))
    assert ("too long" in caplog.text) == logged
    assert bool(caplog.records) == logged


def test_any_edit_may_be_done_so(direct: Direct) -> None:
    """Deleting, for one."""
    sent, _ = _result(direct, reply(_message(direct), TEXT))
    assert sent
    bot = _bot(direct)
    for done in (True, False):
        found, _ = _result(direct, edited(lambda: bot.delete_message(READER, sent.message_id)))
        assert found is done


@pytest.mark.parametrize(
    "trouble", [REFUSED, SLOW, FULL, BAD_GATEWAY], ids=["refused", "slow", "full", "bad gateway"]
)
def test_what_was_never_received_is_sent_again(
    direct: Direct, pauses: Pauses, trouble: Exception
) -> None:
    """After longer and longer pauses, and then once."""
    message = _message(direct)
    direct.fail_next("sendMessage", trouble, times=5)
    sent, calls = _result(direct, reply(message, TEXT))
    assert sent
    assert len(calls) == 6
    assert len([one for one in direct.shown(READER) if one["text"] == TEXT.text]) == 1
    assert len(pauses) == 5
    assert 0 < pauses[0] <= 2
    assert max(pauses) <= 10


def test_what_may_have_been_received_is_sent_once_more(direct: Direct, pauses: Pauses) -> None:
    """A second time unconfirmed it is given up, for nobody wants the answer three times."""
    message = _message(direct)
    direct.fail_next("sendMessage", UNCONFIRMED)
    sent, calls = _result(direct, reply(message, TEXT))
    assert sent
    assert len(calls) == 2
    before = len(direct.calls)
    direct.fail_next("sendMessage", UNCONFIRMED, times=9)
    with pytest.raises(TimedOut):
        direct.during(reply(message, TEXT))
    assert len(direct.calls) == before + 2


def test_an_api_that_stays_away_is_given_up(direct: Direct, pauses: Pauses) -> None:
    """After two minutes, or little more."""
    message = _message(direct)
    direct.fail_next("sendMessage", REFUSED, times=1_000)
    with pytest.raises(NetworkError):
        direct.during(reply(message, TEXT))
    assert PATIENCE - 10 <= sum(pauses) <= PATIENCE + 10


def test_edits_are_as_patient(direct: Direct, pauses: Pauses) -> None:
    """A lost edit would leave "Reading" for ever."""
    sent, _ = _result(direct, reply(_message(direct), ChatText("Reading …")))
    assert sent
    direct.fail_next("editMessageText", REFUSED, times=3)
    done, calls = _result(direct, replace(_bot(direct), READER, sent.message_id, TEXT))
    assert done is True
    assert len(calls) == 4
    assert calls[-1].result["text"] == TEXT.text


def test_pauses_double_up_to_eight_seconds(direct: Direct, pauses: Pauses) -> None:
    """From half a second on."""
    message = _message(direct)
    direct.fail_next("sendMessage", REFUSED, times=6)
    sent, _ = _result(direct, reply(message, TEXT))
    assert sent
    assert pauses == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0]
