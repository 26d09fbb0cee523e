"""PDF files written by hand: letters of a size, at a place of a page."""

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
FONTS = {"F1": HELVETICA, "F2": BOLD, "F3": COURIER, "F4": NAMELESS}


class Text(NamedTuple):
    """Letters at a place, in points from the lower left corner of the page."""

    x: float
    y: float
    text: str
    size: float = 11.0
    font: str = "F1"


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


def pdf(*pages: Sequence[Text], about: Mapping[str, str] | None = None) -> bytes:
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
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R"
            b"/Resources<</Font<<%b>>>>>>" % (first + 2 * place + 1, fonts)
        )
        objects.append(_stream(b"\n".join(map(_shown, texts))))
    return _file(objects)


def told(data: bytes) -> Extracted:
    """What the file says."""
    (found,) = read(File("a.pdf", data))
    return found


def parts(*pages: Sequence[Text]) -> tuple[Part, ...]:
    """The blocks of a file of these pages."""
    return told(pdf(*pages)).parts


def texts(*pages: Sequence[Text]) -> list[str]:
    """The texts of its blocks."""
    return [part.text for part in parts(*pages)]


def _shown(text: Text) -> bytes:
    place = f"BT /{text.font} {text.size} Tf 1 0 0 1 {text.x} {text.y} Tm ".encode()
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
