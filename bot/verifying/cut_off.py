"""What was cut off right beside pasted words, and turned them: a negation, or what forbids."""

from collections.abc import Iterator

import regex

from bot.verifying.differences import Difference, Texts, What, ends_between
from index.text import Span
from index.wording import Word, negation_before, negation_behind

# Fewer words are no sentence: nothing is lost before them.
FEWEST = 3
# Between a negation and what reads as a sentence so many small words may stand: "not yet".
BETWEEN = 3
# Where another clause begins, which what is before it need not deny.
_CLAUSE = regex.compile(r"[,;，；、،؛]|\s\p{Pd}+\s")
_TO_DO = regex.compile(r"\bzu\b|\p{L}zu\p{L}+n\b")


def cut_off(texts: Texts, first: int, end: int, says: str | None) -> Iterator[Difference]:
    """A negation right before the first or after the last stored word of what reads as a sentence.

    Words are as in the text, and yet they say the opposite.
    """
    pasted, stored, text = texts.pasted_words, texts.stored_words, texts.stored
    whole = _ends_sentence(texts.pasted, pasted[-1].span.end)
    reads = pasted[0].cased[:1].isupper() or (whole and not _has_case(pasted[0]))
    start, stop = stored[first].span.start, stored[end - 1].span.end
    if reads or (len(pasted) >= FEWEST and _is_all_but_one(texts, first, end)):
        place = pasted[0].span.start
        before = negation_before(text, start, BETWEEN if reads else 0, says)
        if before and _reaches(text, before.end, start, stop, says):
            yield Difference(What.NEGATION, before, Span(place, place))
    if whole:
        place = pasted[-1].span.end
        behind = negation_behind(text, stop, BETWEEN, says)
        if behind and not (
            _CLAUSE.search(text, stop, behind.start) or ends_between(text, stop, behind.start)
        ):
            yield Difference(What.NEGATION, behind, Span(place, place))


def _reaches(text: str, negation: int, start: int, end: int, says: str | None) -> bool:
    """Whether a negation that ends at a place is in the clause of what stands from `start` on.

    German has a comma also before what is forbidden: "Es ist verboten, hier zu baden."
    """
    if ends_between(text, negation, start):
        return False
    another = _CLAUSE.search(text, negation, start)
    return not another or (says == "de" and _TO_DO.search(text, start, end) is not None)


def _is_all_but_one(texts: Texts, first: int, end: int) -> bool:
    """Whether a stored sentence ends with these words, or begins with that before them."""
    text, words = texts.stored, texts.stored_words
    after = words[end].span.start if end < len(words) else len(text)
    if ends_between(text, words[end - 1].span.end, after):
        return True
    before = words[first - 2].span.end if first > 1 else 0
    return first == 1 or (first > 1 and ends_between(text, before, words[first - 1].span.start))


def _ends_sentence(text: str, place: int) -> bool:
    return text[place:].lstrip(" \u00a0\"'”»’)")[:1] in set(".!?。！？؟")


def _has_case(word: Word) -> bool:
    return word.cased.lower() != word.cased.upper()
