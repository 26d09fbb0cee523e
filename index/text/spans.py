"""Spans of a text: everything Verbatim shows is a slice, cut once, at the end."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range `[start, end)` of code points in a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}:{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The slice of `text` that this span names."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, offset: int) -> "Span":
        """The same range, `offset` code points further on."""
        return Span(self.start + offset, self.end + offset)


def paragraphs(text: str) -> list[Span]:
    """Stretches between blank lines, without outer white space."""
    found = [match.span() for match in _BLANK.finditer(text)]
    starts, ends = [0, *(end for _, end in found)], [*(start for start, _ in found), len(text)]
    cuts = zip(starts, ends, strict=True)
    return [span for start, end in cuts if (span := trim(text, start, end))]


def trim(text: str, start: int, end: int) -> Span | None:
    """The span without outer white space; None if nothing is left."""
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip())
    right = len(inner.rstrip())
    return Span(start + left, start + right) if right > left else None


_BLANK = re.compile(r"\n[^\S\n]*\n")
