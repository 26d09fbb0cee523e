"""Second readings of OpenDocument files, slides and sheets, to hold the loaders against."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

from index.sources.loader import File

_NO_TEXT = {
    "tracked-changes", "annotation", "forms", "ruby-text", "note-citation", "page-number",
    "page-count", "hidden-text", "math", "calculation-settings", "title", "desc",
    "index-title-template",
}  # fmt: skip
_GAPS = {"s", "tab", "line-break", "p", "h", "note", "frame", "custom-shape", "table-cell", "ruby"}
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
    withdrawn = {*_withdrawn(content), *_withdrawn(edges)}
    must = "".join(_open(body, withdrawn))
    return must, "\n".join((must, *_open(edges, withdrawn), *_letters(body)))


def _withdrawn(root: ElementTree.Element) -> Iterator[str]:
    """The names of styles whose letters are struck out or hidden."""
    for style in (one for one in root.iter() if _local(one) == "style"):
        for name, value in (item for look in style for item in look.attrib.items()):
            struck = name.endswith("}text-line-through-style") and value != "none"
            if struck or (name.endswith("text:1.0}display") and value == "none"):
                yield _attribute(style, "name")


def _attribute(element: ElementTree.Element, name: str) -> str:
    found = (value for key, value in element.attrib.items() if key.endswith("}" + name))
    return next(found, "")


def _open(element: ElementTree.Element, withdrawn: set[str]) -> Iterator[str]:
    kind = _local(element)
    if kind in _NO_TEXT:
        return
    if kind == "span" and _attribute(element, "style-name") in withdrawn:
        return
    if kind == "section" and _attribute(element, "display") == "none":
        return
    yield " " if kind in _GAPS else ""
    yield element.text or ""
    for child in element:
        yield from _open(child, withdrawn)
        yield child.tail or ""
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
    """Every text of the cells of sheets that are shown; with it their numbers and boxes."""
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
        titles = re.findall(rb'<sheet\b[^>]*\bname="([^"]*)"', archive.read("xl/workbook.xml"))
    written = "\n".join(text for root in found for text in _cells(root, texts))
    must = _ESCAPED.sub(lambda one: chr(int(one[1], 16)), written)
    may = [text for root in found for one in root.iter() for text in (one.text or "",)]
    return must, "\n".join((must, *may, *(title.decode() for title in titles)))


def _cells(sheet: ElementTree.Element, texts: list[str]) -> Iterator[str]:
    for cell in (one for one in sheet.iter() if _local(one) == "c"):
        values = [one.text or "" for one in cell if _local(one) == "v"]
        if cell.get("t") == "s" and values:
            yield texts[int(values[0])]
        elif cell.get("t") in {"inlineStr", "str"}:
            yield "".join(_texts(cell)) or "".join(values)


def _texts(element: ElementTree.Element) -> Iterator[str]:
    """The text, without how it is read aloud."""
    for one in element:
        if _local(one) == "t":
            yield one.text or ""
        elif _local(one) not in {"rPh", "f", "v"}:
            yield from _texts(one)


def _local(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]
