"""Questions that stand over their answers without any markup that says so."""

from collections.abc import Iterator, Sequence

from index.sources.lines import asks, unmarked
from index.text import Kind, Part, sentence_spans

_TEXTS = {"paragraph", "verse"}
_ANSWERS = {"paragraph", "item", "row"}
_ASKED: tuple[Kind, Kind] = ("question", "paragraph")


def with_questions(parts: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
    """What each block is: itself, a question that the next answers, or a question and its answer.

    "Q:" and "A:" before them go: what a block is says the same.
    """
    rest = list(parts)
    for place in range(len(rest)):
        part, below = rest[place], rest[place + 1] if place + 1 < len(rest) else None
        lines = part.text.split("\n")
        if part.kind not in _TEXTS:
            yield (part,)
        elif lines[1:] and asks(lines[:1], lines[1:]):
            both = zip(unmarked(lines[:1], lines[1:]), _ASKED, strict=True)
            yield tuple(Part("\n".join(text), kind) for text, kind in both)
        elif below and _is_answered(part, below):
            asked, answer = unmarked(lines, below.text.split("\n"))
            rest[place + 1] = below._replace(text="\n".join(answer))
            yield (Part("\n".join(asked), "question"),)
        else:
            yield (part,)


def _is_answered(part: Part, below: Part) -> bool:
    """Whether a paragraph is one question, above what answers it."""
    if below.kind not in _ANSWERS or len(sentence_spans(part.text)) > 1:
        return False
    return asks(part.text.split("\n"), below.text.split("\n"))
