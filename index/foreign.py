r"""What others wrote, as a terminal may be given it.

Names, titles, addresses and errors come from outside and may hold what a terminal obeys instead of
showing: control characters (ESC, and U+009B, which is ESC [ in one), marks that turn the direction
of all that follows, line ends that make two rows of one. They are shown as Python writes them,
`\x1b`, and nothing else is changed.
"""

import argparse
import codecs
import json
import logging
import re
import sys
from typing import Any, NoReturn, TextIO

# C0 and C1 controls but TAB and LF, the line ends U+2028 and U+2029, the directions U+202A to
# U+202E and U+2066 to U+2069 (Unicode 16, UAX #9), and halves of surrogate pairs.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# Not to be stored: PostgreSQL has no NUL, and UTF-8 no halves of pairs.
_UNSTORED = re.compile("[\x00\ud800-\udfff]")
_PARTING = re.compile(r"[\t\n]")
# What comes before the host of an address (RFC 3986, 3.2.1), as browsers look for it: up to the
# last @ there is.
_LOGIN = re.compile(r"(?<=://)[^/?#]*@")
# Looked up before it is needed: where no file can be opened any more, that is logged with it.
_escaped = codecs.lookup("unicode_escape").encode


def lines(text: str) -> str:
    """Text of any number of lines that shows as it is and moves nothing."""
    return _OBEYED.sub(_escape, text)


def line(text: str) -> str:
    """The same in one line that is one field of a row."""
    return _PARTING.sub(_escape, lines(text))


def label(text: str) -> str:
    """A name, title or address as it is taken in: one line, and nothing in it that is obeyed."""
    return " ".join(_OBEYED.sub("", " ".join(text.split())).split())


def without_login(address: str) -> str:
    """An address as others may see it: without the name and password that open it."""
    return _LOGIN.sub("", address)


def storable(text: str) -> str:
    """Text that every database can hold, as long as it was: what none can is U+FFFD."""
    return _UNSTORED.sub("\ufffd", text)


def as_json(value: Any, indent: int | None = None) -> str:
    """A JSON object in one line, or indented, of the same value to whoever parses it."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def tell(text: str, stream: TextIO | None = None) -> None:
    """Print `text` to `stream`, standard output if None; everything foreign goes through here."""
    print(lines(text), file=stream or sys.stdout, flush=True)


def log_handler(stream: TextIO | None = None) -> "logging.StreamHandler[TextIO]":
    """Writes logs to `stream`, standard error if None, as a terminal may be given them."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_LogLines())
    return handler


class Arguments(argparse.ArgumentParser):
    """A command's arguments; what is said of wrong ones, names of files among them, is a line."""

    def error(self, message: str) -> NoReturn:
        """Say it, and exit with 2."""
        super().error(line(message))


class _LogLines(logging.Formatter):
    """A record's message in one line, and below it the traceback, if any."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        """The level and the message."""
        return f"{record.levelname}: {line(record.message)}"

    def format(self, record: logging.LogRecord) -> str:
        """The lines."""
        return lines(super().format(record))


def _escape(found: "re.Match[str]") -> str:
    return _escaped(found[0])[0].decode()
