"""The next generation in the making: documents into the database, each once, with its passages.

What is already there, of any generation or of a build that was cut off, is used again: a document
by all its fields, its passages and its encoder; a vector by the text it is of.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from index.encoding import PassageVectors
from index.errors import LibraryError
from index.foreign import storable
from index.store.embedded import generations, staging
from index.store.embedded.generations import IS_SERVED
from index.store.embedded.holding import LEASES
from index.store.embedded.schema import explained, transaction
from index.store.embedded.shelf import Shelf
from index.store.embedded.storing import Storing
from index.store.embedded.view import EmbeddedView, opened_staged
from index.store.interface import Changes, EncoderId, Generation
from index.store.soundness import require_all_sound
from index.text import Document, Passage

# A transaction takes as many documents as reach either limit.
DOCUMENTS = 2_000
CHARACTERS = 2_000_000
# The documents of generation `?1` that bear the name of one that is put, or any name at all.
_NAMESAKES = f"candidate CROSS JOIN documents USING (doc_id) WHERE {IS_SERVED}"
_NAMED = f"SELECT 1 FROM documents WHERE doc_id = ?2 AND {IS_SERVED}"
# The rows of vectors that are missing, of what is put and of what of generation `?1` is kept.
_MISSING = f"""
SELECT min(row) FROM vectors
CROSS JOIN passages ON vector = vectors.id CROSS JOIN documents ON documents.id = document
WHERE whole IS NULL AND (
    document IN (SELECT document FROM candidate)
    OR ({IS_SERVED} AND doc_id NOT IN (SELECT doc_id FROM candidate)
        AND doc_id NOT IN (SELECT doc_id FROM removed)))
GROUP BY vectors.id ORDER BY min(row)
"""


class EmbeddedDraft:
    """A `Draft` (see `index.store.interface`) on a connection that may write."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, encoder: EncoderId) -> None:
        self._folder = folder
        self._connection = connection
        self._shelf = Shelf(connection)
        self._storing = Storing(connection, self._shelf, encoder)
        self._encoder = encoder
        self._before = generations.live(connection)
        self._waiting: list[tuple[Document, Sequence[Passage]]] = []
        self._size = 0
        self._taken = 0
        self._duplicates: list[str] = []
        self._keeps = False
        self._staged: int | None = None
        self._newest = generations.newest_document(connection)
        connection.executescript(staging.TABLES)
        with transaction(connection):
            self._encoder_key = generations.encoder_key(connection, encoder)

    def put(self, document: Document, passages: Sequence[Passage]) -> None:
        """Add a document with its passages; of two with one `doc_id` the first is taken."""
        if self._staged is not None:
            raise LibraryError("the draft has been opened: nothing more can be put into it")
        self._waiting.append((document, passages))
        self._size += len(document.text)
        if len(self._waiting) >= DOCUMENTS or self._size >= CHARACTERS:
            self._store_waiting()

    def keep(self) -> None:
        """Also the live documents that none put replaces."""
        if self._before is None:
            return
        self._before.require(self._encoder)
        self._keeps = True

    def remove(self, doc_ids: Sequence[str]) -> list[str]:
        """Leave these documents out again; returns the names that were not among them."""
        self._store_waiting()
        with transaction(self._connection):
            return [name for name in dict.fromkeys(doc_ids) if not self._remove(storable(name))]

    def changes(self) -> Changes:
        """How the draft differs from what is live."""
        self._store_waiting()
        put, gone = (self._count(f"{table} WHERE ?1 >= 0") for table in ("candidate", "removed"))
        known = self._count(_NAMESAKES)
        same = self._count(f"{_NAMESAKES} AND document = documents.id")
        live = self._before.documents if self._before else 0
        names, removed = tuple(self._duplicates), gone if self._keeps else live - known
        return Changes(self._taken, put - known, known - same, removed, names)

    def missing(self) -> list[int]:
        """Rows of the passages that have no vectors yet, one for all of equal text."""
        self._store_waiting()
        number = self._live if self._keeps else 0
        return [row for (row,) in self._connection.execute(_MISSING, (number,))]

    def passages(self, rows: Sequence[int]) -> dict[int, Passage]:
        """The passages of these rows, in their order; without damaged ones."""
        return self._shelf.passages(rows)

    def fill(self, vectors: Mapping[int, PassageVectors]) -> None:
        """Store the vectors of rows, all or none; raises EncoderError unless they are sound."""
        passages = self.passages(list(vectors)).values()
        require_all_sound(list(passages), list(vectors.values()), self._encoder)
        with transaction(self._connection, synced=False):
            self._storing.vectors(vectors)

    def view(self) -> EmbeddedView:
        """The draft as it will be when it is published."""
        return opened_staged(self._folder, self._stage())

    def publish(self) -> Generation:
        """Make the draft the live generation, in one step."""
        number = self._stage()
        with transaction(self._connection):
            generations.publish(self._connection, number)
            generations.collect(self._connection, self._newest)
        published = generations.live(self._connection)
        assert published is not None
        return published

    def _stage(self) -> int:
        """Write the generation down, unseen, with the FAISS file it starts from."""
        if self._staged is not None:
            return self._staged
        if self.passages(self.missing()):
            raise LibraryError("passages have no vectors yet: the library is as it was")
        with transaction(self._connection):
            number = staging.stage(self._connection, self._encoder_key, self._live, self._keeps)
        with explained(self._folder):
            # Made here, so that also those who may only read can hold it.
            (self._folder / LEASES / str(number)).touch()
            self._start(number)
        self._staged = number
        return number

    def _start(self, number: int) -> None:
        """A generation starts from the last one's FAISS file, unless that is too different."""
        before = self._before
        with closing(opened_staged(self._folder, number)) as view:
            if before and before.encoder_id == self._encoder:
                base = generations.snapshot_of(self._connection, before.number)
                generations.start_from(self._connection, number, base)
                if not view.is_stale:
                    return
            view.write_snapshot()
        generations.start_from(self._connection, number, number)

    def _store_waiting(self) -> None:
        if self._waiting:
            with transaction(self._connection, synced=False):
                for document, passages in self._waiting:
                    self._take(document, passages)
                self._storing.terms()
            self._waiting.clear()
            self._size = 0

    def _take(self, document: Document, passages: Sequence[Passage]) -> None:
        twin = self._connection.execute(
            "SELECT document FROM candidate WHERE doc_id = ?", (document.doc_id,)
        ).fetchone()
        if twin is None:
            stored = self._storing.document(document, passages)
            values = (stored, document.doc_id)
            self._connection.execute("INSERT OR REPLACE INTO candidate VALUES (?, ?)", values)
            self._connection.execute("DELETE FROM removed WHERE doc_id = ?", values[1:])
            self._taken += 1
        elif self._shelf.documents(twin).get(twin[0]) != document:
            self._duplicates.append(document.doc_id)

    def _remove(self, name: str) -> bool:
        """Whether a document of that name was put or kept: it is so no more."""
        ask = self._connection.execute
        put = ask("DELETE FROM candidate WHERE doc_id = ?", (name,)).rowcount
        kept = self._keeps and ask(_NAMED, (self._live, name)).fetchone()
        gone = kept and ask("INSERT OR IGNORE INTO removed VALUES (?)", (name,)).rowcount
        return bool(put or gone)

    @property
    def _live(self) -> int:
        return self._before.number if self._before else 0

    def _count(self, what: str) -> int:
        """How many there are, of what is live where that is asked."""
        (found,) = self._connection.execute(
            f"SELECT count(*) FROM {what}", (self._live,)
        ).fetchone()
        return int(found)
