"""Whether two passages answer a question otherwise: other numbers, dates or names, or a negation.

What cannot be compared, as "12" and "twelve", counts as the same: nothing is said of it.
"""

from itertools import groupby

import regex

from bot.answering.answer import Quote
from bot.answering.differing.signs import with_signs
from bot.answering.differing.values import is_full_name, names, values
from index.text import Span, terms_of
from index.wording import aligned, edits, negated, words_of

# A name that answers has no more words; longer words say more than a name.
LONGEST_NAME = 5
# The share of its terms that the shorter of two sentences has in common with the other one, if
# they speak of the same but for a negation.
SAME = 0.6
# The share of words that are other, at most, in two sentences that only name another.
OTHER = 0.3
_NO_CAPITALS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Arabic}\p{Hebrew}\p{Thai}]")


def answers_otherwise(one: Quote, other: Quote) -> bool:
    """Whether what answers in the one quote cannot be so where the other is right."""
    mine, yours = _values(one), _values(other)
    if mine and yours:
        return any(_exclude(mine & kind, yours & kind) for kind in _kinds(mine | yours))
    return _names_another(one, other) or _denies(one, other)


def _values(quote: Quote) -> frozenset[str]:
    """Of what answers, with the sign of a number that it begins with."""
    text = quote.document.text
    return values(with_signs(text, quote.answer).of(text))


def _kinds(found: frozenset[str]) -> list[frozenset[str]]:
    """Numbers, months and days, each by itself: a day of the week is no other date's."""
    ordered = sorted(found, key=_kind)
    return [frozenset(kind) for _, kind in groupby(ordered, key=_kind)]


def _kind(value: str) -> str:
    return value.partition(" ")[0] if value[:1].isalpha() else ""


def _exclude(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both say something, and neither only more than the other."""
    return bool(one and other) and not (one <= other or other <= one)


def _words(quote: Quote) -> str:
    return quote.answer.of(quote.document.text)


def _names_another(one: Quote, other: Quote) -> bool:
    """Whether both answer with a name, and none of its words is in the other.

    They may have less in common than a name has words: a title before it.
    """
    said = [_words(quote) for quote in (one, other)]
    shared = set(terms_of(said[0])) & set(terms_of(said[1]))
    if all(_NO_CAPITALS.search(words) for words in said):
        return not shared and _alike_but_for_the_answer(one, other)
    if any(len(words_of(words)) > LONGEST_NAME for words in said):
        return False
    found = [_names(quote) for quote in (one, other)]
    return not found[0] & found[1] and len(shared) < min(map(len, found))


def _names(quote: Quote) -> frozenset[str]:
    """The names in what answers; in German, where every noun has a capital, only full ones."""
    text = quote.document.text
    german = (quote.document.language or "").startswith("de")
    if german and not is_full_name(text, quote.answer):
        return frozenset()
    return names(text, quote.answer)


def _alike_but_for_the_answer(one: Quote, other: Quote) -> bool:
    """Whether the sentences are the same in nearly all words but those that answer."""
    first, second = (_frame(quote) for quote in (one, other))
    if not first or not second:
        return False
    shorter, longer = sorted((first, second), key=len)
    stretches = aligned(shorter, longer)
    return bool(stretches) and edits(stretches) <= OTHER * len(shorter)


def _frame(quote: Quote) -> list[str]:
    text, sentence = quote.document.text, _sentence(quote)
    around = (Span(sentence.start, quote.answer.start), Span(quote.answer.end, sentence.end))
    return [word.form for span in around for word in words_of(text, span)]


def _denies(one: Quote, other: Quote) -> bool:
    """Whether one of two sentences of the same terms has a negation, and the other has none."""
    said = [_sentence(quote).of(quote.document.text) for quote in (one, other)]
    if negated(said[0], one.document.language) == negated(said[1], other.document.language):
        return False
    terms = [set(terms_of(sentence)) for sentence in said]
    least = min(map(len, terms))
    return least > 1 and len(terms[0] & terms[1]) >= SAME * least


def _sentence(quote: Quote) -> Span:
    """The sentence that answers, at least as far as what answers goes."""
    start = quote.answer.start
    found = (one for one in quote.sentences if one.start <= start < one.end)
    sentence = next(found, quote.span)
    return Span(sentence.start, max(sentence.end, quote.answer.end))
