"""Exact words: what a search over terms finds."""

import sqlite3
from collections.abc import Iterator

import pytest

from index.store import Generation, rarity
from index.store.embedded import bm25 as lexical
from index.text import terms_of

TEXTS = {
    1: "Le phare de Port-Orme fut construit en 1867.",
    2: "The lighthouse keepers climbed 1,203 steps.",
    3: "東京都の灯台は海の近くにある。",
    4: "بناء المنارات في الميناء",
    5: "Les électriciens réparent l’électricité du phare.",
}


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """The index of `TEXTS`, in memory."""
    opened = sqlite3.connect(":memory:")
    opened.executescript(lexical.SCHEMA)
    opened.execute("CREATE TABLE passages (row INTEGER PRIMARY KEY, document INTEGER, words BLOB)")
    opened.execute("CREATE TABLE served (document INTEGER, since INTEGER, until INTEGER)")
    _add(opened, TEXTS)
    yield opened
    opened.close()


def _add(connection: sqlite3.Connection, texts: dict[int, str], since: int = 1) -> None:
    """One document a passage, which a generation has and those after it."""
    found = [(row, terms_of(text)) for row, text in texts.items()]
    sealed = [(row, lexical.seal(terms)) for row, terms in found]
    connection.executemany("INSERT INTO passages VALUES (?1, ?1, ?2)", sealed)
    spans = [(row, since) for row in texts]
    connection.executemany("INSERT INTO served VALUES (?, ?, NULL)", spans)
    lexical.add(connection, found)


def _generation(connection: sqlite3.Connection, number: int = 1) -> Generation:
    query = "SELECT count(*) FROM lexical_docsize JOIN served ON document = id WHERE since <= ?"
    (passages,) = connection.execute(query, (number,)).fetchone()
    return Generation(number, "now", "bag", "1", 256, passages, passages)


def _weights(connection: sqlite3.Connection, *terms: str, number: int = 1) -> dict[str, float]:
    return lexical.weights(connection, terms, _generation(connection, number))


def _rows(connection: sqlite3.Connection, question: str) -> list[int]:
    generation = _generation(connection)
    found = lexical.search(connection, terms_of(question), 5, generation, lambda row: True)
    return [row for row, _ in found]


def test_names_numbers_and_scripts_are_found(connection: sqlite3.Connection) -> None:
    """Each question's words lead to the one text that has them."""
    assert _rows(connection, "What happened in Port-Orme in 1867?") == [1]
    assert _rows(connection, "1203") == [2]
    assert _rows(connection, "東京都はどこ") == [3]
    assert _rows(connection, "المنارة والميناء") == [4]
    assert _rows(connection, "électrique phare")[0] == 5
    assert _rows(connection, "nothing of this") == []


def test_only_served_rows_are_found(connection: sqlite3.Connection) -> None:
    """Rows of other generations are passed over, before the k best are taken."""
    for served in (1, 5):
        found = lexical.search(connection, ["phare"], 1, _generation(connection), served.__eq__)
        assert [row for row, _ in found] == [served]


def test_a_removed_row_leaves_nothing_behind(connection: sqlite3.Connection) -> None:
    """After removal the words weigh as if the text had never been there."""
    before = _weights(connection, "phare", "1867")
    _add(connection, {9: "le phare de 1867"})
    assert _weights(connection, "phare", "1867") != before
    assert not lexical.remove(connection, [(9, ["le", "phare"])])  # not what was put in
    assert not lexical.remove(connection, [(10, [])])
    assert lexical.remove(connection, [(9, ["le", "phare", "de", "1867"])])
    assert _weights(connection, "phare", "1867") == before
    assert 9 not in _rows(connection, "phare")


def test_rare_words_weigh_more(connection: sqlite3.Connection) -> None:
    """The idf of BM25: unknown above rare above frequent, by the formula's values."""
    weights = _weights(connection, "phare", "1867", "zebra")
    assert weights["zebra"] > weights["1867"] > weights["phare"] > 0
    assert weights["phare"] == pytest.approx(0.8754687)  # log(1 + (5 - 2 + 0.5) / 2.5)


def test_what_a_later_generation_adds_moves_no_older_one(connection: sqlite3.Connection) -> None:
    """Neither how rare words are there, nor what is found, nor what it is worth."""
    generation = _generation(connection)

    def found() -> list[tuple[int, float]]:
        return lexical.search(connection, ["phare", "1867"], 5, generation, lambda row: row < 9)

    before, weights = found(), _weights(connection, "phare", "1867")
    _add(connection, dict.fromkeys(range(10, 400), "le phare, en 1867, et plus encore"), since=2)
    assert (found(), _weights(connection, "phare", "1867")) == (before, weights)
    assert _weights(connection, "phare", number=2)["phare"] < 0.01


def test_signs_that_are_newer_than_the_index_are_found(connection: sqlite3.Connection) -> None:
    """It takes them for spaces, and has such a word as the two around them."""
    _add(connection, {6: "an a\u09f2b here"})
    assert terms_of("a\u09f2b") == ["a\u09f2b"]
    assert _rows(connection, "a\u09f2b") == [6]


def test_very_common_terms_are_not_searched_for(connection: sqlite3.Connection) -> None:
    """A term in a tenth of many passages finds nothing alone, but a rare one beside it does."""
    _add(connection, dict.fromkeys(range(100, 400), "commonplace"))
    assert _rows(connection, "commonplace") == []
    assert _rows(connection, "commonplace 1867") == [1]


def test_long_and_odd_questions_are_searched(connection: sqlite3.Connection) -> None:
    """Quotes, operators and a thousand words are words, not syntax."""
    assert _rows(connection, '"phare" OR NEAR( * AND -- 1867') != []
    assert _rows(connection, " ".join(f"word{n}x{n}" for n in range(1000)) + " 1867") == []
    assert _rows(connection, "") == []


def test_of_frequent_terms_two_must_meet(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where even the rarest term is in more passages than are weighed, reading them is bounded."""
    for module in (lexical, rarity):
        monkeypatch.setattr(module, "POSTINGS", 5)
    _add(connection, dict.fromkeys(range(100, 108), "granite"))
    _add(connection, dict.fromkeys(range(110, 119), "harbour"))
    _add(connection, dict.fromkeys(range(120, 122), "granite harbour"))
    _add(connection, dict.fromkeys(range(200, 400), "something else"))
    assert _rows(connection, "granite harbour") == [120, 121]
    assert _rows(connection, "granite") == [100, 101, 102, 103, 104]
    assert _rows(connection, "granite 1867") == [1]
