"""How one generation answers: each question of a message, as it may be spelt, or a topic."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from bot.answering.answer import Answer, NoAnswer
from bot.answering.asked import as_asked, under_same_words
from bot.answering.going_on import going_on
from bot.answering.readers import Reader, nothing_answers, read_by
from bot.answering.several import joined, typed
from bot.answering.topics import about
from bot.answering.understanding import (
    Talk,
    as_meant,
    goes_on_after,
    in_cyrillic,
    names_nothing,
    needs_another,
    parts_of,
    respelt,
    talk_in,
    topic_of,
)
from index.encoding import Encoder
from index.retriever import Hit
from index.store import View
from index.text import stream_safe

# The reader looks at this many passages; the first five hold the answer for 88 to 99 % of the
# questions of every set tried.
HITS = 10
# Longer than any question, shorter than an attack: the encoder would cut it anyway.
MAX_QUESTION = 1_000


class Searched(Protocol):
    """What is asked: a retriever, or a part of what one finds."""

    @property
    def view(self) -> View:
        """The generation that is searched."""

    @property
    def encoder(self) -> Encoder:
        """The encoder of its vectors."""

    def retrieve(self, question: str, k: int = 10, before: str = "") -> list[Hit]:
        """As `Retriever.retrieve`."""


def answer_from(
    retriever: Searched, reader: Reader, question: str, before: str = ""
) -> Answer | NoAnswer:
    """The answer of one generation; as `QuestionAnswering.ask`."""
    cleaned = clean(question)
    if talk := talk_in(cleaned):
        return _talked(retriever, reader, cleaned, talk)
    parts = parts_of(as_meant(cleaned))
    known = [(before,), *(goes_on_after(part, parts[0]) for part in parts[1:])]
    results = [
        _surest([_surer_spelling(retriever, reader, part, one) for one in some])
        for part, some in zip(parts, known, strict=True)
    ]
    return joined(results, [typed(part, cleaned) for part in parts])


def _talked(retriever: Searched, reader: Reader, said: str, talk: Talk) -> Answer | NoAnswer:
    """Small talk asks nothing of the texts, unless one asks "Who are you?" in the same words."""
    nothing = nothing_answers(reader)
    if talk is not Talk.WHO:
        return nothing
    found = nothing_answers(reader, retriever.retrieve(said, HITS))
    return under_same_words(said, found) or nothing


def _surer_spelling(
    retriever: Searched, reader: Reader, question: str, before: str
) -> Answer | NoAnswer:
    """As it is spelt; if that may be wrong, or Russian in Latin letters, the surer spelling."""
    result = _to_one(retriever, reader, question, before)
    spelt = in_cyrillic(question)
    sure = isinstance(result, Answer) and result.sure
    if spelt is None and not sure and topic_of(question) is None:  # a topic may be any name
        spelt = respelt(question, retriever.view)
    results = [result, *([_to_one(retriever, reader, spelt, before)] if spelt else [])]
    return _surest(results)


def _surest(results: Sequence[Answer | NoAnswer]) -> Answer | NoAnswer:
    return max(results, key=lambda one: (isinstance(one, Answer), one.confidence))


def _to_one(retriever: Searched, reader: Reader, cleaned: str, before: str) -> Answer | NoAnswer:
    """To one question, bare of what stands around it."""
    before, bare = clean(before), needs_another(cleaned) or names_nothing(cleaned)
    if bare and not before:
        return nothing_answers(reader)
    topic = None if bare else topic_of(cleaned)
    if topic is None:
        hits = retriever.retrieve(cleaned, HITS, before)
        read = going_on(reader, cleaned, before, hits) if bare else read_by(reader, cleaned, hits)
        return as_asked(cleaned, read, retriever.encoder)
    if before:
        return _after(before, retriever, reader, cleaned, topic)
    hits = retriever.retrieve(topic, HITS)
    return about(cleaned, topic, hits, retriever.view, reader, retriever.encoder)


def _after(
    before: str, retriever: Searched, reader: Reader, cleaned: str, topic: str
) -> Answer | NoAnswer:
    """As "And NATO?" goes on from the question before, or leaves it: the surer reading.

    A text that does not answer that question may be of something else: with a reservation.
    """
    said = read_by(reader, before, retriever.retrieve(before, HITS))
    answered = said.quotes if isinstance(said, Answer) else ()
    talked_of = frozenset(quote.document.doc_id for quote in answered)
    hits = retriever.retrieve(topic, HITS)
    named = about(cleaned, topic, hits, retriever.view, reader, retriever.encoder, talked_of)
    together = read_by(reader, cleaned, retriever.retrieve(cleaned, HITS, before))
    found = max(together, named, key=lambda one: one.confidence)
    if not isinstance(found, Answer) or not talked_of:
        return found
    stays = found.quotes[0].document.doc_id in talked_of
    return found if stays else replace(found, sure_from=1.0)


def clean(question: str) -> str:
    """The question in NFC with single spaces, cut to `MAX_QUESTION` code points."""
    encodable = question.encode("utf-8", "replace").decode("utf-8")
    return " ".join(unicodedata.normalize("NFC", stream_safe(encodable)).split())[:MAX_QUESTION]
