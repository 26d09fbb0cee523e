"""Vectors as pgvector sends and takes them in binary: numbers of two bytes, big-endian.

https://github.com/pgvector/pgvector/blob/v0.8.1/src/halfvec.c, `halfvec_send`; arrays as in
PostgreSQL's `array_send`.
"""

import struct
from collections.abc import Sequence

import numpy as np

from index.encoding import Vectors

_HEAD, _ARRAY, _DIMENSION = struct.Struct(">hh"), struct.Struct(">iii"), struct.Struct(">ii")
_LENGTH = struct.Struct(">i")


def packed(vector: Vectors) -> bytes:
    """One vector as a halfvec."""
    return _HEAD.pack(len(vector), 0) + vector.astype(">f2").tobytes()


def unpacked(data: bytes) -> Vectors:
    """The vector of a halfvec."""
    return np.frombuffer(data, dtype=">f2", offset=_HEAD.size).astype(np.float32)


def unpacked_all(data: bytes, dimension: int) -> Vectors:
    """The vectors of an array of halfvec, shape (count, dimension).

    Raises ValueError unless each is of that dimension.
    """
    if len(data) < _ARRAY.size:
        raise ValueError("not an array")
    if _ARRAY.unpack_from(data)[0] == 0:
        return np.zeros((0, dimension), dtype=np.float32)
    each = np.dtype([("size", ">i4"), ("head", ">i2", 2), ("vector", ">f2", dimension)])
    found = np.frombuffer(data, dtype=each, offset=_ARRAY.size + _DIMENSION.size)
    return np.asarray(found["vector"], dtype=np.float32)


def sealed(vectors: Vectors) -> bytes:
    """Vectors as they are under a seal."""
    return vectors.astype("<f2").tobytes()


def text(vector: Vectors) -> str:
    """A vector as a query has it; every digit counts."""
    return f"[{','.join(map(repr, vector.tolist()))}]"


def binary_row(fields: Sequence[bytes]) -> bytes:
    """A row of COPY in binary, each field as its type is sent."""
    parts = [struct.pack(">h", len(fields))]
    for field in fields:
        parts += (_LENGTH.pack(len(field)), field)
    return b"".join(parts)


# What COPY in binary begins and ends with (https://www.postgresql.org/docs/current/sql-copy.html).
BEGIN, END = b"PGCOPY\n\xff\r\n\0" + bytes(8), struct.pack(">h", -1)
