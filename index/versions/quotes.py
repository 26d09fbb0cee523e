"""A quote by its ID: whether its words still stand, have moved, or what became of them."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from index.store import Generation, Library, View, whole_evidence
from index.text import Document, Span, terms_of
from index.versions.ids import QuoteId, UnknownQuote
from index.versions.looking import Looked
from index.versions.successor import successor
from index.wording import Change, changes

# A search by words takes so many, and so many passages that have them are looked at.
_PHRASE, _MOST_LOOKED_AT = 200, 8

History = Sequence[tuple[Generation, Document | None]]


class Standing(StrEnum):
    """What has become of the words of a quote."""

    STANDS = "stands"
    MOVED = "moved"
    CHANGED = "changed"
    REMOVED = "removed"
    FORGOTTEN = "forgotten"
    """They stand no more, and the generation that had them is no longer kept."""


@dataclass(frozen=True, slots=True)
class Stood:
    """What has become of a quote: `quoted` as it was, `current` as it is or was changed to.

    `since` is the first generation without the words; `document` the one that has, or had them
    last. `changes` lead from the words as they were to those at `current`.
    """

    standing: Standing
    document: Document
    quoted: str | None = None
    current: Span | None = None
    since: Generation | None = None
    changes: tuple[Change, ...] = ()


def stood(library: Library, given: QuoteId) -> Stood:
    """What has become of a quote in the generation that answers; raises UnknownQuote."""
    live = library.live().number
    histories = [library.history(name) for name in library.names() if given.is_of(name)]
    results = (_stood(given, history, live) for history in histories)
    found = next((one for one in results if one), None)
    if found and found.current and found.standing is not Standing.CHANGED:
        return found
    with closing(library.open()) as view:
        found = next(_elsewhere(library, view, given, found), found)
    if found is None:
        raise UnknownQuote(str(given))
    return found


def _elsewhere(
    library: Library, view: View, given: QuoteId, lost: Stood | None
) -> Iterator[Stood]:
    """Where words have moved to; those of which only the hash is known, in any document."""
    others = _saying(view, lost.quoted) if lost and lost.quoted else view.documents()
    looked = Looked(given)
    for document in takewhile(lambda _: looked.goes_on, others):
        place = looked.place(document)
        if place and _has_come(library, lost, document):
            yield Stood(Standing.MOVED, document, place.of(document.text), place)


def _saying(view: View, words: str) -> Iterator[Document]:
    """Documents that have the words, as where a file was given another name."""
    rows = view.saying(terms_of(words)[:_PHRASE], _MOST_LOOKED_AT)
    documents = (one.passage.document for one in whole_evidence(view, rows).values())
    yield from (one for one in documents if words in one.text)


def _has_come(library: Library, lost: Stood | None, document: Document) -> bool:
    """Whether words that were changed where they stood are in another document only since then.

    What has them all along is another text that says the same.
    """
    if lost is None or lost.standing is not Standing.CHANGED or lost.since is None:
        return True
    before = [one for number, one in library.history(document.doc_id) if number.number
              < lost.since.number]  # fmt: skip
    return not (before and before[-1] and lost.quoted and lost.quoted in before[-1].text)


def _stood(given: QuoteId, history: History, live: int) -> Stood | None:
    looked = Looked(given)
    until_now = [pair for pair in history if pair[0].number <= live]
    now = until_now[-1][1] if until_now else None
    place = looked.place(now)
    if now and place:
        standing = Standing.STANDS if place == given.span else Standing.MOVED
        return Stood(standing, now, place.of(now.text), place)
    before = next(_having(looked, history), None)
    since = _since(looked, until_now)
    if before is None:
        known = now or next((one for _, one in reversed(history) if one), None)
        return Stood(Standing.FORGOTTEN, known) if known else None
    document, span = before
    quoted = span.of(document.text)
    current = successor(document, span, now) if now else None
    if now and current:
        found = tuple(changes(quoted, current.of(now.text)))
        if found:
            return Stood(Standing.CHANGED, now, quoted, current, since, found)
        # Only marks or white space are other: the words are what they were.
        return Stood(Standing.MOVED, now, current.of(now.text), current)
    return Stood(Standing.REMOVED, now or document, quoted, None, since)


def _having(looked: Looked, history: History) -> Iterator[tuple[Document, Span]]:
    """Documents that have the words, the newest first, and where."""
    for _, document in reversed(history):
        place = looked.place(document)
        if document and place:
            yield document, place


def _since(looked: Looked, until_now: History) -> Generation | None:
    """The first of the last generations that have not the words; None if the last has them."""
    first: Generation | None = None
    for generation, document in reversed(until_now):
        if looked.place(document):
            break
        first = generation
    return first
