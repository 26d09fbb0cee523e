"""Seals: a checksum beside each row, so that a flipped bit is seen wherever the row is read."""

import hashlib
import sqlite3

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

    The same as `_digest` of types and values, in a third of the time: each row read has its own.
    """
    parts = []
    for value in values:
        data = value if type(value) is bytes else _bytes(value)
        parts.append(b"%b%d:%b" % (_TYPES[type(value)], len(data), data))
    return hashlib.blake2b(b"".join(parts), digest_size=SIZE).digest()


def sealed(columns: tuple[str, ...]) -> str:
    """The seal of columns, in SQL."""
    return f"seal_of({', '.join(f'typeof({one}), CAST({one} AS BLOB)' for one in columns)})"


def _digest(*parts: str | bytes | None) -> bytes:
    """What is under a seal: of each value its type, as SQLite names it, and its bytes."""
    found = hashlib.blake2b(digest_size=SIZE)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part or b""
        found.update(b"%d:%b" % (len(data), data))
    return found.digest()


def _bytes(value: object) -> bytes:
    """What SQLite's CAST AS BLOB gives; nothing for NULL."""
    if value is None or isinstance(value, bytes):
        return value or b""
    return str(value).encode("utf-8", "surrogateescape")


def prepare(connection: sqlite3.Connection) -> None:
    """Let a connection work seals out, and read texts that are no UTF-8 any more."""
    connection.create_function("seal_of", -1, _digest, deterministic=True)
    connection.text_factory = _decoded


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")
