"""Exact words: names, numbers and rare words find passages that vectors miss.

The embedded library's formula over the same terms, the counts being those of the generation.
Nothing here commits.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import md5
from typing import Any

from index.store import seals
from index.store.postgres.session import Connection
from index.store.postgres.shelf import Shelf, together
from index.store.rarity import COMMON, FEW
from index.store.seals import seal_of
from index.text import passage_terms

# Longer terms, which only numbers are, are kept by their MD5: an index takes no more than 2,700
# bytes. No term has a "#".
LONGEST = 200
_KEY = f"CASE WHEN length(term) > {LONGEST} THEN '#' || md5(term) ELSE term END"
_SMALLINT = 32_767
# The terms of passages, each once a passage, and how often it has it.
_COUNTED = f"""
SELECT row, {_KEY} AS term, least(count(*), {_SMALLINT})::smallint AS count
FROM passages CROSS JOIN unnest(string_to_array(terms, ' ')) AS term
WHERE document = ANY(%(documents)s) AND terms != '' GROUP BY row, 2
"""
# How many passages have each term: documents that make up whole segments, by these; others by
# their passages.
FREQUENCIES = f"""
WITH whole AS (
    SELECT segment FROM documents JOIN segments ON segments.id = segment
    WHERE documents.id = ANY(%(documents)s)
    GROUP BY segment HAVING sum(documents.passages) = min(segments.passages)
), rest AS (
    SELECT id FROM documents
    WHERE id = ANY(%(documents)s) AND segment NOT IN (SELECT segment FROM whole)
), found AS (
    SELECT term, cardinality(places) AS passages FROM postings
    WHERE segment IN (SELECT segment FROM whole)
    UNION ALL
    SELECT DISTINCT ON (row, key) key, 1 FROM (
        SELECT row, {_KEY} AS key
        FROM passages CROSS JOIN unnest(string_to_array(terms, ' ')) AS term
        WHERE document IN (SELECT id FROM rest) AND terms != ''
    ) AS each
)
SELECT term, sum(passages) AS passages FROM found GROUP BY term
"""
COUNTS = """
SELECT term, sum(passages)::bigint AS found FROM frequencies
WHERE term = ANY(%(terms)s) AND since <= %(generation)s GROUP BY term HAVING sum(passages) > 0
"""
# `index.store.rarity.rarest` in SQL, then BM25 with k1 = 1.2 and b = 0.75 as SQLite's FTS5 has it.
# What the passages of one score are added up from comes in one order, so that ties are ties. Where
# even the rarest term is in more passages than are read, the two rarest in one passage are looked
# for, and the first so many passages are weighed.
SHARING = f"""
WITH known AS ({COUNTS}),
whole AS (
    SELECT passages::float8 AS n, terms::float8 / greatest(passages, 1) AS mean
    FROM generations WHERE number = %(generation)s
),
likely AS (
    SELECT term, found, row_number() OVER rarest AS place, sum(found) OVER rarest AS read
    FROM known, whole WHERE found <= greatest({COMMON} * n, {FEW})
    WINDOW rarest AS (ORDER BY found, term ROWS UNBOUNDED PRECEDING)
),
chosen AS (
    SELECT term, found, place,
        greatest(ln((greatest(n - found, 0) + 0.5) / (found + 0.5)), 1e-6) AS idf
    FROM likely, whole
    WHERE place = 1 OR read <= %(postings)s OR (place = 2 AND read - found > %(postings)s)
),
matching AS (
    SELECT row, array_agg(idf ORDER BY place) AS idfs,
        array_agg(count::float8 ORDER BY place) AS counts
    FROM (
        SELECT first + at AS row, count, idf, place FROM chosen JOIN postings USING (term)
        CROSS JOIN unnest(places, counts) AS each (at, count)
    ) AS each
    GROUP BY row
    HAVING count(*) = (SELECT count(*) FROM chosen)
        OR (SELECT min(found) FROM chosen) <= %(postings)s
),
weighed AS (
    SELECT row, idfs, counts, length FROM matching JOIN passages USING (row)
    WHERE EXISTS (
        SELECT FROM served WHERE served.document = passages.document AND since <= %(generation)s
        AND (until IS NULL OR until > %(generation)s)
    )
    ORDER BY row LIMIT %(postings)s
)
SELECT row, (
    SELECT sum(idf * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length / mean)))
    FROM unnest(idfs, counts) AS each (idf, count)
) AS score
FROM weighed, whole ORDER BY score DESC, row LIMIT %(k)s
"""
# Of the passages that have the rarest term, those whose own terms have all, one after the other.
SAYING = f"""
WITH known AS ({COUNTS}), rarest AS (SELECT term FROM known ORDER BY found, term LIMIT 1)
SELECT row FROM rarest JOIN postings USING (term) CROSS JOIN unnest(places) AS at
JOIN passages ON row = first + at
WHERE (SELECT count(*) FROM known) = cardinality(%(terms)s::text[])
AND strpos(' ' || terms || ' ', %(phrase)s) > 0 AND EXISTS (
    SELECT FROM served WHERE served.document = passages.document AND since <= %(generation)s
    AND (until IS NULL OR until > %(generation)s)
)
ORDER BY row LIMIT %(k)s
"""
# Postings that are of no passage's terms, and the other way round; those of passages that are gone
# do no harm.
_WRONG_POSTINGS = f"""
WITH actual AS (
    SELECT row, {_KEY} AS term, least(count(*), {_SMALLINT}) AS count
    FROM passages CROSS JOIN unnest(string_to_array(terms, ' ')) AS term
    WHERE terms != '' GROUP BY row, 2
), noted AS (
    SELECT first + at AS row, term, count FROM postings
    CROSS JOIN unnest(places, counts) AS each (at, count)
    WHERE first + at IN (SELECT row FROM passages)
)
SELECT count(*) FROM actual FULL JOIN noted USING (row, term)
WHERE actual.count IS DISTINCT FROM noted.count
UNION ALL SELECT count(*) FROM postings WHERE cardinality(places) != cardinality(counts)
"""
# Terms of which another number than the passages that have them is noted, for some generation.
_WRONG_FREQUENCIES = f"""
WITH actual AS (
    SELECT number, key AS term, count(*) AS passages FROM generations
    JOIN served ON since <= number AND (until IS NULL OR until > number)
    JOIN (
        SELECT DISTINCT row, document, {_KEY} AS key
        FROM passages CROSS JOIN unnest(string_to_array(terms, ' ')) AS term WHERE terms != ''
    ) AS each USING (document)
    GROUP BY number, key
), noted AS (
    SELECT number, term, sum(frequencies.passages) AS passages
    FROM generations JOIN frequencies ON since <= number
    GROUP BY number, term HAVING sum(frequencies.passages) != 0
)
SELECT count(*) FROM actual FULL JOIN noted USING (number, term)
WHERE actual.passages IS DISTINCT FROM noted.passages
"""
# More segments than this make a search slower: the small ones are put together.
SEGMENTS, SMALL = 100, 2_000


def key_of(term: str) -> str:
    """The term as it is kept."""
    if len(term) <= LONGEST:
        return term
    return "#" + md5(term.encode(), usedforsecurity=False).hexdigest()


def write(
    connection: Connection, segment: int, passages: Sequence[tuple[int, Sequence[str]]]
) -> None:
    """Make a segment of passages that have just been written: (row, terms), rows rising."""
    first = passages[0][0] if passages else 0
    places, counts = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    for row, terms in passages:
        for term, count in Counter(terms).items():
            key = key_of(term)
            places[key].append(row - first)
            counts[key].append(min(count, _SMALLINT))
    connection.execute("INSERT INTO segments VALUES (%s, %s)", (segment, len(passages)))
    with connection.cursor().copy("COPY postings FROM STDIN") as copy:
        for key, found in places.items():
            copy.write_row((key, segment, first, found, counts[key]))


def rewrite(connection: Connection, segments: Sequence[int]) -> None:
    """Put what is left of segments together in a new one, from the passages' own terms."""
    documents = [
        document
        for (document,) in connection.execute(
            "SELECT id FROM documents WHERE segment = ANY(%s)", (list(segments),)
        )
    ]
    for table, name in (("postings", "segment"), ("segments", "id")):
        gone = f"DELETE FROM {table} WHERE {name} = ANY(%s)"
        connection.execute(gone.encode(), (list(segments),))
    if documents:
        _write_again(connection, documents)


def _write_again(connection: Connection, documents: list[int]) -> None:
    given: dict[str, Any] = {"documents": documents, "segment": next_segment(connection)}
    connection.execute(
        "INSERT INTO segments SELECT %(segment)s, coalesce(sum(passages), 0) FROM documents"
        " WHERE id = ANY(%(documents)s)",
        given,
    )
    moved = "UPDATE documents SET segment = %(segment)s WHERE id = ANY(%(documents)s)"
    connection.execute(moved, given)
    connection.execute(
        f"""
        WITH counted AS ({_COUNTED}),
        lowest AS (SELECT min(row) AS first FROM counted)
        INSERT INTO postings
        SELECT term, %(segment)s, first, array_agg((row - first)::integer ORDER BY row),
               array_agg(count ORDER BY row)
        FROM counted, lowest GROUP BY term, first
        """.encode(),
        given,
    )


def tidy(connection: Connection, touched: Iterable[int]) -> None:
    """Write anew those of the segments, from which passages went, that are mostly empty.

    Where there are many small ones, put them together.
    """
    sparse = connection.execute(
        "SELECT segments.id FROM segments LEFT JOIN documents ON segment = segments.id"
        " WHERE segments.id = ANY(%s) GROUP BY segments.id"
        " HAVING 2 * coalesce(sum(documents.passages), 0) <= min(segments.passages)",
        (list(touched),),
    ).fetchall()
    small = connection.execute(
        "SELECT id FROM segments WHERE passages < %s AND (SELECT count(*) FROM segments) > %s",
        (SMALL, SEGMENTS),
    ).fetchall()
    if chosen := {segment for (segment,) in (*sparse, *small)}:
        rewrite(connection, sorted(chosen))


def renew(connection: Connection) -> None:
    """Write everything anew, from the passages' texts; how often terms are there is forgotten."""
    shelf = Shelf(lambda query, given: connection.execute(query.encode(), given).fetchall())
    rows = connection.execute("SELECT row FROM passages ORDER BY row").fetchall()
    for some in together([int(row) for (row,) in rows]):
        _renew_terms(connection, shelf, some)
    segments = connection.execute("SELECT id FROM segments").fetchall()
    connection.execute("TRUNCATE postings, frequencies")
    connection.execute(
        "UPDATE documents SET passages = coalesce((SELECT count(*) FROM passages"
        " WHERE document = documents.id), 0)"
    )
    rewrite(connection, [int(segment) for (segment,) in segments])


def _renew_terms(connection: Connection, shelf: Shelf, rows: Sequence[int]) -> None:
    """Cut the terms of passages whose own are not what they were, and seal them."""
    stored = {
        row: (values, words, terms, length)
        for row, *values, words, terms, length in connection.execute(
            f"SELECT row, {', '.join(seals.PASSAGE)}, terms, length FROM passages"
            " WHERE row = ANY(%s)".encode(),
            (list(rows),),
        )
    }
    for row, passage in shelf.passages(rows).items():
        own, words, terms, length = stored[row]
        true = " ".join(passage_terms(passage))
        seal = seal_of(true)
        if (true, seal, len(true.split())) == (terms, words, length):
            continue
        *values, vector = own
        connection.execute(
            "UPDATE passages SET terms = %s, length = %s, words = %s, seal = %s WHERE row = %s",
            (true, len(true.split()), seal, seal_of(*values, vector.bytes, seal), row),
        )


def disagreements(connection: Connection) -> int:
    """How many passages have other words than were put in, and terms another count than theirs."""
    wrong = 0
    query = "SELECT words, terms, length FROM passages"
    for seal, terms, length in connection.execute(query):
        wrong += seal_of(terms) != seal or len(terms.split()) != length
    for check in (_WRONG_POSTINGS, _WRONG_FREQUENCIES):
        wrong += sum(int(found) for (found,) in connection.execute(check.encode()))
    return wrong


def next_segment(connection: Connection) -> int:
    """A segment's number."""
    found = connection.execute("SELECT nextval('segment_ids')").fetchone()
    assert found is not None
    return int(found[0])
