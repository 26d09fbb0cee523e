"""Whichever backend holds a library, its answers are the same."""

from contextlib import closing
from pathlib import Path

import pytest

from bot.answering.answer import Answer, NoAnswer
from bot.answering.one_generation import answer_from
from bot.answering.pipeline import QuestionAnswering
from bot.answering.readers.reader import Reader
from index.building import build
from index.copying import copy
from index.encoding import Encoder
from index.errors import LibraryError
from index.retriever import Hit, Retriever
from index.store import open_library
from index.text.documents import Document
from tests.doubles import BagEncoder, WordReader
from tests.postgres.server import Server

QUESTIONS = (
    "What did Trump decide about Greenland?",
    "Who is the prime minister?",
    "Combien de personnes sont mortes ?",
    "Was hat das Gericht entschieden?",
    "when does it start",
    "How many people were arrested in 2025?",
    "NATO",
    "What is the best recipe for bread?",
    "ما هو القرار الجديد؟",
)
# Of these what is read, too, which takes longest: an answer, a topic, nothing.
READ = (QUESTIONS[0], "NATO", "What is the best recipe for bread?")


@pytest.mark.slow
def test_answers_are_the_same(
    sample_library: Path, database: str, bundled: Encoder, bundled_reader: Reader
) -> None:
    """Hits with their evidence, answers with their confidence, on the shipped sample."""
    folder, there = open_library(sample_library), open_library(database)
    copy(folder, there)
    with closing(folder.open()) as one, closing(there.open()) as other:
        retrievers = Retriever(one, bundled), Retriever(other, bundled)
        for question in QUESTIONS:
            first, second = (retriever.retrieve(question) for retriever in retrievers)
            assert [hit.passage for hit in first] == [hit.passage for hit in second]
            for mine, theirs in zip(first, second, strict=True):
                assert mine.score == pytest.approx(theirs.score, abs=1e-6)
                assert mine.lexical == pytest.approx(theirs.lexical, abs=1e-9)
                assert _cosines(mine) == pytest.approx(_cosines(theirs), abs=1e-6)
                assert mine.sentence_lexical == pytest.approx(theirs.sentence_lexical, abs=1e-9)
                assert mine.twins == theirs.twins
            if question not in READ:
                continue
            answers = [
                answer_from(retriever, bundled_reader, question) for retriever in retrievers
            ]
            assert _said(answers[0]) == _said(answers[1])
            assert answers[0].confidence == pytest.approx(answers[1].confidence, abs=1e-5)


def test_a_server_that_is_gone_is_trouble_until_it_is_back(
    database: str, postgres: Server
) -> None:
    """Nothing answers meanwhile, which health says; then the same questions are answered."""
    library = open_library(database)
    document = Document("a", "", "Anna lives in Bern. She paints.")
    build(library, [document], BagEncoder(), replace=True)
    answering = QuestionAnswering(library, BagEncoder(), WordReader())
    before = answering.ask("Who lives in Bern?")
    assert isinstance(before, Answer)
    postgres.kill()
    try:
        assert not answering.refresh()
        assert "see that the server runs" in answering.trouble
        assert not answering.answers
        with pytest.raises(LibraryError):
            answering.ask("Who paints?")
    finally:
        postgres.start()
    assert not answering.refresh()
    assert (answering.trouble, answering.answers) == ("", True)
    assert _said(answering.ask("Who lives in Bern?")) == _said(before)


def test_rubbish_on_the_disk_answers_nothing(tmp_path: Path) -> None:
    """Which health says: the generation that was open is no longer there to be read."""
    library = open_library(tmp_path / "library")
    build(library, [Document("a", "", "Anna lives in Bern.")], BagEncoder(), replace=True)
    answering = QuestionAnswering(library, BagEncoder(), WordReader())
    (database,) = (tmp_path / "library").glob("*.sqlite")
    size = database.stat().st_size
    with database.open("r+b") as file:  # the same file, which is open
        file.write(b"\xa5" * size)
    assert not answering.refresh()
    assert "damaged" in answering.trouble
    assert not answering.answers


def _cosines(hit: Hit) -> list[float]:
    return [hit.cosine, hit.across, *hit.sentence_cosines]


def _said(found: Answer | NoAnswer) -> list[tuple[str, str]]:
    quotes = found.quotes if isinstance(found, Answer) else (found.closest,)
    return [(quote.document.doc_id, quote.text) for quote in quotes if quote]
