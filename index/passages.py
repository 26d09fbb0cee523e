"""The passage: some whole sentences of one document, small enough to encode."""

from dataclasses import dataclass

from index.documents import Document
from index.text import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of a document, its heading, and the sentences inside it.

    Identity is `(document.doc_id, span.start, span.end)`. `sentences` are spans of
    `document.text`, in order, inside `span`; `heading` is the nearest heading above, or "".
    """

    document: Document
    span: Span
    heading: str
    sentences: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The passage itself, a slice of its document."""
        return self.span.of(self.document.text)

    @property
    def key(self) -> tuple[str, int, int]:
        """The passage's identity; ties in score are broken by it, so that runs repeat."""
        return (self.document.doc_id, self.span.start, self.span.end)
