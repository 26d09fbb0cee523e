"""As much of the Bot API as polling needs, over HTTP, that sends what Telegram should not."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Bot, Update
from telegram.error import TelegramError
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from bot.telegram.transport.polling import Polling, PollingRequest

TOKEN = "123:ABC"
USER = {"id": 20, "is_bot": False, "first_name": "Ann"}
Json = dict[str, Any]


def message(number: int, text: str) -> Json:
    """An update with a message of one person."""
    chat = {"id": 20, "type": "private"}
    message = {"message_id": number, "date": 1, "chat": chat, "from": USER, "text": text}
    return {"update_id": number, "message": message}


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


def served(api: BotApi, scenario: Callable[[BotApi], Awaitable[None]]) -> None:
    """Do something while the server listens at `api.url`."""

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


async def polled(api: BotApi, request: PollingRequest, calls: int) -> list[Update]:
    """What a running bot gets from so many getUpdates, and the one that acknowledges them."""
    taken: list[Update] = []

    async def take(update: Update) -> None:
        taken.append(update)

    async with Bot(TOKEN, base_url=api.url, get_updates_request=request) as bot:
        polling = Polling(bot, ["message"], let_be)
        running = asyncio.create_task(polling.run(take))
        async with asyncio.timeout(10):
            while len(api.offsets) < calls and not running.done():
                await asyncio.sleep(0.005)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await polling.acknowledge()
    return taken


async def let_be(_: TelegramError) -> None:
    """A failed call that nobody is told of."""
