"""Pieces of lines: words that follow each other on a line without a wide gap between."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import regex

from index.sources.pdf.words import Cell, Word
from index.sources.shifted import lowered, raised

# In sizes of the letters: a wider gap may part columns, in letters of one width a yet wider one;
# a narrower one parts no words; so far words may reach into those before them, and letters of one
# word; and so near is a mark to what it marks.
_WIDE, _WIDE_FIXED, _NARROW, _INTO, _UNDER, _MARK_GAP = 0.65, 1.4, 0.15, 0.25, 0.4, 0.22
# So much smaller, and so far off the line, are letters that stand above or below it; a little
# smaller (browsers set 8/9) only beside the word they belong to, and no further off than so.
_SMALLER, _LITTLE_SMALLER, _OFF, _FAR_OFF = 0.85, 0.95, 0.12, 0.6
_RIGHT_TO_LEFT = regex.compile(r"[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}]")
_CLOSES = re.compile(r"[,.;:!?)\]}»”’%]")
# A first letter, with a quotation mark before it, that is so many times as large as its word.
_INITIAL, _LARGE = 2, 1.8
# A letter that stands for a number.
_VARIABLE = re.compile(r"(?<![^\W_])[^\W\d_]$")
_MARK = re.compile(r"[\d,*†‡§¹²³⁴-⁹⁰\[\]()–-]+")
# So many digits are no power and no mark, but the number of a line.
_OF_A_LINE = re.compile(r"\d{4,}")
# What a note's mark may follow: a word, a sentence, a number that is no base of a power.
_MARKED = re.compile(r"""[^\W\d_]{4}$|[.!?,;:)\]"'”’»]$|\d{3}$""")
# A letter that marks a note, after a year; of a shorter number it may make an ordinal: 1a, 2e.
_LETTER_MARK, _YEAR = re.compile(r"[a-d]"), re.compile(r"(?<!\d)1\d{3}$|(?<!\d)20\d\d$")
# Written so in French and Italian: number.
_NUMERO = re.compile(r"(?<![^\W_])[nN]$")


@dataclass(slots=True)
class Piece:
    """Letters on one line with their box, in points; `order` is when they are drawn.

    `line` is the height of the line that it stands on, `end` where its last word stands; on a
    picture of a page they may differ. `marked` says that a raised mark begins it, as of a note,
    `shifted` that its last word stands above or below its line, `power` that this is one letter,
    raised. `cell` is where in a ruled table it stands; a piece that stands for such a table
    has `held` the pieces of it.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    size: float
    bold: bool
    fixed: bool
    seen: bool
    order: int
    line: float
    end: float
    words: int = 1
    letters: int = 0
    marked: bool = False
    shifted: bool = False
    power: bool = False
    cell: Cell | None = None
    held: list["Piece"] = field(default_factory=list)

    @property
    def width(self) -> float:
        """From its first letter to its last."""
        return self.right - self.left

    def mirror(self) -> None:
        """Stand where it would in a mirror."""
        self.left, self.right = -self.right, -self.left
        if self.cell:
            self.cell = Cell(self.cell.box.mirrored(), self.cell.table)


def pieces_of(words: Iterable[Word]) -> list[Piece]:
    """The words, joined where the next one drawn goes on in the same line."""
    found: list[Piece] = []
    for order, word in enumerate(words):
        if found and _goes_on(found[-1], word):
            _join(found[-1], word)
            continue
        piece = _piece(word, order)
        if found and _is_on_line(found[-1], word):
            piece.line = found[-1].line
        found.append(piece)
    return found


def is_leftward(text: str) -> bool:
    """Whether most of its letters are of a script that is read from right to left."""
    if text.isascii():
        return False
    found = len(_RIGHT_TO_LEFT.findall(text))
    return found > 0.5 * sum(letter.isalpha() for letter in text)


def joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours on a line, from left to right, joined where the gap is one between words."""
    last: Piece | None = None
    for piece in pieces:
        if last and piece.left - last.right <= wide(last.fixed) * max(last.size, piece.size):
            between = "" if _CLOSES.match(piece.text) else " "
            _widen(last, piece, last.text + between + piece.text)
            last.words += piece.words
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def _piece(word: Word, order: int) -> Piece:
    style = word.style
    return Piece(
        word.text, word.left, word.right, word.bottom, word.top, word.base, style.size,
        style.bold, style.fixed, style.seen, order, word.base, word.base, letters=len(word.text),
        cell=word.cell,
    )  # fmt: skip


def _goes_on(piece: Piece, word: Word) -> bool:
    """Whether the word stands next on the piece's line."""
    if piece.cell != word.cell:
        return False
    size = max(piece.size, word.size)
    if min(abs(word.base - piece.end), abs(word.base - piece.base)) > _off(word) * size:
        overlap = min(piece.top, word.top) - max(piece.bottom, word.bottom)
        near = abs(word.base - piece.base) < _FAR_OFF * size
        if not (_differ(piece, word) and near and overlap > 0.4 * min(piece.size, word.size)):
            return False
    # An Arabic letter may lie under the one before it.
    into = _INTO if word.gap else _UNDER
    return -into * size <= _gap(piece, word) <= wide(word.style.fixed) * size


def _gap(piece: Piece, word: Word) -> float:
    """The room between, in the direction of the script."""
    if is_leftward(piece.text + word.text):
        return max(piece.left - word.right, word.left - piece.right)
    return word.left - piece.right


def _is_on_line(piece: Piece, word: Word) -> bool:
    """Whether the word stands further on in the piece's line, which may lie a little aslant."""
    near = abs(word.base - piece.end) <= _off(word) * word.size
    return near and _gap(piece, word) >= 0


def _off(word: Word) -> float:
    """How far off the line words may stand, in sizes: more where a program guessed the places."""
    return 0.2 if word.style.seen else 0.4


def wide(fixed: bool) -> float:
    """The gap, in sizes of the letters, from which words may stand in columns of their own."""
    return _WIDE_FIXED if fixed else _WIDE


def _differ(piece: Piece, word: Word) -> bool:
    """Whether one is set so much smaller that it may stand above or below the line."""
    small, large = sorted((piece.size, word.size))
    if small <= _SMALLER * large:
        return True
    off = _OFF * large < abs(word.base - piece.base) < _FAR_OFF * large
    beside = word.style.seen and abs(_gap(piece, word)) < _MARK_GAP * large
    return small <= _LITTLE_SMALLER * large and off and beside


def _join(piece: Piece, word: Word) -> None:
    gap = _gap(piece, word)
    shift, size = word.base - piece.base, max(piece.size, word.size)
    if len(piece.text) <= _INITIAL and piece.size > _LARGE * word.size:
        piece.line = word.base  # a large first letter, which hangs below the line it begins
    parted = word.gap == "\n" and not (piece.shifted or _CLOSES.match(word.text))
    between = " " if word.gap == " " or gap > _NARROW * size or parted else ""
    piece.shifted = _differ(piece, word) and abs(shift) > _OFF * size
    if piece.shifted:
        if word.size < piece.size:
            near = bool(_MARK.fullmatch(word.text)) and not _OF_A_LINE.fullmatch(word.text)
            spaced = word.gap == " " and gap > _NARROW * word.size and not near
            between = " " if spaced or gap > _MARK_GAP * size else ""
            text = _shifted(piece.text, word.text, shift, between)
        else:
            # A mark that begins a note: it stands apart.
            text = f"{piece.text} {word.text}"
            piece.marked = bool(_MARK.fullmatch(piece.text))
    elif piece.power and not between and gap < 0:
        # No power has a letter reach under it: the small A of LaTeX's name.
        text = piece.text[:-2] + piece.text[-1] + word.text
    else:
        text = piece.text + between + word.text
    piece.power = piece.shifted and text == f"{piece.text}^{word.text}"
    _widen(piece, word, text)
    piece.words += bool(between)
    piece.end = piece.base if _differ(piece, word) else word.base


def _shifted(before: str, text: str, shift: float, between: str) -> str:
    """The text with what stands above or below its line; marks of notes are left out."""
    if between and _OF_A_LINE.fullmatch(text):
        return before + between + text
    if shift < 0:
        return before + between + lowered(text)
    if not between and _MARK.fullmatch(text) and _MARKED.search(before):
        return before
    if not between and _LETTER_MARK.fullmatch(text) and _YEAR.search(before):
        return before
    if not between and text == "o" and _NUMERO.search(before):
        return f"{before}º"
    if not between and len(text) == 1 and text.isalpha() and _VARIABLE.search(before):
        return f"{before}^{text}"
    return before + between + raised(text, "")


def _widen(piece: Piece, added: Word | Piece, text: str) -> None:
    letters = len(added.text)
    if letters > piece.letters:
        piece.size, piece.base = added.size, added.base
    look = added.style if isinstance(added, Word) else added
    piece.bold, piece.fixed = piece.bold and look.bold, piece.fixed and look.fixed
    piece.letters += letters
    piece.text = text
    piece.left, piece.right = min(piece.left, added.left), max(piece.right, added.right)
    piece.bottom, piece.top = min(piece.bottom, added.bottom), max(piece.top, added.top)
