"""The HTTP API: JSON in and out, bearer tokens, limits, and a page to ask and read on."""

import json
import secrets
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from cachetools import LRUCache
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.serving.desk import MOST_LISTED, Desk, NothingAsked
from bot.serving.hosts import LocalOnly
from bot.serving.openapi import described
from bot.state import PRESS, Bucket
from bot.verifying import LONGEST_PASTE
from index.errors import VerbatimError
from index.versions import UnknownQuote

PAGE = Path(__file__).with_name("page")
KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
# A body is at most so large, in bytes: more than the longest paste takes as JSON.
LONGEST_BODY = 8 * LONGEST_PASTE
# So many who ask are counted at a time.
MOST_COUNTED = 10_000
# Nothing is loaded from elsewhere, nothing framed, and no address tells where one came from.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
# What goes wrong by the fault of who asks.
_STATUSES: dict[type[VerbatimError], int] = {NothingAsked: 400, UnknownQuote: 404}
_ELSEWHERE = (
    "without --tokens only requests to 127.0.0.1, [::1] or localhost are answered:"
    " open the page by one of these, or start `bot serve` with --tokens"
)
Act = Callable[[dict[str, Any]], Awaitable[Any]]


class Refusal(VerbatimError):
    """A request that is not answered, with its status."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


def application(desk: Desk, tokens: Sequence[str], per_minute: float) -> Starlette:
    """The API over a desk.

    Without tokens this machine is served, by its own name alone, and each address as often as one
    user.
    """
    door = _Door(tokens, per_minute)

    def route(path: str, method: str, act: Act, cost: float = PRESS) -> Route:
        async def answered(request: Request) -> Response:
            door.let_in(request, cost)
            return _json(await act({**await _given(request), **request.path_params}))

        return Route(path, answered, methods=[method])

    return Starlette(
        exception_handlers={HTTPException: _unserved, VerbatimError: _failed, Exception: _broken},
        middleware=[] if tokens else [Middleware(LocalOnly, refused=_said(_ELSEWHERE, 403))],
        routes=[
            *(Route(path, _file(name)) for path, name in _FILES.items()),
            Route("/openapi.json", _openapi),
            Route("/metrics", _metrics(desk, door)),
            route("/ask", "POST", lambda given: desk.ask(_text(given, "question"),
                                                         _text(given, "before", "")), 1),
            route("/verify", "POST", lambda given: desk.verify(_text(given, "text")), 1),
            route("/search", "GET", lambda given: desk.search(_text(given, "q"),
                                                              _number(given, "k", 5)), 1),
            route("/documents", "GET",
                  lambda given: desk.documents(_number(given, "first", 0),
                                               _number(given, "most", MOST_LISTED))),
            route("/documents/{doc_id:path}", "GET", lambda given: _document(desk, given)),
            route("/quotes/{id}", "GET", lambda given: desk.quote(given["id"])),
        ]
    )  # fmt: skip


class _Door:
    """Who may ask, and how often: each token is counted as one user, and so is each address."""

    def __init__(self, tokens: Sequence[str], per_minute: float) -> None:
        self._tokens = [token.encode() for token in tokens]
        self._per_minute = per_minute
        self._buckets: LRUCache[str, Bucket] = LRUCache(MOST_COUNTED)

    def let_in(self, request: Request, cost: float) -> None:
        """Count a request as so much of a question. Raises Refusal 401 or 429."""
        who, now = self._who(request), time.time()
        bucket = self._buckets.get(who) or Bucket.full(self._per_minute, now)
        self._buckets[who], verdict = bucket.spend(self._per_minute, now, cost)
        if verdict != "ok":
            raise Refusal(429, f"at most {self._per_minute:g} questions a minute: wait a little")

    def _who(self, request: Request) -> str:
        host = request.client.host if request.client else ""
        if not self._tokens:
            return host
        kind, _, given = request.headers.get("authorization", "").partition(" ")
        known = [secrets.compare_digest(given.strip().encode(), one) for one in self._tokens]
        if kind.lower() != "bearer" or not any(known):
            raise Refusal(401, "send a token that is known: Authorization: Bearer TOKEN")
        return f"token {known.index(True)}"


async def _given(request: Request) -> dict[str, Any]:
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


def _text(given: dict[str, Any], name: str, default: str | None = None) -> str:
    value = given.get(name, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        raise Refusal(400, f"`{name}` is missing: a text")
    # Halves of a pair, as JSON may have them alone, cannot be sent back.
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _number(given: dict[str, Any], name: str, default: int) -> int:
    value = str(given.get(name, default))
    if not (value.isascii() and value.isdecimal() and len(value) < 10):
        raise Refusal(400, f"`{name}` is a whole number of 0 or more")
    return int(value)


async def _document(desk: Desk, given: dict[str, Any]) -> Any:
    found = await desk.document(given["doc_id"])
    if found is None:
        raise Refusal(404, "there is no such document: /documents lists them")
    return found


async def _unserved(_: Request, error: Exception) -> Response:
    """What no route serves, or not by this method, said as everything else is."""
    status, more = (
        (error.status_code, error.headers) if isinstance(error, HTTPException) else (500, None)
    )
    said = _said("there is no such request: /openapi.json lists them", status)
    said.headers.update(more or {})
    return said


async def _failed(_: Request, error: Exception) -> Response:
    """What was foreseen: a request that is wrong, or a library that cannot be asked now."""
    kinds = ((status, kind) for kind, status in _STATUSES.items() if isinstance(error, kind))
    status = error.status if isinstance(error, Refusal) else next(kinds, (503, None))[0]
    return _said(str(error), status)


async def _broken(_: Request, error: Exception) -> Response:
    """What nobody foresaw; the server logs it."""
    return _said("this could not be answered: the log of the server says why", 500)


def _said(words: str, status: int) -> Response:
    return _json({"error": words}, status)


def _json(value: Any, status: int = 200) -> Response:
    more = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
    return JSONResponse(value, status, {**HEADERS, **more})


_FILES = {"/": "index.html", **{f"/{name}": name for name in ("page.css", "page.js", "words.js")}}


def _file(name: str) -> Callable[[Request], Awaitable[Response]]:
    path = PAGE / name
    content = path.read_bytes()

    async def answered(_: Request) -> Response:
        return Response(content, 200, HEADERS, KINDS[path.suffix])

    return answered


async def _openapi(_: Request) -> Response:
    return _json(described())


def _metrics(desk: Desk, door: _Door) -> Callable[[Request], Awaitable[Response]]:
    async def answered(request: Request) -> Response:
        door.let_in(request, PRESS)
        return Response(desk.metrics.text(), 200, HEADERS, "text/plain")

    return answered
