"""The next generation in the making: documents into the database, each once, with its passages.

What is already there, of any generation or of a build that was cut off, is used again: a document
by all its fields, its passages and its encoder; a vector by the text it is of.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from uuid import UUID

from index.encoding import PassageVectors
from index.errors import LibraryError
from index.foreign import storable
from index.store import fingerprints
from index.store.interface import Changes, EncoderId, Generation
from index.store.postgres import generations, nearest, staging
from index.store.postgres.failures import explained
from index.store.postgres.generations import SAME_NAME, SERVED
from index.store.postgres.session import Connection
from index.store.postgres.shelf import Shelf
from index.store.postgres.storing import Put, Storing
from index.store.postgres.view import PostgresView, opened_staged
from index.store.soundness import require_sound
from index.text import Document, Passage

# A transaction takes as many documents as reach either limit.
DOCUMENTS = 2_000
CHARACTERS = 8_000_000
# So many documents are news to the server's planner; of fewer it hears soon enough by itself.
MANY = 1_000
# What has been put, and what is left out of what is kept.
_TABLES = """
CREATE TEMP TABLE IF NOT EXISTS put (document bigint PRIMARY KEY, doc_id text COLLATE "C");
CREATE TEMP TABLE IF NOT EXISTS gone (doc_id text COLLATE "C");
"""
_LIVE = f"(SELECT id, doc_id FROM documents WHERE id IN ({SERVED})) AS live"


class PostgresDraft:
    """A `Draft` (see `index.store.interface`) on a connection that may write."""

    def __init__(self, address: str, connection: Connection, encoder: EncoderId) -> None:
        self._address = address
        self._connection = connection
        self._shelf = Shelf(self._ask)
        self._encoder = encoder
        self._before = generations.live(connection)
        connection.execute(_TABLES)
        self._encoder_key = generations.encoder_key(connection, encoder)
        self._storing = Storing(connection, self._shelf, encoder, self._encoder_key)
        self._waiting: list[Put] = []
        # By name, the key of what was put and a hash of it.
        self._put: dict[str, tuple[int, bytes]] = {}
        self._gone: dict[str, None] = {}
        self._kept = False
        self._duplicates: list[str] = []
        self._removed_put = 0
        self._newest = generations.newest_document(connection)
        self._staged: int | None = None

    def put(self, document: Document, passages: Sequence[Passage]) -> None:
        """Add a document with its passages; of two with one `doc_id` the first is taken."""
        if self._staged is not None:
            raise LibraryError("the draft has been opened: nothing more can be put into it")
        self._waiting.append((document, passages))
        size = sum(len(document.text) for document, _ in self._waiting)
        if len(self._waiting) >= DOCUMENTS or size >= CHARACTERS:
            self._store_waiting()

    def keep(self) -> None:
        """Also the live documents that none put replaces."""
        if self._before is not None:
            self._before.require(self._encoder)
            self._kept = True
            self._gone.clear()

    def remove(self, doc_ids: Sequence[str]) -> list[str]:
        """Leave these documents out again; returns the names that were not among them."""
        self._store_waiting()
        names = list(dict.fromkeys(map(storable, doc_ids)))
        live = self._live_names(names) if self._kept else set()
        known = {name for name in names if name in self._put or name in live - self._gone.keys()}
        self._gone |= dict.fromkeys(known)
        for name in known & self._put.keys():
            del self._put[name]
            self._removed_put += 1
        return [name for name in names if name not in known]

    def changes(self) -> Changes:
        """How the draft differs from what is live."""
        self._store_waiting()
        with self._telling():
            return self._changes()

    def _changes(self) -> Changes:
        same = SAME_NAME.format("put.doc_id").replace("documents.", "live.")
        together = f"FROM put LEFT JOIN {_LIVE} ON {same}"
        gone = "(SELECT doc_id FROM gone EXCEPT SELECT doc_id FROM put) AS put"
        left_out = (
            f"{gone} JOIN {_LIVE} ON {same}"
            if self._kept
            else f"{_LIVE} WHERE doc_id NOT IN (SELECT doc_id FROM put)"
        )
        added, updated, removed = (
            self._one(f"SELECT count(*) {query}")
            for query in (
                f"{together} WHERE live.id IS NULL",
                f"{together} WHERE live.id != put.document",
                f"FROM {left_out}",
            )
        )
        taken = len(self._put) + self._removed_put
        return Changes(taken, added, updated, removed, tuple(self._duplicates))

    def missing(self) -> list[int]:
        """Rows of the passages that have no vectors yet, one for all of equal text."""
        self._store_waiting()
        candidates = "SELECT document FROM put"
        if self._kept:
            # Of what is live only what `doctor` let go of lacks vectors.
            candidates += f" UNION SELECT document FROM lost WHERE document IN ({SERVED})"
        query = (
            "SELECT min(row) FROM passages WHERE NOT EXISTS"
            " (SELECT FROM vectors WHERE vectors.id = passages.vector)"
            f" AND document IN ({candidates}) GROUP BY vector ORDER BY 1"
        )
        given = {"generation": self._before.number if self._before else 0}
        with self._telling():
            found = self._connection.execute(query.encode(), given).fetchall()
        return [int(row) for (row,) in found]

    def passages(self, rows: Sequence[int]) -> dict[int, Passage]:
        """The passages of these rows, in their order; without damaged ones."""
        return self._shelf.passages(rows)

    def fill(self, vectors: Mapping[int, PassageVectors]) -> None:
        """Store the vectors of rows, all or none; raises EncoderError unless they are sound."""
        passages = self.passages(list(vectors)).values()
        for passage, found in zip(passages, vectors.values(), strict=True):
            require_sound(passage, found, self._encoder)
        named = {
            UUID(bytes=fingerprints.of_vectors(self._encoder, passage)): found
            for passage, found in zip(passages, vectors.values(), strict=True)
        }
        with self._connection.transaction():
            gone = "DELETE FROM vectors WHERE id = ANY(%s)"
            self._connection.execute(gone, (list(named),))
            self._storing.vectors(named)

    def view(self) -> PostgresView:
        """The draft as it will be when it is published."""
        return opened_staged(self._address, self._stage())

    def publish(self) -> Generation:
        """Make the draft the live generation, in one step."""
        number = self._stage()
        with self._connection.transaction():
            generations.publish(self._connection, number)
            self._connection.execute("DELETE FROM lost")
        with self._connection.transaction():
            generations.collect(self._connection, self._newest)
            if len(self._put) >= MANY:
                generations.describe(self._connection)
        published = generations.live(self._connection)
        assert published is not None
        return published

    def _stage(self) -> int:
        """Write the generation down, unseen, with the index of its vectors."""
        if self._staged is not None:
            return self._staged
        if self.passages(self.missing()):
            raise LibraryError("passages have no vectors yet: the library is as it was")
        with self._telling():
            number = staging.stage(
                self._connection, self._encoder_key, self._before, kept=self._kept
            )
        self._staged = number
        nearest.prepare(self._connection, number)
        return number

    def _store_waiting(self) -> None:
        if not self._waiting:
            return
        fresh: dict[str, tuple[Put, bytes]] = {}
        for document, passages in self._waiting:
            digest = fingerprints.of_document(self._encoder, document, ())
            _, before = (
                fresh.get(document.doc_id) or self._put.get(document.doc_id) or (None, None)
            )
            if before is None:
                fresh[document.doc_id] = ((document, passages), digest)
            elif before != digest:
                self._duplicates.append(document.doc_id)
        with self._connection.transaction():
            keys = self._storing.documents([one for one, _ in fresh.values()])
        for (name, (_, digest)), key in zip(fresh.items(), keys, strict=True):
            self._put[name] = (key, digest)
        self._waiting.clear()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """A transaction that knows what has been put and what is gone."""
        with self._connection.transaction():
            if len(self._put) + len(self._gone) < MANY and (self._kept or not self._before):
                self._connection.execute(nearest.ONE_BY_ONE)
            self._connection.execute("TRUNCATE put, gone")
            with self._connection.cursor().copy("COPY put FROM STDIN") as copy:
                for name, (key, _) in self._put.items():
                    copy.write_row((key, name))
            with self._connection.cursor().copy("COPY gone FROM STDIN") as copy:
                for name in self._gone:
                    copy.write_row((name,))
            yield

    def _live_names(self, names: Sequence[str]) -> set[str]:
        same = SAME_NAME.format("asked").replace("documents.", "live.")
        found = self._connection.execute(
            f"SELECT live.doc_id FROM unnest(%(names)s::text[]) AS asked JOIN {_LIVE}"
            f" ON {same}".encode(),
            {"names": list(names), "generation": self._before.number if self._before else 0},
        )
        return {name for (name,) in found}

    def _one(self, query: str) -> int:
        given = {"generation": self._before.number if self._before else 0}
        found = self._connection.execute(query.encode(), given).fetchone()
        return int(found[0]) if found else 0

    def _ask(self, query: str, given: Sequence[object]) -> list[tuple[object, ...]]:
        with explained(self._address):
            return self._connection.execute(query.encode(), given, binary=True).fetchall()
