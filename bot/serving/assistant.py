"""For assistants, over the Model Context Protocol: quote from these texts, check a quote.

The SDK is the official one (https://github.com/modelcontextprotocol/python-sdk), extra `mcp`.
"""

import json
from collections.abc import Awaitable
from importlib.metadata import version
from typing import Any, TypeVar
from urllib.parse import quote as percent_encode

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError, ToolError
from mcp.server.mcpserver.resources import ResourceSecurity
from mcp.types import Resource

from bot.serving.desk import MOST_LISTED, Desk
from index.errors import VerbatimError

Result = TypeVar("Result")

INSTRUCTIONS = (
    "Quotes from a library of texts, word for word. Use `ask` to answer a question by a quote,"
    " and give it unchanged, as `shown`, with its title and date; where `sure` is false"
    " and `quotes_sure` is not true, say that it may not answer; where `dated`, give each"
    " quote with its date, newest first; where `answered` is false, say that the"
    " texts do not answer; say so, too, of each question in `unanswered`. Use `verify` to"
    " check words before you call them a quote."
)


def assistant_server(desk: Desk) -> MCPServer[Any]:
    """The server over a desk: four tools, and each document as a resource."""
    server = _Documents(desk)
    _add_tools(server, desk)
    _add_texts(server, desk)
    return server


def _add_tools(server: MCPServer[Any], desk: Desk) -> None:
    """What an assistant may ask of the desk; it reads the names and what is said below them."""

    @server.tool()
    async def ask(question: str, before: str | None = None) -> dict[str, Any]:
        """Answer a question by quoting the texts; `before` is the question it goes on from."""
        return await _told(desk.ask(question, before or ""))

    @server.tool()
    async def verify(text: str) -> dict[str, Any]:
        """Say whether words stand in the texts as they are, and what is other."""
        return await _told(desk.verify(text))

    @server.tool()
    async def search(question: str, k: int = 5) -> list[dict[str, Any]]:
        """The passages nearest to a question, best first; they need not answer it."""
        return await _told(desk.search(question, max(1, k)))

    @server.tool()
    async def document(doc_id: str) -> dict[str, Any]:
        """One document with its whole text."""
        found = await _told(desk.document(doc_id))
        if found is None:
            raise ToolError(f"there is no document {doc_id!r}: the resources list them")
        return found


def _add_texts(server: MCPServer[Any], desk: Desk) -> None:
    """The text of each document, under its name."""

    # A name is no path: it is looked up, and may have any signs. The SDK has decoded it.
    @server.resource(
        "verbatim://documents/{name}",
        mime_type="text/plain",
        security=ResourceSecurity(exempt_params={"name"}),
    )
    async def text(name: str) -> str:
        """The text of a document, as it is stored."""
        found = await desk.document(name)
        if found is None:
            raise ResourceNotFoundError(f"there is no document {name!r}")
        return str(found["text"])


async def _told(found: Awaitable[Result]) -> Result:
    """What is found; why it is not, where that was foreseen, an assistant is told, too.

    Of any other error the SDK says only that there was one. Raises ToolError.
    """
    try:
        return await found
    except VerbatimError as error:
        raise ToolError(str(error)) from error


class _Documents(MCPServer[Any]):
    """A server that lists the documents that are live when it is asked, the first hundred."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("verbatim", instructions=INSTRUCTIONS, version=version("verbatim"))
        self._desk = desk

    async def list_resources(self) -> list[Resource]:
        """Each document by its name; `search` and `ask` find all others."""
        return [
            Resource(
                uri=f"verbatim://documents/{percent_encode(one['doc_id'], safe='')}",
                name=one["doc_id"],
                title=one["title"] or one["doc_id"],
                mime_type="text/plain",
                description=json.dumps({"date": one["date"], "language": one["language"]}),
            )
            for one in await self._desk.documents(0, MOST_LISTED)
        ]
