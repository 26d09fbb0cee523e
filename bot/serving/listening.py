"""Servers that run until they are stopped: over HTTP, or on standard input and output."""

import signal
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.answering import QuestionAnswering
from bot.operations import insist, listening
from bot.serving.desk import Desk
from index.errors import SourceError, VerbatimError, require
from index.sources import require_regular

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from uvicorn import Config, Server

# What is being answered at a stop has so long, in seconds; requests that are not whole by then
# are given up.
GRACE = 3
# So many that connect are taken at a time, before any is closed that is one too many.
BACKLOG = 64


class ServingError(VerbatimError):
    """A server cannot be started; says what to do."""


def serve_http(
    answering: QuestionAnswering, listen: str, tokens: Path | None, per_minute: float
) -> int:
    """Serve the API and its page until SIGINT or SIGTERM; returns 0.

    `tokens` is a file with one a line; without it only this machine is served. Raises
    ServingError, ListenError, and VerbatimError without the extra `serve`.
    """
    require("starlette", "serve")
    require("uvicorn", "serve")
    from bot.serving.hosts import is_local
    from bot.serving.http import application

    known = _tokens(tokens)
    if not known and not is_local(listen):
        raise ServingError(f"--listen {listen} is open to others: name a file with --tokens")
    found = listening("--listen", listen)
    _until_stopped(application(Desk(answering), known, per_minute), found)
    return 0


def _until_stopped(app: "Starlette", on: socket.socket) -> None:
    """Say where it is served, and serve until SIGINT or SIGTERM."""
    from uvicorn import Config

    from bot.serving.patience import Patient

    config = Config(
        app,
        http=Patient,
        ws="none",
        backlog=BACKLOG,
        # What any request can bring about, by being none, is not logged.
        log_level="error",
        access_log=False,
        # Anybody may send these, and each other address would be counted by itself.
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE,
    )
    server = _server(config)
    # uvicorn raises the signal again once it has ended, which by itself would end us with 143.
    signal.signal(signal.SIGTERM, server.handle_exit)
    host, port = on.getsockname()[:2]
    sys.stderr.write(f"verbatim: http://{f'[{host}]' if ':' in host else host}:{port}/\n")
    server.run(sockets=[on])


def serve_assistant(answering: QuestionAnswering) -> int:
    """Serve an assistant on standard input and output until it goes; returns 0.

    Raises VerbatimError without the extra `mcp`.
    """
    require("mcp", "mcp")
    from bot.serving.assistant import assistant_server

    assistant_server(Desk(answering)).run("stdio")
    return 0


def _server(config: "Config") -> "Server":
    """A server that ends soon after it is told to, whoever is still sending or being answered."""
    from uvicorn import Server

    class Ending(Server):
        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            insist()
            await super().shutdown(sockets)

    return Ending(config)


def _tokens(path: Path | None) -> list[str]:
    if path is None:
        return []
    try:
        require_regular(path)
        lines = path.read_text(encoding="utf-8").split()
    except (OSError, ValueError, SourceError) as error:
        raise ServingError(f"--tokens {path} cannot be read: {error}") from error
    if not lines or any(len(one) < 16 or not one.isascii() for one in lines):
        raise ServingError(f"--tokens {path}: one token a line, of 16 ASCII letters or more")
    return lines
