"""What is said over HTTP: JSON, also of what goes wrong, under headers that keep it here."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.serving.desk import NothingAsked
from bot.verifying import PasteTooLong
from index.errors import VerbatimError
from index.versions import UnknownQuote

# Nothing is loaded from elsewhere, nothing framed, and no address tells where one came from.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
# What goes wrong by the fault of who asks.
_STATUSES: dict[type[VerbatimError], int] = {
    NothingAsked: 400,
    UnknownQuote: 404,
    PasteTooLong: 413,
}


class Refusal(VerbatimError):
    """A request that is not answered, with its status."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


def refused(words: str, status: int) -> Response:
    """Why a request is not answered."""
    return in_json({"error": words}, status)


def in_json(value: Any, status: int = 200) -> Response:
    """A value that JSON has a form for."""
    more = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
    return JSONResponse(value, status, {**HEADERS, **more})


async def _unserved(_: Request, error: Exception) -> Response:
    """What no route serves, or not by this method, said as everything else is."""
    status, more = (
        (error.status_code, error.headers) if isinstance(error, HTTPException) else (500, None)
    )
    told = refused("there is no such request: /openapi.json lists them", status)
    told.headers.update(more or {})
    return told


async def _failed(_: Request, error: Exception) -> Response:
    """What was foreseen: a request that is wrong, or a library that cannot be asked now."""
    kinds = ((status, kind) for kind, status in _STATUSES.items() if isinstance(error, kind))
    status = error.status if isinstance(error, Refusal) else next(kinds, (503, None))[0]
    return refused(str(error), status)


async def _broken(_: Request, error: Exception) -> Response:
    """What nobody foresaw; the server logs it."""
    return refused("this could not be answered: the log of the server says why", 500)


# Whatever goes wrong is said as everything else is.
HANDLERS = {HTTPException: _unserved, VerbatimError: _failed, Exception: _broken}
