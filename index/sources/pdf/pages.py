"""Pages of a PDF, one after the other: their words, and what of them cannot be read."""

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from index.sources.pdf.lexicon import Lexicon
from index.sources.pdf.words import Word, words_of

# Notes in the margin of whoever commented on the file are no text of its pages.
_SHOWN = {pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_WIDGET}
# The share of words known from which letters are believed that a font does not vouch for.
_BELIEVED = 0.5


class Pages:
    """Reads pages and keeps count of what was not read; pages are named from 1."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self.broken: list[int] = []
        self.pictured: list[int] = []
        self.illegible: list[int] = []
        self.letters = self.lost = 0

    def __iter__(self) -> Iterator[list[list[Word]]]:
        for number in range(1, len(self._document) + 1):
            yield [self._legible(side, number) for side in self._sides(number)]

    def _sides(self, number: int) -> list[list[Word]]:
        try:
            page = self._document[number - 1]
        except pypdfium2.PdfiumError:
            self.broken.append(number)
            return []
        try:
            page = self._with_forms(page, number)
            sides = words_of(page)
            if not sides and _has_picture(page):
                self.pictured.append(number)
        except pypdfium2.PdfiumError:
            self.broken.append(number)
            return []
        finally:
            page.close()
        return sides

    def _with_forms(self, page: Any, number: int) -> Any:
        """The page with what its form is filled in with as part of it."""
        if not any(_is_shown(page, place) for place in range(pdfium.FPDFPage_GetAnnotCount(page))):
            return page
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        page.close()
        return self._document[number - 1]

    def _legible(self, words: list[Word], number: int) -> list[Word]:
        """Those whose letters are known, not guessed."""
        self.letters += sum(len(word.text) for word in words)
        doubtful = [word.text for word in words if not word.legible]
        if not doubtful or _are_words(doubtful):
            return words
        self.lost += sum(map(len, doubtful))
        self.illegible.append(number)
        return [word for word in words if word.legible]


def _are_words(texts: list[str]) -> bool:
    """Whether the letters that a font does not vouch for make words of a language."""
    lexicon = Lexicon(" ".join(texts))
    words = [text.strip(".,;:!?()\"'") for text in texts]
    long = [word.lower() for word in words if len(word) > 3 and word.isalpha()]
    return bool(long) and sum(map(lexicon.knows, long)) >= _BELIEVED * len(long)


def _is_shown(page: Any, place: int) -> bool:
    annotation = pdfium.FPDFPage_GetAnnot(page, place)
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    pdfium.FPDFPage_CloseAnnot(annotation)
    return kind in _SHOWN


def _has_picture(page: Any) -> bool:
    kinds = {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM}
    objects = range(pdfium.FPDFPage_CountObjects(page))
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, place)) in kinds
        for place in objects
    )
