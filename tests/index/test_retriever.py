"""Hits carry their evidence, come in order, and need the library's own encoder."""

from pathlib import Path

import numpy as np
import pytest

from index.building import build
from index.encoding.pooling import Vectors, unit
from index.errors import EncoderError
from index.retriever import LEXICAL, Retriever
from index.store import open_library
from index.text.documents import Document
from tests.doubles import BagEncoder

TEXTS = {
    "bees": "Bees make honey in summer. They sleep in winter.",
    "bread": "The baker rests her dough. Bread needs time.",
    "light": "The lamp burned oil. The keeper was Jonas Reed.",
}


@pytest.fixture
def retriever(tmp_path: Path, encoder: BagEncoder) -> Retriever:
    """Three documents of two sentences."""
    library = open_library(tmp_path / "library")
    documents = [Document(name, "", text, language="en") for name, text in TEXTS.items()]
    build(library, documents, encoder, replace=True)
    return Retriever(library.open(), encoder)


def test_the_passage_with_the_words_comes_first(retriever: Retriever) -> None:
    """Best first, every passage of a small library, `k` at most."""
    hits = retriever.retrieve("Who was the keeper Jonas Reed?")
    assert hits[0].passage.document.doc_id == "light"
    assert len(hits) == 3
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert [hit.passage for hit in retriever.retrieve("Who was the keeper Jonas Reed?", 1)] == [
        hits[0].passage
    ]


def test_the_score_is_the_stated_sum(retriever: Retriever) -> None:
    """Half the passage's and best sentence's cosines, and the words above what is usual."""
    hits = retriever.retrieve("honey in summer")
    hit = hits[0]
    assert hit.passage.document.doc_id == "bees"
    assert hit.lexical == 1.0
    assert hit.sentence_lexical[0] == 1.0
    assert hit.sentence_lexical[1] < 0.5  # "in" alone
    best = max(hit.sentence_cosines)
    assert hit.sentence_cosines[0] == best
    assert hit.across == pytest.approx((hit.cosine + best) / 2)  # the bag encoder turns nothing
    usual = sum(one.lexical for one in hits) / len(hits)
    assert hit.score == pytest.approx(hit.across + LEXICAL * (1 - usual))


def test_words_count_beside_those_of_their_language(tmp_path: Path, encoder: BagEncoder) -> None:
    """One English text among German ones has "the", and is not found for that."""
    library = open_library(tmp_path / "library")
    german = [Document(f"g{n}", "", f"Bericht {n} vom Tag {n}.", language="de") for n in range(9)]
    english = Document("english", "", "the weather", language="en")
    asked = Document("asked", "", "Bericht Brown", language="de")
    build(library, [*german, english, asked], encoder, replace=True)
    hits = Retriever(library.open(), encoder).retrieve("the report on Brown")
    scores = {hit.passage.document.doc_id: hit for hit in hits}
    assert scores["english"].lexical > 0
    assert scores["english"].score == pytest.approx(scores["english"].across)
    assert scores["asked"].score > scores["asked"].across


def test_the_same_words_are_one_hit(tmp_path: Path, encoder: BagEncoder) -> None:
    """That of the first name, with the others as its twins; other words are another hit."""
    library = open_library(tmp_path / "library")
    texts = {"c": "One text.", "a": "one  Text.", "b": "One text.", "d": "Not one text."}
    build(
        library, [Document(name, "", text) for name, text in texts.items()], encoder, replace=True
    )
    first, second = Retriever(library.open(), encoder).retrieve("text")
    assert first.passage.document.doc_id == "a"
    assert [twin.document.doc_id for twin in first.twins] == ["b", "c"]
    assert (second.passage.document.doc_id, second.twins) == ("d", ())


def test_equal_scores_come_in_order_of_identity(tmp_path: Path, encoder: BagEncoder) -> None:
    """Texts that are as good as each other are found in the order of their names."""
    library = open_library(tmp_path / "library")
    alike = [Document(name, "", f"One {name} text.") for name in ("c", "a", "b")]
    build(library, alike, encoder, replace=True)
    hits = Retriever(library.open(), encoder).retrieve("text")
    assert [hit.passage.document.doc_id for hit in hits] == ["a", "b", "c"]


def test_words_offer_what_vectors_leave_out(tmp_path: Path) -> None:
    """A number in the title brings a passage that sixty others keep from the vectors."""
    encoder = BagEncoder(dimension=8192)  # so that few words share an axis
    library = open_library(tmp_path / "library")
    crowd = [
        Document(f"d{n:03}", "", "tower " + " ".join(f"w{n}x{m}" for m in range(150)) + ".")
        for n in range(60)
    ]
    odd = Document("odd", "Report 7431", "Nobody came back.")
    build(library, [*crowd, odd], encoder, replace=True)
    hits = Retriever(library.open(), encoder).retrieve("tower 7431", 5)
    assert "odd" in [hit.passage.document.doc_id for hit in hits]


class Bilingual(BagEncoder):
    """A bag encoder that has learnt one word of another language."""

    def across(self, questions: Vectors) -> Vectors:
        """`abeilles` turned to `bees`."""
        known, learnt = self.encode_questions(["abeilles", "bees"])
        along = questions @ known
        return unit(questions + np.outer(along, learnt - known))


def test_a_turned_question_finds_another_language(tmp_path: Path) -> None:
    """Among sixty passages in the question's own, none of which the words tell apart."""
    encoder = Bilingual(dimension=8192)
    library = open_library(tmp_path / "library")
    crowd = [Document(f"d{n:02}", "", f"les abeilles w{n} w{n}x") for n in range(60)]
    english = Document("english", "", "bees make honey")
    build(library, [*crowd, english], encoder, replace=True)
    hits = Retriever(library.open(), encoder).retrieve("abeilles", 5)
    assert hits[0].passage.document.doc_id == "english"
    assert hits[0].cosine == pytest.approx(0.0)
    assert hits[0].across == pytest.approx(1 / np.sqrt(3), abs=1e-3)  # stored as float16


def test_another_encoder_is_refused(retriever: Retriever) -> None:
    """Vectors of two encoders are never compared."""
    with pytest.raises(EncoderError, match="ENCODER"):
        Retriever(retriever.view, BagEncoder(revision="2"))
