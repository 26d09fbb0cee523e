"""A PDF becomes a document: its pages are read one by one, then put together."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import pypdfium2

from index.errors import Trouble
from index.sources.loader import Extracted, File, Unreadable
from index.sources.naming import title_or_heading
from index.sources.pdf.about import day_of, title_of
from index.sources.pdf.blocks import Blocks, body_size
from index.sources.pdf.columns import regions
from index.sources.pdf.damage import damaged_pages, emptied_pages
from index.sources.pdf.edges import MASK, masked, running
from index.sources.pdf.lines import Line, lines_of
from index.sources.pdf.maps import with_maps
from index.sources.pdf.pages import Pages
from index.sources.pdf.pieces import Piece, is_leftward, pieces_of
from index.sources.pdf.sides import Side
from index.sources.pdf.stamps import stamps
from index.text import LeftOut, Missing

MOST_PAGES = 5_000
# The share of letters nobody vouches for from which the rest is no document.
_MOST_LOST = 0.3
# How many pages are named by number.
_FEW = 8
_NUMBER = re.compile(
    r"^\W*(?:\d+|[ivxlc]+)\W+|\W+(?:\d+|[ivxlc]+)\W*$|^(?:\d+|[ivxlc]+)$", re.IGNORECASE
)
_WORDS = re.compile(r"[^\W\d_]{4,}")


def read(file: File) -> list[Extracted]:
    """Text of every page, title and date; raises Unreadable."""
    document = _opened(file.data)
    if len(document) > MOST_PAGES:
        raise Unreadable(f"more than {MOST_PAGES} pages; split it", Trouble.TOO_LARGE)
    pages = Pages(document)
    sides = _sides(pages)
    if pages.lost and (mapped := with_maps(document)):
        pages = Pages(_opened(mapped))
        sides = _sides(pages)
    pages.broken += emptied_pages(document, pages.empty)
    _check(pages)
    stamped = stamps(sides)
    heads = stamped | running(_without(stamped, _upright(sides)))
    columns = [
        column
        for page in sides
        for _, pieces in page
        for column in _columns([one for one in pieces if id(one) not in heads])
    ]
    blocks = Blocks(body_size(columns))
    for column in columns:
        blocks.add_column(column)
    every = [piece for page in sides for _, pieces in page for piece in pieces]
    over = dict.fromkeys(piece.text for piece in every if id(piece) in stamped)
    beside = _once(piece for piece in every if id(piece) in heads - stamped)
    parts = tuple(blocks.parts([*beside, *over]))
    left_out = _left_out(pages, damaged_pages(file.data, document))
    title = title_or_heading(title_of(document), parts)
    return [Extracted(parts, title, day_of(document), left_out=left_out)]


def _sides(pages: Pages) -> list[list[tuple[Side, list[Piece]]]]:
    """The pieces of each side of each page."""
    return [[(side, pieces_of(side.words)) for side in page] for page in pages]


def _opened(data: bytes) -> Any:
    try:
        document = pypdfium2.PdfDocument(data)
        if document.get_formtype() == pypdfium2.raw.FORMTYPE_XFA_FULL:
            why = "a form that only Adobe's programs show (XFA); print it to a PDF"
            raise Unreadable(why, Trouble.UNKNOWN_KIND)
        return document
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            why = "encrypted with a password; save it without one"
            raise Unreadable(why, Trouble.LOCKED) from None
        if error.err_code == pypdfium2.raw.FPDF_ERR_SECURITY:
            why = "encrypted for certain people or programs; save it without that"
            raise Unreadable(why, Trouble.LOCKED) from None
        why = "a damaged PDF file: it has no pages that can be found"
        raise Unreadable(why, Trouble.DAMAGED) from None


def _check(pages: Pages) -> None:
    """Raise Unreadable if next to nothing was read."""
    if pages.lost > _MOST_LOST * pages.letters:
        raise Unreadable(
            "its fonts do not say which letters they draw; save it anew by another program, or "
            "run OCR on it",
            Trouble.NO_TEXT,
        )
    if not pages.letters:
        if pages.broken:
            why = "a damaged PDF file: none of its pages can be read"
            raise Unreadable(why, Trouble.DAMAGED)
        why = "no text in it, only pictures of text; run OCR on it first"
        raise Unreadable(why, Trouble.NO_TEXT)


def _upright(sides: list[list[tuple[Side, list[Piece]]]]) -> list[tuple[Side, list[Piece]]]:
    """Of each page the side that is turned as most pages are: where heads of pages stand."""
    usual = Counter(page[0][0].angle for page in sides if page).most_common(1)
    nothing: tuple[Side, list[Piece]] = (Side([], 0, 0, 0), [])
    return [
        next((side for side in page if side[0].angle == usual[0][0]), nothing) for page in sides
    ]


def _without(
    stamped: set[int], pages: list[tuple[Side, list[Piece]]]
) -> list[tuple[Side, list[Piece]]]:
    return [(side, [one for one in pieces if id(one) not in stamped]) for side, pieces in pages]


def _columns(pieces: Sequence[Piece]) -> list[list[Line]]:
    """The lines of each column of a side, in the order of reading."""
    if is_leftward("".join(piece.text for piece in pieces)):
        # As in a mirror: what is said of left and right is so for these scripts too.
        for piece in pieces:
            piece.mirror()
    return [lines_of(region) for region in regions(pieces)]


def _once(pieces: Iterable[Piece]) -> list[str]:
    """What running heads say, each once; "Page 3 of 7" says nothing."""
    counts = Counter(" ".join(piece.text.split()) for piece in pieces)
    found: dict[str, str] = {}
    for text, count in counts.items():
        shape, numbers = masked(text)
        counting = bool(numbers) and count == 1
        if len(_WORDS.findall(shape)) > 1 if counting else shape.strip(f" {MASK}"):
            found.setdefault(shape if counting else text, _bare(text) if counting else text)
    return [*found.values()]


def _bare(text: str) -> str:
    """A head without the number at its beginning or end."""
    return _NUMBER.sub("", text).strip()


def _left_out(pages: Pages, damaged: list[int]) -> tuple[LeftOut, ...]:
    told = {
        Missing.UNREADABLE: sorted(pages.broken),
        Missing.DAMAGED_PAGES: damaged,
        Missing.PICTURED: pages.pictured,
        Missing.COMMENTED: pages.commented,
        Missing.BEYOND: pages.outside,
        Missing.UNSEEN: pages.hidden,
        Missing.ILLEGIBLE: pages.illegible,
    }
    return tuple(
        LeftOut(kind, count=len(numbers), pages=tuple(numbers[:_FEW]))
        for kind, numbers in told.items()
        if numbers
    )
