"""What is printed over the text of pages, or turned beside it: "DRAFT", a number of a library.

It is none of the text that it lies on, and names nothing below it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from index.sources.pdf.pieces import Piece
from index.sources.pdf.sides import Side

# In sizes of most letters: what lies across the text, and what is turned beside it.
_LARGE, _LARGE_TURNED = 2.0, 1.6
# Lines of text that it lies on.
_LINES = 2


def stamps(pages: Sequence[Sequence[tuple[Side, Sequence[Piece]]]]) -> set[int]:
    """The ids (`id`) of the pieces that are such; `pages` hold first what most is turned as."""
    body = _body_size(pages)
    return {id(piece) for page in pages for piece in _of_page(page, body)}


def _body_size(pages: Sequence[Sequence[tuple[Side, Sequence[Piece]]]]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for _, pieces in page:
            for piece in pieces:
                sizes[round(piece.size * 2) / 2] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _of_page(page: Sequence[tuple[Side, Sequence[Piece]]], body: float) -> Iterator[Piece]:
    for at, (side, pieces) in enumerate(page):
        if at and side.angle != page[0][0].angle:
            yield from (piece for piece in pieces if piece.size >= _LARGE_TURNED * body)
            continue
        large = [piece for piece in pieces if piece.size >= _LARGE * body]
        yield from (piece for piece in large if _lies_on_text(piece, pieces))


def _lies_on_text(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether lines of smaller letters run through it."""
    lines = {
        round(other.base)
        for other in pieces
        if piece.size >= _LARGE * other.size
        and piece.bottom < other.base < other.top < piece.top
        and other.left < piece.right
        and piece.left < other.right
    }
    return len(lines) >= _LINES
