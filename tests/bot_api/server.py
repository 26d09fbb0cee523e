"""The HTTP side: calls in, updates out by long polling or webhook, and trouble on demand."""

import asyncio
import contextlib
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self, TypeVar

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from tests.bot_api import methods
from tests.bot_api.limits import Garbled, Json, Refused
from tests.bot_api.state import BOT_ID, State
from tests.bot_api.updates import Updates
from tests.bot_api.web import FileHandler, MethodHandler

TOKEN = f"{BOT_ID}:AAE-a_token_that_nobody_may_ever_log_01"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the bot: what it sent, word for word, and the result or the error it got."""

    method: str
    given: Json
    error: str | None
    time: float
    """`time.monotonic()` when it was answered."""
    result: Any = None
    by: str = ""
    """Whose call it is, of bots that were given a `url_of` their own."""


class Server:
    """Listens on a free port in a thread of its own."""

    def __init__(self) -> None:
        self.state = State()
        self.calls: list[Call] = []
        self.updates = Updates()
        self.answering: int | None = None
        self._failures: dict[str, list[Refused]] = defaultdict(list)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._started = threading.Event()
        self._listening = False
        self.port = 0

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._started.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    @property
    def url(self) -> str:
        """For TELEGRAM_BASE_URL."""
        return f"http://127.0.0.1:{self.port}/bot"

    def url_of(self, name: str) -> str:
        """The same for one bot, whose calls are told from others' by its name, of letters."""
        return f"http://127.0.0.1:{self.port}/{name}/bot"

    @property
    def file_url(self) -> str:
        """For TELEGRAM_BASE_FILE_URL."""
        return f"http://127.0.0.1:{self.port}/file/bot"

    @property
    def polls(self) -> int:
        """How often getUpdates was called and let in."""
        return self.updates.polls

    @property
    def webhook(self) -> Json:
        """What setWebhook gave; empty while there is none."""
        return self.updates.webhook

    @property
    def delivered(self) -> list[tuple[int, str]]:
        """Tries to reach the webhook: the update's number, and the status or the error."""
        return self.updates.delivered

    def fail_next(
        self,
        method: str,
        code: int,
        description: str,
        retry_after: int | None = None,
        times: int = 1,
    ) -> None:
        """The next calls of a method fail so, before anything else is looked at."""
        more = {} if retry_after is None else {"retry_after": retry_after}
        refused = [Refused(code, description, **more)] * times
        self.do(lambda: self._failures[method].extend(refused))

    def garble_next(self, method: str, code: int, body: bytes) -> None:
        """The next call of a method is answered by somebody between, after what is to fail."""
        self.do(lambda: self._failures[method].append(Garbled(code, body)))

    def down(self, code: int | None = None) -> None:
        """Refuse connections and cut those that are open; or answer all calls with `code`."""
        self.answering = code
        if code is None:
            asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result(10)

    def up(self) -> None:
        """Be well again, on the same port."""
        self.answering = None
        self.do(self._listen)

    def stop_updates(self) -> None:
        """Leave every getUpdates unanswered and the webhook alone: the bot goes deaf."""
        self.do(lambda: self._set_stopped(True))

    def start_updates(self) -> None:
        """Go on with what has come in meanwhile."""
        self.do(lambda: self._set_stopped(False))

    def _set_stopped(self, stopped: bool) -> None:
        self.updates.stopped = stopped
        self.updates.notify()

    def push(self, update: Json) -> int:
        """Queue one raw update, whatever is in it and whatever the bot asked for; its number."""
        return self.do(lambda: self.updates.add(update))

    update = push

    def pending(self) -> int:
        """How many updates have not been acknowledged."""
        return self.do(lambda: len(self.updates.queue))

    def do(self, function: Callable[[], T]) -> T:
        """Run in the server's thread; not while holding the state's lock."""

        async def run() -> T:
            return function()

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._listen_first()
        self._loop.run_forever()

    def _listen_first(self) -> None:
        async def start() -> None:
            self._listen()
            self._delivery = self._loop.create_task(self.updates.deliver())
            self._started.set()

        self._loop.run_until_complete(start())

    def _listen(self) -> None:
        if self._listening:
            return
        given: Json = {"server": self, "token": TOKEN}
        routes: list[Any] = [
            (r"(?:/(\w+))?/bot([^/]+)/(\w+)", MethodHandler, given),
            (r"/file/bot([^/]+)/documents/(\w+)", FileHandler, given),
        ]
        self._http = HTTPServer(Application(routes, log_function=lambda _: None))
        sockets = bind_sockets(self.port, "127.0.0.1")
        self._http.add_sockets(sockets)
        self.port = sockets[0].getsockname()[1]
        self._listening = True

    async def _stop(self) -> None:
        if self._listening:
            self._http.stop()
            await self._http.close_all_connections()
        self._listening = False

    async def _close(self) -> None:
        self.updates.closing = True
        self.updates.notify()
        await asyncio.sleep(0)
        self._delivery.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._delivery
        await self._stop()

    async def answer(self, method: str, given: Json, by: str = "") -> Any:
        """One call's result, or Refused; recorded either way."""
        try:
            result = await self._result(method, given)
        except Refused as error:  # also what is garbled
            self.calls.append(Call(method, given, error.description, time.monotonic(), by=by))
            raise
        self.calls.append(Call(method, given, None, time.monotonic(), result, by))
        return result

    async def _result(self, method: str, given: Json) -> Any:
        if self._failures[method]:
            raise self._failures[method].pop(0)
        if method == "getUpdates":
            return await self.updates.poll(given)
        hooks = {
            "setWebhook": self.updates.set_webhook,
            "deleteWebhook": self.updates.delete_webhook,
            "getWebhookInfo": self.updates.webhook_info,
        }
        return hooks[method](given) if method in hooks else methods.call(self.state, method, given)
