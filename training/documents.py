"""Whole documents become groups: a question, the passage that answers it, some that do not."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from index.evaluation.question_sets import Question, from_passages
from index.text import Document, Span, split
from training.pairs import Group, Mined, Pair, by_sentence
from training.swapped import with_swapped
from training.written import Rows, read_set, set_name, with_translations, with_unnamed

# Whole documents in eleven languages, a set and our own, and how many passages that do not answer
# go with each question: mined ones at most, and others of the document; of these also what lacks
# of the mined.
SMALL, MOST_MINED, NEIGHBOURS = "small.train", 2, 1
DOCUMENTS = Path(__file__).with_name("documents.jsonl")


def document_groups(folder: Path, mined: Mined, seed: int) -> list[Group]:
    """Questions on whole documents of ours: what answers, its neighbours, and what was mined.

    A question that its document does not answer is a group of passages that do not.
    """
    chance = random.Random(seed)
    found = [
        group
        for path in (folder / f"{SMALL}.jsonl.gz", DOCUMENTS)
        for row in _asked(path, chance)
        for group in _of_document(row, mined, chance)
    ]
    chance.shuffle(found)
    return found


def _asked(path: Path, chance: random.Random) -> Rows:
    rows, name = read_set(path), set_name(path)
    return with_unnamed(with_translations(rows, name, chance), name)


def _of_document(row: dict[str, Any], mined: Mined, chance: random.Random) -> Iterator[Group]:
    """Read as a file of its text is, so that it is taught in the passages that it has there."""
    found = from_passages(DOCUMENTS.stem, [row])
    (document,) = found.documents
    parts = [passage.span for passage in split(document)]
    own = {one.answers: one.text for one in found.questions if one.language == document.language}
    for question in found.questions:
        asked = own.get(question.answers, "") if question.answers else ""
        original = asked if question.language != document.language else ""
        pair = Pair(question.text, "", None, None, document.title, original)
        yield from _of_question(question, pair, document, parts, mined, chance)


def _of_question(
    question: Question, pair: Pair, document: Document, parts: list[Span], mined: Mined,
    chance: random.Random,
) -> Iterator[Group]:  # fmt: skip
    text, title = document.text, document.title
    answer = question.answers[0] if question.answers else None
    inside = [part for part in parts if answer and part.contains(answer)]
    apart = [(part.of(text), title) for part in parts if part not in inside]
    if answer:
        apart = [one for one in apart if answer.of(text) not in one[0]]
    others = list(mined.get((question.text, title), []))[:MOST_MINED]
    beside = MOST_MINED - len(others) + NEIGHBOURS
    others += chance.sample(apart, min(beside, len(apart)))
    first = []
    if inside and answer:
        span = answer.shift(-inside[0].start)
        first = [replace(pair, passage=inside[0].of(text), start=span.start, end=span.end)]
        row = {"text": first[0].passage, "lang": document.language}
        yield from by_sentence(row, first[0], chance)
    group = [*first, *(pair.without(*other) for other in dict.fromkeys(others))]
    yield from with_swapped(group, others, chance)
