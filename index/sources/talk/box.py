"""Boxes of mails (mbox, RFC 4155): each begins with a line "From " after an empty one."""

import re
from collections.abc import Iterator

from index.errors import Trouble
from index.sources.loader import Extracted, File, Unreadable, unread
from index.sources.talk import mail

# The day at its end tells it from a paragraph: "From the first of May on".
_BEGINS = re.compile(
    rb"(?:^|(?<=\n\n)|(?<=\r\n\r\n))From [^\n]*?\b"
    rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?: +\w{3} +\d|, *\d+ \w{3} )[^\n]*\n"
)
_ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)

# So many mails are read within the time that a file has; of more nothing would be kept.
MOST = 10_000


def read(file: File) -> Iterator[Extracted]:
    """Every mail, named by its place in the box; raises Unreadable where there are too many."""
    count = sum(1 for _ in _BEGINS.finditer(file.data))
    if count > MOST:
        why = f"a box of {count:,} mails; split it into boxes of {MOST:,} at most"
        raise Unreadable(why, Trouble.TOO_LARGE)
    mails = (data for data in _BEGINS.split(file.data) if data.strip())
    for number, data in enumerate(mails, start=1):
        yield _read(_ESCAPED.sub(b"", data), str(number))


def _read(data: bytes, name: str) -> Extracted:
    """The mail; one that is broken, in whatever way, costs no other."""
    try:
        return mail.extracted(data, name)
    except Unreadable as error:
        return unread(name, error)
    except MemoryError:
        raise
    except Exception as error:
        why = f"a damaged mail: {' '.join(str(error).split())[:200] or type(error).__name__}"
        return unread(name, Unreadable(why, Trouble.DAMAGED))
