"""The bridge between languages is learnt: each question's passage ahead of all other passages.

Only questions are turned, by one matrix: turning passages by a second one gained 0.01 at most.
"""

import logging
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from index.encoding.bridge import STORED, store_bridge
from index.encoding.encoder import Encoder, Vectors, load_encoder
from index.evaluation.question_sets import QuestionSet
from index.text import Document, Span, encoder_input, split
from training.documents import SMALL
from training.sets import sets

logger = logging.getLogger(__name__)

# Our documents are few, and of the kinds that people have: their questions count so often.
REPEATS = {SMALL: 4}
# The set whose questions were put into all languages alike.
TRANSLATED = "cross.train"
# The directions in which the mean questions of the languages differ most are taken out first (LIR,
# Yang et al., 2021, arXiv:2109.04727): a better start than the identity.
DIRECTIONS, FEWEST = 8, 50
# Softmax over all passages at once, by cosines over this.
TEMPERATURE = 0.01
PASSES, BATCH, RATE = 6, 1_024, 0.003
# What keeps the matrix near its start, times the squared distance.
PULL = 0.1
ENCODED = 256


@dataclass(frozen=True, slots=True)
class Examples:
    """Unit rows of questions and passages, and which row answers which, shape (pairs, 2).

    `languages` are those of the questions that were put into several languages by hand.
    """

    questions: Vectors
    passages: Vectors
    pairs: torch.Tensor
    languages: dict[int, str]


def bridge(data: Path, seed: int, target: Path = STORED) -> None:
    """Learn from the sets in `data` and our own passages, and write the matrix."""
    examples = gather(sets(data), load_encoder())
    store_bridge(learn(examples, seed), target)


def gather(found: Iterator[QuestionSet], encoder: Encoder) -> Examples:
    """Encode each text once, and pair each question with the passage that answers."""
    texts: dict[str, int] = {}
    asked: list[str] = []
    pairs: list[tuple[int, int]] = []
    languages: dict[int, str] = {}
    for one in found:
        places = {document.doc_id: _rows(document, texts) for document in one.documents}
        for question in one.questions:
            if one.name == TRANSLATED:
                languages[len(asked)] = question.language
            for answer in question.answers[:1]:
                right = [row for span, row in places[question.doc_id] if span.end > answer.start]
                pairs += [(len(asked), right[0])] * REPEATS.get(one.name, 1)
            asked.append(question.text)
        logger.info("%s: %d passages and %d questions in all", one.name, len(texts), len(asked))
    return Examples(
        np.concatenate([encoder.encode_questions(some) for some in _parts(asked)]),
        np.array([one.whole for some in _parts(list(texts))
                  for one in encoder.encode_passages(some, [[]] * len(some))]),
        torch.tensor(pairs),
        languages,
    )  # fmt: skip


def _rows(document: Document, texts: dict[str, int]) -> list[tuple[Span, int]]:
    """The document's passages with their rows; what is not among `texts` yet is added."""
    return [
        (passage.span, texts.setdefault(encoder_input(passage)[0], len(texts)))
        for passage in split(document)
    ]


def _parts(texts: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(texts), ENCODED):
        yield texts[start : start + ENCODED]


def learn(examples: Examples, seed: int) -> Vectors:
    """The matrix that puts each question's passage ahead of all others (softmax over them)."""
    torch.manual_seed(seed)
    questions, passages = torch.tensor(examples.questions), torch.tensor(examples.passages)
    start = torch.tensor(without_languages(examples))
    matrix = start.clone().requires_grad_()
    steps = PASSES * -(-len(examples.pairs) // BATCH)
    optimizer = torch.optim.Adam([matrix], lr=RATE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=RATE, total_steps=steps)
    for turn in range(PASSES):
        shuffled = examples.pairs[torch.randperm(len(examples.pairs))]
        for batch in torch.split(shuffled, BATCH):
            turned = functional.normalize(questions[batch[:, 0]] @ matrix, dim=1)
            found = functional.cross_entropy(turned @ passages.T / TEMPERATURE, batch[:, 1])
            loss = found + PULL * ((matrix - start) ** 2).sum()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
        logger.info("pass %d, loss %.3f", turn + 1, float(loss.detach()))
    return np.asarray(matrix.detach().numpy())


def without_languages(examples: Examples) -> Vectors:
    """The identity minus the directions in which the languages' mean questions differ most."""
    rows: dict[str, list[int]] = defaultdict(list)
    for row, language in examples.languages.items():
        rows[language].append(row)
    means = np.array(
        [examples.questions[some].mean(axis=0) for some in rows.values() if len(some) >= FEWEST]
    ).reshape(-1, examples.questions.shape[1])
    directions = np.linalg.svd(means - means.mean(axis=0), full_matrices=False)[2][:DIRECTIONS]
    identity = np.eye(examples.questions.shape[1], dtype=np.float32)
    return np.asarray(identity - directions.T @ directions, dtype=np.float32)
