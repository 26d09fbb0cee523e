"""A library may hold addresses with passwords, as versions before took them: readers see none."""

import asyncio
import json
from pathlib import Path

import pytest

from bot.answering import QuestionAnswering, Quote
from bot.citing import Format, cited
from bot.serving import Desk
from bot.telegram.composing import Composer
from bot.telegram.source_line import add_source
from bot.telegram.texts import texts
from bot.terminal.given import render_stood
from bot.terminal.page import render_reasons, source
from bot.terminal.verifying import render_verified
from bot.verifying import verify
from index.building import build
from index.store import Library, open_library
from index.text import Document, Span
from index.versions import QuoteId, stood
from tests.doubles import BagEncoder, WordReader

HELD = "http://reader:s3cret@intranet.example/hours"
SHOWN = "http://intranet.example/hours"
TEXT = "The reading room opens at nine in the morning."
QUESTION = "When does the reading room open?"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """With one text, named by its address, without a title."""
    found = open_library(tmp_path / "library")
    build(found, [Document(HELD, "", TEXT, HELD)], BagEncoder(), replace=True)
    return found


@pytest.fixture
def answering(library: Library) -> QuestionAnswering:
    """Over it."""
    return QuestionAnswering(library, BagEncoder(), WordReader())


def test_programs_see_none(answering: QuestionAnswering) -> None:
    """Over HTTP, as assistants, or as JSON in a terminal."""

    async def asked() -> list[object]:
        desk = Desk(answering)
        answer = await desk.ask(QUESTION)
        assert answer["answered"]
        told: list[object] = [answer, await desk.verify(TEXT), await desk.search(QUESTION, 5),
                await desk.documents(), await desk.quote(answer["quotes"][0]["id"]),
                await desk.document(HELD)]  # fmt: skip
        await desk.close()
        return told

    for told in asyncio.run(asked()):
        written = json.dumps(told)
        assert SHOWN in written
        assert "s3cret" not in written


def test_people_see_none(answering: QuestionAnswering) -> None:
    """In the terminal, in a citation, in the chat; links lead to the page without it."""
    view = answering.view
    document = view.document(HELD)
    assert document
    span = Span(0, len(TEXT))
    quote = Quote(document, span, span, "")
    message = Composer()
    add_source(message, quote, texts("en"), None)
    shown = [
        source(quote),
        render_reasons(answering.ask(QUESTION)),
        render_verified(verify(view, answering.encoder, TEXT), view, False),
        render_stood(stood(answering.library, QuoteId.of(document, span))),
        *(cited(quote, form) for form in Format if form is not Format.CARD),
        repr(message.done()),
    ]
    for told in shown:
        assert "intranet.example" in told
        assert "s3cret" not in told
