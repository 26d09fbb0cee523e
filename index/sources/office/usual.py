"""Office files of a rarer kind, rewritten as the libraries that read them expect.

Names of the strict kind (ISO 29500-1) become those that everybody else writes; of a sheet's styles
only the formats of numbers and what is struck out stay, for nothing else is read, and openpyxl
refuses a file over a colour.
"""

import io
import zipfile
from typing import Any

from lxml import etree

from index.sources.ooxml import as_usual

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STYLES = "xl/styles.xml"


def usual(held: zipfile.ZipFile) -> io.BytesIO:
    """The file anew, its names and styles as usual; raises as lxml does."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for member in held.infolist():
            name, data = member.filename, held.read(member)
            if name.endswith((".xml", ".rels")):
                data = as_usual(data)
            made.writestr(name, _plain(data) if name == _STYLES else data)
    stream.seek(0)
    return stream


def _plain(styles: bytes) -> bytes:
    """The styles of a workbook without colours and borders, of its fonts which are struck out."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(styles, parser)
    made = etree.Element(f"{{{_MAIN}}}styleSheet", nsmap={None: _MAIN})
    formats = root.find(f"{{{_MAIN}}}numFmts")
    if formats is not None:
        made.append(formats)
    fonts = etree.SubElement(made, f"{{{_MAIN}}}fonts")
    for font in root.findall(f"{{{_MAIN}}}fonts/{{{_MAIN}}}font") or [made]:
        _add_font(fonts, font)
    for path in ("fills/fill/patternFill", "borders/border"):
        outer = made
        for one in path.split("/"):
            outer = etree.SubElement(outer, f"{{{_MAIN}}}{one}")
    looks = root.findall(f"{{{_MAIN}}}cellXfs/{{{_MAIN}}}xf")
    plain = {"numFmtId": "0", "fontId": "0"}
    stated = [{name: look.get(name, "0") for name in plain} for look in looks]
    for holder, kept in (("cellStyleXfs", [plain]), ("cellXfs", stated or [plain])):
        outer = etree.SubElement(made, f"{{{_MAIN}}}{holder}")
        for attributes in kept:
            etree.SubElement(outer, f"{{{_MAIN}}}xf", attributes)
    return bytes(etree.tostring(made))


def _add_font(fonts: Any, font: Any) -> None:
    """The font without anything but that it is struck out."""
    made = etree.SubElement(fonts, f"{{{_MAIN}}}font")
    strike = font.find(f"{{{_MAIN}}}strike")
    if strike is not None and strike.get("val", "1") not in {"0", "false"}:
        etree.SubElement(made, f"{{{_MAIN}}}strike")
