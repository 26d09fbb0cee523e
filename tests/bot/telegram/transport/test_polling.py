"""Polling against a Bot API server over HTTP: what is taken of what it sends."""

import asyncio
import time

import pytest
from telegram import Bot, Update
from telegram.error import NetworkError

from bot.telegram.transport.polling import Polling, PollingRequest
from tests.bot.telegram.transport.polled import (
    TOKEN,
    BotApi,
    Json,
    let_be,
    message,
    polled,
    served,
)

# A message without a date, as a future API might send: it does not parse.
POISON = {"update_id": 8, "message": {"message_id": 8, "text": "secret words"}}
UNKNOWN = {"update_id": 9, "telepathy": {"thought": "hm"}}


def test_a_poison_update_is_dropped_and_the_rest_delivered(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Before, after and beside it; unknown kinds pass; the log has its number and no text."""
    api = BotApi(message(7, "before"), POISON, UNKNOWN, message(10, "after"))

    async def scenario(api: BotApi) -> None:
        updates = await polled(api, PollingRequest(), calls=2)
        texts = {u.update_id: u.message.text for u in updates if u.message}
        assert texts == {7: "before", 10: "after"}
        assert [u.update_id for u in updates] == [7, 8, 9, 10]
        assert updates[1].to_dict() == {"update_id": 8}
        assert updates[2].api_kwargs == {"telepathy": {"thought": "hm"}}

    served(api, scenario)
    assert api.offsets[-1] == 11
    lines = [r.getMessage() for r in caplog.records if r.name == "bot.telegram.transport.polling"]
    assert lines == ["update 8 cannot be read and is dropped (KeyError)"]
    assert "secret words" not in caplog.text


def test_the_offset_moves_when_nothing_of_the_batch_parses() -> None:
    """A batch of poison alone does not come again."""
    poison: list[Json] = [{**POISON, "update_id": number} for number in (5, 6)]
    api = BotApi("nonsense", {"update_id": "4"}, *poison)

    async def scenario(api: BotApi) -> None:
        updates = await polled(api, PollingRequest(), calls=2)
        assert [u.update_id for u in updates] == [5, 6]

    served(api, scenario)
    assert api.offsets[-1] == 7


def test_updates_without_a_number_are_left_out() -> None:
    """They would stop the loop that reads the number of the last one."""

    async def scenario(api: BotApi) -> None:
        async with Bot(TOKEN, base_url=api.url, get_updates_request=PollingRequest()) as bot:
            assert [u.update_id for u in await bot.get_updates()] == [7]

    strange = [None, 1, {}, {"update_id": None}, {"update_id": True}, {"update_id": -3}]
    served(BotApi(message(7, "x"), *strange), scenario)


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

    served(BotApi(), scenario)


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

    served(BotApi(), scenario)
    assert "secret words" not in caplog.text


def test_what_was_not_taken_is_not_acknowledged() -> None:
    """A bot that is stopped while there is no room leaves the rest to the next one."""
    api = BotApi(message(7, "taken"), message(8, "left"))

    async def scenario(api: BotApi) -> None:
        full = asyncio.Event()

        async def take(update: Update) -> None:
            if update.update_id == 8:
                full.set()
                await asyncio.sleep(60)

        request = PollingRequest()
        async with Bot(TOKEN, base_url=api.url, get_updates_request=request) as bot:
            polling = Polling(bot, ["message"], let_be)
            running = asyncio.create_task(polling.run(take))
            await full.wait()
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            await polling.acknowledge()
        assert api.offsets[-1] == 8

    served(api, scenario)
