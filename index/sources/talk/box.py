"""Boxes of mails (mbox, RFC 4155): each begins with a line "From " after an empty one."""

import re
from collections.abc import Iterator

from index.errors import Trouble
from index.sources.loader import Extracted, File, Unreadable
from index.sources.talk import mail

_BEGINS = re.compile(rb"(?:^|(?<=\n\n)|(?<=\r\n\r\n))From [^\n]*\n")
_ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)

# So many mails are read within the time that a file has; of more nothing would be kept.
MOST = 10_000


def read(file: File) -> Iterator[Extracted]:
    """Every mail, named by its place in the box; raises Unreadable where there are too many."""
    count = 1 + sum(file.data.count(begin) for begin in (b"\n\nFrom ", b"\r\n\r\nFrom "))
    if count > MOST:
        why = f"a box of {count:,} mails; split it into boxes of {MOST:,} at most"
        raise Unreadable(why, Trouble.TOO_LARGE)
    mails = (data for data in _BEGINS.split(file.data) if data.strip())
    for number, data in enumerate(mails, start=1):
        yield mail.extracted(_ESCAPED.sub(b"", data), str(number))
