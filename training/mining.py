"""Passages that the bot's own retriever finds and that do not answer: worth telling apart.

Written to `negatives.jsonl` of the run's folder, a line for each question.
"""

import json
import logging
import random
from collections.abc import Iterator
from pathlib import Path

from index.encoding.encoder import load_encoder
from index.evaluation.question_sets import Question, QuestionSet, read
from index.evaluation.run import retriever_for
from index.retriever import Hit, Retriever
from training.data import Mined

logger = logging.getLogger(__name__)

# So many questions of each set.
SETS = {
    "cross.train": 5_500,
    "piaf.fr.train": 5_500,
    "afriqa.en.train": 5_500,
    "afriqa.fr.train": 5_500,
    "arcd.ar": 1_500,
    "cmrc.zh": 1_500,
    "pquad.fa": 1_500,
}
# So many hits of each are looked at, so many negatives are kept.
LOOKED_AT, KEPT = 12, 4


def mine(data: Path, run: Path, seed: int) -> Path:
    """Mine all sets; the file that was written."""
    run.mkdir(parents=True, exist_ok=True)
    encoder, target = load_encoder(), run / "negatives.jsonl"
    with target.open("w", encoding="utf-8") as lines:
        for name, most in SETS.items():
            questions = read(data / f"{name}.jsonl.gz")
            retriever = retriever_for(questions, encoder, run / "libraries")
            found = 0
            for row in _of_set(questions, retriever, most, seed):
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
                found += 1
            logger.info("%s: negatives for %d questions", name, found)
    return target


def _of_set(
    questions: QuestionSet, retriever: Retriever, most: int, seed: int
) -> Iterator[dict[str, object]]:
    answerable = [one for one in questions.questions if one.answerable]
    random.Random(seed).shuffle(answerable)
    texts = {document.doc_id: document.text for document in questions.documents}
    for question in answerable[:most]:
        words = [span.of(texts[question.doc_id]).casefold() for span in question.answers]
        hits = retriever.retrieve(question.text, LOOKED_AT)
        passages = [
            (hit.passage.text, hit.passage.document.title)
            for hit in hits
            if _apart(hit, question, words)
        ]
        yield {"question": question.text, "passages": passages[:KEPT]}


def _apart(hit: Hit, question: Question, words: list[str]) -> bool:
    """Of another document, and without the words that answer."""
    text = hit.passage.document.text.casefold()
    return hit.passage.document.doc_id != question.doc_id and not any(one in text for one in words)


def read_mined(run: Path) -> Mined:
    """Negatives by question; none where nothing was mined."""
    path = run / "negatives.jsonl"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {row["question"]: [(text, title) for text, title in row["passages"]] for row in rows}
