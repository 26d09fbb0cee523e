"""Pages of a PDF, one after the other: their words, and what of them cannot be read."""

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from index.sources.pdf.lexicon import Lexicon
from index.sources.pdf.pieces import is_leftward
from index.sources.pdf.sides import Side, sides_of
from index.sources.pdf.unseen import Sight
from index.sources.pdf.words import UNKNOWN, Word

# Notes in the margin of whoever commented on the file are no text of its pages.
_SHOWN = {pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_WIDGET}
# What a commentator adds to a page is left out, and named where it has words.
_COMMENTS = {pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_UNDERLINE,
             pdfium.FPDF_ANNOT_STRIKEOUT, pdfium.FPDF_ANNOT_CARET}  # fmt: skip
# The share of words known from which letters are believed that a font does not vouch for.
_BELIEVED = 0.5


class Pages:
    """Reads pages and keeps count of what was not read; pages are named from 1."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._sight = Sight()
        self.broken: list[int] = []
        self.pictured: list[int] = []
        self.empty: list[int] = []
        self.illegible: list[int] = []
        self.outside: list[int] = []
        self.hidden: list[int] = []
        self.commented: list[int] = []
        self.letters = self.lost = 0

    def __iter__(self) -> Iterator[list[Side]]:
        for number in range(1, len(self._document) + 1):
            sides = self._sides(number)
            for side in sides:
                side.words = self._legible(side.words, number)
            yield sides

    def _sides(self, number: int) -> list[Side]:
        try:
            page, filled = self._page(number)
        except pypdfium2.PdfiumError:
            self.broken.append(number)
            return []
        try:
            sides, outside, hidden = sides_of(page, self._sight)
            self.outside += [number] if outside else []
            self.hidden += [number] if hidden else []
            if not sides:
                (self.pictured if _has_picture(page) else self.empty).append(number)
        except pypdfium2.PdfiumError:
            self.broken.append(number)
            return []
        finally:
            page.close()
        for side in sides if filled else ():
            side.words = _in_rows(side.words)
        return sides

    def _page(self, number: int) -> tuple[Any, bool]:
        """The page, what its form is filled in with as part of it, and whether it has any."""
        page = self._document[number - 1]
        added = [_added(page, place) for place in range(pdfium.FPDFPage_GetAnnotCount(page))]
        filled = any(kind in _SHOWN for kind, _ in added)
        if any(says and kind in _COMMENTS for kind, says in added):
            self.commented.append(number)
        return (self._filled(page, number) if filled else page), filled

    def _filled(self, page: Any, number: int) -> Any:
        """The page with what was put on it as part of it.

        In a document of its own, for PDFium forgets the fonts that a page shares with others.
        """
        page.close()
        alone = pypdfium2.PdfDocument.new()
        alone.import_pages(self._document, [number - 1])
        page = alone[0]
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        page.close()
        return alone[0]

    def _legible(self, words: list[Word], number: int) -> list[Word]:
        """Those whose letters are known, not guessed."""
        self.letters += sum(len(word.text) for word in words)
        doubtful = [word for word in words if not word.legible]
        # Of a font that hides one letter others may be wrong, too: in those of TeX accents are.
        hiding = {word.style.font for word in doubtful if UNKNOWN in word.text}
        lost = [word for word in doubtful if word.style.font in hiding]
        others = [word for word in doubtful if word.style.font not in hiding]
        if others and not _are_words([word.text for word in others]):
            lost += others
        if not lost:
            return words
        self.lost += sum(len(word.text) for word in lost)
        self.illegible += [number] if number not in self.illegible[-1:] else []
        gone = set(map(id, lost))
        return [word for word in words if id(word) not in gone]


def _in_rows(words: list[Word]) -> list[Word]:
    """The words as if they were drawn row by row: a form is filled in after all else is drawn."""
    if is_leftward("".join(word.text for word in words)):
        return words
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.base):
        if rows and rows[-1][0].base - word.base < 0.5 * word.size:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [word for row in rows for word in sorted(row, key=lambda word: word.left)]


def _are_words(texts: list[str]) -> bool:
    """Whether the letters that a font does not vouch for make words of a language."""
    lexicon = Lexicon(" ".join(texts))
    words = [text.strip(".,;:!?()\"'") for text in texts]
    long = [word.lower() for word in words if len(word) > 3 and word.isalpha()]
    return bool(long) and sum(map(lexicon.knows, long)) >= _BELIEVED * len(long)


def _added(page: Any, place: int) -> tuple[int, bool]:
    """The kind of what was added to the page, and whether it has words of its own."""
    annotation = pdfium.FPDFPage_GetAnnot(page, place)
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    # In bytes of UTF-16, with a zero at the end.
    length = pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    pdfium.FPDFPage_CloseAnnot(annotation)
    return kind, length > 2


def _has_picture(page: Any) -> bool:
    kinds = {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM}
    objects = range(pdfium.FPDFPage_CountObjects(page))
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, place)) in kinds
        for place in objects
    )
