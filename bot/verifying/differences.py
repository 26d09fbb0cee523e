"""What of a quote is not as it stands in the text: words first of all, and what is no word."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

import regex

from index.text import Span
from index.wording import Stretch, Word, negates, number_of


class What(StrEnum):
    """What a difference is about; the gravest first."""

    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"
    WORDS = "words"


class Apart(StrEnum):
    """What is no word, and yet other than in the text."""

    CAPITALS = "capitals"
    ACCENTS = "accents"
    HYPHENS = "hyphens"
    MARKS = "marks"
    ELLIPSIS = "ellipsis"


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that are other: `stored` is their span in the document, `pasted` in the paste.

    One of them is empty where words were lost or added; it then says where.
    """

    what: What
    stored: Span
    pasted: Span

    @property
    def kind(self) -> str:
        """`lost`, `added` or `changed`, from the text to the paste."""
        if not len(self.pasted):
            return "lost"
        return "changed" if len(self.stored) else "added"


class Texts(NamedTuple):
    """A paste and a document's text, with the words of both that are compared."""

    pasted: str
    pasted_words: Sequence[Word]
    stored: str
    stored_words: Sequence[Word]


# What says of a number how much it is.
_SIGN = regex.compile(r"[\p{Sc}%‰°±×÷≈≤≥≠<>]")
_HYPHEN = regex.compile(r"[\p{Pd}\u00ad'’ʼ\u200b-\u200d\u2060]")
# Where a line may break or may not: nobody sees it.
_UNSEEN = regex.compile(r"[\u200b-\u200d\u2060]+")
_DASHES = regex.compile(r"\p{Pd}")
_MARKS = regex.compile(r"[^\p{L}\p{N}\p{M}\s]+")
_QUOTES = regex.compile(r"[\p{Pi}\p{Pf}\p{Ps}\p{Pe}\"'*_`>]+")
# Behind a full stop of Chinese there is no space.
_ENDED = regex.compile(r"[.!?؟](?:[\p{Pf}\p{Pe}\"']*\s|$)|[。！？]|\n\s*\n")
_ENDS = regex.compile(r"[.!?。！？؟…][\p{Pf}\p{Pe}\"']*\s|\n\s*\n|^\s*$")


def differences(texts: Texts, stretches: Iterable[Stretch], says: str | None) -> list[Difference]:
    """The differences in words, those that turn the meaning first; `says` is the language."""
    found = [one for stretch in stretches for one in _differing(texts, stretch, says)]
    return sorted(found, key=lambda one: (list(What).index(one.what), one.pasted, one.stored))


def apart(texts: Texts, stretches: Iterable[Stretch]) -> set[Apart]:
    """What is other than in the text, in words that are the same."""
    found: set[Apart] = set()
    for stretch in stretches:
        pasted, stored = _words(texts, stretch)
        if not stretch.same:
            if _same_letters(texts, stretch) and not _unseen(texts, stretch):
                found.add(Apart.HYPHENS)
            continue
        for one, other in zip(pasted, stored, strict=True):
            if _capitals(one) != _capitals(other):
                found.add(Apart.CAPITALS)
            if one.accented != other.accented:
                found.add(Apart.ACCENTS)
        gaps = zip(_marks(texts.pasted, pasted), _marks(texts.stored, stored), strict=True)
        found.update(_apart(*gap) for gap in gaps if gap[0] != gap[1])
    return found


def _capitals(word: Word) -> list[bool]:
    return [letter.isupper() for letter in word.cased if letter.isupper() or letter.islower()]


def _apart(one: str, other: str) -> Apart:
    """What two gaps between the same words differ in."""
    return Apart.HYPHENS if _DASHES.sub("", one) == _DASHES.sub("", other) else Apart.MARKS


def _differing(texts: Texts, stretch: Stretch, says: str | None) -> Iterator[Difference]:
    pasted, stored = _words(texts, stretch)
    if stretch.same:
        for one, other in zip(pasted, stored, strict=True):
            if _other_accents(one, other):
                yield Difference(What.WORDS, other.span, one.span)
    elif not _same_letters(texts, stretch):
        yield Difference(
            _what(texts, pasted, stored, says),
            _beside(texts.stored_words, stretch),
            _place(texts.pasted_words, stretch.pasted, stretch.pasted_end),
        )


def _words(texts: Texts, stretch: Stretch) -> tuple[Sequence[Word], Sequence[Word]]:
    return (texts.pasted_words[stretch.pasted : stretch.pasted_end],
            texts.stored_words[stretch.stored : stretch.stored_end])  # fmt: skip


def _beside(stored: Sequence[Word], stretch: Stretch) -> Span:
    """The span of its stored words; where there are none, the place after the word before.

    What is pasted before all that stands there is before it, and not behind what is not pasted.
    """
    if stretch.pasted or stretch.stored < stretch.stored_end:
        return _place(stored, stretch.stored, stretch.stored_end)
    place = stored[stretch.stored].span.start
    return Span(place, place)


def _place(words: Sequence[Word], start: int, end: int) -> Span:
    """The span of some words; where there are none, the place after the word before."""
    if start < end:
        return Span(words[start].span.start, words[end - 1].span.end)
    place = words[start - 1].span.end if start else words[0].span.start if words else 0
    return Span(place, place)


def _other_accents(one: Word, other: Word) -> bool:
    """Whether each has accents that the other lacks: another word, not one typed without."""
    if one.accented == other.accented:
        return False
    accents, others = _accents(one.accented), _accents(other.accented)
    return not (accents <= others or accents >= others)


def _accents(word: str) -> set[tuple[int, str]]:
    """Its accents, each with the number of the letter that it is on."""
    found, letters = set(), 0
    for sign in unicodedata.normalize("NFD", word):
        if unicodedata.combining(sign) or sign == "\u0640":  # what draws an Arabic word out
            found.add((letters, sign))
        else:
            letters += 1
    return found


def _same_letters(texts: Texts, stretch: Stretch) -> bool:
    """Whether only hyphens part the words otherwise, or the thousands of a number."""
    pasted, stored = _words(texts, stretch)
    if not pasted or not stored or _joined(pasted) != _joined(stored):
        return False
    more = pasted if len(pasted) > len(stored) else stored
    joins_numbers = any(a.form.isdecimal() and b.form.isdecimal() for a, b in pairwise(more))
    if not joins_numbers and all(_HYPHEN.search(gap) for gap in _gaps(texts, stretch)):
        return True
    digits = all(word.form.isdecimal() for word in more)
    return digits and len(more[0].form) < 4 and all(len(word.form) == 3 for word in more[1:])


def _unseen(texts: Texts, stretch: Stretch) -> bool:
    """Whether the words are parted by nothing that is seen."""
    return all(_UNSEEN.fullmatch(gap) for gap in _gaps(texts, stretch))


def _gaps(texts: Texts, stretch: Stretch) -> list[str]:
    """What stands between the words of the side that has more of them."""
    pasted, stored = _words(texts, stretch)
    more, text = (pasted, texts.pasted) if len(pasted) > len(stored) else (stored, texts.stored)
    return [text[a.span.end : b.span.start] for a, b in pairwise(more)]


def _joined(words: Iterable[Word]) -> str:
    return "".join(word.form for word in words)


def _what(texts: Texts, pasted: Sequence[Word], stored: Sequence[Word], says: str | None) -> What:
    if negates(_written(texts.pasted, pasted), _written(texts.stored, stored), says):
        return What.NEGATION
    counts = [number_of([word.form for word in words]) for words in (pasted, stored)]
    if None not in counts:  # "25" for "twenty-five" is no other number
        return What.WORDS if counts[0] == counts[1] else What.NUMBER
    if _numbers(pasted) != _numbers(stored):
        return What.NUMBER
    # In German every noun has a capital.
    if says != "de" and (_names(texts.pasted, pasted) != _names(texts.stored, stored)):
        return What.NAME
    return What.WORDS


def _written(text: str, words: Iterable[Word]) -> list[str]:
    return [word.span.of(text).casefold() for word in words]


def _numbers(words: Iterable[Word]) -> list[str]:
    return [
        word.form for word in words if any(map(str.isnumeric, word.form)) or _SIGN.match(word.form)
    ]


def _names(text: str, words: Iterable[Word]) -> list[str]:
    """Words with a capital that do not open a sentence."""
    return [word.form for word in words
            if word.cased[:1].isupper() and not _opens(text, word.span.start)]  # fmt: skip


def _opens(text: str, place: int) -> bool:
    return _ENDS.search(text[max(0, place - 4) : place]) is not None or place == 0


def _marks(text: str, words: Sequence[Word]) -> list[str]:
    """The marks between the words, but for quotation marks and brackets."""
    gaps = (text[a.span.end : b.span.start] for a, b in pairwise(words))
    return ["".join(_MARKS.findall(_QUOTES.sub("", gap))) for gap in gaps]


def ends_between(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two places of a text."""
    return bool(_ENDED.search(text[start:end]))
