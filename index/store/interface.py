"""The store's door: what every backend of a library promises, whatever it is made of.

A library holds documents with their passages and vectors in generations. A generation is a whole
state of it: published in one step, never changed after, kept until it is pruned. Who asks opens a
`View` of one generation; who changes makes a `Draft` of the next.

A passage is named by its row: a number that rises with every passage stored, is never given to
another one, and means the same passage in every generation that has it. Words are compared as
terms (`index.text.terms_of`), vectors by inner product.

Methods raise LibraryError with what to do next when the database or the disk fails. The tests of
this contract are in `tests/index/store/contract.py`; every backend passes them.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.encoding import Encoder, PassageVectors, Vectors
from index.errors import EncoderError
from index.text import Document, Passage

Rows = NDArray[np.int64]

# How long a second writer waits for the first, in seconds, before it is told.
PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class EncoderId:
    """Whose vectors: those of two encoders may be mixed only if all three fields are equal."""

    name: str
    revision: str
    dimension: int

    @staticmethod
    def of(encoder: Encoder) -> "EncoderId":
        """The identity of an encoder."""
        return EncoderId(encoder.name, encoder.revision, encoder.dimension)


@dataclass(frozen=True, slots=True)
class Generation:
    """One state of the library, as it was published; `created` is ISO 8601 in UTC.

    `encoder`, `revision` and `dimension` say whose vectors it holds, `documents` and `passages`
    how many.
    """

    number: int
    created: str
    encoder: str
    revision: str
    dimension: int
    documents: int
    passages: int

    @property
    def encoder_id(self) -> EncoderId:
        """Whose vectors it holds."""
        return EncoderId(self.encoder, self.revision, self.dimension)

    def require(self, encoder: EncoderId) -> None:
        """Raise EncoderError unless the vectors are this encoder's."""
        if self.encoder_id != encoder:
            raise EncoderError(
                f"the library holds vectors of the encoder {self.encoder} ({self.revision}), "
                f"not of {encoder.name} ({encoder.revision}): set ENCODER={self.encoder}, "
                "or `build` the library again with the new encoder"
            )


@dataclass(frozen=True, slots=True)
class Candidates:
    """Rows that may answer a question: what the View's searches give of these names."""

    nearest: tuple[list[tuple[int, float]], ...]
    sharing: list[tuple[int, float]]
    rarity: dict[str, float]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is stored of one passage: itself, its vectors, its terms with title and heading."""

    passage: Passage
    vectors: PassageVectors
    terms: Sequence[str]


@dataclass(frozen=True, slots=True)
class Changes:
    """How a draft differs from the live generation, in documents; `taken` is how many were put.

    `duplicates` names documents left out because an earlier one of the same `doc_id` said
    something else.
    """

    taken: int
    added: int
    updated: int
    removed: int
    duplicates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found; `sound` is False where something is to be done, which `text` says."""

    sound: bool
    text: str


class View(Protocol):
    """One generation to read and search, as it was published however the library goes on.

    What is damaged on the disk is left out as if it were not there, and logged: a document that is
    not what was put in, passages whose vectors are not. `damaged` names what has been met.

    Any number of threads may call it. While it is open its generation cannot be pruned, also not
    by another process; it lets go when it is closed or dropped. Whatever `numbered`, `evidence`
    and the searches give is of this generation only.
    """

    @property
    def generation(self) -> Generation:
        """Which generation this is."""

    def documents(self) -> Iterator[Document]:
        """Every document, by `doc_id`."""

    def documents_from(self, first: int, most: int) -> list[Document]:
        """At most `most` documents by `doc_id`, from the one in place `first` (0 the first)."""

    def newest_document(self) -> Document | None:
        """The document of the latest date, undated ones last; None if there are none."""

    def document(self, doc_id: str) -> Document | None:
        """The document of that name, or None."""

    def number_of(self, document: Document) -> int | None:
        """The number, short enough for a button, of the document with this `doc_id`, or None.

        A text that changes gets another number; one that stays keeps it in later generations.
        """

    def numbered(self, number: int) -> Document | None:
        """The document that `number_of` gave the number for, or None."""

    def numbers(self) -> dict[str, int]:
        """The number of every document by its `doc_id`, as `number_of` gives them; cheap."""

    def entries(self) -> dict[str, str]:
        """The `doc_id` of every document that is an `entry` of a feed, by that; cheap."""

    def passages(self, doc_id: str) -> list[Passage]:
        """The document's passages as they were stored, in order; none if it is not there."""

    def rows(self) -> Rows:
        """The rows of all passages, rising; shape (passages,)."""

    def nearest(self, vector: Vectors, k: int) -> list[tuple[int, float]]:
        """The `k` rows whose passages' vectors are nearest, with their cosines, best first.

        `vector` is a unit vector, shape (dimension,). Ties are broken by row; fewer are given if
        there are fewer. Exact up to the size the backend states, beyond with a recall of the ten
        nearest of 0.95 at least. Raises ValueError if the vector is of another dimension or not
        finite.
        """

    def sharing(self, terms: Sequence[str], k: int) -> list[tuple[int, float]]:
        """The `k` rows that share the rarer of the terms, with their BM25, best first.

        BM25 with k1 = 1.2 and b = 0.75 over the terms of title, heading and text; a term in more
        than a tenth of the passages is not looked for. Ties are broken by row; empty if none of
        the terms is there.
        """

    def saying(self, terms: Sequence[str], k: int) -> list[int]:
        """The first `k` rows, rising, that have all of the terms one after the other.

        Looked for in title, heading and text, in that order; exact, also for terms that every
        passage has. Empty for no terms. Raises ValueError for more than 200, LibraryError where
        the index of words is damaged: where words stand nothing else can tell.
        """

    def rarity(self, terms: Sequence[str]) -> dict[str, float]:
        """Each of the terms with its idf: ln(1 + (N - n + 0.5) / (n + 0.5)), above 0.

        N passages, n of them with the term. Terms beyond the 200th different one are left out.
        """

    def candidates(
        self, vectors: Sequence[tuple[Vectors, int]], terms: Sequence[str], k: int
    ) -> Candidates:
        """What `nearest` gives for each vector and its k, `sharing` and `rarity` for the terms.

        All of it at once, which is one way to a server and back instead of several.
        """

    def evidence(self, rows: Sequence[int]) -> dict[int, Evidence]:
        """What is stored of each row that is whole; KeyError for one that is no passage's."""

    def damaged(self) -> tuple[str, ...]:
        """What has been found damaged by reading it: names of documents, mostly."""

    def close(self) -> None:
        """Let go of the generation; a second time it does nothing.

        Threads that read at the moment finish; whoever reads later gets a LibraryError.
        """


class Draft(Protocol):
    """The next generation in the making: nothing of it shows before `publish`. For one thread.

    What is put is kept even if the draft is never published, as after a crash, until another
    generation goes live: the next draft then finds its vectors there.
    """

    def put(self, document: Document, passages: Sequence[Passage]) -> None:
        """Add a document with its passages; of two with one `doc_id` the first is taken.

        Where it is there and damaged it is mended, in every generation that has it. Raises
        LibraryError after `view`.
        """

    def keep(self) -> None:
        """Also the live documents that none put replaces.

        Raises EncoderError if their vectors are another encoder's.
        """

    def remove(self, doc_ids: Sequence[str]) -> list[str]:
        """Leave these documents out again; returns the names that were not among them."""

    def changes(self) -> Changes:
        """How the draft differs from what is live."""

    def missing(self) -> list[int]:
        """Rows of the passages that have no vectors yet, rising; of equal texts one for all.

        A text has vectors if any earlier draft of the same encoder was given some for it.
        """

    def passages(self, rows: Sequence[int]) -> dict[int, Passage]:
        """The passages of rows that `missing` gave, in their order; without damaged ones."""

    def fill(self, vectors: Mapping[int, PassageVectors]) -> None:
        """Store the vectors of rows that `missing` gave: all or none.

        Raises EncoderError unless there is one unit vector of the encoder's dimension for each
        whole and each sentence.
        """

    def view(self) -> View:
        """The draft as it will be when it is published; nothing is put or filled after that.

        Raises LibraryError if vectors of passages that are whole are missing.
        """

    def publish(self) -> Generation:
        """Make the draft the live generation, in one step: all of it or, on any error, nothing.

        Raises LibraryError if vectors of passages that are whole are missing.
        """


class Library(Protocol):
    """A library by its address; nothing is read or made until a method is called.

    Any number of threads and processes may use one at a time.
    """

    @property
    def address(self) -> str:
        """What `open_library` opens it by, without secrets."""

    def live(self) -> Generation:
        """The generation that answers now; cheap. Raises LibraryNotFound before the first."""

    def before(self) -> Generation | None:
        """What the live generation was made from; the one before that where it is gone.

        None where nothing is left of either. Of one that an older format made it is not known:
        then the one before it by number.
        """

    def generations(self) -> list[Generation]:
        """Every generation that can be served, oldest first."""

    def open(self, number: int | None = None) -> View:
        """Generation `number`, or the live one. Raises LibraryNotFound or LibraryError."""

    def names(self) -> list[str]:
        """The `doc_id` of every document of the generations that are kept, each once, in order."""

    def history(self, doc_id: str) -> list[tuple[Generation, Document | None]]:
        """Every generation that can be served, oldest first, with its document of that name.

        None where it has none, or what is stored of it is damaged.
        """

    def draft(
        self, encoder: EncoderId, patience: float = PATIENCE
    ) -> AbstractContextManager[Draft]:
        """Make the next generation; what is not published when the block ends is dropped.

        One writer at a time: raises LibraryBusy if another goes on for more than `patience`
        seconds. What writers that died left behind is undone first.
        """

    def rollback(self, number: int | None = None) -> Generation:
        """Let generation `number` answer again; None means what `before` gives.

        Raises LibraryError if there is no such generation, or no older one.
        """

    def prune(self, keep: int = 1) -> list[int]:
        """Delete old generations but the live one and the `keep` newest others.

        Of these what `before` gives is the last to go. Returns the numbers deleted. One that
        somebody reads at the moment is kept, too.
        """

    def damaged(self) -> list[str]:
        """Names of the live documents of which something is damaged; all of them are read."""

    def mend(self) -> Iterator[Finding]:
        """Make again what is damaged and can be made from the rest, and say what was done.

        Vectors that are damaged are forgotten: the next draft misses them. Documents that are
        damaged stay so until they are put again.
        """

    def check(self) -> Iterator[Finding]:
        """Is what is stored sound? Each check in plain words."""

    def size(self) -> int:
        """Bytes on disk."""
