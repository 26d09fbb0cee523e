"""The HTTP side: calls in, updates out by long polling or webhook, and trouble on demand."""

import asyncio
import json
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self, TypeVar

from tornado.httpclient import AsyncHTTPClient
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler

from tests.bot_api.limits import Json, Refused
from tests.bot_api.methods import BOT_ID, State

TOKEN = f"{BOT_ID}:AAE-a_token_that_nobody_may_ever_log_01"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the bot: what it sent, and the error it got, if any."""

    method: str
    given: Json
    error: str | None
    time: float


class Server:
    """Listens on a free port in a thread of its own."""

    def __init__(self) -> None:
        self.state = State()
        self.calls: list[Call] = []
        self.polls = 0
        self.webhook: Json = {}
        self.delivered: list[tuple[int, str]] = []
        self._updates: list[Json] = []
        self._failures: dict[str, list[Refused]] = defaultdict(list)
        self._poller = 0
        self._next_update = 1000
        self._loop = asyncio.new_event_loop()
        self._arrived = asyncio.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._started = threading.Event()
        self.port = 0

    def __enter__(self) -> Self:
        self._thread.start()
        self._started.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self.do(self._http.stop)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    @property
    def url(self) -> str:
        """For TELEGRAM_BASE_URL."""
        return f"http://127.0.0.1:{self.port}/bot"

    @property
    def file_url(self) -> str:
        """For TELEGRAM_BASE_FILE_URL."""
        return f"http://127.0.0.1:{self.port}/file/bot"

    def fail_next(
        self, method: str, code: int, description: str, times: int = 1, **parameters: Any
    ) -> None:
        """The next calls of a method fail so."""
        self._failures[method] += [Refused(code, description, **parameters)] * times

    def down(self) -> None:
        """Refuse connections, and cut those that are open."""

        async def stop() -> None:
            self._http.stop()
            await self._http.close_all_connections()

        asyncio.run_coroutine_threadsafe(stop(), self._loop).result(10)

    def up(self) -> None:
        """Listen again on the same port."""
        self.do(self._listen)

    def push(self, update: Json) -> int:
        """Queue one raw update; its number."""

        def add() -> int:
            self._next_update += 1
            self._updates.append({"update_id": self._next_update, **update})
            self._arrived.set()
            return self._next_update

        return self.do(add)

    def pending(self) -> int:
        """How many updates have not been acknowledged."""
        return self.do(lambda: len(self._updates))

    def do(self, function: Callable[[], T]) -> T:
        """Run in the server's thread."""

        async def run() -> T:
            return function()

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._start())
        self._loop.run_forever()

    async def _start(self) -> None:
        self._arrived = asyncio.Event()
        self._listen()
        self._delivery = self._loop.create_task(self._deliver())
        self._started.set()

    def _listen(self) -> None:
        routes: list[Any] = [
            (r"/bot([^/]+)/(\w+)", _Method, {"server": self}),
            (r"/file/bot([^/]+)/documents/(\w+)", _File, {"server": self}),
        ]
        application = Application(routes, log_function=lambda _: None)
        self._http = HTTPServer(application)
        sockets = bind_sockets(self.port, "127.0.0.1")
        self._http.add_sockets(sockets)
        self.port = sockets[0].getsockname()[1]

    async def answer(self, method: str, given: Json) -> Any:
        """One call's result, or Refused; recorded either way."""
        try:
            if self._failures[method]:
                raise self._failures[method].pop(0)
            if method == "getUpdates":
                return await self._get_updates(given)
            if method in ("setWebhook", "deleteWebhook", "getWebhookInfo"):
                result = self._hook(method, given)
            else:
                result = self.state.call(method, given)
        except Refused as error:
            self.calls.append(Call(method, given, error.description, time.monotonic()))
            raise
        self.calls.append(Call(method, given, None, time.monotonic()))
        return result

    async def _get_updates(self, given: Json) -> list[Json]:
        if self.webhook:
            raise Refused(409, "Conflict: can't use getUpdates method while webhook is active")
        self._poller += 1
        mine, until = self._poller, time.monotonic() + float(given.get("timeout", 0))
        self.polls += 1
        offset = int(given.get("offset", 0))
        self._updates = [one for one in self._updates if one["update_id"] >= offset]
        while not self._updates and time.monotonic() < until:
            self._arrived.clear()
            try:
                await asyncio.wait_for(self._arrived.wait(), until - time.monotonic())
            except TimeoutError:
                break
            if mine != self._poller:
                raise Refused(409, "Conflict: terminated by other getUpdates request")
        return self._updates[:100]

    def _hook(self, method: str, given: Json) -> Any:
        if method == "getWebhookInfo":
            url = self.webhook.get("url", "")
            return {
                "url": url,
                "has_custom_certificate": False,
                "pending_update_count": len(self._updates),
            }
        self.webhook = given if method == "setWebhook" and given.get("url") else {}
        self._arrived.set()
        return True

    async def _deliver(self) -> None:
        """Post updates to the webhook, each until it is taken."""
        client = AsyncHTTPClient()
        while True:
            if not self.webhook or not self._updates:
                await asyncio.sleep(0.02)
                continue
            update = self._updates[0]
            headers = {"Content-Type": "application/json"}
            if secret := self.webhook.get("secret_token"):
                headers["X-Telegram-Bot-Api-Secret-Token"] = secret
            try:
                response = await client.fetch(
                    self.webhook["url"],
                    method="POST",
                    body=json.dumps(update),
                    headers=headers,
                    raise_error=False,
                )
                outcome = str(response.code)
            except OSError as error:
                outcome = type(error).__name__
            self.delivered.append((update["update_id"], outcome))
            if outcome == "200":
                self._updates.remove(update)
            else:
                await asyncio.sleep(0.1)


class _Method(RequestHandler):
    def initialize(self, server: Server) -> None:
        self.server = server

    async def post(self, token: str, method: str) -> None:
        try:
            if token != TOKEN:
                raise Refused(401, "Unauthorized")
            body: Json = {"ok": True, "result": await self.server.answer(method, self._given())}
        except Refused as error:
            self.set_status(error.code)
            body = {"ok": False, "error_code": error.code, "description": error.description}
            if error.parameters:
                body["parameters"] = error.parameters
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(body))

    get = post

    def _given(self) -> Json:
        if self.request.headers.get("Content-Type", "").startswith("application/json"):
            found: Json = json.loads(self.request.body)
            return found
        return {name: _value(name, self.get_argument(name)) for name in self.request.arguments}


class _File(RequestHandler):
    def initialize(self, server: Server) -> None:
        self.server = server

    def get(self, token: str, file_id: str) -> None:
        if token != TOKEN or file_id not in self.server.state.files:
            raise HTTPError(404)
        self.finish(self.server.state.files[file_id][1])


def _value(name: str, text: str) -> Any:
    """Forms carry objects as JSON and the rest as text."""
    if text[:1] in ("[", "{") and name not in ("text", "query", "description"):
        return json.loads(text)
    return text
