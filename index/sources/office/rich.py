"""Rich text (RTF) by striprtf: its lines, as those of a plain text whose paragraphs are known."""

from striprtf.striprtf import rtf_to_text

from index.sources.loader import Extracted, File
from index.text import Part


def read(file: File) -> list[Extracted]:
    """A paragraph for each that the file has, a row for each of a table."""
    text: str = rtf_to_text(  # type: ignore[no-untyped-call]
        file.data.decode("latin-1"), errors="replace"
    )
    return [Extracted(tuple(_part(line) for line in text.split("\n")))]


def _part(line: str) -> Part:
    cells = line.rstrip("|").split("|")
    return Part(" | ".join(cells), "row") if len(cells) > 1 else Part(line)
