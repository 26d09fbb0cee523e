"""Pages whose contents are damaged: PDFium draws what it can of them and says nothing."""

import io
import re
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
# What pages name as their contents in what PDFium writes, and which objects there are.
_CONTENTS, _NAMED = re.compile(rb"/Contents\s*(\d+ 0 R|\[[^\]]*\])"), re.compile(rb"(\d+) 0 R")
_HELD = re.compile(rb"(?:^|[\r\n])(\d+) 0 obj")
# How far before a stream what describes it may begin, and how much is unpacked of it, in bytes.
_ABOUT, _MOST = 2_000, 100_000_000


def damaged_pages(data: bytes, document: Any) -> list[int]:
    """The numbers, from 1, of pages whose contents cannot be unpacked whole.

    An encrypted file is taken for sound: what is in it cannot be tried by itself.
    """
    if b"/Encrypt" in data or not _is_damaged(data):
        return []
    return [number for number in range(1, len(document) + 1) if _is_page_damaged(document, number)]


def emptied_pages(document: Any, empty: Sequence[int]) -> list[int]:
    """Of the pages that show nothing those whose contents the file names and lacks."""
    if not empty:
        return []
    whole = _saved(document)
    held = {int(number) for number in _HELD.findall(whole)}
    named = {int(one) for list_ in _CONTENTS.findall(whole) for one in _NAMED.findall(list_)}
    return [number for number in empty if named - held and _is_bare(document, number)]


def _is_bare(document: Any, number: int) -> bool:
    alone = pypdfium2.PdfDocument.new()
    try:
        alone.import_pages(document, [number - 1])
        return b"/Contents" not in _saved(alone)
    except pypdfium2.PdfiumError:
        return False
    finally:
        alone.close()


def _saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


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
