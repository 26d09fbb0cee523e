"""A quote by its ID: whether its words still stand, have moved, or what became of them."""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum

import regex

from index.errors import VerbatimError
from index.store import Generation, Library, View, whole_evidence
from index.text import Document, Span, terms_of
from index.versions.successor import successor
from index.wording import Change, changes

# Bytes of an ID: of the hash of the document's name, of its words', of both numbers, of the sum.
_NAME, _WORDS, _NUMBER, _SUM = 6, 9, 4, 2
_LENGTH = _NAME + _WORDS + 2 * _NUMBER + _SUM
# As it is written, and as a link has it.
_WRITTEN = regex.compile(r"\s*(?:\S*[?&]start=)?(?:v_)?([A-Za-z0-9_-]{34})\s*")
# A search by words takes so many, and so many passages that have them are looked at.
_PHRASE, _MOST_LOOKED_AT = 200, 8
# A library that is built every night and never pruned keeps thousands of generations. Of a
# document's versions so many code points are looked through, one to four seconds' work: of a page
# some hundred versions, of a book the newest.
MOST_LOOKED_THROUGH = 1_000_000
# Where a quote may begin: at a word, at a mark, and anywhere in scripts without spaces.
_STARTS = regex.compile(
    r"[^\s\p{L}\p{N}\p{M}]|(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}]"
    r"|[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
)

History = Sequence[tuple[Generation, Document | None]]


class UnknownQuote(VerbatimError):
    """No quote is known by an ID: it is mistyped, or of other texts."""

    def __init__(self, written: str) -> None:
        super().__init__(
            f"no quote is known by {written}: copy the ID as it was given"
            " (of texts that were removed and pruned nothing is known)"
        )


@dataclass(frozen=True, slots=True)
class QuoteId:
    """Which words of which document: 34 characters of `A-Z a-z 0-9 _ -` as it is written.

    It holds no words, only hashes, and the span at which they stood. Its last two bytes are a sum
    of the others: one that was mistyped is told from one whose words are gone.
    """

    name: bytes
    words: bytes
    span: Span

    @staticmethod
    def of(document: Document, span: Span) -> "QuoteId":
        """The ID of the words of a span; the same for the same words in every generation."""
        words = _digest(span.of(document.text), _WORDS)
        return QuoteId(_digest(document.doc_id, _NAME), words, span)

    @staticmethod
    def read(written: str) -> "QuoteId":
        """The ID that was written, by itself or as a link to the bot has it.

        Raises UnknownQuote if it is none.
        """
        found = _WRITTEN.fullmatch(written)
        data = base64.urlsafe_b64decode(f"{found[1]}==") if found else b""
        body, noted = data[:-_SUM], data[-_SUM:]
        if len(data) != _LENGTH or _sum(body) != noted:
            raise UnknownQuote(written)
        numbers = body[_NAME + _WORDS :]
        start, length = (int.from_bytes(numbers[n : n + _NUMBER], "big") for n in (0, _NUMBER))
        return QuoteId(body[:_NAME], body[_NAME : _NAME + _WORDS], Span(start, start + length))

    def __str__(self) -> str:
        numbers = (self.span.start, len(self.span))
        body = self.name + self.words + b"".join(one.to_bytes(_NUMBER, "big") for one in numbers)
        return base64.urlsafe_b64encode(body + _sum(body)).decode().rstrip("=")

    def is_of(self, doc_id: str) -> bool:
        """Whether a document of this name is meant."""
        return _digest(doc_id, _NAME) == self.name

    def place_in(self, document: Document) -> Span | None:
        """Where the words stand: where they stood, or as near to it as they do."""
        if self.stands_at(document, self.span.start):
            return self.span
        starts = (one.start() for one in _STARTS.finditer(document.text))
        found = [one for one in starts if self.stands_at(document, one)]
        nearest = min(found, key=lambda place: abs(place - self.span.start), default=None)
        return None if nearest is None else Span(nearest, nearest + len(self.span))

    def stands_at(self, document: Document, start: int) -> bool:
        """Whether the words stand in a document from a place on."""
        end = start + len(self.span)
        return end <= len(document.text) and (
            _digest(document.text[start:end], _WORDS) == self.words
        )


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
        known = found is not None and found.quoted is not None
        others = _saying(view, found) if found and known else _all(view)
        elsewhere = (
            Stood(Standing.MOVED, document, place.of(document.text), place)
            for document in others
            if (place := given.place_in(document)) and _has_come(library, given, found, document)
        )
        found = next(elsewhere, found)
    if found is None:
        raise UnknownQuote(str(given))
    return found


def _saying(view: View, lost: Stood) -> Iterator[Document]:
    """Documents that may have the words, as where a file was given another name."""
    terms = terms_of(lost.quoted or "")[:_PHRASE]
    rows = view.saying(terms, _MOST_LOOKED_AT)
    yield from (one.passage.document for one in whole_evidence(view, rows).values())


def _all(view: View) -> Iterator[Document]:
    """All documents, as far as they can be looked through: of the words there is only a hash."""
    left = MOST_LOOKED_THROUGH
    for document in view.documents():
        left -= len(document.text)
        if left < 0:
            return
        yield document


def _has_come(library: Library, given: QuoteId, lost: Stood | None, document: Document) -> bool:
    """Whether words that were changed where they stood are in another document only since then.

    What has them all along is another text that says the same.
    """
    if lost is None or lost.standing is not Standing.CHANGED or lost.since is None:
        return True
    before = [one for number, one in library.history(document.doc_id) if number.number
              < lost.since.number]  # fmt: skip
    return not (before and before[-1] and given.place_in(before[-1]))


class _Looked:
    """Where the words stand in each version of a document, which many generations share.

    Those asked for first, as many as can be looked through; in others the words are not.
    """

    def __init__(self, given: QuoteId) -> None:
        self._given = given
        self._places: dict[int, Span | None] = {}
        self._left = MOST_LOOKED_THROUGH

    def place(self, document: Document | None) -> Span | None:
        """None where they do not stand, or nobody looked."""
        if document is None:
            return None
        if id(document) not in self._places and self._left > 0:
            self._left -= len(document.text)
            self._places[id(document)] = self._given.place_in(document)
        return self._places.get(id(document))


def _stood(given: QuoteId, history: History, live: int) -> Stood | None:
    looked = _Looked(given)
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


def _having(looked: _Looked, history: History) -> Iterator[tuple[Document, Span]]:
    """Documents that have the words, the newest first, and where."""
    for _, document in reversed(history):
        place = looked.place(document)
        if document and place:
            yield document, place


def _since(looked: _Looked, until_now: History) -> Generation | None:
    """The first of the last generations that have not the words; None if the last has them."""
    first: Generation | None = None
    for generation, document in reversed(until_now):
        if looked.place(document):
            break
        first = generation
    return first


def _digest(text: str, size: int) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest()


def _sum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_SUM).digest()
