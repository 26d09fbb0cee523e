"""Telegram's own export of chats (JSON, as Telegram Desktop writes it): a document a message."""

import json
from collections.abc import Iterator
from typing import Any

from index.errors import Trouble
from index.sources.lines import parts_of_lines
from index.sources.loader import Extracted, File, Unreadable
from index.text import LeftOut, Missing, Part

# Where the export of a whole account has its chats.
_LISTS = ("chats", "left_chats")


def read(file: File) -> Iterator[Extracted]:
    """Each message with a text or a poll, named by its number, of a chat or of a whole account.

    Raises Unreadable for other JSON.
    """
    try:
        found = json.loads(file.data)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not JSON: {error}", Trouble.DAMAGED) from error
    chats = _chats(found)
    if not chats:
        why = "JSON that is no chat exported by Telegram: give each text a line of a .jsonl file"
        raise Unreadable(why, Trouble.UNKNOWN_KIND)
    for at, chat in enumerate(chats, start=1):
        for message in chat["messages"]:
            if isinstance(message, dict) and (parts := tuple(_parts(message))):
                yield _message(message, parts, chat, f"{at}/" if len(chats) > 1 else "")


def _chats(found: object) -> list[dict[str, Any]]:
    """The chat that the file is, or those that it lists."""
    if not isinstance(found, dict):
        return []
    listed = (found[name].get("list") for name in _LISTS if isinstance(found.get(name), dict))
    chats = [found, *(chat for one in listed if isinstance(one, list) for chat in one)]
    return [
        one for one in chats if isinstance(one, dict) and isinstance(one.get("messages"), list)
    ]


def _parts(message: dict[str, Any]) -> Iterator[Part]:
    """What it says, then what it asks, and how often each answer was chosen."""
    yield from parts_of_lines(_words(message.get("text")))
    poll = message.get("poll")
    if not isinstance(poll, dict):
        return
    yield Part(_words(poll.get("question")))
    answers = poll.get("answers")
    for answer in answers if isinstance(answers, list) else []:
        if isinstance(answer, dict):
            voters = answer.get("voters")
            chosen = f" ({voters})" if isinstance(voters, int) else ""
            yield Part(f"{_words(answer.get('text'))}{chosen}", "item", 1)


def _message(
    message: dict[str, Any], parts: tuple[Part, ...], exported: dict[str, Any], listed: str
) -> Extracted:
    """`listed` tells the chat from the others of its file where it has no number."""
    author, chat = str(message.get("from") or ""), str(exported.get("name") or "")
    told = (Part(author, "heading", 1), *parts) if author != chat else parts
    day = str(message.get("date") or "")[:10]
    files = [str(message[one]) for one in ("file", "photo") if message.get(one)]
    place, number = _place(exported), str(message.get("id"))
    return Extracted(
        told,
        f"{chat}, {day}".strip(", "),
        day,
        name=f"{place}/{number}" if place else listed + number,
        left_out=tuple(LeftOut(Missing.FILE, one) for one in files),
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
