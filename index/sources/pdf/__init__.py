"""PDF files: the text that a reader of the printed pages sees, in the order of reading."""

from index.sources.pdf.example import EXAMPLE
from index.sources.pdf.reading import read

__all__ = ["EXAMPLE", "read"]
