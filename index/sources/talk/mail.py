"""Mails (RFC 5322) by Python's email: who wrote to whom, about what, when, and the text."""

import email
import email.policy
import re
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import cast

from index.sources.lines import parts_of_lines
from index.sources.loader import Extracted, File
from index.sources.markup import fragment
from index.text import Part

_QUOTED = re.compile(r"(?:> ?)+")
_SAID = ("From", "To", "Date")
# Python parses a header anew each time that it is looked at, and those of a box are much alike.
_POLICY = email.policy.default.clone(header_factory=lru_cache(1_000)(HeaderRegistry()))


def read(file: File) -> list[Extracted]:
    """One mail, named by its file."""
    return [extracted(file.data)]


def extracted(data: bytes, name: str = "") -> Extracted:
    """A mail with its subject as the title; attachments are left out, and named."""
    mail = email.message_from_bytes(data, policy=_POLICY)
    said = [Part(f"{field}: {mail[field]}", "verse") for field in _SAID if mail[field]]
    attached = [part.get_filename() or part.get_content_type() for part in mail.iter_attachments()]
    return Extracted(
        (Part(str(mail["Subject"] or ""), "heading", 1), *said, *_body(mail)),
        str(mail["Subject"] or "") or None,
        _day(mail),
        name=name,
        left_out=tuple(f"attached: {one}" for one in attached),
    )


def _body(mail: EmailMessage) -> list[Part]:
    """The plain text, or the page that is sent in its place."""
    part = mail.get_body(("plain", "html"))
    if part is None:
        return []
    try:
        text = part.get_content()
    except LookupError:  # a charset that nobody knows
        text = cast(bytes, part.get_payload(decode=True)).decode("utf-8", "replace")
    if part.get_content_type() == "text/html":
        return list(fragment(text)[0])
    return list(parts_of_lines(_unquoted(text)))


def _unquoted(text: str) -> str:
    """Without the signs before lines of earlier mails, which stand in paragraphs of their own."""
    lines: list[str] = []
    depth = 0
    for line in text.splitlines():
        mark = _QUOTED.match(line)
        deep = mark[0].count(">") if mark else 0
        lines += ["", line[mark.end() :] if mark else line][deep == depth :]
        depth = deep
    return "\n".join(lines)


def _day(mail: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(mail["Date"])).date().isoformat()
    except ValueError:
        return None
