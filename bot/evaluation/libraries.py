"""Libraries to ask: without one document, or small ones made of a set's documents."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from bot.answering import Searched
from index.building import build
from index.encoding import Encoder, PassageVectors, Vectors
from index.evaluation import SEED, Question, QuestionSet, draw
from index.retriever import Hit, Retriever
from index.store import View, open_library
from index.text import Document, Span

# So many are fetched, so that enough are left when those of one document are left out.
FETCHED = 40


class Without:
    """A library as if the documents of one title were not there."""

    def __init__(self, library: Searched, title: str) -> None:
        self.library = library
        self.title = title

    @property
    def view(self) -> View:
        """All of the library's."""
        return self.library.view

    @property
    def encoder(self) -> Encoder:
        """The library's."""
        return self.library.encoder

    def retrieve(self, question: str, k: int = 10, before: str = "") -> list[Hit]:
        """The best hits of other documents, among the first found."""
        found = self.library.retrieve(question, FETCHED, before)
        return [hit for hit in found if group(hit.passage.document) != self.title][:k]


class Remembering:
    """An encoder that reads each passage once, however many libraries it is put into."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self.name, self.revision = encoder.name, encoder.revision
        self.dimension = encoder.dimension
        self._known: dict[tuple[str, tuple[Span, ...]], PassageVectors] = {}

    def encode_questions(self, questions: Sequence[str]) -> Vectors:
        """As the encoder does it."""
        return self.encoder.encode_questions(questions)

    def across(self, questions: Vectors) -> Vectors:
        """As the encoder does it."""
        return self.encoder.across(questions)

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[PassageVectors]:
        """As the encoder does it, or did it before."""
        asked = [(text, tuple(spans)) for text, spans in zip(texts, sentences, strict=True)]
        new = [one for one in dict.fromkeys(asked) if one not in self._known]
        if new:
            made = self.encoder.encode_passages([t for t, _ in new], [spans for _, spans in new])
            self._known.update(zip(new, made, strict=True))
        return [self._known[one] for one in asked]


def group(document: Document) -> str:
    """What belongs together: documents of one title, or one by itself that has none."""
    return document.title or document.doc_id


def parted(questions: QuestionSet, size: int) -> Iterator[QuestionSet]:
    """The set as several, each of `size` titles with all that is asked of them, drawn by chance.

    Titles of which nothing is asked are in them, too; parts of which nothing is asked are not.
    """
    by_title: dict[str, list[Document]] = defaultdict(list)
    for document in questions.documents:
        by_title[group(document)].append(document)
    titles = sorted(by_title)
    random.Random(SEED).shuffle(titles)
    asked: dict[str, list[Question]] = defaultdict(list)
    for question in questions.questions:
        asked[question.doc_id].append(question)
    for start in range(0, len(titles), size):
        inside = [one for title in titles[start : start + size] for one in by_title[title]]
        theirs = tuple(question for one in inside for question in asked[one.doc_id])
        if theirs:
            yield QuestionSet(f"{size} of {questions.name}", tuple(inside), theirs)


def drawn(questions: QuestionSet, size: int, limit: int | None) -> list[QuestionSet]:
    """The set in parts of `size` titles, with at most `limit` questions a kind in all."""
    kinds = [
        [one for one in questions.questions if one.answerable is answerable]
        for answerable in (True, False)
    ]
    chosen = tuple(question for kind in kinds for question in draw(kind, limit))
    return list(parted(replace(questions, questions=chosen), size))


def in_small(
    questions: QuestionSet, size: int, encoder: Encoder, folder: Path, limit: int | None
) -> Iterator[tuple[QuestionSet, Retriever, Retriever | None]]:
    """Small libraries of `size` titles in an empty folder, with at most `limit` questions a kind.

    Each with what is asked of it, and another one that does not have its documents, if any.
    """
    parts = drawn(questions, size, limit)
    libraries = [
        _library(part, encoder, folder / str(number)) for number, part in enumerate(parts)
    ]
    for number, part in enumerate(parts):
        yield part, libraries[number], libraries[number - 1] if len(parts) > 1 else None


def among(questions: QuestionSet, others: Sequence[QuestionSet], size: int) -> QuestionSet:
    """The set's questions, with documents of others until there are `size`, each set in turn."""
    texts = {document.text for document in questions.documents}
    turns = zip_longest(*(other.documents for other in others))
    new = [one for turn in turns for one in turn if one and one.text not in texts]
    random.Random(SEED).shuffle(new)
    more = tuple(new[: max(0, size - len(questions.documents))])
    name = f"{questions.name} among {size}"
    return replace(questions, name=name, documents=(*questions.documents, *more))


def _library(questions: QuestionSet, encoder: Encoder, folder: Path) -> Retriever:
    library = open_library(folder)
    build(library, questions.documents, encoder, replace=True)
    return Retriever(library.open(), encoder)
