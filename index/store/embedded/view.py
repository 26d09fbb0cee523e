"""One generation of a library in a folder: its documents, passages, words and vectors."""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np

from index.encoding import Vectors
from index.errors import LibraryError, LibraryNotFound, Trouble
from index.foreign import storable
from index.store.embedded import bm25, generations
from index.store.embedded.at_hand import AtHand
from index.store.embedded.batches import is_damage
from index.store.embedded.damage import Damage
from index.store.embedded.generations import IS_SERVED, SERVED
from index.store.embedded.holding import Find, Holding
from index.store.embedded.members import members
from index.store.embedded.schema import explained
from index.store.embedded.shelf import Shelf
from index.store.embedded.snapshot import Files, Snapshot
from index.store.interface import Candidates, Evidence, Generation, Rows
from index.store.soundness import REPAIR
from index.text import ENTRY, Document, Passage

Result = TypeVar("Result")


class EmbeddedView:
    """A `View` (see `index.store.interface`) over SQLite and a FAISS file.

    A FAISS file that is missing or broken is built again from the database, when vectors are
    first searched.
    """

    def __init__(self, folder: Path, find: Find) -> None:
        """Open the generation that `find` gives; raises what it raises, or LibraryError."""
        self._held = Holding(folder, find)
        connection = self._held.connection
        self._damage = Damage(connection)
        noted = (self._damage.note_documents, self._damage.note_passages)
        self._shelf = Shelf(connection, *noted)
        try:
            with self._held.reading():
                self._members = members(connection, folder, self.generation.number)
        except BaseException:
            self._held.close()
            raise
        self._rows = self._members.rows
        self._serves = np.zeros(int(self._rows[-1]) + 1 if len(self._rows) else 0, dtype=np.bool_)
        self._serves[self._rows] = True
        self._at_hand = AtHand(connection, self.generation.dimension, self._damage)
        self._opening = threading.Lock()
        self._opened: Snapshot | None = None

    @property
    def generation(self) -> Generation:
        """Which generation this is."""
        return self._held.generation

    def close(self) -> None:
        """Let go of the files and of the generation."""
        self._held.close()

    def documents(self) -> Iterator[Document]:
        """Every document, by `doc_id`."""
        order = f"SELECT id FROM documents WHERE id IN ({SERVED}) ORDER BY doc_id"
        for (key,) in self._held.all(order, self.generation.number):
            yield from self._documents([key])

    def documents_from(self, first: int, most: int) -> list[Document]:
        """At most `most` documents by `doc_id`, from the one in place `first` (0 the first)."""
        return self._found(f"id IN ({SERVED}) ORDER BY doc_id LIMIT ?2 OFFSET ?3", most, first)

    def newest_document(self) -> Document | None:
        """The document of the latest date; None if there are none."""
        query = f"SELECT id FROM documents WHERE id IN ({SERVED})"
        order = f"{query} ORDER BY date IS NULL, date DESC, doc_id"
        found = (
            self._documents([key]) for (key,) in self._held.all(order, self.generation.number)
        )
        return next((one for some in found for one in some), None)

    def document(self, doc_id: str) -> Document | None:
        """The document of that name, or None."""
        found = self._found(f"doc_id = ?2 AND {IS_SERVED}", storable(doc_id))
        return found[0] if found else None

    def number_of(self, document: Document) -> int | None:
        """The number that names the document with this `doc_id`, or None if there is none."""
        found = self._held.all(
            f"SELECT id FROM documents WHERE doc_id = ?2 AND {IS_SERVED}",
            self.generation.number,
            document.doc_id,
        )
        return int(found[0][0]) if found else None

    def numbered(self, number: int) -> Document | None:
        """The document that `number_of` gave the number for, or None."""
        found = self._found(f"id = ?2 AND {IS_SERVED}", number)
        return found[0] if found else None

    def numbers(self) -> dict[str, int]:
        """The number of every document by its `doc_id`."""
        query = f"SELECT doc_id, id FROM documents WHERE id IN ({SERVED})"
        return dict(self._held.all(query, self.generation.number))

    def entries(self) -> dict[str, str]:
        """The `doc_id` of every entry of a feed by what it says that it is."""
        query = f"SELECT origin, doc_id FROM documents WHERE id IN ({SERVED}) AND origin GLOB ?2"
        return dict(self._held.all(query, self.generation.number, f"{ENTRY}*"))

    def _found(self, which: str, *values: int | str) -> list[Document]:
        """Documents of this generation, chosen and ordered by the end of a query."""
        query = f"SELECT id FROM documents WHERE {which}"
        found = self._held.all(query, self.generation.number, *values)
        return self._documents([key for (key,) in found])

    def _documents(self, keys: Sequence[int]) -> list[Document]:
        with self._held.reading():
            return list(self._shelf.documents(keys).values())

    def passages(self, doc_id: str) -> list[Passage]:
        """The document's passages as they were stored, in order; none if it is not there."""
        found = self._held.all(
            "SELECT row FROM passages WHERE document IN (SELECT id FROM documents"
            f" WHERE doc_id = ?2 AND {IS_SERVED}) ORDER BY row",
            self.generation.number,
            storable(doc_id),
        )
        with self._held.reading():
            return list(self._shelf.passages([row for (row,) in found]).values())

    def rows(self) -> Rows:
        """The rows of all passages, rising."""
        return self._rows

    def nearest(self, vector: Vectors, k: int) -> list[tuple[int, float]]:
        """The `k` nearest rows with their cosines, exact to 50,000 passages."""
        if vector.shape != (self.generation.dimension,) or not np.isfinite(vector).all():
            raise ValueError(f"not a vector of {self.generation.dimension} finite numbers")
        self._held.require_open()
        if k <= 0:
            return []
        asked = np.ascontiguousarray(vector, dtype=np.float32)
        return self._snapshot.search(asked, k, self.wholes)

    def sharing(self, terms: Sequence[str], k: int) -> list[tuple[int, float]]:
        """The `k` rows that share the rarer of the terms, with their BM25, best first."""
        return self._by_words(lambda c: bm25.search(c, terms, k, self.generation, self.serves), [])

    def saying(self, terms: Sequence[str], k: int) -> list[int]:
        """The first `k` rows that have the terms one after the other."""
        found = self._by_words(lambda c: bm25.saying(c, terms, k, self.serves), None)
        if found is None:
            raise LibraryError(
                f"the library in {self._held.folder}: the index of words is damaged, and nothing"
                f" else tells where words stand: {REPAIR}",
                Trouble.DAMAGED,
            )
        return found

    def rarity(self, terms: Sequence[str]) -> dict[str, float]:
        """Each of the terms with its idf."""
        return self._by_words(lambda c: bm25.weights(c, terms, self.generation), {})

    def candidates(
        self, vectors: Sequence[tuple[Vectors, int]], terms: Sequence[str], k: int
    ) -> Candidates:
        """What `nearest` gives for each vector and its k, `sharing` and `rarity` for the terms."""
        near = tuple(self.nearest(vector, most) for vector, most in vectors)
        return Candidates(near, self.sharing(terms, k), self.rarity(terms))

    def evidence(self, rows: Sequence[int]) -> dict[int, Evidence]:
        """What is stored of each row; raises KeyError for one that is no passage's."""
        unknown = [row for row in rows if not self.serves(row)]
        if unknown:
            raise KeyError(unknown[0])
        with self._held.reading():
            passages = self._shelf.passages(rows)
            known = self._at_hand.of(passages)
        return {
            row: Evidence(passage, *known[row])
            for row, passage in passages.items()
            if row in known
        }

    def damaged(self) -> tuple[str, ...]:
        """What has been found damaged by reading it."""
        return self._damage.names

    def _by_words(self, ask: Callable[[sqlite3.Connection], Result], nothing: Result) -> Result:
        """What is asked of the index of words; where that is damaged, meaning has to do."""
        with self._held.reading() as connection:
            try:
                return ask(connection)
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
                self._damage.note("the index of words")
                return nothing

    def serves(self, row: int) -> bool:
        """Whether the row is a passage of this generation."""
        return 0 <= row < len(self._serves) and bool(self._serves[row])

    def require_whole(self) -> None:
        """Raise LibraryError unless the generation has the documents it was made with."""
        self._held.require_whole(self._members)

    @property
    def is_stale(self) -> bool:
        """Whether the generation deserves a FAISS file of its own."""
        return self._snapshot.is_stale

    def write_snapshot(self) -> None:
        """Write the generation's own FAISS file; raises LibraryError if it cannot be written."""
        with explained(self._held.folder):
            self._files().build(self.generation.number, self._rows, self.wholes)

    def check_snapshot(self) -> None:
        """Raise UnusableFile unless the generation has a whole FAISS file to start from."""
        self._files().usable(self.generation.number, self._base())

    @property
    def _snapshot(self) -> Snapshot:
        with self._opening:
            if self._opened is None:
                number, rows = self.generation.number, self._rows
                index = self._files().opened(number, self._base(), rows, self.wholes)
                self._opened = Snapshot(index, rows, self.wholes)
            return self._opened

    def _files(self) -> Files:
        ((library_id,),) = self._held.all("SELECT id FROM library")
        return Files(self._held.folder, library_id, self.generation.encoder_id)

    def _base(self) -> int | None:
        with self._held.reading() as connection:
            return generations.snapshot_of(connection, self.generation.number)

    def wholes(self, rows: Rows) -> Vectors:
        """The vectors of whole passages, one for each of `rows`, which rise.

        Zeros for one that is lost or damaged: no question is like it.
        """
        with self._held.reading():
            return self._at_hand.wholes(rows)


def opened(folder: Path, number: int | None = None) -> EmbeddedView:
    """Published generation `number`, or the live one; raises LibraryNotFound or LibraryError."""

    def find(connection: sqlite3.Connection) -> Generation:
        if number is None:
            found = generations.live(connection)
        else:
            found = generations.served(connection, number)
        if found is None:
            raise _nothing(folder, number)
        return found

    view = EmbeddedView(folder, find)
    try:
        view.require_whole()
    except BaseException:
        view.close()
        raise
    return view


def opened_staged(folder: Path, number: int) -> EmbeddedView:
    """A generation that is in the making, for who makes it and has just written it."""

    def find(connection: sqlite3.Connection) -> Generation:
        found = generations.get(connection, number)
        assert found is not None
        return found

    return EmbeddedView(folder, find)


def _nothing(folder: Path, number: int | None) -> LibraryError:
    if number is None:
        return LibraryNotFound(
            f"nothing has been built in {folder} yet: `python -m index build --library {folder}"
            " FILES`"
        )
    return LibraryError(
        f"there is no generation {number}: `python -m index info` lists them", Trouble.GONE
    )
