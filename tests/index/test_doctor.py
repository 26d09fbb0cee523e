"""The doctor's look at the encoder: it must still give the vectors that are stored."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from index.building import build
from index.doctor import examine
from index.encoding import PassageVectors, Vectors
from index.store import open_library
from index.text import Document, Span
from tests.doubles import BagEncoder


class _Changed(BagEncoder):
    """The encoder by its name, whose vectors something has happened to."""

    def __init__(self, change: Callable[[Vectors], Vectors]) -> None:
        super().__init__()
        self._change = change

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[PassageVectors]:
        """Those of the whole are changed."""
        found = super().encode_passages(texts, sentences)
        return [PassageVectors(self._change(one.whole), one.sentences) for one in found]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda vector: vector, None),
        (lambda vector: -vector, "(cosine -1.000)"),
        (lambda vector: np.full_like(vector, np.nan), "(cosine nan)"),
    ],
)
def test_an_encoder_that_gives_other_vectors_is_told(
    change: Callable[[Vectors], Vectors], told: str | None, tmp_path: Path
) -> None:
    """Also one that gives no numbers, as a damaged model does."""
    library = open_library(tmp_path / "library")
    build(library, [Document("cat", "", "The cat sleeps.")], BagEncoder(), replace=True)
    (last,) = list(examine(library, lambda: _Changed(change)))[-1:]
    assert last.sound is (told is None)
    if told:
        assert last.text == (
            f"the encoder bag gives other vectors than it gave {told}: `build` the library again"
        )
