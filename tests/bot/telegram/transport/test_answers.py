"""Calls to the Bot API through a proxy that answers itself."""

import asyncio
from collections.abc import Callable

import httpx
import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter

from bot.telegram.transport import ApiRequest

PAGES = [
    b"<html>Service Unavailable</html>",
    b"",
    b"null",
    b"[1]",
    b'{"ok": true}',
    b"\xff",
    b"[" * 99_999,
]


def _called(answer: Callable[[httpx.Request], httpx.Response], file: bool = False) -> object:
    """What comes of a call, or of fetching a file, that is answered so."""

    async def call() -> object:
        request = ApiRequest(httpx_kwargs={"transport": httpx.MockTransport(answer)})
        async with request:
            if file:
                return await request.retrieve("http://127.0.0.1/file/bot1:a/x")
            return await Bot("1:a", request=request).get_me()

    return asyncio.run(call())


@pytest.mark.parametrize("body", PAGES)
@pytest.mark.parametrize("code", [200, 400, 403, 409, 413, 429, 502, 503])
def test_a_page_of_a_proxys_own_is_a_failure_of_the_line(code: int, body: bytes) -> None:
    """Whatever its code says: it is tried again. Nothing of the page is told."""
    with pytest.raises(NetworkError, match=rf"no Bot API \({code}\)") as raised:
        _called(lambda _: httpx.Response(code, content=body))
    assert type(raised.value) is NetworkError


@pytest.mark.parametrize(
    ("code", "kind"),
    [(400, BadRequest), (401, InvalidToken), (403, Forbidden), (404, InvalidToken)],
)
def test_what_the_bot_api_says_itself_stays_what_it_is(code: int, kind: type[Exception]) -> None:
    """In its envelope."""
    said = {"ok": False, "error_code": code, "description": "Said"}
    with pytest.raises(kind, match="Said"):
        _called(lambda _: httpx.Response(code, json=said))


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
def test_how_long_to_wait_is_heard() -> None:
    """Of Telegram."""
    said = {"ok": False, "description": "Too Many", "parameters": {"retry_after": 7}}
    with pytest.raises(RetryAfter):
        _called(lambda _: httpx.Response(429, json=said))


@pytest.mark.parametrize("code", [401, 404])
def test_an_address_of_another_server_is_told_as_a_wrong_token(code: int) -> None:
    """At the start, so that nothing waits for it for ever."""
    with pytest.raises(InvalidToken):
        _called(lambda _: httpx.Response(code, content=b"<html>"))


@pytest.mark.parametrize("body", PAGES)
def test_a_file_may_hold_anything(body: bytes) -> None:
    """It comes in no envelope."""
    assert _called(lambda _: httpx.Response(200, content=body), file=True) == body
