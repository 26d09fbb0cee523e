"""Polling against a Bot API server over HTTP that sends what Telegram should not."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import Bot, Update
from telegram.error import NetworkError, TelegramError, TimedOut
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from bot.telegram.transport import refusals
from bot.telegram.transport.polling import Polling, PollingRequest
from bot.telegram.transport.refusals import TokenRefused

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
    """What a running bot gets from so many getUpdates, and the one that acknowledges them."""
    taken: list[Update] = []

    async def take(update: Update) -> None:
        taken.append(update)

    async with Bot(TOKEN, base_url=api.url, get_updates_request=request) as bot:
        polling = Polling(bot, ["message"], _let_be)
        running = asyncio.create_task(polling.run(take))
        async with asyncio.timeout(10):
            while len(api.offsets) < calls and not running.done():
                await asyncio.sleep(0.005)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await polling.acknowledge()
    return taken


async def _let_be(_: TelegramError) -> None:
    """A failed call that nobody is told of."""


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


def test_the_contact_is_the_time_of_an_answer() -> None:
    """None before the first, and unmoved by failures: the age tells a deaf bot."""

    async def scenario(api: BotApi) -> None:
        request = PollingRequest()
        async with Bot(TOKEN, base_url=api.url, get_updates_request=request) as bot:
            assert request.contact.last is None
            began = time.monotonic()
            await bot.get_updates()
            first = request.contact.last
            assert first is not None
            assert began <= first <= time.monotonic()
            api.status = 502
            with pytest.raises(NetworkError):
                await bot.get_updates()
            assert request.contact.last == first
            api.status = 200
            await bot.get_updates()
            assert request.contact.last > first

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


@pytest.mark.parametrize("status", [401, 404, 403, 409, 429, 500])
def test_no_answer_ends_polling(status: int) -> None:
    """A revoked token, a proxy's hiccup, anything: it goes on, more slowly, and hears again."""
    api = BotApi(_message(7, "after it"))
    failed: list[TelegramError] = []

    async def fail(error: TelegramError) -> None:
        failed.append(error)
        if len(failed) == 3:
            api.status, api.raw = 200, None

    async def scenario(api: BotApi) -> None:
        api.status = status
        api.raw = json.dumps({"ok": False, "error_code": status, "description": "No"}).encode()
        taken: list[int] = []

        async def take(update: Update) -> None:
            taken.append(update.update_id)

        request = PollingRequest(sleep=_at_once)
        async with Bot(TOKEN, base_url=api.url, get_updates_request=request) as bot:
            running = asyncio.create_task(Polling(bot, ["message"], fail).run(take))
            async with asyncio.timeout(10):
                while not taken:
                    await asyncio.sleep(0.005)
            assert request.contact.within(5)
            running.cancel()
        assert taken[0] == 7
        assert len(failed) == 3

    _serve(api, scenario)


def test_a_token_that_is_refused_for_a_minute_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one plain line: only a new token helps."""
    monkeypatch.setattr(refusals, "LONGEST", 0.2)
    api = BotApi()

    async def scenario(api: BotApi) -> None:
        api.status, api.raw = 401, b"<html>whatever the proxy says</html>"
        with pytest.raises(TokenRefused, match=r"TELEGRAM_TOKEN: .* copy the new one") as told:
            await _refused(api)
        assert "\n" not in str(told.value)
        assert len(api.offsets) > 1

    _serve(api, scenario)


async def _refused(api: BotApi) -> None:
    async def take(_: Update) -> None:
        raise AssertionError("there is nothing to take")

    request = PollingRequest(sleep=_at_once)
    async with Bot(TOKEN, base_url=api.url, get_updates_request=request) as bot:
        async with asyncio.timeout(10):
            await Polling(bot, ["message"], _let_be).run(take)


def test_a_webhook_that_somebody_sets_is_removed_again() -> None:
    """While there is one Telegram refuses getUpdates, for ever."""
    api = BotApi(_message(7, "x"))

    async def fail(_: TelegramError) -> None:
        api.status, api.raw = 200, None

    async def scenario(api: BotApi) -> None:
        words = "Conflict: can't use getUpdates method while webhook is active"
        api.status, api.raw = 409, json.dumps({"ok": False, "description": words}).encode()

        async def take(_: Update) -> None:
            done.set()

        done = asyncio.Event()
        request = PollingRequest(sleep=_at_once)
        async with Bot(TOKEN, base_url=api.url, get_updates_request=request) as bot:
            running = asyncio.create_task(Polling(bot, ["message"], fail).run(take))
            async with asyncio.timeout(10):
                await done.wait()
            running.cancel()
        assert api.calls.count("deleteWebhook") == 2

    _serve(api, scenario)


def test_what_was_not_taken_is_not_acknowledged() -> None:
    """A bot that is stopped while there is no room leaves the rest to the next one."""
    api = BotApi(_message(7, "taken"), _message(8, "left"))

    async def scenario(api: BotApi) -> None:
        full = asyncio.Event()

        async def take(update: Update) -> None:
            if update.update_id == 8:
                full.set()
                await asyncio.sleep(60)

        request = PollingRequest()
        async with Bot(TOKEN, base_url=api.url, get_updates_request=request) as bot:
            polling = Polling(bot, ["message"], _let_be)
            running = asyncio.create_task(polling.run(take))
            await full.wait()
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            await polling.acknowledge()
        assert api.offsets[-1] == 8

    _serve(api, scenario)
