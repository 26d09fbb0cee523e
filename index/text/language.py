"""Which language a text is in."""

import threading
from functools import lru_cache

from index.text.identifier import identifier

# Languages that py3langid tells apart from a sibling whose writing a reader takes for the same.
_SIBLINGS = {"wuu": "zh", "yue": "zh", "arz": "ar", "ary": "ar", "apc": "ar", "bs": "hr"}
# The log-likelihood the best language must have over the second: below it short texts guess.
_MARGIN = 4.0
# Enough to be sure, cheap for a book.
_READ = 2_000
# py3langid loads its model when first asked, and twice where two threads ask.
_LOADING = threading.Lock()


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`, or None if it is too short to tell.

    By py3langid (Lui and Baldwin, 2012, "langid.py: An Off-the-shelf Language Identification
    Tool"); loading its model takes 0.2 seconds, once.
    """
    letters = text[:_READ].strip()
    if sum(character.isalpha() for character in letters) < 4:
        return None
    code = _plain(_ranked(letters)[0][0])
    return code if len(code) == 2 and margin(letters) >= _MARGIN else None


def margin(text: str) -> float:
    """How much likelier (log) the best language is than any other; 0 for next to nothing."""
    (best, score), *others = _ranked(text[:_READ])
    return score - next((rival for name, rival in others if _plain(name) != _plain(best)), score)


def _plain(code: str) -> str:
    return _SIBLINGS.get(code, code)


@lru_cache(maxsize=256)
def _ranked(text: str) -> list[tuple[str, float]]:
    with _LOADING:
        ranked: list[tuple[str, float]] = identifier().rank(text)
    return ranked[:6]
