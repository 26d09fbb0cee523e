"""Word files (DOCX; ECMA-376): the text that a reader of the page sees, in order."""

from index.sources.word.reading import read

__all__ = ["read"]
