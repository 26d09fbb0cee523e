"""One generation of a library in a database: its documents, passages, words and vectors."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from index.encoding import Vectors
from index.errors import LibraryError, Trouble
from index.foreign import storable
from index.store.interface import Candidates, Evidence, Generation, Rows
from index.store.postgres import generations, halfvec, nearest, words
from index.store.postgres.damage import Damage
from index.store.postgres.generations import SAME_NAME, SERVED
from index.store.postgres.holding import Find, Holding
from index.store.postgres.session import Connection
from index.store.postgres.shelf import EVIDENCE, Shelf, is_whole, together, vectors_of
from index.store.rarity import MAX_TERMS, POSTINGS, idf, looked_for
from index.store.seals import seal_of
from index.text import ENTRY, Document, Passage, passage_terms

# Documents read at a time where all are asked for.
PAGE = 200
_IN_ORDER = "ORDER BY left(doc_id, 600), doc_id"


class PostgresView:
    """A `View` (see `index.store.interface`): a generation held by a connection of its own."""

    def __init__(self, address: str, find: Find) -> None:
        """Open the generation that `find` gives; raises what it raises, or LibraryError."""
        self._held = Holding(address, find)
        self._damage = Damage(self._held.rows)
        noted = (self._damage.note_documents, self._damage.note_passages)
        self._shelf = Shelf(self._held.rows, *noted)
        self._rows: Rows | None = None

    @property
    def generation(self) -> Generation:
        """Which generation this is."""
        return self._held.generation

    def close(self) -> None:
        """Let go of the generation."""
        self._held.close()

    def documents(self) -> Iterator[Document]:
        """Every document, by `doc_id`."""
        keys = self._keys(_IN_ORDER)
        for start in range(0, len(keys), PAGE):
            yield from self._shelf.documents(keys[start : start + PAGE]).values()

    def documents_from(self, first: int, most: int) -> list[Document]:
        """At most `most` documents by `doc_id`, from the one in place `first` (0 the first)."""
        return self._found(f"{_IN_ORDER} LIMIT %(most)s OFFSET %(first)s", most=most, first=first)

    def newest_document(self) -> Document | None:
        """The document of the latest date; None if there are none."""
        keys = self._keys("ORDER BY date DESC NULLS LAST, doc_id LIMIT %(most)s", most=PAGE)
        return next(iter(self._shelf.documents(keys).values()), None)

    def document(self, doc_id: str) -> Document | None:
        """The document of that name, or None."""
        found = self._found(f"AND {SAME_NAME.format('%(name)s')}", name=storable(doc_id))
        return found[0] if found else None

    def number_of(self, document: Document) -> int | None:
        """The number that names the document with this `doc_id`, or None if there is none."""
        found = self._keys(f"AND {SAME_NAME.format('%(name)s')}", name=document.doc_id)
        return found[0] if found else None

    def numbered(self, number: int) -> Document | None:
        """The document that `number_of` gave the number for, or None."""
        found = self._found("AND id = %(number)s", number=number)
        return found[0] if found else None

    def numbers(self) -> dict[str, int]:
        """The number of every document by its `doc_id`."""
        query = f"SELECT doc_id, id FROM documents WHERE id IN ({SERVED})"
        (found,) = self._held.all((query, {"generation": self.generation.number}))
        return {name: int(key) for name, key in found}

    def entries(self) -> dict[str, str]:
        """The `doc_id` of every entry of a feed by what it says that it is."""
        query = (
            f"SELECT origin, doc_id FROM documents WHERE id IN ({SERVED})"
            " AND starts_with(origin, %(entry)s)"
        )
        given = {"generation": self.generation.number, "entry": ENTRY}
        (found,) = self._held.all((query, given))
        return dict(found)

    def _keys(self, which: str, **given: int | str) -> list[int]:
        """Documents of this generation, chosen and ordered by the end of a query."""
        query = f"SELECT id FROM documents WHERE id IN ({SERVED}) {which}"
        (found,) = self._held.all((query, given | {"generation": self.generation.number}))
        return [int(key) for (key,) in found]

    def _found(self, which: str, **given: int | str) -> list[Document]:
        return list(self._shelf.documents(self._keys(which, **given)).values())

    def passages(self, doc_id: str) -> list[Passage]:
        """The document's passages as they were stored, in order; none if it is not there."""
        keys = self._keys(f"AND {SAME_NAME.format('%(name)s')}", name=storable(doc_id))
        found = self._held.rows(
            "SELECT row FROM passages WHERE document = ANY(%s) ORDER BY row", (keys,)
        )
        return list(self._shelf.passages([int(row) for (row,) in found]).values())

    def rows(self) -> Rows:
        """The rows of all passages, rising."""
        if self._rows is None:
            query = f"SELECT row FROM passages WHERE document IN ({SERVED}) ORDER BY row"
            (found,) = self._held.all((query, {"generation": self.generation.number}))
            self._rows = np.fromiter((row for (row,) in found), dtype=np.int64)
        return self._rows

    def nearest(self, vector: Vectors, k: int) -> list[tuple[int, float]]:
        """The `k` nearest rows with their cosines, exact below `nearest.EXACT_BELOW` passages."""
        return self.candidates([(vector, k)], (), 0).nearest[0]

    def sharing(self, terms: Sequence[str], k: int) -> list[tuple[int, float]]:
        """The `k` rows that share the rarer of the terms, with their BM25, best first."""
        return self.candidates((), terms, k).sharing

    def saying(self, terms: Sequence[str], k: int) -> list[int]:
        """The first `k` rows, rising, that have all of the terms one after the other."""
        if len(terms) > MAX_TERMS:
            raise ValueError(f"more than {MAX_TERMS} terms")
        given = self._about(looked_for(terms), k) | {"phrase": f" {' '.join(terms)} "}
        _, found = self._held.all((nearest.ONE_BY_ONE, ()), (words.SAYING, given))
        return [int(row) for (row,) in found] if terms else []

    def rarity(self, terms: Sequence[str]) -> dict[str, float]:
        """Each of the terms with its idf."""
        return self.candidates((), terms, 0).rarity

    def candidates(
        self, vectors: Sequence[tuple[Vectors, int]], terms: Sequence[str], k: int
    ) -> Candidates:
        """`nearest` of each vector, `sharing` and `rarity` of the terms, in one round trip."""
        for vector, _ in vectors:
            self._require_sound(vector)
        asked = looked_for(terms)
        found = self._held.all(
            (nearest.ONE_BY_ONE, ()),
            (words.COUNTS, self._about(asked, k)),
            (words.SHARING, self._about(asked, k)),
            (nearest.WALKING if self._held.by_index else nearest.COMPARING, ()),
            *((self._nearest(), self._near(*one)) for one in vectors),
        )
        _, counted, sharing, _, *near = found
        counts = dict(counted)
        return Candidates(
            tuple(self._ordered(rows, *one) for rows, one in zip(near, vectors, strict=True)),
            [(int(row), float(score)) for row, score in sharing],
            {t: idf(self.generation.passages, int(counts.get(words.key_of(t), 0))) for t in asked},
        )

    def evidence(self, rows: Sequence[int]) -> dict[int, Evidence]:
        """What is stored of each row; raises KeyError for one that is no passage's."""
        wanted = list(dict.fromkeys(rows))
        stored = [one for some in together(wanted) for one in self._evidence(some)]
        unknown = set(wanted) - {row for row, *_ in stored}
        if unknown:
            raise KeyError(min(unknown))
        whole = {row: values for row, seal, *values in stored if is_whole(seal, values[:7])}
        passages = self._shelf.of_columns(wanted, whole)
        found = {}
        for row, passage in passages.items():
            values = whole[row]
            vectors = vectors_of(values[5], values[8:], self.generation.dimension)
            if vectors and len(vectors.sentences) == len(passage.sentences):
                terms = values[7].split(" ") if seal_of(values[7]) == values[6] else None
                found[row] = Evidence(passage, vectors, terms or passage_terms(passage))
        lost = [row for row in passages if row not in found]
        if lost:
            self._damage.note_passages(lost)
        return found

    def damaged(self) -> tuple[str, ...]:
        """What has been found damaged by reading it."""
        return self._damage.names

    def _evidence(self, rows: Sequence[int]) -> list[tuple[Any, ...]]:
        query = f"{EVIDENCE} AND document IN ({SERVED})"
        given = {"rows": list(rows), "generation": self.generation.number}
        return self._held.rows(query, given)

    def _require_sound(self, vector: Vectors) -> None:
        if vector.shape != (self.generation.dimension,) or not np.isfinite(vector).all():
            raise ValueError(f"not a vector of {self.generation.dimension} finite numbers")

    def _about(self, asked: Sequence[str], k: int) -> dict[str, Any]:
        keys = [words.key_of(term) for term in asked]
        number = self.generation.number
        return {"terms": keys, "generation": number, "k": max(k, 0), "postings": POSTINGS}

    def _nearest(self) -> str:
        dimension = self.generation.dimension if self._held.by_index else None
        return nearest.query(self._held.encoder, dimension)

    def _near(self, vector: Vectors, k: int) -> dict[str, Any]:
        more = nearest.SPARE if k > 0 else 0
        number = self.generation.number
        return {"vector": halfvec.text(vector), "k": max(k, 0) + more, "generation": number}

    def _ordered(
        self, found: list[tuple[Any, ...]], vector: Vectors, k: int
    ) -> list[tuple[int, float]]:
        asked = np.ascontiguousarray(vector, dtype=np.float32)
        best, damaged = nearest.ordered(found, asked, max(k, 0))
        if damaged:
            self._damage.note_passages(damaged)
        return best


def opened(address: str, number: int | None = None) -> PostgresView:
    """Published generation `number`, or the live one; raises LibraryNotFound or LibraryError."""

    def find(connection: Connection) -> Generation:
        if number is None:
            return generations.require_live(connection, address)
        found = generations.get(connection, number)
        if found is None or found not in generations.published(connection):
            raise LibraryError(
                f"there is no generation {number}: `python -m index info` lists them",
                Trouble.GONE,
            )
        return found

    return PostgresView(address, find)


def opened_staged(address: str, number: int) -> PostgresView:
    """A generation that is in the making, for who makes it."""

    def find(connection: Connection) -> Generation:
        found = generations.get(connection, number)
        assert found is not None
        return found

    return PostgresView(address, find)
