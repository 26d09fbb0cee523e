"""Serving over HTTP, from the first call to the signal that ends it."""

import asyncio
import contextlib
import json
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram import Update
from telegram.ext import Application, ApplicationBuilder, CallbackContext, TypeHandler
from telegram.request import HTTPXRequest

from bot.settings import BotSettings
from bot.telegram.transport import WrongToken, serve
from tests.bot_api.server import TOKEN
from tests.bot_api.user import BotApi

SECRET = "a-long_random-word"
KINDS = ["message", "callback_query"]

App = Application[Any, Any, Any, Any, Any, Any]


@pytest.fixture
def api(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[BotApi]:
    """A Bot API server, and no `.env` of whoever runs the tests."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with BotApi() as server:
        yield server


@pytest.fixture(autouse=True)
def _own_loop() -> Iterator[None]:
    """Serving closes the thread's loop, as it is the last thing a process does."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield
    loop.close()
    asyncio.set_event_loop(None)


class Served:
    """An application that keeps the words it gets, and what happened in which order."""

    def __init__(self, api: BotApi, token: str = TOKEN) -> None:
        self.happened: list[str] = []
        builder = ApplicationBuilder().token(token).base_url(api.url)
        # An application that never came up does not close its connections: keep none open.
        fleeting = httpx.Limits(max_keepalive_connections=0)
        builder.request(HTTPXRequest(httpx_kwargs={"limits": fleeting}))
        builder.post_init(self._began).post_shutdown(self._ended)
        self.application: App = builder.build()
        self.application.add_handler(TypeHandler(Update, self._got))
        self._loop: asyncio.AbstractEventLoop | None = None

    def during(self, settings: BotSettings, people: Callable[[], None]) -> None:
        """Serve while people do something; it ends with them, as it does by a signal."""
        with ThreadPoolExecutor(1) as thread:
            done = thread.submit(self._until_done, people)
            serve(self.application, settings, KINDS)
            done.result()

    def _until_done(self, people: Callable[[], None]) -> None:
        try:
            self._wait(lambda: self._loop)
            people()
        finally:
            self._wait(lambda: self.application.running)
            assert self._loop
            self._loop.call_soon_threadsafe(self.application.stop_running)

    def _wait(self, found: Callable[[], object]) -> None:
        deadline = time.monotonic() + 10
        while not found() and time.monotonic() < deadline:
            time.sleep(0.01)

    async def _began(self, _: App) -> None:
        self._loop = asyncio.get_running_loop()
        self.happened.append("began")

    async def _got(self, update: Update, _: CallbackContext[Any, Any, Any, Any]) -> None:
        if update.effective_message:
            self.happened.append(str(update.effective_message.text))

    async def _ended(self, _: App) -> None:
        self.happened.append("ended")


def _settings(api: BotApi, **more: Any) -> BotSettings:
    return BotSettings(telegram_token=TOKEN, telegram_base_url=api.url, **more)  # type: ignore[arg-type]


def _free_port(address: str = "127.0.0.1") -> int:
    with socket.create_server(
        (address, 0), family=socket.AF_INET6 if ":" in address else socket.AF_INET
    ) as one:
        return int(one.getsockname()[1])


def test_polling_asks_for_the_kinds_it_was_told(api: BotApi) -> None:
    """And for no others; what was fetched is acknowledged at the end."""
    served = Served(api)

    def people() -> None:
        api.until(lambda: api.polls)
        assert api.updates.allowed == KINDS
        api.message(1, "first")
        api.message(1, "second")
        api.until(lambda: "second" in served.happened)

    served.during(_settings(api), people)
    assert served.happened == ["began", "first", "second", "ended"]
    assert api.pending() == 0
    assert api.webhook == {}


def test_polling_waits_for_a_server_that_is_down(api: BotApi) -> None:
    """However long it takes: nothing restarts the bot for that."""
    served = Served(api)
    api.fail_next("getMe", 502, "Bad Gateway")

    def people() -> None:
        api.message(1, "patience")
        api.until(lambda: "patience" in served.happened)

    with ThreadPoolExecutor(1) as thread:
        late = thread.submit(people)
        served.during(_settings(api), late.result)
    assert served.happened == ["began", "patience", "ended"]


def test_the_webhook_takes_what_has_the_secret(api: BotApi) -> None:
    """Telegram is told the address, the secret and the kinds; anybody else is refused."""
    served, port = Served(api), _free_port()
    url = f"http://127.0.0.1:{port}/hook/of/mine"

    def people() -> None:
        api.until(lambda: api.webhook and served.application.running)
        told = {key: api.webhook[key] for key in ("url", "secret_token", "allowed_updates")}
        assert told == {"url": url, "secret_token": SECRET, "allowed_updates": KINDS}
        api.message(1, "by Telegram")
        api.until(lambda: "by Telegram" in served.happened)
        api.until(lambda: [status for _, status in api.delivered] == ["200"])
        assert _posted(url, "no secret", None) == 403
        assert _posted(url, "wrong secret", "a-long_random-wore") == 403
        assert _posted(f"http://127.0.0.1:{port}/", "wrong place", SECRET) == 404
        assert _posted(url, "by hand", SECRET) == 200
        api.until(lambda: "by hand" in served.happened)

    hook = {"webhook_url": url, "webhook_secret": SECRET}
    served.during(_settings(api, **hook, webhook_listen=f"127.0.0.1:{port}"), people)
    assert served.happened == ["began", "by Telegram", "by hand", "ended"]
    assert api.polls == 0
    with pytest.raises(httpx.ConnectError):
        _posted(url, "too late", SECRET)


def test_the_webhook_listens_on_the_new_internet_too(api: BotApi) -> None:
    """An IPv6 address stands in brackets."""
    port = 0
    with contextlib.suppress(OSError):
        port = _free_port("::1")
    if not port:
        pytest.skip("no IPv6 here")
    served, url = Served(api), f"http://[::1]:{port}/hook"

    def people() -> None:
        api.until(lambda: api.webhook and served.application.running)
        assert _posted(url, "by hand", SECRET) == 200
        api.until(lambda: "by hand" in served.happened)

    hook = {"webhook_url": url, "webhook_secret": SECRET}
    served.during(_settings(api, **hook, webhook_listen=f"[::1]:{port}"), people)
    assert served.happened == ["began", "by hand", "ended"]


def _posted(url: str, text: str, secret: str | None) -> int:
    chat = {"id": 1, "type": "private"}
    message = {"message_id": 1, "date": 1, "chat": chat, "text": text}
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
    body = json.dumps({"update_id": 1, "message": message}).encode()
    headers["Content-Type"] = "application/json"
    return httpx.post(url, content=body, headers=headers, trust_env=False).status_code


@pytest.mark.parametrize("webhook", [False, True])
def test_a_wrong_token_ends_it_at_once(api: BotApi, webhook: bool) -> None:
    """Instead of trying for ever; the message says where the right one is, and has no token."""
    served = Served(api, "1:wrong")
    hook = {"webhook_url": "http://127.0.0.1:9/hook", "webhook_secret": SECRET}
    with pytest.raises(WrongToken, match="copy it from BotFather again") as told:
        serve(served.application, _settings(api, **hook if webhook else {}), KINDS)
    assert "1:wrong" not in str(told.value)
    assert served.happened == ["ended"]
