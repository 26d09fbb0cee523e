"""Mails (RFC 5322) by Python's email: who wrote to whom, about what, when, and the text."""

import email
import email.policy
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from functools import lru_cache

from index.sources.characters import decode
from index.sources.loader import Extracted, File
from index.sources.talk.mime import Body
from index.text import Part

_SAID = ("From", "To", "Date")
# Python parses a header anew each time that it is looked at, and those of a box are much alike.
_POLICY = email.policy.default.clone(header_factory=lru_cache(1_000)(HeaderRegistry()))


def read(file: File) -> list[Extracted]:
    """One mail, named by its file."""
    return [extracted(file.data)]


def extracted(data: bytes, name: str = "") -> Extracted:
    """A mail with its subject as the title; attachments are left out, and named."""
    mail = email.message_from_bytes(data, policy=_POLICY)
    body = Body(_head)
    parts = (*_head(mail, 1), *body.parts(mail))
    left_out = tuple(dict.fromkeys(body.left_out))
    return Extracted(
        parts, _field(mail, "Subject") or None, _day(mail), name=name, left_out=left_out
    )


def _head(mail: EmailMessage, level: int) -> list[Part]:
    """Its subject as a heading, and who wrote to whom."""
    said = [(field, _field(mail, field)) for field in _SAID]
    head = [Part(f"{field}: {text}", "verse") for field, text in said if text]
    return [Part(_field(mail, "Subject"), "heading", level), *head]


def _field(mail: EmailMessage, name: str) -> str:
    """What a field says on one line; a day as it is written."""
    written = str(
        next((text for key, text in mail.raw_items() if key.lower() == name.lower()), "")
    )
    if not written.isascii():  # bytes that nothing announces
        written = decode(name, written.encode("utf-8", "surrogateescape"))
    elif name != "Date":
        written = str(mail[name] or "")
    return " ".join(written.split())


def _day(mail: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(mail["Date"])).date().isoformat()
    except ValueError:
        return None
