"""A quote by its ID, whatever became of the text since."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
import regex
from hypothesis import given as drawn
from hypothesis import strategies as st

from index.building import build, remove
from index.errors import LibraryError
from index.store import Library, open_library
from index.text import Document, Span
from index.versions import QuoteId, Standing, UnknownQuote, looking, stood
from index.versions.ids import LONGEST
from index.versions.looking import Looked
from index.versions.quotes import _stood
from tests.doubles import BagEncoder

WORDS = "The fee is ten crowns for each day that begins."
TEXT = f"Fees of the house.\n\n{WORDS} Nobody pays it twice."
FEES = Document("fees", "Fees", TEXT)
SPAN = Span(TEXT.index(WORDS), TEXT.index(WORDS) + len(WORDS))
ID = QuoteId.of(FEES, SPAN)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library that has the words."""
    library = open_library(tmp_path / "library")
    build(library, [FEES, Document("cat", "Cat", "The cat sleeps.")], BagEncoder(), replace=True)
    return library


def _counting(given: QuoteId) -> tuple[QuoteId, list[tuple[str, int]]]:
    """The same ID, and in which texts its words are looked for, each time how many are hashed."""
    looked: list[tuple[str, int]] = []

    class Counting(QuoteId):
        def stands_at(self, document: Document, start: int) -> bool:
            within = start + len(self.span) <= len(document.text)
            looked.append((document.text, within * len(self.span)))
            return super().stands_at(document, start)

    return Counting(given.name, given.words, given.span), looked


def _hashed(looked: list[tuple[str, int]]) -> int:
    return sum(count for _, count in looked)


def _edit(library: Library, text: str) -> None:
    build(library, [replace(FEES, text=text)], BagEncoder(), replace=False)


def test_an_id_fits_a_deep_link_and_is_read_back() -> None:
    """With `v_` before it no more than 64 letters of those that a link takes."""
    written = str(ID)
    assert len(written) == 34
    assert set(written) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
    assert QuoteId.read(written) == ID
    assert str(QuoteId.of(replace(FEES, title="Other"), SPAN)) == written


@pytest.mark.parametrize("wrong", ["", "x", "é", "A" * 34, "!" * 34, str(ID)[:-1], str(ID) + "AA"])
def test_what_is_no_id_is_said_so(wrong: str) -> None:
    """Also one with a letter mistyped."""
    with pytest.raises(UnknownQuote, match="copy the ID"):
        QuoteId.read(wrong)


@pytest.mark.parametrize(
    "written",
    [f"v_{ID}", f"https://t.me/somebot?start=v_{ID}", f"tg://resolve?domain=b&start=v_{ID}\n"],
)
def test_an_id_is_read_from_a_link(written: str) -> None:
    """As `/cite` gives it."""
    assert QuoteId.read(written) == ID


def test_every_mistyped_letter_is_noticed() -> None:
    """By the sum at its end."""
    written = str(ID)
    for place, letter in enumerate(written[:-1]):
        wrong = written[:place] + ("A" if letter != "A" else "B") + written[place + 1 :]
        with pytest.raises(UnknownQuote):
            QuoteId.read(wrong)


def test_words_that_stand(library: Library) -> None:
    """Where they stood, also after another part was changed behind them."""
    for _ in range(2):
        found = stood(library, ID)
        assert (found.standing, found.current, found.quoted) == (Standing.STANDS, SPAN, WORDS)
        _edit(library, TEXT.replace("twice", "two times"))


def test_words_that_moved(library: Library) -> None:
    """Other words came before them; or only marks and spaces in them are other."""
    _edit(library, f"A preface.\n\n{TEXT}")
    found = stood(library, ID)
    assert found.standing is Standing.MOVED
    assert found.current == SPAN.shift(len("A preface.\n\n"))
    _edit(library, TEXT.replace("fee is ten", "fee\nis “ten”"))
    found = stood(library, ID)
    assert found.standing is Standing.MOVED
    assert found.quoted == WORDS.replace("fee is ten", "fee\nis “ten”")


def test_words_that_changed(library: Library) -> None:
    """Since the first generation without them, with each difference."""
    _edit(library, f"A preface.\n\n{TEXT}")
    _edit(library, TEXT.replace("ten", "not twelve"))
    _edit(library, TEXT.replace("ten", "thirteen"))
    found = stood(library, ID)
    assert found.standing is Standing.CHANGED
    assert found.quoted == WORDS
    assert found.current is not None
    assert found.since is not None
    assert found.current.of(found.document.text) == WORDS.replace("ten", "thirteen")
    assert found.since.number == 3
    (one,) = found.changes
    assert one.before.of(WORDS) == "ten"
    assert one.after.of(WORDS.replace("ten", "thirteen")) == "thirteen"


def test_words_that_were_taken_out(library: Library) -> None:
    """Of a document that is still there, and with a document that is not."""
    _edit(library, TEXT.replace(WORDS, "Ask at the desk."))
    found = stood(library, ID)
    assert (found.standing, found.quoted, found.current) == (Standing.REMOVED, WORDS, None)
    assert found.since is not None
    assert found.since.number == 2
    remove(library, ["fees"])
    found = stood(library, ID)
    assert (found.standing, found.since and found.since.number) == (Standing.REMOVED, 2)
    library.rollback(1)
    assert stood(library, ID).standing is Standing.STANDS


def test_words_of_a_generation_that_is_pruned(library: Library) -> None:
    """Where they stand they are found without it; where not, that is all that can be said."""
    _edit(library, f"A preface.\n\n{TEXT}")
    library.prune(keep=0)
    assert stood(library, ID).standing is Standing.MOVED
    _edit(library, TEXT.replace("ten", "twelve"))
    library.prune(keep=0)
    found = stood(library, ID)
    assert (found.standing, found.quoted) == (Standing.FORGOTTEN, None)
    remove(library, ["fees"])
    library.prune(keep=0)
    with pytest.raises(UnknownQuote):
        stood(library, ID)


def test_words_of_another_library(library: Library) -> None:
    """An ID that is well made and of no document here is unknown."""
    other = Document("elsewhere", "", "The fee is nine crowns for each day that begins.")
    with pytest.raises(UnknownQuote):
        stood(library, QuoteId.of(other, Span(0, len(other.text))))


def test_words_are_found_under_another_name_though_nothing_else_is_known(
    library: Library, tmp_path: Path
) -> None:
    """In a library built anew, and where what they stood in is pruned: the ID has their hash."""
    renamed = Document("prices", "Prices", f"As before.\n\n{WORDS}")
    remove(library, ["fees"])
    build(library, [renamed], BagEncoder(), replace=False)
    library.prune(keep=0)
    anew = open_library(tmp_path / "anew")
    build(anew, [renamed], BagEncoder(), replace=True)
    for one in (library, anew):
        found = stood(one, ID)
        assert (found.standing, found.document.doc_id) == (Standing.MOVED, "prices")
        assert found.quoted == WORDS


PRICES = [f"The {kind} ticket costs {price} crowns a day." for kind, price in
          (("first", 10), ("second", 20), ("third", 30))]  # fmt: skip


def test_a_sentence_that_stood_beside_it_is_not_what_it_became(library: Library) -> None:
    """However alike: of prices one is taken out, or put into another document, or changed."""
    lists = Document("prices", "Prices", " ".join(PRICES))
    build(library, [lists], BagEncoder(), replace=False)
    given = QuoteId.of(lists, Span(0, len(PRICES[0])))
    without = replace(lists, text=" ".join(PRICES[1:]))
    build(library, [without], BagEncoder(), replace=False)
    assert stood(library, given).standing is Standing.REMOVED
    dearer = replace(lists, text=" ".join([*PRICES[1:], PRICES[0].replace("10", "12")]))
    build(library, [dearer], BagEncoder(), replace=False)
    found = stood(library, given)
    assert found.standing is Standing.CHANGED
    assert found.current
    assert found.current.of(dearer.text) == "The first ticket costs 12 crowns a day."
    build(library, [Document("old", "Old prices", PRICES[0])], BagEncoder(), replace=False)
    found = stood(library, given)
    assert (found.standing, found.document.doc_id) == (Standing.MOVED, "old")


def test_another_text_that_says_the_same_all_along_is_not_where_words_have_moved(
    library: Library,
) -> None:
    """They were changed where they stood, and that is told."""
    build(library, [Document("copy", "Copy", f"Copied: {WORDS}")], BagEncoder(), replace=False)
    _edit(library, TEXT.replace("ten", "twelve"))
    found = stood(library, ID)
    assert (found.standing, found.document.doc_id) == (Standing.CHANGED, "fees")


def test_words_that_stand_twice_are_the_nearest(library: Library) -> None:
    """To where they stood."""
    before = "Some words. "
    _edit(library, f"{before * 2}{TEXT} {WORDS}")
    found = stood(library, ID)
    assert found.current is not None
    assert found.current.start == 2 * len(before) + SPAN.start


def test_words_in_a_document_of_another_name_have_moved(library: Library) -> None:
    """A file that was given another name has them still."""
    remove(library, ["fees"])
    assert stood(library, ID).standing is Standing.REMOVED
    renamed = Document("prices", "Prices", f"As before.\n\n{WORDS}")
    build(library, [renamed], BagEncoder(), replace=False)
    found = stood(library, ID)
    assert (found.standing, found.document.doc_id) == (Standing.MOVED, "prices")
    assert found.current
    assert found.current.of(renamed.text) == WORDS


def test_words_that_may_stand_in_what_is_damaged_are_not_called_removed(
    library: Library,
) -> None:
    """It is told that the library is."""
    remove(library, ["fees"])
    build(library, [Document("prices", "Prices", WORDS)], BagEncoder(), replace=False)
    with closing(sqlite3.connect(Path(library.address) / "library.sqlite")) as connection:
        connection.execute("UPDATE documents SET title = 'Bats' WHERE doc_id = 'prices'")
        connection.commit()
    with pytest.raises(LibraryError, match="nothing of what was looked up can be read"):
        stood(library, ID)


def test_each_version_is_looked_at_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many generations share it; the oldest of very many are let be."""
    generation, (given, looked) = library.live(), _counting(ID)
    monkeypatch.setattr(looking, "MOST_LOOKED_THROUGH", 99 * len("Version 010."))
    versions = [replace(FEES, text=f"Version {number:03}.") for number in range(10, 115)]
    shared = [document for document in versions for _ in range(3)]
    history = [(replace(generation, number=n), one) for n, one in enumerate([FEES, *shared])]
    found = _stood(given, history, len(shared))
    assert found
    assert found.standing is Standing.FORGOTTEN
    assert [text for text, _ in looked] == [one.text for one in reversed(versions[-99:])]
    looked.clear()
    found = _stood(given, history[:30], 29)
    assert found
    assert (found.standing, found.quoted) == (Standing.REMOVED, WORDS)
    assert found.since == history[1][0]
    assert len(looked) == 11


@pytest.mark.parametrize("length", [0, LONGEST + 1, 200_000, 2**32 - 1])
def test_an_id_of_more_words_than_a_quote_has_is_none(length: int) -> None:
    """Anybody can write one whose sum is right."""
    longest = QuoteId(ID.name, ID.words, Span(7, 7 + LONGEST))
    assert QuoteId.read(str(longest)) == longest
    with pytest.raises(UnknownQuote):
        QuoteId.read(str(QuoteId(ID.name, ID.words, Span(0, length))))


@pytest.mark.parametrize("name", [ID.name, b"nobody"])
@pytest.mark.parametrize("length", [1, 80, LONGEST])
def test_words_that_stand_nowhere_are_looked_for_no_longer_than_others(
    library: Library, monkeypatch: pytest.MonkeyPatch, name: bytes, length: int
) -> None:
    """However long they are, and wherever they may begin: once in versions, once in all texts."""
    monkeypatch.setattr(looking, "MOST_HASHED", 100_000)
    for number in range(3):
        _edit(library, f"漢字仮名交文章。第{number}版。" * 500)
    given, looked = _counting(QuoteId(name, b"not there", Span(0, length)))
    with suppress(UnknownQuote):
        assert stood(library, given).standing is Standing.FORGOTTEN
    assert 0 < _hashed(looked) <= 2 * 100_000


def test_words_that_another_text_had_all_along_are_not_hashed_to_see_it(
    library: Library,
) -> None:
    """They are known by then: by their hash they are looked for only once."""
    pages = "Nobody reads this. " * 5_000
    copy = f"{pages}{WORDS}"
    build(library, [Document("copy", "Copy", copy)], BagEncoder(), replace=False)
    _edit(library, TEXT.replace("ten", "twelve"))
    given, looked = _counting(ID)
    found = stood(library, given)
    assert (found.standing, found.document.doc_id) == (Standing.CHANGED, "fees")
    once = 4 * 5_000 * len(WORDS)
    assert once <= _hashed(looked) < 1.1 * once


def test_words_are_looked_for_first_near_to_where_they_stood(library: Library) -> None:
    """So that the little by which most have moved takes little work, also in a book."""
    pages = "Nobody reads this page. " * 2_000
    book = Document("book", "Book", f"{pages}{WORDS} {pages}")
    given, looked = _counting(QuoteId.of(book, SPAN.shift(len(pages) - SPAN.start)))
    build(library, [book], BagEncoder(), replace=False)
    build(library, [replace(book, text=f"New. {book.text}")], BagEncoder(), replace=False)
    found = stood(library, given)
    assert (found.standing, found.quoted) == (Standing.MOVED, WORDS)
    assert found.current == given.span.shift(len("New. "))
    assert _hashed(looked) <= 10 * len(WORDS)


@drawn(
    st.text("ab .漢,", max_size=40), st.integers(0, 50), st.sampled_from(["a", "b.", " a", "漢a"])
)
def test_the_nearest_of_all_places_is_found(text: str, start: int, words: str) -> None:
    """The first of two that are equally near; none begins inside a word."""
    asked = Document("asked", "", words)
    sought = replace(QuoteId.of(asked, Span(0, len(words))), span=Span(start, start + len(words)))
    places = [one.start() for one in regex.finditer(regex.escape(words), text, overlapped=True)]
    free = [at for at in places if at == start or (words[0] != " "
            and (words[0] == "漢" or not text[at - 1 : at].isalpha()))]  # fmt: skip
    nearest = min(free, key=lambda at: abs(at - start), default=None)
    wanted = None if nearest is None else Span(nearest, nearest + len(words))
    assert Looked(sought).place(Document("text", "", text)) == wanted


@pytest.mark.parametrize("before", ["", "(", "“(", "— ", "> “", "(“‘"])
def test_words_are_found_with_the_marks_before_them(library: Library, before: str) -> None:
    """Where they have moved."""
    document = replace(FEES, text=f"{before}{WORDS} The end.")
    build(library, [document], BagEncoder(), replace=False)
    given = QuoteId.of(document, Span(0, len(before + WORDS)))
    _edit(library, f"Something new stands before. {before}{WORDS}")
    found = stood(library, given)
    assert (found.standing, found.quoted) == (Standing.MOVED, before + WORDS)
