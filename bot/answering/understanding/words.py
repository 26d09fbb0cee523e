"""The commonest words of a language, to tell words from slips of the finger.

The lists in `bot/models/words` are wordfreq's (see `training.words`), the commonest word first. Of
each word only its hash is kept, 12 bytes: to be told whether it is one is all that is asked.
"""

import lzma
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import numpy as np

STORED = Path(__file__).parents[2] / "models" / "words"
LATIN = ("en", "fr", "de", "es", "it", "pt", "tr")
CYRILLIC = ("ru", "uk")
ARABIC = ("ar",)
# A letter that so few of a language's words have is of foreign names.
FOREIGN = 100


class Words:
    """Words of one language in small letters; immutable."""

    def __init__(self, ordered: Iterable[str]) -> None:
        kept = list(ordered)
        hashes = np.array([hash(word) for word in kept], dtype=np.int64)
        order = np.argsort(hashes)
        self._hashes = hashes[order]
        self._ranks = order.astype(np.int32)
        self.letters = _letters(kept)
        """The letters that words are written with."""

    def rank(self, word: str) -> int | None:
        """How many words are commoner; None for what is not among them."""
        place = int(np.searchsorted(self._hashes, hash(word)))
        if place < len(self._hashes) and self._hashes[place] == hash(word):
            return int(self._ranks[place])
        return None


def _letters(words: Iterable[str]) -> str:
    counts = Counter("".join(words))
    return "".join(letter for letter, count in counts.items() if count >= FOREIGN)


@lru_cache
def words_of(language: str) -> Words:
    """The words of one of `LATIN`, `CYRILLIC` and `ARABIC`; read from its file once."""
    packed = (STORED / f"{language}.txt.xz").read_bytes()
    return Words(lzma.decompress(packed).decode().split("\n"))
