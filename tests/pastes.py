"""How long it takes to verify pasted words: `python -m tests.pastes --passages 100000`.

The library is made of real sentences drawn anew, so that every sentence stands in many passages,
which is the worst there can be. Vectors are drawn between those of the first passages.
"""

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from bot.verifying import Verified, verify
from index.benchmark.texts import Upsampled, read_texts, varied
from index.building import build
from index.encoding import Encoder, PassageVectors, Vectors, load_encoder
from index.evaluation import provenance, write_section
from index.store import Library, View, open_library
from index.text import Document, Passage, Span

DATA = Path(__file__).parent / "data"
# Passages that are encoded, to draw the vectors of others from.
REAL = 500
LONGEST_MESSAGE, LONGEST_PASTE = 4_096, 16_000
SLOW, TIMES = 1.0, 4


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


def documents(count: int, most: int | None = None) -> Iterator[Document]:
    """So many of one passage each, all different; of the sentences of so many passages at most.

    In eleven languages.
    """
    sets = ("questions.en.jsonl", "questions.fr.jsonl", "mixed.jsonl")
    passages = read_texts([DATA / name for name in sets]).passages[:most]
    for number, (text, language) in enumerate(varied(passages, count)):
        yield Document(f"{number:06}", "", text, None, None, language)


def measured(view: View, encoder: Encoder, tried: int) -> dict[str, list[float]]:
    """Seconds of every paste, by its kind, the shortest first; so many pastes of each.

    One that took too long is timed up to three times more, and the fastest counts: a core that
    others share may work at half its speed for a while, and what is slow is slow each time.
    """

    def seconds(pasted: str) -> float:
        times = [_seconds(view, encoder, pasted)[0]]
        while times[-1] >= SLOW and len(times) < TIMES:
            times.append(_seconds(view, encoder, pasted)[0])
        return min(times)

    return {kind: sorted(map(seconds, pastes)) for kind, pastes in kinds(view, tried).items()}


def _seconds(view: View, encoder: Encoder, pasted: str) -> tuple[float, Verified]:
    """Of the processor: what else a machine does is not counted."""
    begun = time.process_time()
    found = verify(view, encoder, pasted)
    return time.process_time() - begun, found


def kinds(view: View, tried: int) -> dict[str, list[str]]:
    """Pastes by what they are, so many of each."""
    draw = random.Random(1)
    rows = [draw.choice(view.rows().tolist()) for _ in range(tried)]
    found = [view.evidence([row])[row].passage for row in rows]
    texts = [one.text for one in found]
    altered = [altered_in(text, draw) for text in texts]
    foreign, letters = _translations(), LONGEST_MESSAGE
    return {
        "a sentence": [_sentence(one, draw) for one in found],
        "a sentence, a word other": [altered_in(_sentence(one, draw), draw) for one in found],
        "a passage": texts,
        "a passage, a word other": altered,
        "a passage, its middle left out": [_left_out(text) for text in texts],
        "in no text": ["Nobody here has ever written anything like these very words."] * tried,
        "a translation": (foreign * tried)[:tried],
        "a message of several passages": [_filled(texts, draw, letters) for _ in texts],
        "a message of altered passages": [_filled(altered, draw, letters) for _ in texts],
        "a message of quotes": [
            " and then ".join(f"“{_sentence(draw.choice(found), draw)}”" for _ in texts)[:letters]
            for _ in texts
        ],
        "a message of parts, […] between": [
            " […] ".join(_sentence(draw.choice(found), draw) for _ in range(20))[:letters]
            for _ in texts
        ],
        "a message of translations": [_filled(foreign, draw, letters) for _ in texts],
        "a message of the texts' words, mixed": [
            _filled(" ".join(texts).split(), draw, letters) for _ in texts
        ],
        "the longest paste, of several": [_filled(texts, draw, LONGEST_PASTE) for _ in texts],
    }


def _translations() -> list[str]:
    lines = (DATA / "translated.jsonl").read_text("utf-8").splitlines()
    return [one["text"] for one in map(json.loads, lines) if one["kind"] != "text"]


def _filled(parts: Sequence[str], draw: random.Random, letters: int) -> str:
    found = ""
    while len(found) < letters:
        found += f"{draw.choice(parts)} "
    return found[:letters]


def _sentence(passage: Passage, draw: random.Random) -> str:
    return draw.choice(passage.sentences).of(passage.document.text)


def altered_in(text: str, draw: random.Random) -> str:
    """A text with one other word."""
    words = text.split()
    words[draw.randrange(len(words))] = "otherwise"
    return " ".join(words)


def _left_out(text: str) -> str:
    return f"{text[: len(text) // 3]} […] {text[2 * len(text) // 3 :]}"


def _library(folder: Path, encoder: Encoder, passages: int) -> Library:
    real, library = open_library(folder / "real"), open_library(folder / "library")
    build(real, documents(min(REAL, passages)), encoder, replace=True)
    with closing(real.open()) as view:
        build(library, documents(passages), Upsampled(encoder, view), replace=True)
    return library


def main() -> None:
    """Print a table; exit with 1 if a paste takes a second or more."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--passages", type=int, default=100_000)
    options.add_argument("--pastes", type=int, default=40, help="of each kind")
    options.add_argument("--page", type=Path, help="put the figures into this page")
    given, encoder = options.parse_args(), load_encoder()
    with tempfile.TemporaryDirectory() as folder:
        library = _library(Path(folder), encoder, given.passages)
        with closing(library.open()) as view:
            verify(view, encoder, "What is asked first loads what all need.")
            found = measured(view, encoder, given.pastes)
    lines = [
        f"{given.passages:,} passages, {given.pastes} pastes of each kind, seconds of one core"
    ] + [
        f"{kind:38} p50 {statistics.median(seconds):.3f}  most {seconds[-1]:.3f}"
        for kind, seconds in found.items()
    ]
    shown = "\n".join(lines)
    print(f"commit {provenance()['commit']}\n{shown}")
    if given.page:
        write_section(given.page, "tests.pastes", f"```\n{shown}\n```")
    raise SystemExit(max(seconds[-1] for seconds in found.values()) >= SLOW)


if __name__ == "__main__":
    main()
