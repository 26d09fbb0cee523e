"""What a request over HTTP asks with: its query or its body, of a bounded length."""

import json
from typing import Any

from starlette.requests import ClientDisconnect, Request

from bot.serving.said import Refusal
from bot.verifying import LONGEST_PASTE

# A body is at most so large, in bytes: more than the longest paste takes as JSON.
LONGEST_BODY = 8 * LONGEST_PASTE


async def given_in(request: Request) -> dict[str, Any]:
    """What a request asks with: its query, or the JSON object of its body."""
    if request.method in ("GET", "HEAD"):
        return dict(request.query_params)
    try:
        given = json.loads(await _body(request))
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        raise Refusal(400, "send a JSON object")
    return given


async def _body(request: Request) -> bytes:
    body = b""
    try:
        async for part in request.stream():
            body += part
            if len(body) > LONGEST_BODY:
                raise Refusal(413, f"a body is at most {LONGEST_BODY} bytes")
    except ClientDisconnect:
        raise Refusal(408, "the request did not come as a whole") from None
    return body


def text(given: dict[str, Any], name: str, default: str | None = None) -> str:
    """What is given under a name; without a default it is not empty. `null` is nothing given."""
    value = given.get(name)
    if value is None:
        value = default or ""
    if not isinstance(value, str):
        raise Refusal(400, f"`{name}` is no text")
    if default is None and not value.strip():
        raise Refusal(400, f"`{name}` is missing: a text")
    # Halves of a pair, as JSON may have them alone, cannot be sent back.
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def number(given: dict[str, Any], name: str, default: int) -> int:
    """The whole number given under a name."""
    value = str(given.get(name, default))
    if not (value.isascii() and value.isdecimal() and len(value) < 10):
        raise Refusal(400, f"`{name}` is a whole number of 0 or more")
    return int(value)
