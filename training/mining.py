"""Passages that the bot's own retriever finds and that do not answer: worth telling apart.

All sets are one library, so that a question meets passages in its own language that do not answer
beside one in another that does: what it meets in a library of several languages. Written to
`negatives.jsonl` of the run's folder, a line for each question.
"""

import json
import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from index.encoding.encoder import load_encoder
from index.encoding.engine import processors
from index.evaluation.mixture import together
from index.evaluation.question_sets import Question, QuestionSet
from index.evaluation.run import retriever_for
from index.retriever import Hit, Retriever
from index.text import Document
from training.pairs import Mined
from training.sets import sets

logger = logging.getLogger(__name__)

# So many hits of each question are looked at, so many negatives are kept, so many of them in the
# question's own language where the passage that answers is in another.
LOOKED_AT, KEPT, OWN_LANGUAGE = 15, 4, 2


def mine(data: Path, run: Path) -> Path:
    """Mine all sets, but for questions that the run has mined before; the file written to."""
    run.mkdir(parents=True, exist_ok=True)
    whole, target = together(list(sets(data))), run / "negatives.jsonl"
    _cut_off(target)
    left = _left(whole, read_mined(run))
    retriever = retriever_for(whole, load_encoder(), run / "libraries")
    with target.open("a", encoding="utf-8") as lines:
        for done, row in enumerate(mined(left, retriever)):
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
            if done % 1_000 == 0:
                logger.info("negatives for %d of %d questions", done, len(left.questions))
    return target


def _cut_off(path: Path) -> None:
    """Take away a last line that was not written whole."""
    if path.exists():
        written = path.read_bytes()
        path.write_bytes(written[: written.rfind(b"\n") + 1])


def _left(whole: QuestionSet, known: Mined) -> QuestionSet:
    titles = {document.doc_id: document.title for document in whole.documents}
    left = [one for one in whole.questions if (one.text, titles[one.doc_id]) not in known]
    return replace(whole, questions=tuple(left))


def mined(whole: QuestionSet, retriever: Retriever) -> Iterator[dict[str, object]]:
    """For each question passages that do not answer it, each with its document's title."""
    documents = {document.doc_id: document for document in whole.documents}
    with ThreadPoolExecutor(processors()) as threads:
        yield from threads.map(
            lambda question: _mined(question, documents[question.doc_id], retriever),
            whole.questions,
        )


def _mined(question: Question, own: Document, retriever: Retriever) -> dict[str, object]:
    words = [span.of(own.text).casefold() for span in question.answers]
    hits = retriever.retrieve(question.text, LOOKED_AT)
    apart = [hit for hit in hits if _apart(hit, question, words)]
    if question.language != own.language:
        apart = _first_in(question.language, apart)
    passages = [(hit.passage.text, hit.passage.document.title) for hit in apart[:KEPT]]
    return {"question": question.text, "title": own.title, "passages": passages}


def _apart(hit: Hit, question: Question, words: Sequence[str]) -> bool:
    """Without the words that answer; for a question that its document does not answer, of it."""
    own = hit.passage.document.doc_id == question.doc_id
    if not question.answerable:
        return own
    text = hit.passage.text.casefold()
    return not any(one in text for one in words)


def _first_in(language: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits with `OWN_LANGUAGE` ones in that language first."""
    first = [hit for hit in hits if hit.passage.document.language == language][:OWN_LANGUAGE]
    return [*first, *(hit for hit in hits if hit not in first)]


def read_mined(run: Path) -> Mined:
    """Negatives by question and its document's title; none where nothing was mined."""
    path = run / "negatives.jsonl"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {
        (row["question"], row["title"]): [(text, title) for text, title in row["passages"]]
        for row in rows
    }
