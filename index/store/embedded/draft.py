"""Documents into the database, to be the next generation: each once, with its passages.

What is already there, of any generation or of a build that was cut off, is used again: a document
by all its fields, its passages and its encoder; a vector by the text it is of.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from index.store.embedded import bm25
from index.store.embedded.generations import SERVED
from index.store.embedded.schema import transaction
from index.text import Document, Passage, Span, search_text, split

# A transaction takes as many documents as reach either limit.
DOCUMENTS = 200
CHARACTERS = 2_000_000


class Intake:
    """Fills the table `candidate`, which `generations.stage` makes a generation of."""

    def __init__(
        self, connection: sqlite3.Connection, encoder: str, revision: str, dimension: int
    ) -> None:
        self.connection = connection
        self.taken = 0
        self.duplicates: list[str] = []
        self._identity = f"{encoder}\n{revision}\n{dimension}\n"
        with transaction(connection):
            connection.execute(
                "CREATE TEMP TABLE candidate (document INTEGER PRIMARY KEY, doc_id TEXT UNIQUE)"
            )
            connection.execute(
                "INSERT INTO encoders (name, revision, dimension) VALUES (?, ?, ?)"
                " ON CONFLICT DO NOTHING",
                (encoder, revision, dimension),
            )
            (self.encoder,) = connection.execute(
                "SELECT id FROM encoders WHERE name = ? AND revision = ?",
                (encoder, revision),
            ).fetchone()

    def take(self, documents: Iterable[Document]) -> Iterator[int]:
        """Store the documents, a batch a transaction; yields how many there are so far.

        Of two different documents of one `doc_id` the first is taken, the other's name noted.
        """
        for batch in _batches(documents):
            with transaction(self.connection):
                for document in batch:
                    self._take(document)
            yield self.taken

    def keep(self, number: int) -> None:
        """Also the documents of generation `number` that no taken one replaces."""
        with transaction(self.connection):
            self.connection.execute(
                f"INSERT OR IGNORE INTO candidate SELECT id, doc_id FROM documents"
                f" WHERE id IN ({SERVED})",
                (number,),
            )

    def drop(self, doc_ids: Sequence[str]) -> list[str]:
        """Leave these documents out again; returns the names that were not among them."""
        with transaction(self.connection):
            return [
                doc_id
                for doc_id in dict.fromkeys(doc_ids)
                if not self.connection.execute(
                    "DELETE FROM candidate WHERE doc_id = ?", (doc_id,)
                ).rowcount
            ]

    def _take(self, document: Document) -> None:
        twin = self.connection.execute(
            "SELECT documents.doc_id, title, text, url, date, language FROM documents"
            " JOIN candidate ON document = id WHERE candidate.doc_id = ?",
            (document.doc_id,),
        ).fetchone()
        if twin is None:
            self.connection.execute(
                "INSERT INTO candidate VALUES (?, ?)", (self._stored(document), document.doc_id)
            )
            self.taken += 1
        elif Document(*twin) != document:
            self.duplicates.append(document.doc_id)

    def _stored(self, document: Document) -> int:
        fields = (
            document.doc_id,
            document.title,
            document.text,
            document.url,
            document.date,
            document.language,
        )
        passages = split(document)
        parts = [(p.heading, _pairs([p.span, *p.sentences])) for p in passages]
        digest = _hash(self._identity, json.dumps([fields, parts]))
        found = self.connection.execute(
            "SELECT id FROM documents WHERE hash = ?", (digest,)
        ).fetchone()
        if found:
            return int(found[0])
        inserted = self.connection.execute(
            "INSERT INTO documents (hash, doc_id, title, text, url, date, language)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (digest, *fields),
        ).lastrowid
        assert inserted is not None
        rows = [self._insert(inserted, passage) for passage in passages]
        texts = [search_text(passage) for passage in passages]
        bm25.add(self.connection, list(zip(rows, texts, strict=True)))
        return inserted

    def _insert(self, document: int, passage: Passage) -> int:
        text, spans = encoded(passage)
        digest = _hash(self._identity, json.dumps([text, _pairs(spans)]))
        self.connection.execute(
            "INSERT INTO vectors (hash) VALUES (?) ON CONFLICT DO NOTHING", (digest,)
        )
        row = self.connection.execute(
            "INSERT INTO passages (document, start, stop, heading, sentences, vector)"
            " SELECT ?, ?, ?, ?, ?, id FROM vectors WHERE hash = ?",
            (
                document,
                passage.span.start,
                passage.span.end,
                passage.heading,
                np.array(_pairs(passage.sentences), dtype="<i4").tobytes(),
                digest,
            ),
        ).lastrowid
        assert row is not None
        return row


def encoded(passage: Passage) -> tuple[str, list[Span]]:
    """What the encoder reads of a passage: its text, and its sentences' spans in it."""
    return passage.text, [span.shift(-passage.span.start) for span in passage.sentences]


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if len(batch) >= DOCUMENTS or size >= CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _pairs(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _hash(*parts: str) -> bytes:
    return hashlib.blake2b("".join(parts).encode(), digest_size=16).digest()
