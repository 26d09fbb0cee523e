"""What Telegram refuses, in its own words (Bot API 10.0; clean_input_string of td/telegram)."""

import re
from typing import Any

Json = dict[str, Any]

LONGEST_TEXT = 4096
MOST_ENTITIES = 100
_SPACES = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_DROPPED = re.compile(r"[\r\u2028-\u202e\u030a\u0333\u033f]")


class Refused(Exception):
    """An error answer of the API."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad(description: str) -> Refused:
    """A 400."""
    return Refused(400, f"Bad Request: {description}")


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, offset: int, length: int) -> str:
    """What an entity covers."""
    data = text.encode("utf-16-le")[2 * offset : 2 * (offset + length)]
    return data.decode("utf-16-le")


def shown(text: str) -> str:
    """The text as Telegram shows it."""
    return _DROPPED.sub("", _SPACES.sub(" ", text.replace("\r", ""))).strip()


def check_text(text: Any, entities: list[Json] | None, most: int = LONGEST_TEXT) -> None:
    """Raise what Telegram would say about a text and its entities."""
    if not isinstance(text, str) or not shown(text):
        raise bad("message text is empty")
    if units(text) > most:
        raise bad("message is too long")
    quotes: list[tuple[int, int]] = []
    if len(entities or []) > MOST_ENTITIES:
        raise bad("too many entities")
    for one in entities or []:
        start, end = one["offset"], one["offset"] + one["length"]
        if one["length"] <= 0 or start < 0 or end > units(text):
            raise bad("entity beginning at UTF-16 offset out of the text")
        try:
            cut(text, start, end - start)
        except UnicodeDecodeError:
            raise bad("entity splits a surrogate pair") from None
        if one["type"] == "text_link" and not re.match(r"(https?|tg)://", one.get("url") or ""):
            raise bad("Wrong HTTP URL")
        if one["type"].endswith("blockquote"):
            if any(start < other_end and other_start < end for other_start, other_end in quotes):
                raise bad("blockquote entities can't be nested")
            quotes.append((start, end))


def check_keyboard(markup: Json | None) -> None:
    """Raise what Telegram would say about buttons."""
    rows = (markup or {}).get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    if len(buttons) > 100 or any(len(row) > 8 for row in rows):
        raise bad("reply markup is too long")
    for button in buttons:
        if not button.get("text"):
            raise bad("BUTTON_TEXT_INVALID")
        data = button.get("callback_data")
        if data is not None and not 1 <= len(data.encode()) <= 64:
            raise bad("BUTTON_DATA_INVALID")


def check_results(results: list[Json]) -> None:
    """Raise what Telegram would say about the answer to an inline query."""
    if len(results) > 50:
        raise bad("RESULTS_TOO_MUCH")
    names = [result["id"] for result in results]
    if any(not 1 <= len(name.encode()) <= 64 for name in names):
        raise bad("RESULT_ID_INVALID")
    if len(set(names)) != len(names):
        raise bad("RESULT_ID_DUPLICATE")
    for result in results:
        content = result.get("input_message_content") or {}
        check_text(content.get("message_text"), content.get("entities"))
