"""A passage as it would be if a name or a number that the question shares with it were another.

It reads as before and does not answer: what a look-alike is told by. Where the question changes
with it, it does, so that the change alone tells nothing. Counterfactual examples, as in Kaushik
et al. (2020, arXiv:1909.12434).
"""

import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from training.pairs import Group, Others, Pair

# So many groups get their passage swapped, and of these so many are asked again renamed.
SWAPPED, RENAMED = 0.4, 0.4
# The shortest name, in letters; how much of two forms of one word is the same at its beginning.
SHORTEST, ALIKE = 4, 0.7
_WORD = re.compile(r"\w+(?:[.,:]\d+)*")
# Within a sentence: there a capital is a name's, or in German a noun's.
_INSIDE = re.compile(r"(?<=[\w,] )[^\W\d_][\w'-]{3,}")


@dataclass(frozen=True, slots=True)
class Swap:
    """Words of a question, its passage and title, and what stands in their place."""

    forms: frozenset[str]
    other: str

    def of(self, text: str) -> str:
        """The text with the other word."""
        return _WORD.sub(lambda found: self._of(found[0]), text)

    def _of(self, word: str) -> str:
        return self.other if word in self.forms else word


def with_swapped(group: Group, others: Others, chance: random.Random) -> Iterator[Group]:
    """The group, now and then with its passage swapped; then, at times, all of it renamed."""
    pair = group[0]
    drawn = pair.start is not None and chance.random() < SWAPPED
    found = swap(pair, others, chance) if drawn else None
    if not found:
        yield group
        return
    yield [*group, swapped(pair, found)]
    if chance.random() < RENAMED:
        again = renamed(pair, found)
        yield [again, again.without(pair.passage, pair.title)]


def swap(pair: Pair, others: Others, chance: random.Random) -> Swap | None:
    """One name or number that question and passage share, outside the answer, for another.

    Names come of `others`. None where nothing is shared, or no other is found.
    """
    shared = list(_shared(pair))
    if not shared:
        return None
    forms = chance.choice(shared)
    word = min(forms)
    known = f"{pair.question} {pair.passage} {pair.title}"
    other = _number(word, known, chance) if _counts(word) else _name(word, known, others, chance)
    return Swap(forms, other) if other else None


def swapped(pair: Pair, found: Swap) -> Pair:
    """The question with the passage that is of another: it does not answer."""
    return pair.without(_passage(pair, found)[0], found.of(pair.title))


def renamed(pair: Pair, found: Swap) -> Pair:
    """Question, title and passage of another: it answers with the same words."""
    assert pair.start is not None
    assert pair.end is not None
    passage, start = _passage(pair, found)
    end = start + pair.end - pair.start
    return Pair(found.of(pair.question), passage, start, end, found.of(pair.title))


def _passage(pair: Pair, found: Swap) -> tuple[str, int]:
    """The passage swapped but for its answer, and where that begins."""
    start, end = pair.start or 0, pair.end or 0
    before = found.of(pair.passage[:start])
    return before + pair.passage[start:end] + found.of(pair.passage[end:]), len(before)


def _shared(pair: Pair) -> Iterator[frozenset[str]]:
    """Of each name or number of the question that stands there too, its forms."""
    answer = set(_WORD.findall(pair.passage[pair.start : pair.end]))
    there = set(_WORD.findall(pair.passage + " " + pair.title))
    for word in sorted({one for one in _WORD.findall(pair.question) if _tells(one)}):
        forms = {one for one in there if _is_form(one, word)}
        if forms and not forms & answer:
            yield frozenset({*forms, word})


def _tells(word: str) -> bool:
    return _counts(word) or (len(word) >= SHORTEST and word[0].isupper())


def _counts(word: str) -> bool:
    return word[0].isdigit()


def _is_form(one: str, other: str) -> bool:
    """Whether both are one word, as inflection leaves it: a name's beginning stays."""
    if _counts(one) or _counts(other) or not _tells(one):
        return one == other
    least = max(SHORTEST, int(ALIKE * max(len(one), len(other)) + 0.5))
    return one[:least].casefold() == other[:least].casefold()


def _number(word: str, known: str, chance: random.Random) -> str | None:
    """Another number whose last digits, two at most of a long one, differ."""
    changed = 2 if len(word) > 3 else 1
    digits = [place for place, letter in enumerate(word) if letter.isdigit()][-changed:]
    for _ in range(5):
        letters = list(word)
        for place in digits:
            letters[place] = str(chance.randrange(10))
        if "".join(letters) not in known:
            return "".join(letters)
    return None


def _name(word: str, known: str, others: Others, chance: random.Random) -> str | None:
    """A name within a sentence of another passage, in the same letters."""
    names = {name for text, _ in others for name in _INSIDE.findall(text)}
    names = {name for name in names if name[0].isupper() and name not in known}
    fit = sorted(name for name in names if _script(name) == _script(word))
    return chance.choice(fit) if fit else None


def _script(word: str) -> str:
    """The first word of the first letter's name: LATIN, CYRILLIC."""
    return unicodedata.name(word[0], "").partition(" ")[0]
