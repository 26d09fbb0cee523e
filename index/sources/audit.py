"""`python -m index.sources audit FILES…`: whether a file's words are stored, once, in order.

Each file is read a second time by other means, and the words compared: recall (of the file's
words, how many are stored), precision (of the stored, how many are the file's), order (the
longest run that rises in both, of the words that each has once), and words stored as one that the
file has as two. Dates that the file says nowhere are invented.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from unicodedata import normalize

from index.foreign import line
from index.sources import feeds, offices, paper, rich_again
from index.sources.files import from_file
from index.sources.folders import content
from index.sources.kinds import kind_of
from index.sources.loader import File
from index.sources.reading import book, letters, page
from index.sources.sandbox import Sandbox
from index.sources.saying import says
from index.text import Document, in_english, normalised

# How files of a kind are read a second time: what must be stored of them, and what may be.
READINGS: dict[str, Callable[[File], tuple[str, str]]] = {
    "code": letters,
    "csv": letters,
    "docx": paper.word,
    "epub": book,
    "feed": feeds.entries,
    "html": page,
    "odt": offices.opendocument,
    "pdf": paper.pdf,
    "pptx": offices.slides,
    "rtf": rich_again.rich,
    "text": letters,
    "xlsx": offices.sheets,
}
# A letter of a script without spaces is a word here.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_LOOSE, _ACCENTS = re.compile("[´¨ˆ˜ˇ¸˝`¯˙˚]"), re.compile("[\u0300-\u036f]")
_AROUND = re.compile(rf"\w*(?:\s{{0,2}}{_LOOSE.pattern})+\s?\w*")
_RAISED = re.compile("[²³¹\u2070-\u209f]")
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")


def audit(path: Path, sandbox: Sandbox) -> str:
    """One line of figures about a file; raises SourceError."""
    name, file = line(str(path)), File(str(path), content(path))
    kind = kind_of(file)
    if kind not in READINGS:
        return f"{name}\t{kind}: no second reading"
    documents = from_file(file, sandbox)
    stored = "\n".join(document.text for document in documents)
    try:
        must, may = map(normalised, READINGS[kind](file))
    except Exception as error:
        # Whatever another library says of a file that ours could read.
        return f"{name}\tread, but not a second time: {line(str(error))}"
    if kind == "pdf" and _LOOSE.search(may):
        # Whether what stands around one is a word or two is open.
        must, may = _AROUND.sub(" ", must), f"{may}\n{_AROUND.sub(_joined, may)}"
        stored, must, may = map(_bare, (stored, must, may))
    return f"{name}\t{figures(stored, must, may)}{_told(documents, file)}"


def _bare(text: str) -> str:
    """Without accents, which another library leaves beside letters that a PDF draws them over."""
    return _ACCENTS.sub("", normalize("NFD", _LOOSE.sub("", text)))


def _joined(around: "re.Match[str]") -> str:
    return "".join(around[0].split())


def figures(stored: str, must: str, may: str) -> str:
    """The comparison of what is stored with what must be and what may be, in words."""
    ours, wanted, theirs = (_words(text) for text in (stored, must, may))
    raised = {word for one in stored.split() if _RAISED.search(one) for word in _words(one)}
    glued = sorted(set(_glued(ours, theirs)) - raised)
    recall, precision = share(wanted, ours), share(ours, theirs)
    return (
        f"words {len(wanted)}\trecall {recall:.3f}\tprecision {precision:.3f}"
        f"\torder {order(ours, wanted):.3f}\tglued {len(glued)} {' '.join(glued[:5])}"
    )


def _words(text: str) -> list[str]:
    """The words, those with raised digits as if they stood on the line."""
    return _WORD.findall(normalize("NFKC", text).casefold())


def share(words: Sequence[str], among: Sequence[str]) -> float:
    """How many of the words (0..1) are among others, each as often; 1 of none."""
    return (Counter(words) & Counter(among)).total() / len(words) if words else 1.0


def order(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """The longest rising run (0..1) of the words that each text has once; 1 of none."""
    counts, places = Counter(ours), Counter(theirs)
    place = {word: at for at, word in enumerate(theirs) if counts[word] == 1 == places[word]}
    rising: list[int] = []
    for at in (place[word] for word in ours if word in place):
        end = bisect_left(rising, at)
        rising[end : end + 1] = [at]
    return len(rising) / len(place) if place else 1.0


def _glued(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[str]:
    """Words of ours that are none of theirs, but two of theirs that follow each other.

    Of digits only beside a word that stands beside the two: in a table or a list that counts, any
    number can be put together from two others.
    """
    known = set(theirs)
    beside: defaultdict[str, set[tuple[int, str]]] = defaultdict(set)
    around = ["", *theirs, ""]
    for before, first, second, after in zip(around, theirs, theirs[1:], around[3:], strict=False):
        beside[first + second] |= {(-1, before), (1, after)}
    for before, word, after in zip(["", *ours], ours, [*ours[1:], ""], strict=False):
        if word not in known and word in beside:
            near = {(-1, before), (1, after)} & beside[word]
            yield from [word] if near or not word.isdigit() else []


def _told(documents: Sequence[Document], file: File) -> str:
    """The first date, how many the file does not say, and what was left out."""
    dates = [found.date for found in documents if found.date]
    invented = [date for date in dates if not says(date, file)]
    left_out = [in_english(one) for found in documents for one in found.left_out]
    return (
        f"\tdate {dates[0] if dates else '-'}\tinvented {len(invented)} {' '.join(invented[:5])}"
    ).rstrip() + (f"\tleft out: {left_out[:3]}" if left_out else "")
