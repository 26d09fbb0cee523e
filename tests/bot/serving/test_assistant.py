"""An assistant quotes from the texts and checks its quotes, over the protocol's own client."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.answering import QuestionAnswering
from bot.operations import Busy
from bot.serving import Desk
from index.building import build
from index.sources import from_text
from index.store import open_library
from tests.doubles import BagEncoder, WordReader

mcp = pytest.importorskip("mcp")


def _asked(desk: Desk, ask: Callable[[Any], Awaitable[Any]]) -> Any:
    from bot.serving.assistant import assistant_server

    async def run() -> Any:
        async with mcp.Client(assistant_server(desk)) as client:
            return await ask(client)

    return asyncio.run(run())


def test_the_tools_are_there(desk: Desk) -> None:
    """With what each is for."""
    found = _asked(desk, lambda client: client.list_tools())
    assert {tool.name for tool in found.tools} == {"ask", "verify", "search", "document"}
    assert all(tool.description for tool in found.tools)


def test_a_question_is_answered_by_a_quote(desk: Desk) -> None:
    """The object of `ask --json`."""
    question = {"question": "When was the Lindholm Bridge opened?"}
    found = _asked(desk, lambda client: client.call_tool("ask", question))
    assert found.structured_content["answered"]
    assert "4 May 1987" in found.structured_content["quotes"][0]["text"]


def test_what_of_a_message_is_not_answered_is_said(desk: Desk) -> None:
    """In its words, and the assistant is told to pass it on."""
    pizza = "how many calories does a pineapple pizza have?"
    question = {"question": f"When was the Lindholm Bridge opened, and {pizza}"}

    async def ask(client: Any) -> Any:
        return await client.call_tool("ask", question), client.instructions

    found, told = _asked(desk, ask)
    (part,) = found.structured_content["unanswered"]
    assert part["question"] == pizza
    assert "`unanswered`" in told
    assert "`quotes_sure`" in told


def test_a_quote_is_checked(desk: Desk) -> None:
    """Before it is called one."""
    words = {"text": "It is 312 metres long and carries three railway tracks."}
    found = _asked(desk, lambda client: client.call_tool("verify", words))
    assert found.structured_content["verdict"] == "almost"


def test_documents_are_resources(desk: Desk) -> None:
    """Listed, and read as they are stored."""

    async def read(client: Any) -> Any:
        listed = await client.list_resources()
        (harbour,) = [one for one in listed.resources if one.name == "harbour"]
        return await client.read_resource(harbour.uri)

    (content,) = _asked(desk, read).contents
    assert content.text.startswith("Harbour report")


def test_what_is_not_there_is_an_error(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """That says so, and what to do; nothing has broken."""
    found = _asked(desk, lambda client: client.call_tool("document", {"doc_id": "nowhere"}))
    assert found.is_error
    assert "there is no document 'nowhere': the resources list them" in found.content[0].text

    async def read(client: Any) -> None:
        with pytest.raises(mcp.MCPError, match="there is no document 'nowhere'"):
            await client.read_resource("verbatim://documents/nowhere")

    _asked(desk, read)
    assert [one for one in caplog.records if one.exc_info] == []


def test_an_assistant_is_told_to_try_again(desk: Desk) -> None:
    """Where too much waits, in words."""

    async def turned_away(client: Any) -> Any:
        await desk.close()
        return await client.call_tool("verify", {"text": "Why?"})

    found = _asked(desk, turned_away)
    assert found.is_error
    assert str(Busy()) in found.content[0].text


@pytest.mark.parametrize(
    ("tool", "name"), [("ask", "question"), ("search", "question"), ("verify", "text")]
)
@pytest.mark.parametrize("empty", ["", " \n"])
def test_nothing_is_no_question(desk: Desk, tool: str, name: str, empty: str) -> None:
    """As over HTTP: what is missing is said, and nothing is answered."""
    found = _asked(desk, lambda client: client.call_tool(tool, {name: empty}))
    assert found.is_error
    assert f"`{name}` is missing: a text" in found.content[0].text
    assert desk.metrics.questions() == 0


NAMES = [
    "a/b.md", "/etc/hosts", "../up", "..", "C:\\x", "a%2Fb", "100%", "%25", "a?b=c&d", "#top",
    "a b", "a+b", "é", "文件", "[1]", '{"a": 1}', "null", "007", "a;b,c", "{name}", "https://x.y/z?q#f",
]  # fmt: skip


LOGIN = "https://joe:secret@docs.example/pier"
SEEN = "https://docs.example/pier"


def test_a_document_behind_a_login_is_had_by_its_listed_name(tmp_path: Path) -> None:
    """By the tool, and as a resource, and nowhere with its password."""
    library = open_library(tmp_path / "library")
    pier = from_text("The pier was opened in 1934.", doc_id=LOGIN, url=LOGIN)
    build(library, [pier], BagEncoder(), replace=True)
    desk = Desk(QuestionAnswering(library, BagEncoder(), WordReader()))

    async def read(client: Any) -> Any:
        (listed,) = (await client.list_resources()).resources
        (content,) = (await client.read_resource(listed.uri)).contents
        tool = await client.call_tool("document", {"doc_id": listed.name})
        other = await client.call_tool("document", {"doc_id": "https://docs.example/none"})
        return listed.name, content.text, tool, other.is_error

    name, text, tool, is_missing = _asked(desk, read)
    assert (name, text, is_missing) == (SEEN, pier.text, True)
    assert tool.structured_content["text"] == pier.text
    assert "secret" not in str(tool.structured_content)
    asyncio.run(desk.close())


def test_nothing_before_may_be_null(desk: Desk) -> None:
    """As assistants fill in what they need not give."""
    question = {"question": "When was the Lindholm Bridge opened?", "before": None}
    found = _asked(desk, lambda client: client.call_tool("ask", question))
    assert found.structured_content["answered"]


def test_documents_of_any_name_are_read_back(tmp_path: Path) -> None:
    """Each that is listed, by the address it is listed with."""
    library = open_library(tmp_path / "library")
    texts = [from_text(f"It is called {name}.", doc_id=name) for name in NAMES]
    build(library, texts, BagEncoder(), replace=True)
    desk = Desk(QuestionAnswering(library, BagEncoder(), WordReader()))

    async def read(client: Any) -> dict[str, str]:
        listed = (await client.list_resources()).resources
        return {one.name: (await client.read_resource(one.uri)).contents[0].text for one in listed}

    assert _asked(desk, read) == {one.doc_id: one.text for one in texts}
    assert len(texts) == len(NAMES)
    asyncio.run(desk.close())
