"""The matrices of an ONNX file, read from there where they are used, and not copied.

Such a file is a message of protocol buffers (https://protobuf.dev/programming-guides/encoding/),
its fields as in https://github.com/onnx/onnx/blob/main/onnx/onnx.proto. The package `onnx` tells
what is in it, by copies, and takes 0.3 seconds to load; here only the places count.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.memory import mapped_bytes

# Of a model its graph, of that its constants, of one its shape, type, name and values.
_GRAPH, _CONSTANT = 7, 5
_SHAPE, _TYPE, _NAME, _VALUES = 1, 2, 8, 9
_INT8 = 3
# Bytes of a matrix for which it is worth it.
LARGE = 1 << 16
# How long a field's value is, by the kind of the field, where it does not say so itself.
_LENGTHS = {1: 8, 5: 4}


def matrices(path: Path) -> dict[str, NDArray[np.int8]]:
    """The large constants of int8 by their names; raises OSError, or ValueError for another file.

    What is read of them is given back to the system with all that is mapped (`index.memory`).
    """
    try:
        graphs = _all(mapped_bytes(path), _GRAPH)
        constants = [_matrix(one) for graph in graphs for one in _all(graph, _CONSTANT)]
    except (IndexError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{path} is no ONNX file") from error
    return dict(one for one in constants if one)


def _matrix(constant: memoryview) -> tuple[str, NDArray[np.int8]] | None:
    found = dict(_fields(constant))
    values = found.get(_VALUES, b"")
    if found.get(_TYPE) != _INT8 or len(values) < LARGE:
        return None
    matrix = np.frombuffer(values, np.int8).reshape(_all(constant, _SHAPE))
    return bytes(found[_NAME]).decode(), matrix


def _all(message: memoryview, number: int) -> list[Any]:
    return [value for one, value in _fields(message) if one == number]


def _fields(message: memoryview) -> Iterator[tuple[int, Any]]:
    """Number and value of each: a whole number, or the bytes of anything else."""
    at = 0
    while at < len(message):
        key, at = _number(message, at)
        if key & 7 == 0:
            value, at = _number(message, at)
            yield key >> 3, value
            continue
        size, at = _number(message, at) if key & 7 == 2 else (_LENGTHS[key & 7], at)
        yield key >> 3, message[at : at + size]
        at += size


def _number(message: memoryview, at: int) -> tuple[int, int]:
    """A whole number of as many bytes as it needs, and where it ends."""
    value = shift = 0
    while True:
        value |= (message[at] & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if message[at - 1] < 0x80:
            return value, at
