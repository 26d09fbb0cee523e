"""Libraries that speak several languages: questions in the document's own, and in another.

A set in one language cannot show that a question is drawn to texts of its own language, whatever
they are about. So all sets are also asked together, in one library.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from index.evaluation.question_sets import Question, QuestionSet
from index.text import Document

TOGETHER = "all sets"
OWN, OTHER = "own language", "other language"


def by_language(questions: QuestionSet) -> list[QuestionSet]:
    """A set in one language as it is; one in several as two, named `own language>NAME` and so on.

    The first asks in the language of the document that the question is on, the second in another.
    """
    languages = {document.doc_id: document.language for document in questions.documents}
    if len(set(languages.values())) < 2:
        return [questions]
    halves: dict[str, list[Question]] = {OWN: [], OTHER: []}
    for question in questions.questions:
        halves[OWN if question.language == languages[question.doc_id] else OTHER].append(question)
    return [
        QuestionSet(f"{half}>{questions.name}", questions.documents, tuple(asked))
        for half, asked in halves.items()
        if asked
    ]


def together(sets: Sequence[QuestionSet]) -> QuestionSet:
    """All documents in one set, each text once, with all questions on them.

    Of sets that say the same in several languages (their questions share keys) each article is
    there in one language only, the languages taking turns, and is asked about in all of them.
    """
    chosen = _chosen(sets)
    documents: dict[str, Document] = {}
    questions: list[Question] = []
    for place, one in enumerate(sets):
        left_out = {q.doc_id for q in one.questions if chosen.get(q.key, place) != place}
        for document in one.documents:
            if document.doc_id not in left_out:
                documents.setdefault(document.text, document)
        asked = [q for q in one.questions if q.doc_id not in left_out]
        questions += _pointing(asked, one.documents, documents)
    kept = {q.key: q for q in questions if q.key in chosen}
    for place, one in enumerate(sets):
        for q in one.questions:
            if q.key in kept and chosen[q.key] != place:
                questions.append(replace(kept[q.key], text=q.text, language=q.language))
    return QuestionSet(TOGETHER, tuple(documents.values()), tuple(questions))


def _pointing(
    asked: Iterable[Question], theirs: Sequence[Document], documents: dict[str, Document]
) -> Iterator[Question]:
    """The questions on the one document that is kept of each text."""
    texts = {document.doc_id: document.text for document in theirs}
    for question in asked:
        yield replace(question, doc_id=documents[texts[question.doc_id]].doc_id)


def _chosen(sets: Sequence[QuestionSet]) -> dict[str, int]:
    """For each key that several sets share, the place of the set whose document is kept."""
    places: dict[str, list[int]] = defaultdict(list)
    articles: dict[str, str] = {}
    for place, one in enumerate(sets):
        titles = {document.doc_id: document.title for document in one.documents}
        for question in one.questions:
            if question.key and place not in places[question.key]:
                places[question.key].append(place)
                articles.setdefault(question.key, titles[question.doc_id])
    shared = {key: found for key, found in places.items() if len(found) > 1}
    turns = {title: turn for turn, title in enumerate(dict.fromkeys(articles[k] for k in shared))}
    return {key: found[turns[articles[key]] % len(found)] for key, found in shared.items()}
