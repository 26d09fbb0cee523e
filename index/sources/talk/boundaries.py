"""Mails whose parts are parted by another line than they announce, or by one that they do not."""

import email
import re
from email.message import EmailMessage
from typing import cast

# A line that parts: before the fields of a part, or one that comes again with "--" behind it.
_BEFORE_FIELDS = re.compile(r"^--(\S[^\r\n]*?)[ \t]*\r?\n(?=content-[\w-]+:)", re.M | re.I)
_CLOSED = re.compile(r"^--(\S[^\r\n]*?)[ \t]*\r?$(?=[\s\S]*^--\1--[ \t]*\r?$)", re.M)
_ANNOUNCED = re.compile(
    r"\s*(?:this is a (?:multi-?part )?(?:message|mail)[^\n]*\n\s*)?--\S", re.I
)
_FOUND = "=_found"


def mended(mail: EmailMessage) -> EmailMessage:
    """The mail, with the parts that stand in its text as lines."""
    text = mail.get_payload()
    multiple = mail.get_content_maintype() == "multipart"
    if not isinstance(text, str) or not (multiple or _is_announced(mail, text)):
        return mail
    boundary = _BEFORE_FIELDS.search(text) or _CLOSED.search(text)
    if boundary is None:
        return mail
    kind = mail.get_content_type() if multiple else "multipart/mixed"
    found = _parted(mail, boundary[1], kind)
    again = not multiple and _says_it_twice(found)
    return _parted(mail, boundary[1], "multipart/alternative") if again else found


def _parted(mail: EmailMessage, boundary: str, kind: str) -> EmailMessage:
    lines = re.compile(rf"^--{re.escape(boundary)}(--)?[ \t]*(?=\r?$)", re.M)
    body = lines.sub(rf"--{_FOUND}\1", str(mail.get_payload()))
    whole = f'Content-Type: {kind}; boundary="{_FOUND}"\n\n{body}'
    return cast(EmailMessage, email.message_from_string(whole, policy=mail.policy))


def _is_announced(mail: EmailMessage, text: str) -> bool:
    return mail.get_content_type() == "text/plain" and bool(
        _ANNOUNCED.match(text) and _BEFORE_FIELDS.search(text)
    )


def _says_it_twice(mail: EmailMessage) -> bool:
    parts = cast(list[EmailMessage], mail.get_payload())
    kinds = [part.get_content_type() for part in parts]
    return kinds == ["text/plain", "text/html"]
