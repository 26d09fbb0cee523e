"""The HTTP API: JSON in and out, bearer tokens, limits, and a page to ask and read on."""

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.serving.desk import MOST_LISTED, Desk
from bot.serving.door import Door
from bot.serving.given import given_in, number, text
from bot.serving.hosts import LocalOnly
from bot.serving.openapi import described
from bot.serving.said import HANDLERS, HEADERS, Refusal, in_json, refused
from bot.state import PRESS

PAGE = Path(__file__).with_name("page")
KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
_FILES = {"/": "index.html", **{f"/{name}": name for name in ("page.css", "page.js", "words.js")}}
_ELSEWHERE = (
    "without --tokens only requests to 127.0.0.1, [::1] or localhost are answered:"
    " open the page by one of these, or start `bot serve` with --tokens"
)
Act = Callable[[dict[str, Any]], Awaitable[Any]]
Answered = Callable[[Request], Awaitable[Response]]


def application(desk: Desk, tokens: Sequence[str], per_minute: float) -> Starlette:
    """The API over a desk.

    Without tokens this machine is served, by its own name alone, and each address as often as one
    user.
    """
    door = Door(tokens, per_minute)
    return Starlette(
        exception_handlers=HANDLERS,
        middleware=[] if tokens else [Middleware(LocalOnly, refused=refused(_ELSEWHERE, 403))],
        routes=[
            *(Route(path, _file(name)) for path, name in _FILES.items()),
            Route("/openapi.json", _openapi),
            Route("/metrics", _metrics(desk, door)),
            *_asked_of(desk, door),
        ],
    )


def _asked_of(desk: Desk, door: Door) -> list[Route]:
    """What the desk answers, and how much of a question each costs."""

    def route(path: str, method: str, act: Act, cost: float = PRESS) -> Route:
        async def answered(request: Request) -> Response:
            door.let_in(request, cost)
            return in_json(await act({**await given_in(request), **request.path_params}))

        return Route(path, answered, methods=[method])

    return [
        route("/ask", "POST",
              lambda given: desk.ask(text(given, "question"), text(given, "before", "")), 1),
        route("/verify", "POST", lambda given: desk.verify(text(given, "text")), 1),
        route("/search", "GET",
              lambda given: desk.search(text(given, "q"), number(given, "k", 5)), 1),
        route("/documents", "GET",
              lambda given: desk.documents(number(given, "first", 0),
                                           number(given, "most", MOST_LISTED))),
        route("/documents/{doc_id:path}", "GET", lambda given: _document(desk, given)),
        route("/quotes/{id}", "GET", lambda given: desk.quote(given["id"])),
    ]  # fmt: skip


async def _document(desk: Desk, given: dict[str, Any]) -> Any:
    found = await desk.document(given["doc_id"])
    if found is None:
        raise Refusal(404, "there is no such document: /documents lists them")
    return found


def _file(name: str) -> Answered:
    path = PAGE / name
    content = path.read_bytes()

    async def answered(_: Request) -> Response:
        return Response(content, 200, HEADERS, KINDS[path.suffix])

    return answered


async def _openapi(_: Request) -> Response:
    return in_json(described())


def _metrics(desk: Desk, door: Door) -> Answered:
    async def answered(request: Request) -> Response:
        door.let_in(request, PRESS)
        return Response(desk.metrics.text(), 200, HEADERS, "text/plain")

    return answered
