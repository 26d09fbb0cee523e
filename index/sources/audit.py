"""`python -m index.sources audit FILES…`: whether a file's words are stored, once, in order.

Each file is read a second time by other means, and the words compared: recall (of the file's
words, how many are stored), precision (of the stored, how many are the file's), order (the share
of the common words that stand in the same order), and words stored as one that the file has as
two.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from index.sources.files import extracted_from, kind_of
from index.sources.loader import Extracted, File
from index.sources.reading import book, feed, page
from index.text import normalised

# How files of a kind are read a second time: what their text is without our loader, given what
# the loader made of it, which says of a page where its article is.
READINGS: dict[str, Callable[[File, str], str]] = {"epub": book, "feed": feed, "html": page}
_WORD = re.compile(r"[^\W_]+")


def audit(path: Path) -> str:
    """One line of figures about a file; raises SourceError, and OSError."""
    file = File(str(path), path.read_bytes())
    kind = kind_of(file)
    if kind not in READINGS:
        return f"{path}\t{kind}: no second reading"
    documents = extracted_from(kind, file)
    stored = normalised("\n".join(part.text for found in documents for part in found.parts))
    return f"{path}\t{figures(stored, normalised(READINGS[kind](file, stored)))}{_told(documents)}"


def figures(stored: str, reading: str) -> str:
    """The comparison of two texts, in words."""
    ours, theirs = _WORD.findall(stored.casefold()), _WORD.findall(reading.casefold())
    common = (Counter(ours) & Counter(theirs)).total()
    recall, precision = common / max(len(theirs), 1), common / max(len(ours), 1)
    glued = sorted(set(_glued(ours, theirs)))
    return (
        f"words {len(theirs)}\trecall {recall:.3f}\tprecision {precision:.3f}"
        f"\torder {order(ours, theirs):.3f}\tglued {len(glued)} {' '.join(glued[:5])}"
    )


def order(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """The longest run of words that rises in both, as a share of the words they have in common.

    The nth of a word here is the nth there; one that the other has fewer times is passed over.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(theirs):
        places[word].append(place)
    seen: Counter[str] = Counter()
    rising: list[int] = []
    common = 0
    for word in ours:
        if seen[word] < len(places[word]):
            place = places[word][seen[word]]
            seen[word] += 1
            common += 1
            at = bisect_left(rising, place)
            rising[at : at + 1] = [place]
    return len(rising) / common if common else 1.0


def _glued(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[str]:
    """Words of ours that are none of theirs, but two of theirs that follow each other."""
    known = set(theirs)
    pairs = {first + second for first, second in pairwise(theirs)}
    return (word for word in ours if word not in known and word in pairs)


def _told(documents: Sequence[Extracted]) -> str:
    dates = [found.date for found in documents if found.date]
    left_out = [what for found in documents for what in found.left_out]
    return f"\tdate {dates[0] if dates else '-'}" + (
        f"\tleft out: {left_out[:3]}" if left_out else ""
    )
