"""Small libraries, libraries without a document, and libraries among others."""

from pathlib import Path

from bot.evaluation.libraries import Remembering, Without, among, group, in_small, parted
from index.evaluation.question_sets import read
from index.evaluation.run import retriever_for
from tests.doubles import BagEncoder

DATA = Path(__file__).parents[2] / "data"


def test_a_set_is_parted_by_titles() -> None:
    """Every title is in one part, with all that is asked of it."""
    questions = read(DATA / "single.jsonl")
    parts = list(parted(questions, 4))
    titles = [{group(document) for document in part.documents} for part in parts]
    assert [len(some) for some in titles] == [4, 2]
    assert not titles[0] & titles[1]
    assert sum(len(part.questions) for part in parts) == 180


def test_what_is_left_out_is_not_found(tmp_path: Path, encoder: BagEncoder) -> None:
    """The other documents are, as many as are asked for."""
    library = retriever_for(read(DATA / "single.jsonl"), encoder, tmp_path)
    title = "Storage unit rental agreement – Brackley Self Store (extract)"
    found = library.retrieve("How much is the deposit?", 5)
    left = Without(library, title).retrieve("How much is the deposit?", 5)
    assert title in {hit.passage.document.title for hit in found}
    assert len(left) == 5
    assert title not in {hit.passage.document.title for hit in left}


def test_passages_are_encoded_once(tmp_path: Path, encoder: BagEncoder) -> None:
    """Whatever libraries they are put into, one after the other."""
    questions = read(DATA / "questions.en.jsonl")
    remembering = Remembering(encoder)
    for size in (1, 2):
        folder = tmp_path / str(size)
        libraries = list(in_small(questions, size, remembering, folder, None))
        assert sum(len(part.documents) for part, _, _ in libraries) == len(questions.documents)
    assert encoder.encoded_passages == len(questions.documents)


def test_a_set_among_others_has_so_many_documents() -> None:
    """Its own first, then others until there are enough; none twice."""
    questions = read(DATA / "questions.en.jsonl")
    others = [read(DATA / "mixed.jsonl"), questions, read(DATA / "single.jsonl")]
    crowd = among(questions, others, 15)
    assert len({document.text for document in crowd.documents}) == len(crowd.documents) == 15
    assert crowd.documents[: len(questions.documents)] == questions.documents
    assert (crowd.name, crowd.questions) == ("questions.en among 15", questions.questions)
