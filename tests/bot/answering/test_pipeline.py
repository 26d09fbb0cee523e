"""The pipeline: one generation answers a whole question; a new one is taken up without a gap."""

import os
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from bot.answering.answer import Answer, NoAnswer
from bot.answering.one_generation import MAX_QUESTION, clean
from bot.answering.pipeline import RETRY_SECONDS, QuestionAnswering
from bot.answering.readers.reader import EncoderReader
from index.building import build
from index.errors import EncoderError, LibraryNotFound
from index.sources import from_bytes, from_text
from index.store import Library, open_library
from index.store.embedded.schema import DATABASE
from tests.doubles import BagEncoder, WordReader

QUESTION = "who keeps the lighthouse of Skagen?"


def _texts(name: str) -> list[str]:
    return [f"The keeper of the lighthouse of Skagen is {name}.", "Herring is sold on Saturdays."]


def _build(library: Library, name: str) -> None:
    documents = [from_text(text, doc_id=str(place)) for place, text in enumerate(_texts(name))]
    build(library, documents, BagEncoder(), replace=True)


@pytest.fixture
def answering(tmp_path: Path) -> QuestionAnswering:
    """A pipeline with words for vectors, that answers whatever it finds."""
    library = open_library(tmp_path / "library")
    _build(library, "Anna")
    reader = EncoderReader("bundled")
    return QuestionAnswering(library, BagEncoder(), reader)


def _found(answering: QuestionAnswering) -> str:
    result = answering.ask(QUESTION)
    if isinstance(result, Answer):
        return result.quotes[0].text
    assert result.closest
    return result.closest.text


def test_a_new_generation_is_taken_up_on_refresh(answering: QuestionAnswering) -> None:
    """Before, the old one answers; a second refresh finds nothing new."""
    _build(answering.library, "Bertil")
    assert _found(answering) == _texts("Anna")[0]
    assert answering.generation == 1
    assert answering.refresh()
    assert _found(answering) == _texts("Bertil")[0]
    assert answering.generation == 2
    assert not answering.refresh()


def test_what_reads_as_small_talk_is_answered_where_a_text_asks_it(tmp_path: Path) -> None:
    """In the same words only; to who says hello or asks otherwise no text says anything."""
    page = "# An interview\n\n## What do you do?\n\nI build boats.\n\n## Hello?\n\nHe nods.\n"
    library = open_library(tmp_path / "interview")
    build(library, from_bytes("a.md", page.encode()), BagEncoder(), replace=True)
    answering = QuestionAnswering(library, BagEncoder(), WordReader())
    found = answering.ask("what do you do")
    assert isinstance(found, Answer)
    assert (found.quotes[0].text, found.sure) == ("I build boats.", True)
    for said in ("who are you?", "hello"):
        assert answering.ask(said) == NoAnswer(None, 0.0, found.threshold, ())


def test_the_part_of_a_message_that_is_not_answered_is_told(tmp_path: Path) -> None:
    """As it was typed, whoever asked it before; where all or nothing is answered there is none."""
    library = open_library(tmp_path / "library")
    _build(library, "Anna")
    answering = QuestionAnswering(library, BagEncoder(), WordReader())
    pool, shouted = "what does the swimming pool cost?", "WHAT DOES THE SWIMMING POOL COST?"
    for message, told in (
        (f"{QUESTION[:-1]}, and {pool}", pool),
        (f"{QUESTION[:-1]}, and {pool}", pool),
        (f"{QUESTION} {pool}", pool),
        (f"{QUESTION.upper()} {shouted}", shouted),
    ):
        found = answering.ask(message)
        assert isinstance(found, Answer)
        assert [quote.text for quote in found.quotes] == [_texts("Anna")[0]]
        assert [one.question for one in found.unanswered] == [told]
        assert found.unanswered[0].closest
    whole = answering.ask(f"{QUESTION} When is herring sold on Saturdays?")
    assert isinstance(whole, Answer)
    assert (len(whole.quotes), whole.unanswered) == (2, ())
    assert isinstance(answering.ask(f"{pool} And who paints the giraffes?"), NoAnswer)


def test_a_rollback_is_taken_up_too(answering: QuestionAnswering) -> None:
    """It is a change like any other."""
    _build(answering.library, "Bertil")
    answering.refresh()
    answering.library.rollback(1)
    assert answering.refresh()
    assert _found(answering) == _texts("Anna")[0]


def test_another_library_in_its_place_is_taken_up_though_the_number_is_the_same(
    answering: QuestionAnswering,
) -> None:
    """As every library begins with 1; once one is open, nothing is new."""
    folder = Path(answering.library.address)
    other = open_library(folder.with_name("other"))
    texts = [from_text(text, doc_id=text[:3]) for text in (*_texts("Bertil"), "A third one.")]
    build(other, texts, BagEncoder(), replace=True)
    folder.rename(folder.with_name("old"))
    folder.with_name("other").rename(folder)
    assert answering.refresh()
    assert answering.generation == 1
    assert _found(answering) == _texts("Bertil")[0]
    assert not answering.refresh()


def test_another_library_is_tried_at_once_where_that_before_could_not_be_opened(
    answering: QuestionAnswering,
) -> None:
    """Whatever its number: that before was another encoder's."""
    folder = Path(answering.library.address)
    away = [folder.with_name(name) for name in ("wrong", "right")]
    for place, encoder in zip(away, (BagEncoder(name="other"), BagEncoder()), strict=True):
        texts = [from_text(_texts(encoder.name)[0], doc_id=encoder.name)]
        build(open_library(place), texts, encoder, replace=True)
    folder.rename(folder.with_name("old"))
    away[0].rename(folder)
    assert not answering.refresh()
    assert "ENCODER=other" in answering.trouble
    folder.rename(folder.with_name("wrong"))
    away[1].rename(folder)
    assert answering.refresh()
    assert _found(answering) == _texts("bag")[0]


def test_a_generation_that_cannot_be_opened_leaves_the_old_one(
    answering: QuestionAnswering, caplog: pytest.LogCaptureFixture
) -> None:
    """Built with another encoder, say: it is told, and the old one goes on."""
    other = BagEncoder(name="other")
    documents = [from_text("Something else entirely.", doc_id="x")]
    build(answering.library, documents, other, replace=True)
    assert not answering.refresh()
    assert "still answering from generation 1" in caplog.text
    assert _found(answering) == _texts("Anna")[0]


def test_a_library_that_cannot_be_asked_is_trouble(answering: QuestionAnswering) -> None:
    """What is open goes on answering, and what is wrong is said until it is over."""
    assert (answering.trouble, answering.answers) == ("", True)
    folder = Path(answering.library.address)
    folder.rename(folder.with_name("away"))
    assert not answering.refresh()
    assert (str(folder) in answering.trouble, answering.answers) == (True, True)
    assert _found(answering) == _texts("Anna")[0]
    folder.with_name("away").rename(folder)
    assert not answering.refresh()
    assert (answering.trouble, answering.answers) == ("", True)


@pytest.mark.parametrize(("damaged", "answers"), [(["0"], True), (["0", "1"], False)])
def test_what_is_damaged_where_it_begins_answers_from_the_rest(
    answering: QuestionAnswering, damaged: list[str], answers: bool
) -> None:
    """The old generation is looked at all over; the new one cannot be opened."""
    other = [from_text("Something else entirely.", doc_id="x")]
    build(answering.library, other, BagEncoder(name="other"), replace=True)
    database = Path(answering.library.address) / DATABASE
    with closing(sqlite3.connect(database)) as connection, connection:
        change = "UPDATE documents SET text = replace(text, 'a', 'e') WHERE doc_id = ?"
        connection.executemany(change, [(doc_id,) for doc_id in damaged])
    assert not answering.refresh()
    assert answering.answers is answers


def test_a_generation_that_cannot_be_opened_is_told_once_and_tried_again_later(
    answering: QuestionAnswering, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not at every look: after a minute, or when yet another generation is live."""
    documents = [from_text("Something else entirely.", doc_id="x")]
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now)
    build(answering.library, documents, BagEncoder(name="other"), replace=True)
    assert not answering.refresh()
    answering.encoder = BagEncoder(name="other")  # from now on it could be opened
    assert not answering.refresh()
    now += RETRY_SECONDS
    assert answering.refresh()
    assert answering.generation == 2
    build(answering.library, documents, BagEncoder(name="third"), replace=True)
    for seconds in (0.0, RETRY_SECONDS, 1.0):
        now += seconds
        assert not answering.refresh()
    answering.library.rollback(1)
    answering.encoder = BagEncoder()
    assert answering.refresh()
    assert _found(answering) == _texts("Anna")[0]
    told = [one.getMessage() for one in caplog.records if one.levelname == "WARNING"]
    assert [one.partition(":")[0] for one in told] == [
        f"still answering from generation {number}" for number in (1, 2)
    ]


def test_a_library_that_is_gone_is_told_once(
    answering: QuestionAnswering, caplog: pytest.LogCaptureFixture
) -> None:
    """And what has been read of it goes on answering; once it is back, all goes on."""
    folder = Path(answering.library.address)
    away = folder.rename(folder.with_name("away"))
    for _ in range(3):
        assert not answering.refresh()
    assert len([one for one in caplog.records if one.levelname == "WARNING"]) == 1
    away.rename(folder)
    _build(answering.library, "Bertil")
    assert answering.refresh()
    assert _found(answering) == _texts("Bertil")[0]


def test_questions_during_twenty_changes_are_answered_whole(answering: QuestionAnswering) -> None:
    """Each answer is of one generation or the next, never none, never a mixture."""
    names = [f"Keeper{number}" for number in range(20)]
    valid = {_texts(name)[0] for name in ["Anna", *names]}
    seen: list[str] = []
    over = threading.Event()

    def ask() -> None:
        while not over.is_set():
            seen.append(_found(answering))

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for name in names:
        _build(answering.library, name)
        assert answering.refresh()
    over.set()
    for thread in threads:
        thread.join()
    assert set(seen) <= valid
    assert _found(answering) == _texts(names[-1])[0]


def test_what_cannot_be_opened_is_told(tmp_path: Path) -> None:
    """No library, or one of another encoder."""
    reader = EncoderReader("bundled")
    with pytest.raises(LibraryNotFound):
        QuestionAnswering(open_library(tmp_path / "none"), BagEncoder(), reader)
    library = open_library(tmp_path / "library")
    _build(library, "Anna")
    with pytest.raises(EncoderError):
        QuestionAnswering(library, BagEncoder(name="other"), reader)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("  who\n\tis   it? ", "who is it?"),
        ("cafe\u0301", "café"),
        ("\ud800 what", "? what"),
        ("", ""),
        ("x" * 5_000, "x" * MAX_QUESTION),
        ("q" + "\u0316" * 4_000 + " who?", "q" + "\u0316" * 30 + " who?"),
    ],
)
def test_questions_are_cleaned(typed: str, asked: str) -> None:
    """Composed letters, single spaces, nothing that cannot be written, and an end."""
    assert clean(typed) == asked


def test_an_empty_question_asks_nothing(answering: QuestionAnswering) -> None:
    """No hits, no quote."""
    result = answering.ask("  \n ")
    assert not isinstance(result, Answer)
    assert result.closest is None


@pytest.mark.slow
def test_asking_loads_nothing_that_only_training_and_figures_need(sample_library: Path) -> None:
    """With the bundled encoder and reader, in a process of its own."""
    program = (
        "import sys;from bot.settings import BotSettings;from bot.answering import open_pipeline;"
        "print(open_pipeline(BotSettings()).ask('what did Trump decide?').quotes[0].text);"
        "heavy = {'sklearn','scipy','torch','onnx','tokenizers','transformers','matplotlib'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "LIBRARY": str(sample_library)},
        capture_output=True,
        text=True,
        check=True,
    )
    quote, loaded = run.stdout.splitlines()
    assert "Trump" in quote
    assert loaded == "[]"
