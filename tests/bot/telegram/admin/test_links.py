"""Links that admins send are read at once, whatever else is under way."""

import socket

import pytest

from bot.telegram import routes
from bot.telegram.admin import add, taking
from bot.telegram.admin.paste import Paste
from bot.telegram.texts import LANGUAGES, texts
from index.errors import SourceError
from index.sources import from_text
from index.sources.fetch import fetch
from index.text import Document
from tests.bot.telegram.admin.sent import (
    OPENED,
    QUESTION,
    SAY,
    ZOO,
    document,
    pasted,
    refused,
    understood,
)
from tests.bot_api.direct import Direct, said
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN
from tests.bot_api.user import entities, quoted


@pytest.mark.parametrize("text", ["/add http://127.0.0.1:1/a", " http://127.0.0.1:1/a\n"])
def test_a_link_is_read_at_once(direct: Direct, text: str) -> None:
    """After `/add` or alone; an address of this machine is never fetched."""
    direct.message(ADMIN, text)
    calls = direct.call(add.add_command if text.startswith("/") else routes.private_words)
    why = SAY("source-not-public", source="http://127.0.0.1:1/a")
    assert refused(calls) == SAY("rebuild-failed", reason=why)
    direct.message(ADMIN, QUESTION)
    assert quoted(direct.call(routes.private_words)[0].result) == [OPENED]


def test_a_link_does_not_end_a_paste_that_has_begun(direct: Direct) -> None:
    """It is read for itself, and the admin is told that the paste goes on."""
    pasted(direct, ZOO)
    direct.message(ADMIN, "http://127.0.0.1:1/a")
    *read, told = direct.call(routes.private_words)
    assert refused(read).startswith("Nothing has changed: http://127.0.0.1:1/a: ")
    assert told.given["text"] == SAY("paste-goes-on", messages=1)
    direct.message(ADMIN, "/done")
    assert "Ansbach" in direct.call(add.done_command)[-1].given["text"]


@pytest.mark.parametrize("sent", ["link", "file"])
def test_what_was_announced_and_cannot_be_read_is_still_waited_for(
    direct: Direct, sent: str
) -> None:
    """The next message is the text."""
    pasted(direct)
    if sent == "link":
        direct.message(ADMIN, "http://127.0.0.1:1/a")
    else:
        direct.send_file(ADMIN, "empty.txt", b" ")
    direct.process()
    direct.message(ADMIN, ZOO)
    assert said(direct.process()) == SAY("add-more", messages=1)


def test_what_comes_while_a_link_is_read_is_kept(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a text of its own, which the link did not end."""

    def read(url: str, failures: list[SourceError]) -> list[Document]:
        assert failures == []
        Paste(direct.parts.state, ADMIN).take(10_000, ZOO)
        return [from_text("# Otters\n\nThey came in 1950.", url=url)]

    monkeypatch.setattr(taking, "from_url", read)
    pasted(direct)
    direct.message(ADMIN, "https://example.org/otters")
    told = direct.process()[-1].given["text"]
    assert told == SAY("paste-goes-on", messages=1)
    direct.message(ADMIN, "/done")
    assert "Ansbach" in direct.process()[-1].given["text"]


@pytest.mark.parametrize("text", ["/add example.org/a", "example.org/a"])
def test_an_address_without_its_scheme_is_a_link(
    direct: Direct, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """As Telegram shows it."""
    asked = []

    def read(url: str, failures: list[SourceError]) -> list[Document]:
        assert failures == []
        asked.append(url)
        return [from_text(f"# Zoo\n\n{ZOO}", url=url)]

    monkeypatch.setattr(taking, "from_url", read)
    direct.message(ADMIN, text)
    assert understood(direct.process()) == document("Zoo")
    assert asked == ["https://example.org/a"]


@pytest.mark.parametrize("words", ["/add https://example.org/a", "https://example.org/a"])
def test_a_link_below_a_picture_is_no_title(
    direct: Direct, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    """The page has its own."""

    def read(url: str, failures: list[SourceError]) -> list[Document]:
        return [from_text(f"# Zoo\n\n{ZOO}", url=url)]

    monkeypatch.setattr(taking, "from_url", read)
    below: Json = {"caption": words, "caption_entities": entities(words), "photo": []}
    direct.message(ADMIN, None, **below)
    assert understood(direct.process()) == document("Zoo")


def test_a_link_among_words_is_part_of_the_question(direct: Direct) -> None:
    """Only a link alone is read."""
    direct.message(ADMIN, f"{QUESTION} http://127.0.0.1/a")
    assert quoted(direct.call(routes.private_words)[0].result) == [OPENED]


def test_of_a_host_that_does_not_exist_no_number_is_told(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In words, with what to do, in the admin's language."""

    def read(url: str, failures: list[SourceError]) -> list[Document]:
        raise fetched_nowhere(url)

    monkeypatch.setattr(taking, "from_url", read)
    for language in LANGUAGES:
        direct.message(ADMIN, "https://nowhere.example/a", language=language)
        say = texts(language)
        reason = say("source-no-host", source="https://nowhere.example/a")
        assert "/add" in reason
        told = refused(direct.call(routes.private_words), language)
        assert told == say("rebuild-failed", reason=reason)


def fetched_nowhere(url: str) -> SourceError:
    """What fetching from a host that nobody knows raises."""
    with pytest.raises(SourceError) as told:
        fetch(url, nobody)
    return told.value


def nobody(host: str, port: int) -> list[str]:
    """As the system's resolver does it."""
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
