"""A question and a passage, as the reader is taught; what is made of one that answers."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from index.text import sentence_spans

# The shortest passage that is left of one when its answer is cut out, in code points.
SHORTEST = 150
# So many questions are also asked of single sentences: the one that answers, and so many others
# of its passage, none shorter than this in code points.
BY_SENTENCE, OTHERS, SHORTEST_SENTENCE = 0.3, 4, 20
# Passages that do not answer, each with its document's title.
Others = list[tuple[str, str]]
# By question and the title of its document: others may be asked in the same words.
Mined = dict[tuple[str, str], Others]


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and a passage; `start` and `end` (code points) are None if it does not answer.

    `original` is the same question in the passage's language, where it was asked in it first.
    """

    question: str
    passage: str
    start: int | None
    end: int | None
    title: str = ""
    original: str = ""

    def without(self, passage: str, title: str = "") -> "Pair":
        """The question with a passage that does not answer it, and its document's title."""
        return replace(self, passage=passage, start=None, end=None, title=title)


# A question's pairs: the one that answers first, if any does.
Group = list[Pair]


def without_answer(row: dict[str, Any], pair: Pair) -> str | None:
    """The passage without the sentences that answer; None if it still answers, or is too short."""
    text, start, end = pair.passage, pair.start or 0, pair.end or 0
    answer = text[start:end].casefold()
    spans = sentence_spans(text, row["lang"])
    inside = [span for span in spans if span.end > start and span.start < end]
    if not inside:
        return None
    left = text[: inside[0].start] + text[inside[-1].end :].lstrip()
    return left if len(left) >= SHORTEST and answer not in left.casefold() else None


def by_sentence(row: dict[str, Any], pair: Pair, chance: random.Random) -> Iterator[Group]:
    """Now and then the sentence that answers, and others of its passage that do not."""
    if chance.random() >= BY_SENTENCE:
        return
    text, start, end = pair.passage, pair.start or 0, pair.end or 0
    spans = sentence_spans(text, row["lang"])
    inside = [span for span in spans if span.start <= start and end <= span.end]
    answer = text[start:end].casefold()
    apart = [span.of(text) for span in spans if answer not in span.of(text).casefold()]
    others = [sentence for sentence in apart if len(sentence) >= SHORTEST_SENTENCE]
    if inside and others:
        first = inside[0].start
        alone = replace(pair, passage=inside[0].of(text), start=start - first, end=end - first)
        drawn = chance.sample(others, min(OTHERS, len(others)))
        yield [alone, *(pair.without(sentence, pair.title) for sentence in drawn)]
