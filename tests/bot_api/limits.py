"""What Telegram refuses, in its own words (Bot API 10.0; td/telegram/misc.cpp for the texts)."""

import re
from typing import Any

Json = dict[str, Any]

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
MOST_ENTITIES = 100
# clean_input_string: control characters become spaces, but for the line feed.
_SPACES = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
_DROPPED = re.compile(r"[\r\u2028-\u202e\u030a\u0333\u033f]")
_MARKS = re.compile(r"[\u200e\u200f]+(?=[\u200e\u200f])")
# trim takes these and no other white space.
_TRIMMED = " \t\r\n\0\v"
# strip_empty_characters: a text of these alone is no text.
_EMPTY = re.compile(
    r"[ \n\xa0\u1680\u180e\u2000-\u200f\u202e\u202f\u205f\u2800\u3000\ufeff\ufffc"
    r"\U000e0000-\U000e007f]*"
)
_OWN_WORD = re.compile(r"[a-z0-9_]{1,32}")


class Refused(Exception):
    """An error answer of the API."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


class Garbled(Refused):
    """What somebody between answers instead of the API."""

    def __init__(self, code: int, body: bytes) -> None:
        super().__init__(code, "garbled")
        self.body = body


def bad(description: str) -> Refused:
    """A 400."""
    return Refused(400, f"Bad Request: {description}")


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, offset: int, length: int) -> str:
    """What an entity covers; raises UnicodeDecodeError where it splits a character."""
    data = text.encode("utf-16-le")[2 * offset : 2 * (offset + length)]
    return data.decode("utf-16-le")


def shown(text: str) -> str:
    """The text as Telegram shows it."""
    clean = _DROPPED.sub("", _SPACES.sub(" ", text))
    return _MARKS.sub(lambda found: "\u200c" * len(found[0]), clean).strip(_TRIMMED)


def check_text(
    text: Any,
    entities: list[Json] | None,
    most: int = LONGEST_TEXT,
    too_long: str = "message is too long",
) -> None:
    """Raise what Telegram would say about a text and its entities."""
    if not isinstance(text, str) or not text:
        raise bad("message text is empty")
    if _EMPTY.fullmatch(shown(text)):
        raise bad("text must be non-empty")
    if units(shown(text)) > most:
        raise bad(too_long)
    if len(entities or []) > MOST_ENTITIES:
        raise bad("ENTITIES_TOO_LONG")
    quotes: list[tuple[int, int]] = []
    for one in entities or []:
        start, end = _range(text, one)
        if one["type"] == "text_link" and not re.match(r"(https?|tg)://.", one.get("url") or ""):
            raise bad(f"entity URL '{one.get('url')}' is invalid: Wrong HTTP URL")
        if one["type"].endswith("blockquote"):
            if any(start < other_end and other_start < end for other_start, other_end in quotes):
                raise bad("blockquote entities can't be nested")
            quotes.append((start, end))


def _range(text: str, entity: Json) -> tuple[int, int]:
    start, end = int(entity["offset"]), int(entity["offset"]) + int(entity["length"])
    if start < 0:
        raise bad(f"receive an entity with incorrect offset {start}")
    if end <= start:
        raise bad(f"receive an entity with incorrect length {end - start}")
    if start >= units(text):
        raise bad(f"entity begins after the end of the text at UTF-16 offset {start}")
    beginning = f"entity beginning at UTF-16 offset {start}"
    if end > units(text):
        raise bad(f"{beginning} ends after the end of the text at UTF-16 offset {end}")
    for where, said in ((start, "entity begins"), (end, f"{beginning} ends")):
        try:
            before = cut(text, 0, where)
        except UnicodeDecodeError:
            before = cut(text, 0, where - 1)
            place = len(before.encode())
            raise bad(f"{said} in a middle of a UTF-16 symbol at byte offset {place}") from None
    return start, end


def check_caption(given: Json) -> None:
    """Raise what Telegram would say about a caption; none is fine."""
    if given.get("caption"):
        said = "message caption is too long"
        check_text(given["caption"], given.get("caption_entities"), LONGEST_CAPTION, said)


def check_keyboard(markup: Json | None) -> None:
    """Raise what Telegram would say about buttons."""
    rows = (markup or {}).get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    if len(buttons) > 100 or any(len(row) > 8 for row in rows):
        raise bad("reply markup is too long")
    for button in buttons:
        if not button.get("text"):
            raise bad("can't parse inline keyboard button: Text must be non-empty")
        if len(button) < 2:
            raise bad("can't parse inline keyboard button: Text buttons are unallowed in the"
                      " inline keyboard")  # fmt: skip
        data = button.get("callback_data")
        if data is not None and not 1 <= len(data.encode()) <= 64:
            raise bad("BUTTON_DATA_INVALID")


def check_results(results: list[Json]) -> None:
    """Raise what Telegram would say about the answer to an inline query."""
    if len(results) > 50:
        raise bad("RESULTS_TOO_MUCH")
    names = [str(result.get("id", "")) for result in results]
    if any(not 1 <= len(name.encode()) <= 64 for name in names):
        raise bad("RESULT_ID_INVALID")
    if len(set(names)) != len(names):
        raise bad("RESULT_ID_DUPLICATE")
    for result in results:
        check_keyboard(result.get("reply_markup"))
        content = result.get("input_message_content") or {}
        check_text(content.get("message_text"), content.get("entities"))


def check_commands(commands: list[Json]) -> None:
    """Raise what Telegram would say about a command menu."""
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for one in commands:
        if not _OWN_WORD.fullmatch(one["command"].removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= units(one["description"].strip()) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")


def check_language(code: str) -> None:
    """Raise what Telegram would say about the language of a menu."""
    if not re.fullmatch(r"([a-z]{2})?", code):
        raise bad("invalid language code specified")
