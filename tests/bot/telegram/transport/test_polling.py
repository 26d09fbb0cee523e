"""Polling against a Bot API server over HTTP that sends what Telegram should not."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import Bot, Update
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.ext import ExtBot, Updater
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from bot.telegram.transport.polling import ChatActionLimiter, PollingRequest

# python-telegram-bot warns of its own RetryAfter whenever it makes one.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

TOKEN = "123:ABC"
USER = {"id": 20, "is_bot": False, "first_name": "Ann"}
Json = dict[str, Any]


def _message(number: int, text: str) -> Json:
    chat = {"id": 20, "type": "private"}
    message = {"message_id": number, "date": 1, "chat": chat, "from": USER, "text": text}
    return {"update_id": number, "message": message}


# A message without a date, as a future API might send: it does not parse.
POISON = {"update_id": 8, "message": {"message_id": 8, "text": "secret words"}}
UNKNOWN = {"update_id": 9, "telepathy": {"thought": "hm"}}


class BotApi:
    """As much of the Bot API as polling needs, with answers and offsets a test can see."""

    def __init__(self, *updates: object) -> None:
        self.updates = list(updates)
        self.raw: bytes | None = None
        self.status = 200
        self.offsets: list[int] = []
        self.calls: list[str] = []
        self.url = ""

    def answer(self, method: str, offset: int) -> bytes:
        """The method's result; getUpdates gives what the offset has not confirmed."""
        self.calls.append(method)
        if method != "getUpdates":
            me = {**USER, "is_bot": True, "username": "verbatim_bot"}
            return json.dumps({"ok": True, "result": me if method == "getMe" else True}).encode()
        self.offsets.append(offset)
        if self.raw is not None:
            return self.raw
        new = [one for one in self.updates if _is_new(one, offset)]
        return json.dumps({"ok": True, "result": new}).encode()


def _is_new(update: object, offset: int) -> bool:
    number = update.get("update_id") if isinstance(update, dict) else None
    return not isinstance(number, int) or number >= offset or number < 0


class _Method(RequestHandler):
    def initialize(self, api: BotApi) -> None:
        self._api = api

    def post(self, method: str) -> None:
        body = self._api.answer(method, int(self.get_body_argument("offset", "0")))
        self.set_status(self._api.status if method == "getUpdates" else 200)
        self.finish(body)


def _serve(api: BotApi, scenario: Callable[[BotApi], Awaitable[None]]) -> None:
    async def serve() -> None:
        pages = [(rf"/bot{TOKEN}/(\w+)", _Method, {"api": api})]
        server = HTTPServer(Application(pages, log_function=lambda _: None))
        sockets = bind_sockets(0, "127.0.0.1")
        server.add_sockets(sockets)
        api.url = f"http://127.0.0.1:{sockets[0].getsockname()[1]}/bot"
        try:
            await scenario(api)
        finally:
            server.stop()
            await server.close_all_connections()

    asyncio.run(serve())


async def _poll(api: BotApi, request: PollingRequest, calls: int) -> list[Update]:
    """What a running bot gets from so many getUpdates, and the one that ends polling."""
    queue: asyncio.Queue[object] = asyncio.Queue()
    updater = Updater(Bot(TOKEN, base_url=api.url, get_updates_request=request), queue)
    async with updater:
        await updater.start_polling(timeout=10, error_callback=lambda _: None)
        async with asyncio.timeout(10):
            while len(api.offsets) < calls:
                await asyncio.sleep(0.005)
        await updater.stop()
    found = [queue.get_nowait() for _ in range(queue.qsize())]
    return [update for update in found if isinstance(update, Update)]


def test_a_poison_update_is_dropped_and_the_rest_delivered(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Before, after and beside it; unknown kinds pass; the log has its number and no text."""
    api = BotApi(_message(7, "before"), POISON, UNKNOWN, _message(10, "after"))

    async def scenario(api: BotApi) -> None:
        updates = await _poll(api, PollingRequest(), calls=2)
        texts = {u.update_id: u.message.text for u in updates if u.message}
        assert texts == {7: "before", 10: "after"}
        assert [u.update_id for u in updates] == [7, 8, 9, 10]
        assert updates[1].to_dict() == {"update_id": 8}
        assert updates[2].api_kwargs == {"telepathy": {"thought": "hm"}}

    _serve(api, scenario)
    assert api.offsets[-1] == 11
    lines = [r.getMessage() for r in caplog.records if r.name == "bot.telegram.transport.polling"]
    assert lines == ["update 8 cannot be read and is dropped (KeyError)"]
    assert "secret words" not in caplog.text


def test_the_offset_moves_when_nothing_of_the_batch_parses() -> None:
    """A batch of poison alone does not come again."""
    poison: list[Json] = [{**POISON, "update_id": number} for number in (5, 6)]
    api = BotApi("nonsense", {"update_id": "4"}, *poison)

    async def scenario(api: BotApi) -> None:
        updates = await _poll(api, PollingRequest(), calls=2)
        assert [u.update_id for u in updates] == [5, 6]

    _serve(api, scenario)
    assert api.offsets[-1] == 7


def test_updates_without_a_number_are_left_out() -> None:
    """They would stop the loop that reads the number of the last one."""

    async def scenario(api: BotApi) -> None:
        async with Bot(TOKEN, base_url=api.url, get_updates_request=PollingRequest()) as bot:
            assert [u.update_id for u in await bot.get_updates()] == [7]

    strange = [None, 1, {}, {"update_id": None}, {"update_id": True}, {"update_id": -3}]
    _serve(BotApi(_message(7, "x"), *strange), scenario)


def test_last_success_is_the_time_of_an_answer() -> None:
    """None before the first, and unmoved by failures: the age tells a deaf bot."""

    async def scenario(api: BotApi) -> None:
        request = PollingRequest()
        async with Bot(TOKEN, base_url=api.url, get_updates_request=request) as bot:
            assert request.last_success is None
            began = time.monotonic()
            await bot.get_updates()
            first = request.last_success
            assert first is not None
            assert began <= first <= time.monotonic()
            api.status = 502
            with pytest.raises(NetworkError):
                await bot.get_updates()
            assert request.last_success == first
            api.status = 200
            await bot.get_updates()
            assert request.last_success > first

    _serve(BotApi(), scenario)


@pytest.mark.parametrize(
    "raw", [b"", b"<html>secret words", b'{"ok": true}', b"[1]", b'{"result": "secret words"}']
)
def test_an_answer_that_is_no_list_is_an_error(
    raw: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """Telegram's retry loop slows down for it; what was sent is not logged."""

    async def scenario(api: BotApi) -> None:
        api.raw = raw
        async with Bot(TOKEN, base_url=api.url, get_updates_request=PollingRequest()) as bot:
            with pytest.raises(NetworkError, match="no list of updates"):
                await bot.get_updates()

    _serve(BotApi(), scenario)
    assert "secret words" not in caplog.text


def test_it_backs_off_when_calls_fail_fast() -> None:
    """Twice as long each time, up to half a minute; one success and it asks at once again.

    The call without waiting that ends polling is not held up: the bot stops at once.
    """

    async def scenario(api: BotApi) -> None:
        waits: list[float] = []

        async def sleep(seconds: float) -> None:
            waits.append(seconds)

        request = PollingRequest(sleep=sleep)
        async with Bot(TOKEN, base_url=api.url, get_updates_request=request) as bot:
            api.status = 500
            for _ in range(9):
                with pytest.raises(TelegramError):
                    await bot.get_updates(timeout=10)
            assert waits == pytest.approx([0.5, 1, 2, 4, 8, 16, 30, 30], abs=0.4)
            with pytest.raises(TelegramError):
                await bot.get_updates(timeout=0)
            assert len(waits) == 8
            api.status = 200
            await bot.get_updates(timeout=10)
            waits.clear()
            await bot.get_updates(timeout=10)
            assert waits == []

    _serve(BotApi(_message(7, "x")), scenario)


def test_a_server_that_does_not_wait_is_not_asked_in_a_loop() -> None:
    """Empty answers at once, for ever: four calls a second, not hundreds."""

    async def scenario(api: BotApi) -> None:
        began = time.monotonic()
        await _poll(api, PollingRequest(), calls=4)
        assert time.monotonic() - began > 0.7

    _serve(BotApi(), scenario)


def test_a_wedged_pool_is_made_anew() -> None:
    """A connection nobody gives back would make the bot deaf for good."""

    async def scenario(api: BotApi) -> None:
        request = PollingRequest(connection_pool_size=1, pool_timeout=0.01, sleep=_at_once)
        async with Bot(TOKEN, base_url=api.url, get_updates_request=request) as bot:
            stuck = request._client.build_request("POST", f"{api.url}{TOKEN}/getUpdates")
            await request._client.send(stuck, stream=True)
            for _ in range(5):
                with pytest.raises(TimedOut, match="Pool timeout"):
                    await bot.get_updates(timeout=10)
            assert [u.update_id for u in await bot.get_updates(timeout=10)] == [7]

    _serve(BotApi(_message(7, "x")), scenario)


async def _at_once(_: float) -> None:
    await asyncio.sleep(0)


def test_typing_does_not_count_and_is_not_delayed() -> None:
    """Twenty messages a minute to a group stay twenty, whatever is typed between."""

    async def scenario(api: BotApi) -> None:
        async with ExtBot(TOKEN, base_url=api.url, rate_limiter=ChatActionLimiter(0.2)) as bot:
            for _ in range(20):
                await bot.send_chat_action(-5, "typing")
                await bot.pin_chat_message(-5, 1)
            assert len(api.calls) == 41
            await bot.send_chat_action(-5, "typing")
            began = time.monotonic()
            with pytest.raises(RetryAfter):
                await bot.pin_chat_message(-5, 1)
            assert 0.1 < time.monotonic() - began < 2
            assert api.calls.count("pinChatMessage") == 20

    _serve(BotApi(), scenario)


def _limited(after: int, times: int) -> tuple[Callable[[], Awaitable[bool]], list[float]]:
    calls: list[float] = []

    async def send() -> bool:
        calls.append(time.monotonic())
        if len(calls) <= times:
            raise RetryAfter(after)
        return True

    return send, calls


def _limit(limiter: ChatActionLimiter, send: Any, endpoint: str = "sendMessage") -> Any:
    return limiter.process_request(send, (), {}, endpoint, {"chat_id": 20}, None)


def test_a_short_flood_wait_is_waited_for() -> None:
    """After the time Telegram asked for, the message goes out."""

    async def scenario() -> None:
        send, calls = _limited(after=1, times=1)
        assert await _limit(ChatActionLimiter(), send) is True
        assert 1.0 <= calls[1] - calls[0] < 2.5

    asyncio.run(scenario())


@pytest.mark.parametrize(("after", "times", "tried"), [(61, 9, 1), (0, 9, 3)])
def test_a_long_flood_is_given_up(after: int, times: int, tried: int) -> None:
    """At once when it lasts over a minute, after two more tries when it does not end."""

    async def scenario() -> None:
        send, calls = _limited(after, times)
        began = time.monotonic()
        with pytest.raises(RetryAfter, match=f"Retry in {after} seconds"):
            await _limit(ChatActionLimiter(), send)
        assert len(calls) == tried
        assert time.monotonic() - began < 2

    asyncio.run(scenario())


def test_waits_add_up_to_the_longest() -> None:
    """A flood wait and what follows it count together; then it is given up, unsent."""

    async def scenario() -> None:
        send, calls = _limited(after=1, times=1)
        with pytest.raises(RetryAfter):
            await _limit(ChatActionLimiter(longest_wait=1.05), send)
        assert len(calls) == 1

    asyncio.run(scenario())


def test_what_is_being_sent_is_not_cut_off() -> None:
    """The longest wait is for the turn: a slow upload may take longer."""

    async def scenario() -> None:
        async def send() -> bool:
            await asyncio.sleep(0.3)
            return True

        assert await _limit(ChatActionLimiter(longest_wait=0.1), send) is True

    asyncio.run(scenario())
