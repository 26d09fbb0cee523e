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
_TYPES = {type(None): "null", bytes: "blob", str: "text", int: "integer", float: "real"}


def seal_of(*values: object) -> bytes:
    """The seal of a row's values, in which also their types count."""
    return digest_of(*(part for value in values for part in (_TYPES[type(value)], _bytes(value))))


def digest_of(*parts: str | bytes | None) -> bytes:
    """Of what is under a seal: of each value the name of its type, and its bytes."""
    found = hashlib.blake2b(digest_size=SIZE)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part or b""
        found.update(b"%d:%b" % (len(data), data))
    return found.digest()


def _bytes(value: object) -> bytes | None:
    """A value as bytes; texts in UTF-8, what is none of it as it was read."""
    if value is None or isinstance(value, bytes):
        return value
    return str(value).encode("utf-8", "surrogateescape")
