"""Telegram's own export of a chat (JSON, as Telegram Desktop writes it): a document a message."""

import json
from collections.abc import Iterator
from typing import Any

from index.errors import Trouble
from index.sources.lines import parts_of_lines
from index.sources.loader import Extracted, File, Unreadable
from index.text import Part


def read(file: File) -> Iterator[Extracted]:
    """Each message with a text, named by its number; raises Unreadable for other JSON."""
    try:
        found = json.loads(file.data)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not JSON: {error}", Trouble.DAMAGED) from error
    if not isinstance(found, dict) or not isinstance(found.get("messages"), list):
        why = "JSON that is no chat exported by Telegram: give each text a line of a .jsonl file"
        raise Unreadable(why, Trouble.UNKNOWN_KIND)
    for message in found["messages"]:
        if isinstance(message, dict) and (text := _words(message.get("text"))).strip():
            yield _message(message, text, found)


def _message(message: dict[str, Any], text: str, exported: dict[str, Any]) -> Extracted:
    author, chat = str(message.get("from") or ""), str(exported.get("name") or "")
    parts = (Part(author, "heading", 1), *parts_of_lines(text)) if author != chat else ()
    day = str(message.get("date") or "")[:10]
    told = parts or tuple(parts_of_lines(text))
    left_out = tuple(str(message[one]) for one in ("file", "photo") if message.get(one))
    place, number = _place(exported), str(message.get("id"))
    return Extracted(
        told,
        f"{chat}, {day}".strip(", "),
        day,
        name=f"{place}/{number}" if place else number,
        left_out=left_out,
        is_own=bool(place),
    )


def _place(exported: dict[str, Any]) -> str:
    """What a message forwarded from the chat is called by; "" where the export says not."""
    number = exported.get("id")
    if not isinstance(number, int):
        return ""
    kind = str(exported.get("type") or "")
    return f"t.me/-100{number}" if kind.endswith(("channel", "supergroup")) else f"t.me/{number}"


def _words(text: object) -> str:
    """A text, or the pieces that its links and bold words cut it into."""
    pieces = text if isinstance(text, list) else [text]
    return "".join(
        str(piece.get("text", "")) if isinstance(piece, dict) else str(piece or "")
        for piece in pieces
    )
