"""Chats that Telegram exported, message by message."""

import json
from pathlib import Path

import pytest

from index.building import build
from index.sources import from_bytes, load
from index.store import open_library
from index.text import Document
from index.versions import revisions
from tests.doubles import BagEncoder
from tests.in_words import in_words


def test_a_chat_exported_by_telegram() -> None:
    """A document a message, with its day; links and bold words are words."""
    pieces = ["The fee is ", {"type": "bold", "text": "22 crowns"}, "."]
    messages = [
        {"id": 1, "type": "service", "text": ""},
        {
            "id": 2,
            "type": "message",
            "date": "2024-03-05T10:00:00",
            "from": "Pier",
            "text": pieces,
        },
        {
            "id": 3,
            "type": "message",
            "date": "2024-03-06T10:00:00",
            "text": "Ice.",
            "file": "a.png",
        },
    ]
    chat = json.dumps({"name": "Pier", "type": "public_channel", "messages": messages})
    first, second = from_bytes("result.json", chat.encode())
    assert (first.doc_id, first.title, first.date) == (
        "result.json#2", "Pier, 2024-03-05", "2024-03-05",
    )  # fmt: skip
    assert first.text == "The fee is 22 crowns."
    assert (second.text, in_words(second.left_out)) == ("Ice.", ("a.png",))


def test_a_poll_of_a_chat_is_text() -> None:
    """What was asked, and how often each answer was chosen; a picture alone says nothing."""
    answers = [{"text": "In May", "voters": 3}, {"text": [{"type": "bold", "text": "Never"}]}]
    poll = {"question": "When shall the crane be repaired?", "answers": answers}
    messages = [{"id": 1, "from": "Jo", "text": "", "poll": poll}, {"id": 2, "photo": "a.png"}]
    (document,) = from_bytes("a.json", json.dumps({"name": "Pier", "messages": messages}).encode())
    assert [(one.span.of(document.text), one.kind) for one in document.blocks] == [
        ("Jo", "heading"), ("When shall the crane be repaired?", "question"),
        ("In May (3)", "item"), ("Never", "item"),
    ]  # fmt: skip


def test_all_chats_of_an_account_are_read() -> None:
    """Also those that were left; two messages of one number stay two."""
    chats = [
        {"name": name, "messages": [{"id": 1, "text": f"Of {name}."}], **numbered}
        for name, numbered in (("Pier", {}), ("Lock", {"id": 77}), ("Crane", {}))
    ]
    account = {"about": "x", "chats": {"list": chats[:2]}, "left_chats": {"list": chats[2:]}}
    documents = from_bytes("result.json", json.dumps(account).encode())
    assert [(one.doc_id, one.text) for one in documents] == [
        ("result.json#1/1", "Of Pier."),
        ("t.me/77/1", "Of Lock."),
        ("result.json#3/1", "Of Crane."),
    ]


@pytest.mark.parametrize(
    ("kind", "name"), [("private_channel", "t.me/-10077/2"), ("private_group", "t.me/77/2")]
)
def test_a_message_is_called_by_its_chat_wherever_the_export_is(
    tmp_path: Path, kind: str, name: str
) -> None:
    """As one that is forwarded: a later export has the next version, one beside it the same."""
    library = open_library(tmp_path / "library")
    for day, text in (("01", "The fee is 20 crowns."), ("02", "The fee is 22 crowns.")):
        export = tmp_path / f"ChatExport_2024-03-{day}"
        export.mkdir()
        message = {"id": 2, "type": "message", "date": "2024-03-05T10:00:00", "text": text}
        chat = {"name": "Pier", "type": kind, "id": 77, "messages": [message]}
        (export / "result.json").write_text(json.dumps(chat))
        (export / "copy.json").write_text(json.dumps(chat))
        documents = [one for one in load([str(export)]) if isinstance(one, Document)]
        assert [one.doc_id for one in documents] == [name]
        build(library, documents, BagEncoder(), replace=False)
    assert [one.kind for one in revisions(library, name)] == ["added", "changed"]
