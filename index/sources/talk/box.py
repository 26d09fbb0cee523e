"""Boxes of mails (mbox, RFC 4155): each begins with a line "From " after an empty one."""

import re
from collections.abc import Iterator

from index.sources.loader import Extracted, File
from index.sources.talk import mail

_BEGINS = re.compile(rb"(?:^|(?<=\n\n)|(?<=\r\n\r\n))From [^\n]*\n")
_ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)


def read(file: File) -> Iterator[Extracted]:
    """Every mail, named by its place in the box."""
    mails = (data for data in _BEGINS.split(file.data) if data.strip())
    for number, data in enumerate(mails, start=1):
        yield mail.extracted(_ESCAPED.sub(b"", data), str(number))
