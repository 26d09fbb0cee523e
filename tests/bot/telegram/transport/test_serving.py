"""Serving over HTTP, from the first call to the signal that ends it."""

import asyncio
import contextlib
import json
import os
import signal
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

from bot.operations import Contact, ListenError
from bot.settings import BotSettings
from bot.telegram.transport import TokenRefused, WrongToken, refusals, serve, serving, webhook
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


class Served:
    """An application that keeps the words it gets, and what happened in which order."""

    def __init__(self, api: BotApi, token: str = TOKEN) -> None:
        self.happened: list[str] = []
        builder = ApplicationBuilder().token(token).base_url(api.url).updater(None)
        # An application that never came up does not close its connections: keep none open.
        fleeting = httpx.Limits(max_keepalive_connections=0)
        builder.request(HTTPXRequest(httpx_kwargs={"limits": fleeting}))
        builder.post_init(self._began).post_shutdown(self._ended)
        self.application: App = builder.build()
        self.application.add_handler(TypeHandler(Update, self._got))

    def during(
        self,
        settings: BotSettings,
        people: Callable[[], None],
        contact: Contact | None = None,
        stopping: Callable[[], object] = lambda: None,
    ) -> None:
        """Serve while people do something; it ends with them, by a signal."""
        with ThreadPoolExecutor(1) as thread:
            done = thread.submit(self._until_done, people)
            serve(self.application, settings, KINDS, contact, stopping)
            done.result()

    def _until_done(self, people: Callable[[], None]) -> None:
        try:
            self._wait(lambda: self.happened)
            people()
        finally:
            self._wait(lambda: self.application.running)
            os.kill(os.getpid(), signal.SIGTERM)

    def _wait(self, found: Callable[[], object]) -> None:
        deadline = time.monotonic() + 10
        while not found() and time.monotonic() < deadline:
            time.sleep(0.01)

    async def _began(self, _: App) -> None:
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


def _hooked(api: BotApi, port: int, url: str) -> BotSettings:
    hook = {"webhook_url": url, "webhook_secret": SECRET}
    return _settings(api, **hook, webhook_listen=f"127.0.0.1:{port}")


def test_the_webhook_is_registered_again_when_it_is_lost(
    api: BotApi, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever took it away: it is looked at again and again, also after a failure."""
    monkeypatch.setattr(webhook, "LOOK_AGAIN", 0.05)
    monkeypatch.setattr(webhook, "LOOK_SOON", 0.05)
    served, port, contact = Served(api), _free_port(), Contact()
    url = f"http://127.0.0.1:{port}/hook"

    def people() -> None:
        api.until(lambda: api.webhook)
        api.do(lambda: api.updates.set_webhook({"url": ""}))
        api.until(lambda: api.webhook)
        api.fail_next("getWebhookInfo", 404, "Not Found", times=3)
        api.do(lambda: api.updates.set_webhook({"url": "https://somebody.example/else"}))
        api.until(lambda: api.webhook["url"] == url)
        api.message(1, "found again")
        api.until(lambda: "found again" in served.happened)
        assert contact.within(5)

    served.during(_hooked(api, port, url), people, contact)
    told = [one for one in caplog.messages if one.startswith("the webhook was not ours")]
    assert len(told) == 2


def test_a_webhook_whose_token_is_refused_for_a_minute_ends(
    api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As polling does, with the same line."""
    monkeypatch.setattr(webhook, "LOOK_SOON", 0.02)
    monkeypatch.setattr(refusals, "LONGEST", 0.1)
    api.fail_next("getWebhookInfo", 401, "Unauthorized", times=100)
    port = _free_port()
    with pytest.raises(TokenRefused, match="TELEGRAM_TOKEN"):
        serve(Served(api).application, _hooked(api, port, f"http://127.0.0.1:{port}/hook"), KINDS)


def test_the_webhook_takes_nothing_strange(api: BotApi) -> None:
    """No secret that is nearly right, no body that is too long or no update; poison is emptied."""
    served, port = Served(api), _free_port()
    url = f"http://127.0.0.1:{port}/hook"

    def post(body: bytes, secret: bytes = SECRET.encode()) -> int:
        headers = {b"X-Telegram-Bot-Api-Secret-Token": secret}
        return httpx.post(url, content=body, headers=headers, trust_env=False).status_code

    def people() -> None:
        api.until(lambda: api.webhook and served.application.running)
        good = b'{"update_id": 1}'
        for secret in (b"", b"a", SECRET.encode()[:-1], SECRET.encode() + b"x", b"\xe9" * 18):
            assert post(good, secret) == 403
        for body in (b"", b"\xff", b"[]", b"{}", b"{" * 100_000, b'{"update_id": "1"}', b"1"):
            assert post(body) == 400
        for body in (good, b'{"update_id": 2, "message": 5}', b'{"update_id": 3, "x": {}}'):
            assert post(body) == 200
        with contextlib.suppress(httpx.TransportError):  # the connection is cut, or refused
            assert post(b"x" * (webhook.LONGEST_BODY + 1)) == 400
        assert httpx.get(url, trust_env=False).status_code == 405
        assert _posted(url, "still there", SECRET) == 200
        api.until(lambda: "still there" in served.happened)

    served.during(_hooked(api, port, url), people)


def test_an_address_that_is_taken_is_told(api: BotApi) -> None:
    """With the setting to change."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ListenError, match=f"WEBHOOK_LISTEN=127.0.0.1:{port} cannot"):
            serve(Served(api).application, _hooked(api, port, "http://127.0.0.1:9/hook"), KINDS)


def test_a_stop_waits_no_longer_than_it_may(api: BotApi, monkeypatch: pytest.MonkeyPatch) -> None:
    """What ends in time ends, the rest is broken off; Telegram knows what was taken."""
    monkeypatch.setattr(serving, "GRACE", 0.5)
    served = Served(api)
    stopped: list[float] = []

    async def slow(update: Update, _: CallbackContext[Any, Any, Any, Any]) -> None:
        assert update.effective_message
        words = str(update.effective_message.text)
        await asyncio.sleep(0.2 if words == "quick" else 60)
        served.happened.append(words)

    served.application.add_handler(TypeHandler(Update, slow), group=1)

    def people() -> None:
        api.until(lambda: api.polls)
        api.message(1, "slow")
        api.message(1, "quick")
        api.until(lambda: len(served.happened) == 3)

    served.during(_settings(api), people, stopping=lambda: stopped.append(time.monotonic()))
    assert time.monotonic() - stopped[0] < 2.5
    assert served.happened == ["began", "slow", "quick", "quick", "ended"]
    assert api.pending() == 0
