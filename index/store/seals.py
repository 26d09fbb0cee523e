"""Seals: a checksum beside each row, so that a flipped bit is seen wherever the row is read."""

import hashlib
from collections.abc import Callable
from typing import Any

# Bytes of a seal: that a damaged row passes by chance is one in 2 ** 64.
SIZE = 8
# What of each table is under its seal.
DOCUMENT = (
    "hash", "doc_id", "title", "text", "url", "date", "language", "blocks", "left_out",
    "origin",
)  # fmt: skip
PASSAGE = ("document", "start", "stop", "heading", "sentences", "vector", "words")
VECTOR = ("hash", "whole")
LIBRARY = ("id", "live")


def seal_of(*values: object) -> bytes:
    """The seal of a row's values, in which also their types count.

    The same as `digest_of` their types and values, in a third of the time: each row read has one.
    """
    return seal_of_described(described(*values))


def described(*values: object) -> bytes:
    """What a seal is of: of each value its type, its length and its bytes."""
    return b"".join([_DESCRIBED[type(value)](value) for value in values])


def seal_of_described(found: bytes) -> bytes:
    """The seal of values that are described already."""
    return hashlib.blake2b(found, digest_size=SIZE).digest()


def digest_of(*parts: str | bytes | None) -> bytes:
    """Of what is under a seal: of each value the name of its type, and its bytes."""
    found = hashlib.blake2b(digest_size=SIZE)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part or b""
        found.update(b"%d:%b" % (len(data), data))
    return found.digest()


def _text(value: str) -> bytes:
    """In UTF-8; what is none of it as it was read."""
    data = value.encode("utf-8", "surrogateescape")
    return b"4:text%d:%b" % (len(data), data)


def _real(value: float) -> bytes:
    data = str(value).encode()
    return b"4:real%d:%b" % (len(data), data)


# Of each type what SQLite calls it, with the length of that before it; then length and bytes. One
# function a type, since each row that is read or written is described.
_DESCRIBED: dict[type, Callable[[Any], bytes]] = {
    type(None): lambda value: b"4:null0:",
    bytes: lambda value: b"4:blob%d:%b" % (len(value), value),
    str: _text,
    int: lambda value: b"7:integer%d:%d" % (len(str(value)), value),
    float: _real,
}
