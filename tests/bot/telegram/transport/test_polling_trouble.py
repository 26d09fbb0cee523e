"""Polling a server that fails, refuses, or answers too fast: it never becomes deaf."""

import asyncio
import json
import time

import pytest
from telegram import Bot, Update
from telegram.error import TelegramError, TimedOut

from bot.telegram.transport import refusals
from bot.telegram.transport.polling import Polling, PollingRequest
from bot.telegram.transport.refusals import TokenRefused
from tests.bot.telegram.transport.polled import TOKEN, BotApi, let_be, message, polled, served


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

    served(BotApi(message(7, "x")), scenario)


def test_a_server_that_does_not_wait_is_not_asked_in_a_loop() -> None:
    """Empty answers at once, for ever: four calls a second, not hundreds."""

    async def scenario(api: BotApi) -> None:
        began = time.monotonic()
        await polled(api, PollingRequest(), calls=4)
        assert time.monotonic() - began > 0.7

    served(BotApi(), scenario)


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

    served(BotApi(message(7, "x")), scenario)


async def _at_once(_: float) -> None:
    await asyncio.sleep(0)


@pytest.mark.parametrize("status", [401, 404, 403, 409, 429, 500])
def test_no_answer_ends_polling(status: int) -> None:
    """A revoked token, a proxy's hiccup, anything: it goes on, more slowly, and hears again."""
    api = BotApi(message(7, "after it"))
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

    served(api, scenario)


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

    served(api, scenario)


async def _refused(api: BotApi) -> None:
    async def take(_: Update) -> None:
        raise AssertionError("there is nothing to take")

    request = PollingRequest(sleep=_at_once)
    async with Bot(TOKEN, base_url=api.url, get_updates_request=request) as bot:
        async with asyncio.timeout(10):
            await Polling(bot, ["message"], let_be).run(take)


def test_a_webhook_that_somebody_sets_is_removed_again() -> None:
    """While there is one Telegram refuses getUpdates, for ever."""
    api = BotApi(message(7, "x"))

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

    served(api, scenario)
