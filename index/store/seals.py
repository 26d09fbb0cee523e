"""Seals: a checksum beside each row, so that a flipped bit is seen wherever the row is read."""

import hashlib

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
# What SQLite calls the types, with their lengths before them.
_TYPES = {
    type(None): b"4:null", bytes: b"4:blob", str: b"4:text", int: b"7:integer", float: b"4:real"
}  # fmt: skip


def seal_of(*values: object) -> bytes:
    """The seal of a row's values, in which also their types count.

    The same as `digest_of` their types and values, in a third of the time: each row read has one.
    """
    return seal_of_described(described(*values))


def described(*values: object) -> bytes:
    """What a seal is of: of each value its type, its length and its bytes."""
    parts = []
    for value in values:
        data = value if type(value) is bytes else _bytes(value)
        parts.append(b"%b%d:%b" % (_TYPES[type(value)], len(data), data))
    return b"".join(parts)


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


def _bytes(value: object) -> bytes:
    """A value as bytes; texts in UTF-8, what is none of it as it was read; nothing for None."""
    if value is None or isinstance(value, bytes):
        return value or b""
    return str(value).encode("utf-8", "surrogateescape")
