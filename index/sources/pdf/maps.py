"""Maps of fonts that PDFium passes over: which letters they draw is said, but in another way.

By the names of the glyphs of fonts that are drawn on the page (Type 3), as those of matplotlib and
of old TeX, or by the name of a map, as in files of TCPDF. The maps are written into a copy.
"""

import io
import re
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from index.sources.pdf.glyphs import letters_of

_OBJECT = re.compile(rb"(?:^|[\r\n])(\d+) 0 obj\s*(<<.*)$", re.DOTALL)
_FONT = re.compile(rb"/Type\s*/Font(?![A-Za-z])")
_NAMED = re.compile(rb"/ToUnicode\s*/Identity-[HV]")
_REFERRED = re.compile(rb"/ToUnicode (\d+) 0 R")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
# One range for all there is, which PDFium reads as far as its first 256 codes.
_WHOLE = re.compile(rb"<0000>\s*<FFFF>\s*<0000>", re.IGNORECASE)
_ENCODING = re.compile(rb"/Encoding\s*(?:(\d+) 0 R|<<(.*?)>>)", re.DOTALL)
_DIFFERENCES = re.compile(rb"/Differences\s*\[(.*?)\]", re.DOTALL)
_TOKEN = re.compile(rb"(\d+)|/([^\s/\[\]<>()]*)")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_SIZE = re.compile(rb"/Size (\d+)")
_START = re.compile(rb"startxref\s+(\d+)")
_ROOT = re.compile(rb"/Root \d+ 0 R")
# A map longer than this, in bytes, or of more signs than that says more than one range.
_LONGEST_MAP, _FEW_MARKS = 10_000, 9
# A map in which each code is the letter: a range has one first byte.
_SAME = b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange %b endcmap" % b" ".join(
    b"1 beginbfrange <%02x00> <%02xff> <%02x00> endbfrange" % (byte, byte, byte)
    for byte in range(256)
)


def with_maps(document: Any) -> bytes | None:
    """The document with the maps that it only names or spells out; None if there are none."""
    copy = io.BytesIO()
    try:
        document.save(copy, flags=pdfium.FPDF_REMOVE_SECURITY)
    except pypdfium2.PdfiumError:
        return None
    data = copy.getvalue()
    objects = dict(_objects(data))
    fonts = {at: one for at, one in objects.items() if _FONT.search(one) and _is_plain(one)}
    maps = {number: told for number, font in fonts.items() if (told := _map(font, objects))}
    return _updated(data, fonts, maps) if maps else None


def _objects(data: bytes) -> Iterator[tuple[int, bytes]]:
    """What begins as a dictionary, by number, as PDFium writes it."""
    for part in data.split(b"endobj"):
        if found := _OBJECT.search(part):
            yield int(found[1]), found[2]


def _is_plain(one: bytes) -> bool:
    return b"endstream" not in one


def _map(font: bytes, objects: Mapping[int, bytes]) -> bytes | None:
    if _NAMED.search(font) or _is_whole(font, objects):
        return _SAME
    if b"/ToUnicode" in font or b"/Type0" in font:
        return None
    stated = _ENCODING.search(font)
    encoding = (stated[2] or objects.get(int(stated[1] or 0), b"")) if stated else b""
    drawn = b"/Type3" in font
    # Of other fonts PDFium knows the names, but for those that are put together: f_f_i.
    names = ((code, name) for code, name in _names(encoding) if drawn or "_" in name)
    named = {code: text for code, name in names if (text := letters_of(name))}
    return _spelled(named) if named else None


def _is_whole(font: bytes, objects: Mapping[int, bytes]) -> bool:
    """Whether the font's map says in one range that each code is the letter."""
    referred = _REFERRED.search(font)
    stream = _STREAM.search(objects.get(int(referred[1]), b"")) if referred else None
    if stream is None:
        return False
    try:
        told = zlib.decompressobj().decompress(stream[1], _LONGEST_MAP)
    except zlib.error:
        told = stream[1]
    return bool(_WHOLE.search(told)) and told.count(b"<") < _FEW_MARKS


def _names(encoding: bytes) -> Iterator[tuple[int, str]]:
    """The names that an encoding gives to codes."""
    code = 0
    for list_ in _DIFFERENCES.findall(encoding):
        for number, name in _TOKEN.findall(list_):
            if number:
                code = int(number)
                continue
            plain = _ESCAPED.sub(lambda at: bytes([int(at[1], 16)]), name)
            if code < 256:
                yield code, plain.decode("latin-1")
            code += 1


def _spelled(named: Mapping[int, str]) -> bytes:
    """A map of single bytes."""
    lines = [f"<{code:02x}> <{text.encode('utf-16-be').hex()}>" for code, text in named.items()]
    parts = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    told = "".join(f"{len(part)} beginbfchar {' '.join(part)} endbfchar " for part in parts)
    return f"begincmap 1 begincodespacerange <00> <FF> endcodespacerange {told}endcmap".encode()


def _updated(data: bytes, fonts: Mapping[int, bytes], maps: Mapping[int, bytes]) -> bytes | None:
    """The file with what is changed behind its end (ISO 32000-1, 7.5.6)."""
    start, size, root = (look.findall(data) for look in (_START, _SIZE, _ROOT))
    if not (start and size and root):
        return None
    free = int(size[-1])
    found = bytearray(data)
    places: dict[int, int] = {}
    for at, (number, told) in enumerate(maps.items(), free):
        bare = _REFERRED.sub(b"", _NAMED.sub(b"", fonts[number])).strip().removesuffix(b">>")
        places[number] = len(found) + 1
        found += b"\n%d 0 obj\n%b/ToUnicode %d 0 R>>\nendobj" % (number, bare, at)
        places[at] = len(found) + 1
        found += b"\n%d 0 obj\n<</Length %d>>stream\n" % (at, len(told))
        found += told + b"\nendstream\nendobj"
    table = len(found) + 1
    found += b"\nxref\n"
    for number, place in sorted(places.items()):
        found += b"%d 1\n%010d 00000 n \n" % (number, place)
    about = (free + len(maps), root[-1], int(start[-1]), table)
    found += b"trailer\n<</Size %d %b/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % about
    return bytes(found)
