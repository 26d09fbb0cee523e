"""What stands about a text at its head: front matter (YAML, TOML) or a leading date."""

import datetime
import re
import tomllib
from dataclasses import dataclass
from typing import Any

import yaml

# Front matter is a few lines; a longer one is no such thing.
_LONGEST = 20_000
# In bits; Python writes no number of more than 4,300 digits, and nobody means one.
_LONGEST_NUMBER = 1_000
_FENCED = re.compile(
    r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<inner>.*?)(?<=\n)(?P=fence)[ \t]*(?:\r?\n|$)",
    re.DOTALL,
)
# What writers of front matter name by a capital, too; "Note: it was raised." is a sentence.
_FIELDS = {"author", "authors", "date", "lang", "language", "link", "tags", "title", "url"}
# "date 2025-10-02 In Alaska …" or a line "Date: 2025-10-02"; not "Date: 2024-05-06 is the last".
_DATE = re.compile(
    r"\s*(?:date +(\d{4}-\d\d-\d\d) +(?=\w)|date:? *(\d{4}-\d\d-\d\d)[ \t]*(?:\r?\n|$))\s*",
    re.IGNORECASE,
)


class _Once(yaml.SafeLoader):
    """YAML in which nothing is said once more by its name, or merged into what is around it.

    Of lists of such names in lists each line says ten times what the line before it says.
    """

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        merges = isinstance(event, yaml.ScalarEvent) and event.implicit[0] and event.value == "<<"
        if merges or isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError("an alias, or a key that merges")
        return super().compose_node(parent, index)


@dataclass(frozen=True, slots=True)
class About:
    """What a text says of itself; None for what it does not."""

    title: str | None = None
    date: str | None = None
    language: str | None = None
    url: str | None = None


def parted(text: str) -> tuple[About, str]:
    """What stands about the text at its head, and the text without it."""
    front = _FENCED.match(text)
    if front and len(front["inner"]) <= _LONGEST:
        fields = _fields(front["fence"], front["inner"])
        if fields is not None:
            return _about(fields), text[front.end() :]
    # Upper case must begin what follows on the same line, whatever the case of "date".
    if (mark := _DATE.match(text)) and not text[mark.end() : mark.end() + 1].islower():
        return About(date=mark[1] or mark[2]), text[mark.end() :]
    return About(), text


def _fields(fence: str, inner: str) -> dict[str, Any] | None:
    """The mapping between the fences; None if it is none, and so a part of the text."""
    try:
        found = tomllib.loads(inner) if fence == "+++" else yaml.load(inner, _Once)
    except (yaml.YAMLError, tomllib.TOMLDecodeError, ValueError, RecursionError):
        return None
    if found is None:
        return {}
    if not isinstance(found, dict) or not all(isinstance(key, str) for key in found):
        return None
    if not _FIELDS & {key.lower() for key in found} and any(key[:1].isupper() for key in found):
        return None
    return {key.lower(): value for key, value in found.items()}


def _about(fields: dict[str, Any]) -> About:
    return About(
        title=_words(fields.get("title")),
        date=_words(fields.get("date")),
        language=_words(fields.get("language") or fields.get("lang")),
        url=_words(fields.get("url") or fields.get("link")),
    )


def _words(value: object) -> str | None:
    """A text, number or day as words; None for nothing, and for lists and the like."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, int) and value.bit_length() > _LONGEST_NUMBER:
        return None
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return " ".join(str(value).split()) or None
    return None
