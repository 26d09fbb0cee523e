"""What is measured on: texts that differ, vectors drawn near real ones."""

from pathlib import Path

import numpy as np
import pytest

from index.benchmark.texts import DEFAULT, Upsampler, read_texts, varied
from index.encoding.pooling import unit
from index.errors import VerbatimError


def test_varied_passages_differ_and_are_of_real_sentences() -> None:
    """The real ones first; the others hold sentences of theirs, and repeat from run to run."""
    passages = read_texts(DEFAULT).passages
    made = list(varied(passages, 500))
    assert len({text for text, _ in made}) == 500
    assert made[0][0] == " ".join(passages[0].text.split())
    assert made == list(varied(passages, 500))
    known = {" ".join(s.of(p.document.text).split()) for p in passages for s in p.sentences}
    assert any(made[400][0].startswith(sentence) for sentence in known)
    assert max(len(text) for text, _ in made) <= 1_000


def test_drawn_vectors_lie_near_real_ones() -> None:
    """Unit vectors, nearer to a real one than noise would be, none of them a copy."""
    random = np.random.default_rng(1)
    topics = random.standard_normal((5, 64))[np.arange(200) % 5]
    real = unit((topics + 0.6 * random.standard_normal((200, 64))).astype(np.float32))
    drawn = Upsampler(real).draw(500)
    nearest = (drawn @ real.T).max(axis=1)
    assert np.allclose(np.linalg.norm(drawn, axis=1), 1.0, atol=1e-5)
    assert 0.7 < float(np.median(nearest)) < 0.999
    assert len(np.unique(drawn.round(4), axis=0)) == 500


def test_one_real_vector_is_enough_to_draw_from() -> None:
    """A library of one passage has no neighbours."""
    real = unit(np.ones((1, 8), dtype=np.float32))
    assert np.allclose(Upsampler(real).draw(3), real, atol=1e-6)


def test_texts_without_questions_are_refused(tmp_path: Path) -> None:
    """There would be nothing to ask."""
    path = tmp_path / "only.txt"
    path.write_text("A sentence that nobody asks about.", encoding="utf-8")
    with pytest.raises(VerbatimError, match="no questions"):
        read_texts([path])
