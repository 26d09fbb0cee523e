"""Question sets become groups: a question, the passage that answers it, some that do not."""

import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index.text import terms_of
from training.pairs import Group, Mined, Others, Pair, by_sentence, without_answer
from training.swapped import with_swapped
from training.written import Rows, read_set, set_name, translated, written

# How many questions of each set are drawn, as many of ours on its passages at most (all where none
# is drawn), and how many passages that do not answer go with each on average. The sets asked
# across languages come first: they are what the bot is for.
# In the first stage such a passage shares words with the question, of the same document if it can;
# later it is one that the bot's own retriever finds (training.mining).
FIRST = {
    "cross.train": (10_000, 0.45),
    "piaf.fr.train": (2_200, 0.4),
    "pquad.fa": (1_500, 0.1),
    "afriqa.en.train": (400, 0.3),
    "jaquad.ja": (500, 0.3),
    "cmrc.zh": (500, 0.3),
    "arcd.ar": (300, 0.3),
}
SECOND = {
    "cross.train": (10_000, 2.5),
    "piaf.fr.train": (10_000, 2.0),
    "afriqa.en.train": (10_000, 2.0),
    "afriqa.fr.train": (10_000, 2.0),
    "pquad.fa": (4_000, 0.7),
    "jaquad.ja": (2_500, 1.0),
    "cmrc.zh": (2_500, 1.0),
    "arcd.ar": (2_500, 1.5),
}
# The third goes over part of it again, beside all that is our own, and each translated question in
# one of its languages: questions in one language on passages in another, among passages in the
# question's own that do not answer.
THIRD = {
    "cross.train": (1_000, 1.5),
    "piaf.fr.train": (300, 1.5),
    "afriqa.en.train": (200, 1.5),
    "afriqa.fr.train": (200, 1.5),
    "pquad.fa": (100, 1.0),
    "jaquad.ja": (100, 1.0),
    "cmrc.zh": (150, 1.0),
    "arcd.ar": (150, 1.5),
}
# What early stopping looks at: questions on other articles, from the folder `dev` beside `train`;
# of AfriQA those that we wrote, from other languages.
DEV = {"cross.fr.dev": (1_000, 2.0), "piaf.fr.dev": (100, 2.0), "afriqa.en.dev": (0, 1.0)}
# Of the questions that a passage does not answer though it is about the same, all are taken
# this often: similarity cannot tell them, so they teach most.
LOOKALIKE_REPEATS = 2
# So many questions also get their own passage without the sentences that answer.
CUT = 0.25
CANDIDATES = 60
# Passages of our own, with questions, most in languages that no set is in.
PASSAGES = Path(__file__).with_name("passages.jsonl")

Plan = dict[str, tuple[int, float]]


def groups(folder: Path, plan: Plan, mined: Mined, seed: int) -> list[Group]:
    """All groups of a plan, shuffled; the same for the same seed and files."""
    chance = random.Random(seed)
    found = [
        group
        for name, (most, negatives) in plan.items()
        for group in _of_set(folder / f"{name}.jsonl.gz", most, negatives, mined, chance)
    ]
    chance.shuffle(found)
    return found


def own_groups(seed: int, mined: Mined, most: int) -> list[Group]:
    """`most` questions on our own passages with what was mined, or others of the same subject."""
    chance = random.Random(seed)
    return list(_of_rows(read_set(PASSAGES), PASSAGES, (most, 1.5), mined, chance))


def _of_set(
    path: Path, most: int, negatives: float, mined: Mined, chance: random.Random
) -> Iterator[Group]:
    return _of_rows(read_set(path), path, (most, negatives), mined, chance)


def _of_rows(
    rows: Rows, path: Path, drawn: tuple[int, float], mined: Mined, chance: random.Random
) -> Iterator[Group]:
    (most, negatives), name = drawn, set_name(path)
    texts = [(row["text"], row["title"]) for row in rows]
    by_title: dict[str, Others] = defaultdict(list)
    for text, title in texts:
        by_title[title].append((text, title))
    asked = [(row, question) for row in rows for question in row["questions"]]
    chance.shuffle(asked)
    ours = list(written(rows, name))
    chance.shuffle(ours)
    for row, question in [*asked[:most], *ours[: most or None], *translated(rows, name, chance)]:
        pair = _pair(row, question)
        if pair.start is None:
            yield from [[pair]] * (LOOKALIKE_REPEATS if "question_lang" in question else 1)
            continue
        count = int(negatives) + (chance.random() < negatives % 1)
        title, original = row["title"], question.get("original", "")
        found = list(mined.get((pair.question, title)) or mined.get((original, title)) or [])
        chance.shuffle(found)
        if not found and count:
            others = [one for one in by_title[row["title"]] if one[0] != row["text"]]
            found = _hard(question, others, texts, chance)
        yield from by_sentence(row, pair, chance)
        cut = without_answer(row, pair) if chance.random() < CUT else None
        passages = found[:count] + ([(cut, row["title"])] if cut else [])
        group = [pair, *(pair.without(text, title) for text, title in passages)]
        yield from with_swapped(group, found or by_title[title], chance)


def _pair(row: dict[str, Any], question: dict[str, Any]) -> Pair:
    answer, start, title = question["answer"], question.get("start"), row["title"]
    if not answer or start is None:
        return Pair(question["question"], row["text"], None, None, title)
    # A set asked across languages names each question as it was in the passage's.
    original = (
        question["original"].strip(" -") if question.get("same", "original" in question) else ""
    )
    return Pair(question["question"], row["text"], start, start + len(answer), title, original)


def _hard(question: dict[str, Any], same: Others, texts: Others, chance: random.Random) -> Others:
    """Passages without the answer that share words with the question, most first.

    Those of the same document, or of others if there are none.
    """
    answer = question["answer"].casefold()
    pool = same or chance.sample(texts, min(CANDIDATES, len(texts)))
    wanted = set(terms_of(question.get("original") or question["question"]))
    apart = [one for one in pool if answer not in one[0].casefold()]
    return sorted(apart, key=lambda one: -len(wanted & set(terms_of(one[0]))))
