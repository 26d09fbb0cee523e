"""Pages whose contents are damaged: PDFium draws what it can of them and says nothing."""

import io
import re
import zlib
from collections.abc import Iterator
from typing import Any

import pypdfium2

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
# How far before a stream what describes it may begin, and how much is unpacked of it, in bytes.
_ABOUT, _MOST = 2_000, 100_000_000


def damaged_pages(data: bytes, document: Any) -> list[int]:
    """The numbers, from 1, of pages whose contents cannot be unpacked whole.

    An encrypted file is taken for sound: what is in it cannot be tried by itself.
    """
    if b"/Encrypt" in data or not _is_damaged(data):
        return []
    return [number for number in range(1, len(document) + 1) if _is_page_damaged(document, number)]


def _is_page_damaged(document: Any, number: int) -> bool:
    alone, stream = pypdfium2.PdfDocument.new(), io.BytesIO()
    try:
        alone.import_pages(document, [number - 1])
        alone.save(stream)
    except pypdfium2.PdfiumError:
        return False  # it is told as one that cannot be read
    finally:
        alone.close()
    return _is_damaged(stream.getvalue())


def _is_damaged(data: bytes) -> bool:
    return any(_breaks_off(packed) for packed in _packed(data))


def _packed(data: bytes) -> Iterator[bytes]:
    """What is packed by Flate (ISO 32000-1, 7.4.4) alone, but for pictures and fonts."""
    for found in _STREAM.finditer(data):
        about = data[max(found.start() - _ABOUT, 0) : found.start()].rpartition(b" obj")[2]
        plain = re.search(rb"/Filter\s*\[?\s*/FlateDecode\s*[]/>]", about)
        if plain and not re.search(rb"/Image|/Length[123]|/FontFile|/Type1C|/ICC", about):
            end = data.find(b"endstream", found.end())
            yield data[found.end() : end if end >= 0 else len(data)]


def _breaks_off(packed: bytes) -> bool:
    if not packed.strip():
        return False
    unpacking = zlib.decompressobj()
    try:
        unpacking.decompress(packed, _MOST)
    except zlib.error as error:
        # A wrong sum at the end is a fault of the program that wrote it, and nothing is lost.
        return "incorrect data check" not in str(error)
    return not unpacking.eof and not unpacking.unconsumed_tail
