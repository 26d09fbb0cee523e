"""The HTTP API over a library that is changed, gone or damaged."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from bot.answering import QuestionAnswering
from bot.serving import Desk
from bot.serving.openapi import described
from index.building import build
from index.sources import from_text
from index.store import Library, open_library
from index.text import Span
from index.versions import QuoteId
from tests.doubles import BagEncoder, WordReader
from tests.telegram_library import documents

if TYPE_CHECKING:
    from tests.postgres.server import Server

pytest.importorskip("starlette")

QUESTION = "When was the Lindholm Bridge opened?"
Call = Callable[..., httpx.Response]


ID = QuoteId.of(documents()[0], Span(0, 10))
PATHS = [
    ("POST", "/ask", {"json": {"question": QUESTION}}),
    ("POST", "/verify", {"json": {"text": QUESTION}}),
    ("GET", "/search", {"params": {"q": QUESTION}}),
    ("GET", "/documents", {}),
    ("GET", "/documents/harbour", {}),
    ("GET", f"/quotes/{ID}", {}),
]


@pytest.fixture
def changing(tmp_path: Path, request: pytest.FixtureRequest) -> Library:
    """A library of a test's own, in a folder or, where the parameter says so, in a database."""
    is_folder = getattr(request, "param", "") != "postgres"
    library = open_library(
        tmp_path / "library" if is_folder else request.getfixturevalue("database")
    )
    build(library, documents(), BagEncoder(), replace=True)
    return library


@pytest.fixture
def call_changing(changing: Library) -> Iterator[Call]:
    """Sends a request to an API over that library, without tokens."""
    from bot.serving.http import application

    desk = Desk(QuestionAnswering(changing, BagEncoder(), WordReader()))
    transport = httpx.ASGITransport(application(desk, (), 1_000), raise_app_exceptions=False)

    def sent(method: str, path: str, **more: Any) -> httpx.Response:
        async def once() -> httpx.Response:
            async with httpx.AsyncClient(transport=transport, base_url="http://[::1]") as client:
                return await client.request(method, path, **more)

        return asyncio.run(once())

    yield sent
    asyncio.run(desk.close())


def test_every_way_in_sees_what_was_built_just_now(call_changing: Call, changing: Library) -> None:
    """The first request after a build is of the new generation, whatever it asks for."""
    for number, path in enumerate(("/documents", "/documents/new", "/search?q=wharf")):
        text = f"The {number}th wharf was built of {'stone' * (number + 1)}."
        build(changing, [from_text(text, doc_id="new")], BagEncoder(), replace=True)
        found = call_changing("GET", path).json()
        one = found[0] if isinstance(found, list) else found
        assert one.get("text", text) == text
        assert one.get("characters", len(text)) == len(text)


@pytest.mark.parametrize("changing", ["postgres"], indirect=True)
def test_a_library_that_is_gone_is_said_so(
    call_changing: Call, changing: Library, postgres: "Server", database: str
) -> None:
    """503 with the sentence, as every other error is told; and OpenAPI knows it."""
    postgres.drop(database)
    for method, path, more in PATHS:
        found = call_changing(method, path, **more)
        assert (path, found.status_code) == (path, 503)
        assert list(found.json()) == ["error"]
        assert "the library at postgresql://" in found.json()["error"]
        answers = described()["paths"]["/documents"]["get"]["responses"]
        assert "the library cannot be asked" in answers["503"]["description"]


@pytest.fixture
def overwritten(call_changing: Call, changing: Library) -> Call:
    """Requests to an API whose library's database has become rubbish under it."""
    (database,) = Path(changing.address).glob("*.sqlite")
    size = database.stat().st_size
    with database.open("r+b") as file:  # the same file, which is open
        file.write(b"\xa5" * size)
    return call_changing


@pytest.mark.parametrize(("method", "path", "more"), PATHS)
def test_where_all_is_damaged_nothing_is_called_absent(
    overwritten: Call, method: str, path: str, more: dict[str, Any]
) -> None:
    """503 with the sentence: that nothing is found would say nothing of the texts."""
    found = overwritten(method, path, **more)
    assert (found.status_code, list(found.json())) == (503, ["error"])
    assert "damaged" in found.json()["error"]
