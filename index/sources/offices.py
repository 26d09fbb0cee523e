"""Second readings of OpenDocument files, slides and sheets, to hold the loaders against."""

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.etree import ElementTree

from index.sources.loader import File

_NO_TEXT = {
    "tracked-changes", "annotation", "forms", "ruby-text", "note-citation", "page-number",
    "page-count", "hidden-text", "math", "calculation-settings", "title", "desc",
    "index-title-template", "number",
}  # fmt: skip
_GAPS = {"s", "tab", "line-break", "p", "h", "note", "frame", "custom-shape", "table-cell", "ruby"}
_LOOKS = {"h", "p", "span", "table-cell"}
_FIELDS = {"sldNum", "dt"}
# How sheets write what XML cannot, such as the end of a line of Windows: _x000D_.
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def opendocument(file: File) -> tuple[str, str]:
    """All text of the body but what is withdrawn, and remarks; with it that of pages' edges."""
    with zipfile.ZipFile(BytesIO(file.data)) as archive:
        content = ElementTree.fromstring(archive.read("content.xml"))
        names = archive.namelist()
        styles = archive.read("styles.xml") if "styles.xml" in names else b"<none/>"
    body = next(one for one in content.iter() if _local(one) == "body")
    edges = ElementTree.fromstring(styles)
    withdrawn = dict([*_withdrawn(edges), *_withdrawn(content)])
    must = "".join(_open(body, withdrawn))
    return must, "\n".join((must, *_open(edges, withdrawn), *_letters(body)))


def _withdrawn(root: ElementTree.Element) -> Iterator[tuple[str, bool]]:
    """The names of styles that say whether their letters are struck out or hidden, and if so."""
    for style in (one for one in root.iter() if _local(one) == "style"):
        said = [item for look in style for item in look.attrib.items()]
        lines = [value for name, value in said if "}text-line-through-" in name]
        shown = [value for name, value in said if name.endswith("text:1.0}display")]
        if lines or shown:
            struck = bool(lines) and "none" not in lines
            yield _attribute(style, "name"), struck or "none" in shown


def _attribute(element: ElementTree.Element, name: str) -> str:
    found = (value for key, value in element.attrib.items() if key.endswith("}" + name))
    return next(found, "")


def _open(
    element: ElementTree.Element, withdrawn: Mapping[str, bool], gone: bool = False
) -> Iterator[str]:
    """The text in it, which is `gone` by what is said around it."""
    kind = _local(element)
    if kind in _NO_TEXT:
        return
    if kind in _LOOKS:
        gone = withdrawn.get(_attribute(element, "style-name"), gone)
    if kind == "section" and _attribute(element, "display") == "none":
        return
    yield " " if kind in _GAPS else ""
    yield "" if gone else element.text or ""
    for child in element:
        yield from _open(child, withdrawn, gone)
        yield "" if gone else child.tail or ""
    yield " " if kind in _GAPS else ""


def _letters(element: ElementTree.Element) -> Iterator[str]:
    yield from (f" {text} " for text in element.itertext())


def slides(file: File) -> tuple[str, str]:
    """Every `a:t` of the slides in their order, outside their numbers; with it that of notes."""
    with zipfile.ZipFile(BytesIO(file.data)) as archive:
        must = "\n".join(_drawn(archive.read(name)) for name in _in_order(archive))
        others = [
            one for one in archive.namelist() if re.search(r"(notesSlide|data)\d+\.xml$", one)
        ]
        may = "\n".join(_drawn(archive.read(name)) for name in others)
    return must, f"{must}\n{may}"


def _in_order(archive: zipfile.ZipFile) -> Iterator[str]:
    related = ElementTree.fromstring(archive.read("ppt/_rels/presentation.xml.rels"))
    targets = {one.get("Id"): one.get("Target") or "" for one in related}
    for one in ElementTree.fromstring(archive.read("ppt/presentation.xml")).iter():
        if _local(one) == "sldId":
            ids = [value for key, value in one.attrib.items() if key.endswith("}id")]
            yield (
                posixpath.normpath(posixpath.join("ppt", targets[ids[0]]))
                .lstrip("/")
                .replace("ppt/ppt/", "ppt/")
            )


def _drawn(data: bytes) -> str:
    """The paragraphs, but for those of a slide's number and day."""
    root = ElementTree.fromstring(data)
    counted = {
        paragraph
        for shape in root.iter()
        if _local(shape) == "sp"
        and any(_local(one) == "ph" and one.get("type") in _FIELDS for one in shape.iter())
        for paragraph in shape.iter()
    }
    told = (one for one in root.iter() if _local(one) == "p" and one not in counted)
    return "\n".join("".join(_said(paragraph)) for paragraph in told)


def _said(paragraph: ElementTree.Element) -> Iterator[str]:
    struck = {
        part
        for run in paragraph
        for look in run
        if _local(look) == "rPr" and look.get("strike") not in {None, "noStrike"}
        for part in run
    }
    for one in paragraph.iter():
        if _local(one) == "br":
            yield " "
        elif _local(one) == "t" and one not in struck:
            yield one.text or ""


def sheets(file: File) -> tuple[str, str]:
    """Every text of the cells of sheets, but what is struck out; with it numbers and boxes."""
    with zipfile.ZipFile(BytesIO(file.data)) as archive:
        names = archive.namelist()
        shared = "xl/sharedStrings.xml"
        told = ElementTree.fromstring(archive.read(shared) if shared in names else b"<none/>")
        texts = ["".join(_texts(one)) for one in told if _local(one) == "si"]
        found = [
            ElementTree.fromstring(archive.read(one))
            for one in sorted(names)
            if re.fullmatch(r"xl/(worksheets/sheet|drawings/drawing)\d*\.xml", one)
        ]
        styles = "xl/styles.xml"
        looks = ElementTree.fromstring(archive.read(styles) if styles in names else b"<none/>")
        titles = re.findall(rb'<sheet\b[^>]*\bname="([^"]*)"', archive.read("xl/workbook.xml"))
    struck = _struck_looks(looks)
    written = "\n".join(text for root in found for text in _cells(root, texts, struck))
    must = _ESCAPED.sub(lambda one: chr(int(one[1], 16)), written)
    may = [text for root in found for one in root.iter() for text in (one.text or "",)]
    return must, "\n".join((must, *may, *(title.decode() for title in titles)))


def _struck_looks(styles: ElementTree.Element) -> set[str]:
    """The numbers of the looks of cells whose font is struck out."""
    fonts = [one for group in styles if _local(group) == "fonts" for one in group]
    struck = {str(at) for at, font in enumerate(fonts) if _is_struck(font)}
    looks = [one for group in styles if _local(group) == "cellXfs" for one in group]
    return {str(at) for at, look in enumerate(looks) if look.get("fontId") in struck}


def _is_struck(look: ElementTree.Element) -> bool:
    marks = (one.get("val", "1") for one in look if _local(one) == "strike")
    return any(mark not in {"0", "false"} for mark in marks)


def _cells(sheet: ElementTree.Element, texts: list[str], struck: set[str]) -> Iterator[str]:
    cells = (one for one in sheet.iter() if _local(one) == "c")
    for cell in (one for one in cells if one.get("s") not in struck):
        values = [one.text or "" for one in cell if _local(one) == "v"]
        if cell.get("t") == "s" and values:
            yield texts[int(values[0])]
        elif cell.get("t") in {"inlineStr", "str"}:
            yield "".join(_texts(cell)) or "".join(values)


def _texts(element: ElementTree.Element) -> Iterator[str]:
    """The text, without how it is read aloud and what is struck out."""
    for one in element:
        if _local(one) == "r" and any(map(_is_struck, one)):
            continue
        if _local(one) == "t":
            yield one.text or ""
        elif _local(one) not in {"rPh", "f", "v"}:
            yield from _texts(one)


def _local(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]
