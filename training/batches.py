"""Groups as tokens, in batches of like length, as they are learnt."""

import random
from dataclasses import replace

from index.encoding.engine import Tokenizer
from training.loss import Batch
from training.model import example
from training.pairs import Group
from training.typed import as_typed

# Pairs of a batch, at least; a question's pairs are never torn apart.
BATCH = 32
# So many questions are sorted by length together, so that a batch wastes little on padding.
WINDOW = 250
# The share of questions that are learnt without titles.
UNTITLED = 0.3
# The share of questions that are asked as they were in the passage's language, too, which teaches.
BESIDE = 0.3


def batches_of(found: list[Group], tokenizer: Tokenizer, seed: int) -> list[Batch]:
    """Groups of like length together; in each batch `BATCH` pairs or a few more."""
    chance = random.Random(seed)
    batches: list[Batch] = []
    for start in range(0, len(found), WINDOW):
        window = [
            _together(tokenizer, _varied(group, chance), chance)
            for group in found[start : start + WINDOW]
        ]
        window.sort(key=lambda parts: max(len(one.ids) for part in parts for one in part))
        parts: list[Batch] = [[]]
        for together in window:
            if sum(map(len, parts[-1])) >= BATCH:
                parts.append([])
            parts[-1] += together
        chance.shuffle(parts)
        batches += parts
    return batches


def _together(tokenizer: Tokenizer, group: Group, chance: random.Random) -> Batch:
    """The group as tokens; now and then after what it is in the passage's language."""
    shifts = [chance.random() for _ in group]
    asked = [example(tokenizer, pair, shift) for pair, shift in zip(group, shifts, strict=True)]
    if not group[0].original or chance.random() >= BESIDE:
        return [asked]
    first = [
        example(tokenizer, replace(pair, question=pair.original), shift)
        for pair, shift in zip(group, shifts, strict=True)
    ]
    return [first, [replace(one, behind=len(group)) for one in asked]]


def _varied(group: Group, chance: random.Random) -> Group:
    """A group without its titles now and then, for not every text has one; its question as typed.

    One way for the whole group.
    """
    bare = chance.random() < UNTITLED
    question = as_typed(group[0].question, chance)
    return [replace(pair, question=question, title="" if bare else pair.title) for pair in group]
