"""Second readings of Word and PDF files, to hold the loaders against."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from xml.etree import ElementTree

from index.sources.loader import File

# What the text of is not read on the page, or a second time beside its first way of saying it.
_NO_TEXT = {"del", "moveFrom", "Fallback", "rt", "oMath"}
_BREAKS = {"br", "cr", "p", "ptab", "ruby", "tab", "tc", "txbxContent"}
_SWITCHES = {"vanish", "strike", "dstrike"}
_OFF = {"0", "false", "none", "off"}
# A word that a line's end cuts: its halves are compared elsewhere, joined or not. Accents that the
# file draws by themselves PDFium may leave at that end.
_END = re.compile(r"[-‐][\s´¨ˆ˜ˇ¸˝`¯˙˚]*\n\s*|[\x02\ufffe]")
_CUT = re.compile(rf"\w+(?:{_END.pattern})\w+")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
# So many lines at either end of a page may be its head, if they come again on so many pages.
_EDGE, _OFTEN = 3, 0.1
_STORIES = ("document", "footnotes", "endnotes")


def word(file: File) -> tuple[str, str]:
    """Every `w:t` outside deletions of the body and the notes; of all parts, formulas with it."""
    with zipfile.ZipFile(BytesIO(file.data)) as archive:
        parts = [one for one in archive.namelist() if one.startswith("word/")]
        told = {one: ElementTree.fromstring(archive.read(one)) for one in parts if _is_text(one)}
    must = [root for one, root in told.items() if one[len("word/") :].startswith(_STORIES)]
    for root in must:
        _forget_unused(root, told.get("word/document.xml"))
    may = [text for root in told.values() for text in (*_seen(root), *_all(root))]
    return "\n".join("".join(_seen(root)) for root in must), "".join(may)


def _is_text(part: str) -> bool:
    names = (*_STORIES, "header", "footer", "diagrams/data")
    return part.endswith(".xml") and part[len("word/") :].startswith(names)


def _forget_unused(notes: ElementTree.Element, body: ElementTree.Element | None) -> None:
    """Take away the notes that the body does not refer to."""
    if body is None:
        return
    for note in list(notes):
        kind = note.tag.rsplit("}", 1)[-1]
        if kind in {"footnote", "endnote"} and note.attrib.get(f"{_W}id") not in {
            one.attrib.get(f"{_W}id") for one in body.iterfind(f".//{_W}{kind}Reference")
        }:
            notes.remove(note)


def _seen(element: ElementTree.Element) -> Iterator[str]:
    for one in element:
        kind = one.tag.rsplit("}", 1)[-1]
        if kind in _NO_TEXT or (kind == "r" and _is_hidden(one)) or _goes_on(one):
            continue
        if kind == "t":
            yield one.text or ""
        elif kind == "noBreakHyphen":
            yield "-"
        else:
            yield " " if kind in _BREAKS else ""
            yield from _seen(one)
            yield " " if kind in _BREAKS else ""


def _goes_on(cell: ElementTree.Element) -> bool:
    """Whether it is a cell that goes on one above, and so is not shown, whatever it holds."""
    for properties in cell if cell.tag.endswith("}tc") else ():
        for one in properties if properties.tag.endswith("}tcPr") else ():
            if one.tag.endswith("}vMerge") and "restart" not in one.attrib.values():
                return True
    return False


def _all(element: ElementTree.Element) -> Iterator[str]:
    """All letters, each apart: of formulas, also as one, and of how characters are read."""
    for formula in element.iterfind(".//{*}oMath"):
        yield f" {''.join(one.text or '' for one in formula.iter() if one.tag.endswith('}t'))} "
    for one in element.iter():
        if one.tag.endswith("}t") and one.text:
            yield f" {one.text} "


def _is_hidden(run: ElementTree.Element) -> bool:
    for properties in run:
        for one in properties if properties.tag.endswith("}rPr") else ():
            off = set(one.attrib.values()) & _OFF
            if one.tag.rsplit("}", 1)[-1] in _SWITCHES and not off:
                return True
    return False


def pdf(file: File) -> tuple[str, str]:
    """PDFium's own text, of all pages and of them without what recurs at their edges.

    Words that a line's end or the edge of the page cuts are in none of them, joined or not.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(file.data)
    pages, told_whole = [], []
    for page in document:
        found = page.get_textpage()
        # What lies beyond the edges of the page is seen by nobody.
        pages.append(found.get_text_bounded(*page.get_bbox()).replace("\r", ""))
        told_whole.append(found.get_text_range().replace("\r", ""))
        found.close()
        page.close()
    told = "\n".join(told_whole)
    known = set(_WORD.findall(told))
    cut = [found[0] for found in _CUT.finditer(told)]
    whole = [_END.sub("", word) for word in cut]
    must = "\n".join("\n".join(lines) for lines in _without_edges(pages))
    must = _WORD.sub(lambda word: word[0] if word[0] in known else " ", _CUT.sub(" ", must))
    return must, "\n".join((told, *cut, *whole))


def _without_edges(pages: Sequence[str]) -> Iterator[list[str]]:
    """The lines of the pages but for numbers and heads, which come again at the edges of many."""
    split = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    edges = Counter(
        key for lines in split for key in {_DIGITS.sub("#", one) for one in _edges(lines)}
    )
    again = {key for key, count in edges.items() if count >= max(3, _OFTEN * len(pages))}
    for lines in split:
        outer = {one for one in _edges(lines) if _DIGITS.sub("#", one) in again}
        yield [line for line in lines if line not in outer]


def _edges(lines: Sequence[str]) -> Sequence[str]:
    return [*lines[:_EDGE], *lines[-_EDGE:]]
