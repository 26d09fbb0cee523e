"""PDF files written by hand: letters of a size, at a place of a page."""

import math
import zlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from index.sources.loader import Extracted, File
from index.sources.pdf import read
from index.text import Part

HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
BOLD = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>"
COURIER = b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"
# Without a map, its letters under names that say nothing.
NAMELESS = (
    b"<</Type/Font/Subtype/Type3/FontBBox[0 0 700 700]/FontMatrix[.001 0 0 .001 0 0]"
    b"/FirstChar 97/LastChar 99/Widths[700 700 700]/Encoding<</Type/Encoding/Differences"
    b"[97/g3/g7/g9]>>/CharProcs<</g3 4 0 R/g7 4 0 R/g9 4 0 R>>>>"
)
# Letters of the Far East in Unicode, by a map that every reader has.
JAPANESE = (
    b"<</Type/Font/Subtype/Type0/BaseFont/HeiseiMin-W3/Encoding/UniJIS-UCS2-H/DescendantFonts"
    b"[<</Type/Font/Subtype/CIDFontType0/BaseFont/HeiseiMin-W3/DW 1000"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>>>]>>"
)
# Without a map too, but its codes are letters, as those of TeX, but for that of "fi".
_CODES = (0x1C, *range(ord("a"), ord("z") + 1))
UNMAPPED = (
    b"<</Type/Font/Subtype/Type3/FontBBox[0 0 700 700]/FontMatrix[.001 0 0 .001 0 0]"
    b"/FirstChar 28/LastChar 122/Widths[%b]/Encoding<</Type/Encoding/Differences[%b]>>"
    b"/CharProcs<<%b>>>>"
    % (
        b"700 " * 95,
        b"".join(b"%d/a%d" % (code, code) for code in _CODES),
        b"".join(b"/a%d 4 0 R" % code for code in _CODES),
    )
)
LOOKS = b"/ExtGState<</Pale<</ca .3>>/Multiply<</BM/Multiply>>>>"
FONTS = {
    "F1": HELVETICA,
    "F2": BOLD,
    "F3": COURIER,
    "F4": NAMELESS,
    "F5": JAPANESE,
    "F6": UNMAPPED,
}


class Text(NamedTuple):
    """Letters at a place, in points from the lower left corner of the page.

    `turn` is how far their line is turned to the left, in degrees.
    """

    x: float
    y: float
    text: str
    size: float = 11.0
    font: str = "F1"
    turn: float = 0.0


class Rule(NamedTuple):
    """A thin line from one place to another."""

    left: float
    bottom: float
    right: float
    top: float


class Content(NamedTuple):
    """Anything else that a page draws, as it is written (ISO 32000-1, 8).

    `/Pale gs` makes it pale, `/Multiply gs` lets what is below it be seen.
    """

    text: str


def box(left: float, bottom: float, right: float, top: float, colour: str = "0 0 0") -> Content:
    """A box that is filled; the colour in red, green and blue, of 1."""
    return Content(f"q {colour} rg {left} {bottom} {right - left} {top - bottom} re f Q")


def picture(left: float, bottom: float, right: float, top: float) -> Content:
    """A picture: grey, with darker dots."""
    grey = "".join("77" if place % 3 == 0 else "99" for place in range(64))
    return Content(
        f"q {right - left} 0 0 {top - bottom} {left} {bottom} cm BI /W 8 /H 8 /BPC 8 /CS /G "
        f"/F /AHx ID {grey}> EI Q"
    )


def grid(lefts: Sequence[float], tops: Sequence[float]) -> list[Rule]:
    """The rules of a table: one at each place from the left, and one at each height."""
    upright = [Rule(x, min(tops), x, max(tops)) for x in lefts]
    return upright + [Rule(min(lefts), y, max(lefts), y) for y in tops]


def lines(
    *texts: str,
    x: float = 50,
    y: float = 700,
    size: float = 11,
    step: float = 14,
    font: str = "F1",
) -> list[Text]:
    """Lines below each other."""
    return [Text(x, y - place * step, text, size, font) for place, text in enumerate(texts)]


def pdf(*pages: Sequence[Text | Rule | Content], about: Mapping[str, str] | None = None) -> bytes:
    """A file of pages; `about` is what it says of itself (`Title`, `CreationDate`)."""
    first = 5 + len(FONTS)
    kids = b" ".join(b"%d 0 R" % (first + 2 * place) for place in range(len(pages)))
    fonts = b" ".join(b"/%b %d 0 R" % (name.encode(), 5 + n) for n, name in enumerate(FONTS))
    told = b"".join(b"/%b%b" % (k.encode(), _string(v)) for k, v in (about or {}).items())
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, len(pages)),
        b"<<%b>>" % told,
        _stream(b"700 0 0 0 700 700 d1 0 0 600 600 re f"),
        *FONTS.values(),
    ]
    for place, texts in enumerate(pages):
        looks = LOOKS if any(isinstance(one, Content) for one in texts) else b""
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R"
            b"/Resources<</Font<<%b>>%b>>>>" % (first + 2 * place + 1, fonts, looks)
        )
        objects.append(_stream(b"\n".join(map(_shown, texts))))
    return _file(objects)


def compressed(content: bytes, cut: int | None = None) -> bytes:
    """A file of one page whose contents are packed, and broken off after `cut` bytes."""
    packed = zlib.compress(content)[:cut]
    return _file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
            b"<<>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R"
            b"/Resources<</Font<</F1 6 0 R>>>>>>",
            b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed),
            HELVETICA,
        ]
    )


def with_field(file: bytes, value: str) -> bytes:
    """A file of one page with a field on its first line that is filled in."""
    place = b"/Rect[160 690 300 715]"
    look = b"BT /F1 11 Tf 2 10 Td %b Tj ET" % _string(value)
    appearance = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 140 25]/Resources<</Font<</F1 5 0 R>>>>"
        b"/Length %d>>stream\n%b\nendstream" % (len(look), look)
    )
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V%b/F 4%b/AP<</N 40 0 R>>>>"
    body = file[: file.rindex(b"\nxref\n") + 1].replace(b"/MediaBox", b"/Annots[41 0 R]/MediaBox")
    return b"%b40 0 obj%b endobj\n41 0 obj%b endobj\ntrailer<</Root 1 0 R>>" % (
        body,
        appearance,
        field % (_string(value), place),
    )


def with_comment(file: bytes, words: str) -> bytes:
    """A file of one page that somebody has put a note on."""
    note = b"<</Type/Annot/Subtype/Text/Contents%b/Rect[160 690 180 710]>>" % _string(words)
    body = file[: file.rindex(b"\nxref\n") + 1].replace(b"/MediaBox", b"/Annots[41 0 R]/MediaBox")
    return b"%b41 0 obj%b endobj\ntrailer<</Root 1 0 R>>" % (body, note)


def told(data: bytes) -> Extracted:
    """What the file says."""
    (found,) = read(File("a.pdf", data))
    return found


def parts(*pages: Sequence[Text | Rule | Content]) -> tuple[Part, ...]:
    """The blocks of a file of these pages."""
    return told(pdf(*pages)).parts


def texts(*pages: Sequence[Text | Rule | Content]) -> list[str]:
    """The texts of its blocks."""
    return [part.text for part in parts(*pages)]


def _shown(text: Text | Rule | Content) -> bytes:
    if isinstance(text, Content):
        return text.text.encode()
    if isinstance(text, Rule):
        return f"{text.left} {text.bottom} m {text.right} {text.top} l S".encode()
    cos, sin = math.cos(math.radians(text.turn)), math.sin(math.radians(text.turn))
    turned = f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f}"
    place = f"BT /{text.font} {text.size} Tf {turned} {text.x} {text.y} Tm ".encode()
    if text.font == "F5":
        return place + b"<%b> Tj ET" % text.text.encode("utf-16-be").hex().encode()
    return place + _string(text.text) + b" Tj ET"


def _string(text: str) -> bytes:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"(" + escaped.encode("cp1252") + b")"


def _stream(data: bytes) -> bytes:
    return b"<</Length %d>>stream\n%b\nendstream" % (len(data), data)


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%b endobj\n" % (number, body)
    start, count = len(out), len(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 %d\n0000000000 65535 f \n%b" % (count, table)
    return out + b"trailer<</Size %d/Root 1 0 R/Info 3 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        count,
        start,
    )
