"""Whether a file says a date somewhere, in whatever order and words: the audit's second opinion.

What is stored was understood by its loader; here the digits are looked for in all that the file
holds, its properties too. A month may be written in any language, so it need not be found.
"""

import io
import re
import zipfile

import pypdfium2

from index.sources.loader import File

# Year and day of a date stand within so many characters of each other.
_NEAR = 24
# Enough of a file to find what it says of itself; an archive's parts each.
_READ = 5_000_000
_TEXTS = (".xml", ".opf", ".xhtml", ".html", ".htm", ".rels")


def says(date: str, file: File) -> bool:
    """Whether year and day of an ISO date stand together in a file; of a shorter one its year."""
    year, *rest = date.split("-")
    text = _held(file)
    if len(rest) < 2:
        return year in text
    month, day = rest
    if f"{year}{month}{day}" in text:
        return True
    days = re.compile(rf"(?<!\d)0?{int(day)}(?!\d)")
    return any(
        days.search(text, max(0, found.start() - _NEAR), found.start())
        or days.search(text, found.end(), found.end() + _NEAR)
        for found in re.finditer(rf"(?<!\d){year}(?!\d)", text)
    )


def _held(file: File) -> str:
    """All that the file holds, as it is written in it."""
    if file.data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(file.data)) as held:
            names = [name for name in held.namelist() if name.lower().endswith(_TEXTS)]
            return "\n".join(_read(held.read(name)) for name in names)
    if file.data.startswith(b"%PDF"):
        with pypdfium2.PdfDocument(file.data) as document:
            return "\n".join(document.get_metadata_dict().values())
    return _read(file.data)


def _read(data: bytes) -> str:
    return data[:_READ].decode("utf-8", "replace")
