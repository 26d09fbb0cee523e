"""Documents, passages, words and vectors into the database, each once, many at a time.

What is already there is used again, if it is what it was; where it is damaged, it is written anew.
Where a document was read from is no part of what it is, nor whether what was left out of it is
stored in words: both are noted as they are now.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from index.encoding import PassageVectors
from index.store import fingerprints, seals
from index.store.interface import EncoderId
from index.store.packing import packed_blocks, packed_left_out, packed_spans
from index.store.postgres import generations, halfvec, words
from index.store.postgres.session import Connection
from index.store.postgres.shelf import Shelf
from index.store.rounding import BITS, rounded
from index.store.seals import seal_of
from index.text import Document, Passage, passage_terms

_DOCUMENTS = """
COPY documents (id, hash, doc_id, title, text, url, date, language, blocks, left_out, origin, seal,
                passages, terms, segment) FROM STDIN
"""
_PASSAGES = """
COPY passages (row, document, start, stop, heading, sentences, vector, words, seal, length, terms)
FROM STDIN
"""
_VECTORS = """
COPY vectors (id, encoder, whole, rounded, seal, sentences_seal) FROM STDIN (FORMAT binary)
"""
_STORED = ", ".join(f"documents.{name}" for name in seals.DOCUMENT)
_OTHERWISE = f"""
SELECT id, given.left_out, given.origin, {_STORED} FROM documents
JOIN unnest(%s::bigint[], %s::text[], %s::text[]) AS given (id, left_out, origin) USING (id)
WHERE documents.left_out != given.left_out OR documents.origin IS DISTINCT FROM given.origin
"""
Put = tuple[Document, Sequence[Passage]]


class Storing:
    """Writes for one draft, with the connection of its writer; commits nothing."""

    def __init__(
        self, connection: Connection, shelf: Shelf, encoder: EncoderId, encoder_key: int
    ) -> None:
        self._connection = connection
        self._shelf = shelf
        self._encoder, self._encoder_key = encoder, encoder_key

    def documents(self, put: Sequence[Put]) -> list[int]:
        """The keys of documents of different names, stored now unless they are there and whole."""
        digests = [fingerprints.of_document(self._encoder, *one) for one in put]
        known = self._known(digests)
        whole = self._whole(put, digests, known)
        self._note(put, digests, whole)
        fresh = [place for place, digest in enumerate(digests) if digest not in whole]
        damaged = [known[digests[place]] for place in fresh if digests[place] in known]
        self._forget(damaged)
        keys = whole | self._keys([digests[place] for place in fresh], known)
        if fresh:
            self._write([(keys[digests[place]], digests[place], put[place]) for place in fresh])
        if damaged:
            # Their words may not have been counted, or wrongly.
            generations.recount(self._connection)
        return [keys[digest] for digest in digests]

    def vectors(self, found: Mapping[UUID, PassageVectors]) -> None:
        """The vectors of texts, by the hashes that name them."""
        with self._connection.cursor().copy(_VECTORS) as copy:
            copy.write(halfvec.BEGIN)
            for vector, one in found.items():
                copy.write(halfvec.binary_row(self._vector_row(vector, one)))
            copy.write(halfvec.END)

    def _vector_row(self, vector: UUID, one: PassageVectors) -> list[bytes]:
        sentences = rounded(one.sentences).tobytes()
        return [
            vector.bytes,
            self._encoder_key.to_bytes(4, "big"),
            halfvec.packed(one.whole),
            sentences,
            seal_of(vector.bytes, halfvec.sealed(one.whole)),
            seal_of(vector.bytes, sentences, BITS),
        ]

    def _known(self, digests: Sequence[bytes]) -> dict[bytes, int]:
        asked = [UUID(bytes=digest) for digest in digests]
        query = "SELECT hash, id FROM documents WHERE hash = ANY(%s)"
        return {digest.bytes: key for digest, key in self._connection.execute(query, (asked,))}

    def _whole(
        self, put: Sequence[Put], digests: Sequence[bytes], known: Mapping[bytes, int]
    ) -> dict[bytes, int]:
        """Those that are there as they are to be stored, with their passages and words."""
        if not known:
            return {}
        stored = self._shelf.documents(known.values())
        passages = passages_of(self._connection, self._shelf, list(known.values()))
        vectors = self._vectors_of(list(known.values()))
        found = {}
        for (_, wanted), digest in zip(put, digests, strict=True):
            key = known.get(digest, -1)
            if (document := stored.get(key)) is None:
                continue
            named, own = vectors.get(key, []), passages.get(key, [])
            if fingerprints.of_document(self._encoder, document, own) == digest and [
                fingerprints.are_of(name.bytes, self._encoder, one)
                for name, one in zip(named, wanted, strict=False)
            ] == [True] * len(wanted):
                found[digest] = key
        return found

    def _note(
        self, put: Sequence[Put], digests: Sequence[bytes], whole: Mapping[bytes, int]
    ) -> None:
        """Of documents that say what they said, where they were read from this time.

        And what was left out of them, which an older version stored in words.
        """
        same = {
            whole[digest]: document
            for (document, _), digest in zip(put, digests, strict=True)
            if digest in whole
        }
        given = (
            list(same),
            [packed_left_out(one.left_out) for one in same.values()],
            [one.origin for one in same.values()],
        )
        other = self._connection.execute(_OTHERWISE.encode(), given).fetchall() if same else []
        with self._connection.cursor() as cursor:
            cursor.executemany(
                "UPDATE documents SET left_out = %s, origin = %s, seal = %s WHERE id = %s",
                [
                    (left_out, origin, seal_of(digest.bytes, *own, left_out, origin), key)
                    for key, left_out, origin, digest, *own, _, _ in other
                ],
            )

    def _vectors_of(self, documents: Sequence[int]) -> dict[int, list[UUID]]:
        """Of each document, what its passages' vectors are named, if all its words are whole."""
        query = "SELECT document, vector, words, terms FROM passages WHERE document = ANY(%s)"
        found: dict[int, list[UUID]] = {}
        for document, vector, seal, terms in self._connection.execute(
            f"{query} ORDER BY row".encode(), (list(documents),)
        ):
            found.setdefault(document, []).append(
                vector if seal_of(terms) == seal else UUID(int=0)
            )
        return found

    def _forget(self, damaged: Sequence[int]) -> None:
        """Delete rows that are to be written anew; their segments' words, too."""
        if not damaged:
            return
        generations.forget_passages(self._connection, damaged, vectors=False)
        gone = self._connection.execute(
            "DELETE FROM documents WHERE id = ANY(%s) RETURNING segment", (list(damaged),)
        ).fetchall()
        words.rewrite(self._connection, sorted({segment for (segment,) in gone}))

    def _keys(self, digests: Sequence[bytes], known: Mapping[bytes, int]) -> dict[bytes, int]:
        fresh = [digest for digest in digests if digest not in known]
        first = _taken(self._connection, "document_ids", len(fresh))
        keys = {digest: first + place for place, digest in enumerate(fresh)}
        return keys | {digest: known[digest] for digest in digests if digest in known}

    def _write(self, fresh: Sequence[tuple[int, bytes, Put]]) -> None:
        segment = words.next_segment(self._connection)
        count = sum(len(passages) for _, _, (_, passages) in fresh)
        row = _taken(self._connection, "passage_rows", count)
        found: list[tuple[int, list[str]]] = []
        rows, documents = [], []
        for key, digest, (document, passages) in fresh:
            terms = [passage_terms(passage) for passage in passages]
            for passage, own in zip(passages, terms, strict=True):
                rows.append(self._passage_row(row, key, passage, own))
                found.append((row, own))
                row += 1
            total = sum(map(len, terms))
            documents.append(
                (*_document_row(key, digest, document), len(passages), total, segment)
            )
        for statement, written in ((_DOCUMENTS, documents), (_PASSAGES, rows)):
            with self._connection.cursor().copy(statement) as copy:
                for one in written:
                    copy.write_row(one)
        words.write(self._connection, segment, found)

    def _passage_row(
        self, row: int, document: int, passage: Passage, terms: Sequence[str]
    ) -> tuple[Any, ...]:
        joined = " ".join(terms)
        vector = fingerprints.of_vectors(self._encoder, passage)
        own = (
            document,
            passage.span.start,
            passage.span.end,
            passage.heading,
            packed_spans(passage.sentences),
        )
        words_seal = seal_of(joined)
        seal = seal_of(*own, vector, words_seal)
        return (row, *own, UUID(bytes=vector), words_seal, seal, len(terms), joined)


def _document_row(key: int, digest: bytes, document: Document) -> tuple[Any, ...]:
    fields = (
        *fingerprints.plain(document),
        packed_blocks(document.blocks),
        packed_left_out(document.left_out),
        document.origin,
    )
    return (key, UUID(bytes=digest), *fields, seal_of(digest, *fields))


def passages_of(
    connection: Connection, shelf: Shelf, documents: Sequence[int]
) -> dict[int, list[Passage]]:
    """The whole passages of documents, in order."""
    query = "SELECT row, document FROM passages WHERE document = ANY(%s) ORDER BY row"
    rows: dict[int, int] = dict(connection.execute(query, (list(documents),)).fetchall())
    found: dict[int, list[Passage]] = {}
    for row, passage in shelf.passages(list(rows)).items():
        found.setdefault(rows[row], []).append(passage)
    return found


def _taken(connection: Connection, sequence: str, count: int) -> int:
    """The first of so many numbers in a row, which nobody else gets; for the one writer."""
    if not count:
        return 0
    query = f"SELECT setval('{sequence}', nextval('{sequence}') + %s)"
    found = connection.execute(query.encode(), (count - 1,)).fetchone()
    assert found is not None
    return int(found[0]) - count + 1
