"""What somebody pasted, as what it claims: stretches said to stand in a text, word for word."""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from index.errors import VerbatimError
from index.text import Span
from index.wording import Word, words_of

# A paste is at most so long, in code points: about four messages of Telegram's.
LONGEST_PASTE = 16_000
# Fewer words between quotation marks are a name or a phrase, not a claim.
FEWEST_MARKED = 3
# So many stretches, or parts of one, are looked for each by itself: each is a search.
MOST_APART = 20
# "[…]", "(...)", "…" and the like: words are said to be left out here.
_ELLIPSIS = regex.compile(r"[\[(（【]\s*(?:…+|\.{2,})\s*[\])）】]|…+|\.{3,}|(?:\. ){2,}\.")
_MARKED = regex.compile(
    '“[^“”]+”|„[^„“”]+[“”]|«[^«»]+»|»[^«»]+«|‹[^‹›]+›|"[^"]+"|「[^「」]+」|『[^『』]+』'
)
# Below a quote: "— Title · 2 October 2025", as this bot and others name a source.
_SOURCE = regex.compile(r"\n[^\S\n]*(?:[—–]|--)\s*\S[^\n]*(?:\n[^\n]*){0,3}\s*$")
# Beside a quote where people share it: a link, a hashtag, a user's name, signs such as emoji.
_SHARED = regex.compile(
    r"(?:https?://|www\.)\S+|[^\p{L}\p{N}]*[#@][\p{L}\p{N}_]+[^\p{L}\p{N}]*|[^\p{L}\p{N}]+"
)
_TOKEN = regex.compile(r"\S+")


class PasteTooLong(VerbatimError):
    """A paste of so many code points, more than are compared at once; none of it has been."""

    def __init__(self, length: int) -> None:
        super().__init__(
            f"{length:,} characters are too many, at most {LONGEST_PASTE:,} are compared at once:"
            " verify them part by part"
        )


@dataclass(frozen=True, slots=True)
class Claim:
    """One stretch that is said to be quoted, in parts between which words are left out."""

    parts: tuple[tuple[Word, ...], ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """All its words."""
        return tuple(word for part in self.parts for word in part)

    @property
    def extent(self) -> Span:
        """From its first word to its last."""
        return Span(self.parts[0][0].span.start, self.parts[-1][-1].span.end)


def whole(text: str) -> Claim:
    """All that was pasted."""
    return _claim(text, Span(0, len(text)))


def quoted(text: str) -> list[list[Claim]]:
    """What of a paste alone may be meant as a quote, the largest part first.

    All between links and tags; all above a line that names a source; what stands between
    quotation marks, as far as it is more than a name.
    """
    source = _SOURCE.search(text)
    above = [_claim(text, Span(0, source.start()))] if source else []
    found = (Span(one.start() + 1, one.end() - 1) for one in _MARKED.finditer(text))
    marked = [_claim(text, span) for span in found]
    claims = [claim for claim in marked if len(claim.words) >= FEWEST_MARKED]
    rest = [part for claim in claims[MOST_APART:] for part in claim.parts]
    return [_unshared(text), above, claims[:MOST_APART] + [Claim(tuple(_few(rest)))] * bool(rest)]


def _unshared(text: str) -> list[Claim]:
    """All but the links and tags at its ends; nothing where there are none."""
    tokens = [one.span() for one in _TOKEN.finditer(text)]
    plain = [not _SHARED.fullmatch(text, *span) for span in tokens]
    if all(plain) or not any(plain):
        return []
    last = len(plain) - 1 - plain[::-1].index(True)
    return [_claim(text, Span(tokens[plain.index(True)][0], tokens[last][1]))]


def _claim(text: str, within: Span) -> Claim:
    cuts = [match.span() for match in _ELLIPSIS.finditer(text, within.start, within.end)]
    starts = [within.start, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), within.end]
    parts = (tuple(words_of(text, Span(*place))) for place in zip(starts, ends, strict=True))
    return Claim(tuple(_few([part for part in parts if part])))


def _few(parts: Sequence[tuple[Word, ...]]) -> Sequence[tuple[Word, ...]]:
    """The parts, the last of too many as one: what is said of them is not better than it is."""
    rest = tuple(word for part in parts[MOST_APART:] for word in part)
    return [*parts[:MOST_APART], rest] if rest else parts
