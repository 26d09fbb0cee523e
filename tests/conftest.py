"""The deterministic encoder and other small things the tests share."""

import hashlib
import os
import re
from collections.abc import Sequence
from pathlib import Path

import hypothesis
import numpy as np
import pytest

from bot.settings import BotSettings
from index.encoding.encoder import PassageVectors, Vectors
from index.text.documents import Document
from index.text.spans import Span

# Settings of whoever runs the tests, `make` among them, are not the tests'.
for name in BotSettings.model_fields:
    os.environ.pop(name.upper(), None)

# Machines that run tests are busy: time is no failure, and few examples find most.
hypothesis.settings.register_profile("verbatim", deadline=None, max_examples=60)
hypothesis.settings.load_profile("verbatim")


class BagEncoder:
    """An encoder a reader can work out: a word is a unit axis, a text the sum of its words.

    Two texts' cosine is the overlap of their lower-cased words; no word in common gives about 0.
    """

    def __init__(self, name: str = "bag", revision: str = "1", dimension: int = 256) -> None:
        self.name = name
        self.revision = revision
        self.dimension = dimension
        self.encoded_passages = 0

    def encode_questions(self, questions: Sequence[str]) -> Vectors:
        """One unit row for each question."""
        return np.array([self._vector(q) for q in questions], dtype=np.float32).reshape(
            len(questions), self.dimension
        )

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[PassageVectors]:
        """The whole's vector and each sentence's."""
        self.encoded_passages += len(texts)
        return [
            PassageVectors(self._vector(text), self.encode_questions([s.of(text) for s in spans]))
            for text, spans in zip(texts, sentences, strict=True)
        ]

    def _vector(self, text: str) -> Vectors:
        vector = np.zeros(self.dimension, dtype=np.float32)
        for word in re.findall(r"\w+", text.lower()):
            digest = hashlib.blake2b(word.encode(), digest_size=4).digest()
            vector[int.from_bytes(digest, "big") % self.dimension] += 1.0
        length = float(np.linalg.norm(vector))
        if length == 0.0:
            vector[0] = length = 1.0
        return np.asarray(vector / length, dtype=np.float32)


@pytest.fixture
def encoder() -> BagEncoder:
    """A fresh deterministic encoder."""
    return BagEncoder()


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the shipped sample, built once with the real encoder."""
    from index.building import build
    from index.encoding.encoder import load_encoder
    from index.sources import load
    from index.store import open_library

    folder = tmp_path_factory.mktemp("sample") / "library"
    found = load([str(Path(__file__).parent.parent / "sample")])
    documents = [one for one in found if isinstance(one, Document)]
    build(open_library(folder), documents, load_encoder(), replace=True)
    return folder
