"""Word files as Word writes them, of a body and other parts given as XML."""

import io
import zipfile

from index.sources.loader import Extracted, File
from index.sources.word import read

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_ROOTS = {"document": "w:document", "footer": "w:ftr", "header": "w:hdr"}


def word_file(body: str, **parts: str) -> bytes:
    """A file of the body; `parts` are what else it holds, by kind: `styles`, `footnotes`."""
    stream = io.BytesIO()
    related = [kind for kind in parts if kind != "core"]
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        main = {"officeDocument": "word/document.xml"}
        core = {"core-properties": "docProps/core.xml"} if "core" in parts else {}
        file.writestr("_rels/.rels", _relations(main | core))
        file.writestr(
            "word/_rels/document.xml.rels",
            _relations({kind: f"{kind}.xml" for kind in related}),
        )
        file.writestr("word/document.xml", _part("document", f"<w:body>{body}</w:body>"))
        for kind in related:
            file.writestr(f"word/{kind}.xml", _part(kind, parts[kind]))
        if core:
            file.writestr("docProps/core.xml", parts["core"])
    return stream.getvalue()


def told(body: str, **parts: str) -> Extracted:
    """What the file of the body says."""
    (found,) = read(File("a.docx", word_file(body, **parts)))
    return found


def lines(body: str, **parts: str) -> list[str]:
    """The texts of its blocks."""
    return [part.text for part in told(body, **parts).parts]


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs; what is no XML becomes one."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def cell(*inside: str, properties: str = "") -> str:
    """A cell of a table; what is no XML becomes a paragraph."""
    inner = "".join(one if one.startswith("<") else p(one) for one in inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells."""
    inner = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def _relations(targets: dict[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="r{kind}" Type="{_KINDS}{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    name = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{name}">{inner}</Relationships>'


def _part(kind: str, inner: str) -> str:
    root = _ROOTS.get(kind, f"w:{kind}")
    return f"<{root} {_NAMES}>{inner}</{root}>"
