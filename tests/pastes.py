"""How long it takes to verify pasted words: `python -m tests.pastes 100000`.

The library is made of real sentences drawn anew, so that every sentence stands in many passages,
which is the worst there can be. Vectors are chance: words are compared, and nothing else.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from bot.verifying.verdict import compare
from index.benchmark.texts import read_texts, varied
from index.building import build
from index.encoding import PassageVectors, Vectors
from index.store import View, open_library
from index.text import Document, Passage, Span

# Pastes of each kind.
TRIED = 40
LONGEST_MESSAGE = 4_096


class Chance:
    """An encoder that costs nothing: vectors are drawn."""

    name, revision, dimension = "chance", "1", 8

    def __init__(self) -> None:
        self._random = np.random.default_rng(0)

    def encode_questions(self, questions: Sequence[str]) -> Vectors:
        """A unit vector each."""
        drawn = self._random.normal(size=(len(questions), self.dimension)).astype(np.float32)
        return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True))

    def across(self, questions: Vectors) -> Vectors:
        """As they are."""
        return questions

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[PassageVectors]:
        """As many as there are texts and sentences."""
        wholes = self.encode_questions(texts)
        return [
            PassageVectors(whole, self.encode_questions([""] * len(spans)))
            for whole, spans in zip(wholes, sentences, strict=True)
        ]


def measured(folder: Path, passages: int) -> dict[str, list[float]]:
    """Seconds of every paste, by its kind, in a library of so many passages."""
    library = open_library(folder)
    build(library, _documents(passages), Chance(), replace=True)
    with closing(library.open()) as view:
        return {
            kind: sorted(_seconds(view, pasted) for pasted in pastes)
            for kind, pastes in _pastes(view).items()
        }


def _documents(count: int) -> Iterator[Document]:
    for number, (text, language) in enumerate(varied(read_texts().passages, count)):
        yield Document(f"{number:06}", "", text, None, None, language)


def _seconds(view: View, pasted: str) -> float:
    begun = time.perf_counter()
    compare(view, pasted)
    return time.perf_counter() - begun


def _pastes(view: View) -> dict[str, list[str]]:
    draw = random.Random(1)
    rows = [draw.choice(view.rows().tolist()) for _ in range(TRIED)]
    found = [view.evidence([row])[row].passage for row in rows]
    together = [" ".join(one.text for one in draw.sample(found, 6)) for _ in found]
    return {
        "a sentence": [_sentence(one, draw) for one in found],
        "a sentence, a word other": [_altered(_sentence(one, draw), draw) for one in found],
        "a passage": [one.text for one in found],
        "a passage, a word other": [_altered(one.text, draw) for one in found],
        "a passage, its middle left out": [_left_out(one.text) for one in found],
        "a whole message of several": [text[:LONGEST_MESSAGE] for text in together],
        "in no text": ["Nobody here has ever written anything like these very words."] * TRIED,
    }


def _sentence(passage: Passage, draw: random.Random) -> str:
    return draw.choice(passage.sentences).of(passage.document.text)


def _altered(text: str, draw: random.Random) -> str:
    words = text.split()
    words[draw.randrange(len(words))] = "otherwise"
    return " ".join(words)


def _left_out(text: str) -> str:
    return f"{text[: len(text) // 3]} […] {text[2 * len(text) // 3 :]}"


def main() -> None:
    """Print a table."""
    passages = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        found = measured(Path(folder) / "library", passages)
    print(f"{passages} passages, {TRIED} pastes of each kind, seconds")
    for kind, seconds in found.items():
        print(f"{kind:32} p50 {statistics.median(seconds):.3f}  most {seconds[-1]:.3f}")


if __name__ == "__main__":
    main()
