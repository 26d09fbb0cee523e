"""What the benchmark measures on: real passages, as many more made of their sentences, questions.

Beyond the passages that are encoded, vectors are drawn between real ones. Isotropic noise would
not do: it has no near neighbours, which is what an index of vectors is good or bad at.
"""

import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.encoding import Encoder, PassageVectors, Vectors, unit
from index.errors import SourceError, VerbatimError
from index.evaluation import read
from index.sources import load
from index.store import View
from index.text import LONGEST, Document, Passage, Span, split

SEED = 0
ROOT = Path(__file__).parents[2]
DEFAULT = (ROOT / "tests/data/questions.fr.jsonl", ROOT / "sample")
NEIGHBOURS = 10
# How far a drawn vector strays from the line between two real ones.
STRAY = 0.45


@dataclass(frozen=True, slots=True)
class Texts:
    """Real passages, and questions about them."""

    passages: tuple[Passage, ...]
    questions: tuple[str, ...]


def read_texts(paths: Sequence[Path] = DEFAULT) -> Texts:
    """Question sets (`.jsonl`, `.jsonl.gz`), and sources that have passages only.

    Raises SourceError for what cannot be read, VerbatimError without a passage or a question.
    """
    documents: list[Document] = []
    questions: list[str] = []
    for path in paths:
        if path.name.endswith((".jsonl", ".jsonl.gz")):
            found = read(path)
            documents += found.documents
            questions += [question.text for question in found.questions]
            continue
        for loaded in load([str(path)]):
            if isinstance(loaded, SourceError):
                raise loaded
            documents.append(loaded)
    passages = [passage for document in documents for passage in split(document)]
    if not passages or not questions:
        raise VerbatimError("no passages or no questions to measure on: name a set with --texts")
    return Texts(tuple(passages), tuple(dict.fromkeys(questions)))


def write_documents(path: Path, passages: Sequence[Passage], count: int) -> None:
    """`count` documents of one passage each, all different, as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for text, language in varied(passages, count):
            file.write(json.dumps([text, language]) + "\n")


def read_documents(path: Path) -> Iterator[Document]:
    """The documents of `write_documents`, one after the other."""
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file):
            text, language = json.loads(line)
            yield Document(doc_id=f"{number:06}", title="", text=text, language=language)


def varied(passages: Sequence[Passage], count: int) -> Iterator[tuple[str, str | None]]:
    """The passages, then others of as many sentences, drawn from those of the same language."""
    draw = random.Random(SEED)
    pools: dict[str | None, list[str]] = defaultdict(list)
    for passage in passages:
        text = passage.document.text
        pools[passage.document.language] += [_line(s.of(text)) for s in passage.sentences]
    seen: set[str] = set()
    for number in range(count):
        passage = passages[number % len(passages)]
        pool = pools[passage.document.language]
        text = _line(passage.text) if number < len(passages) else ""
        wanted = len(passage.sentences)
        while not text or text in seen:
            drawn = " ".join(draw.choice(pool) for _ in range(wanted))
            text = drawn if len(drawn) <= LONGEST else drawn[:LONGEST].rsplit(" ", 1)[0]
            wanted += 1
        seen.add(text)
        yield text, passage.document.language


def _line(text: str) -> str:
    """On one line, so that it stays one paragraph."""
    return " ".join(text.split())


class Upsampled:
    """An encoder whose passages get vectors near those of a library's, without being encoded."""

    def __init__(self, encoder: Encoder, real: View) -> None:
        self.name, self.revision = encoder.name, encoder.revision
        self.dimension = encoder.dimension
        self.encode_questions, self.across = encoder.encode_questions, encoder.across
        rows = real.rows().tolist()
        stored = list(real.evidence(rows).values())
        self._wholes = Upsampler(np.vstack([one.vectors.whole for one in stored]))
        self._sentences = Upsampler(np.vstack([one.vectors.sentences for one in stored[:1_000]]))

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[PassageVectors]:
        """Drawn vectors, as many as there are texts and sentences."""
        wholes = self._wholes.draw(len(texts))
        return [
            PassageVectors(whole, self._sentences.draw(len(spans)))
            for whole, spans in zip(wholes, sentences, strict=True)
        ]


class Upsampler:
    """Draws `normalize(a + t (b - a) + 0.45 (c - e))` from real unit vectors.

    b is one of a's 10 nearest, e one of c's, t is uniform in 0..1. A graph index's recall on such
    vectors was that on real ones: 0.944 and 0.948 (27,648 of them).
    """

    def __init__(self, real: Vectors) -> None:
        self._real = real
        self._random = np.random.default_rng(SEED)
        similar = real @ real.T
        np.fill_diagonal(similar, -np.inf)
        near = np.argsort(-similar, axis=1)[:, : min(NEIGHBOURS, max(len(real) - 1, 1))]
        self._near = near.astype(np.int64)

    def draw(self, count: int) -> Vectors:
        """So many unit vectors, shape (count, dimension)."""
        (a, b), (c, e) = self._pairs(count), self._pairs(count)
        share = self._random.random((count, 1), dtype=np.float32)
        return unit(a + share * (b - a) + STRAY * (c - e))

    def _pairs(self, count: int) -> tuple[Vectors, Vectors]:
        first = self._random.integers(len(self._real), size=count)
        which = self._random.integers(self._near.shape[1], size=count)
        return self._real[first], self._real[self._near[first, which]]
