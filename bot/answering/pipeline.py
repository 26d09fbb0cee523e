"""From a question to an answer: retrieve, then read; and to a new generation without a gap."""

import logging
import time
import unicodedata
from dataclasses import replace
from typing import Protocol

from bot.answering.answer import Answer, NoAnswer
from bot.answering.answer_cache import AnswerCache
from bot.answering.asked import as_asked, under_same_words
from bot.answering.comparing import make_ready, quoted_once
from bot.answering.going_on import going_on
from bot.answering.readers import Reader, load_reader
from bot.answering.several import joined
from bot.answering.topics import FITTED, about
from bot.answering.understanding import (
    Talk,
    as_meant,
    in_cyrillic,
    names_nothing,
    needs_another,
    needs_first,
    parts_of,
    respelt,
    talk_in,
    topic_of,
)
from bot.settings import BotSettings
from index.encoding import Encoder, load_encoder
from index.errors import VerbatimError
from index.retriever import Hit, Retriever
from index.store import Generation, Library, View, open_library, whole_evidence
from index.text import Document, Span, stream_safe

logger = logging.getLogger(__name__)

# The reader looks at this many passages; the first five hold the answer for 88 to 99 % of the
# questions of every set tried.
HITS = 10
# Longer than any question, shorter than an attack: the encoder would cut it anyway.
MAX_QUESTION = 1_000
# How long a generation that cannot be opened is let be, in seconds: to open one is no small work.
RETRY_SECONDS = 60.0
# Of the old generation so many passages are looked at to tell whether it still answers.
LOOKED_AT = 64


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


class QuestionAnswering:
    """Holds the live retriever; safe to ask from many threads, also while it is swapped.

    Raises LibraryNotFound when nothing has been built, EncoderError when the library was
    built with another encoder.
    """

    def __init__(self, library: Library, encoder: Encoder, reader: Reader) -> None:
        self.library = library
        self.encoder = encoder
        self.reader = reader
        self._cache = AnswerCache(Retriever(library.open(), encoder), self._find)
        self._unopened: Generation | None = None
        self._retry_at = 0.0
        self.trouble = ""
        """Why the library could not be asked for its newest generation; "" where it could."""
        self.answers = True
        """Whether what is open can be asked; a folder can be where its newest cannot be had."""

    @property
    def view(self) -> View:
        """The generation that answers now; keep the reference to stay with it."""
        return self._cache.retriever.view

    @property
    def generation(self) -> int:
        """The number of the generation that answers now."""
        return self.view.generation.number

    def ask(self, question: str, before: str = "") -> Answer | NoAnswer:
        """The quotes that answer, or NoAnswer; one generation answers the whole question.

        `before` is the question that a follow-up goes on from.
        """
        return self._cache.answer(clean(question), clean(before))

    def _find(self, retriever: Retriever, question: str, before: str) -> Answer | NoAnswer:
        found = answer_from(retriever, self.reader, question, before)
        return quoted_once(found) if isinstance(found, Answer) else found

    def make_ready(self) -> None:
        """Make what the first questions of the live generation would wait for, some seconds."""
        if self.encoder.name == FITTED:
            make_ready(self.view, self.encoder)

    def search(self, question: str, k: int) -> list[Hit]:
        """The `k` passages nearest to a question, best first; none needs to answer it."""
        return self._cache.retriever.retrieve(clean(question), k)

    def find(self, words: str) -> tuple[Document, Span] | None:
        """Where these words stand, letter by letter, in a document that is about them; or None."""
        retriever = self._cache.retriever
        for hit in retriever.retrieve(clean(words), HITS):
            document = hit.passage.document
            start = document.text.find(words)
            if start >= 0:
                return document, Span(start, start + len(words))
        return None

    def refresh(self) -> bool:
        """Swap to the library's live generation if it is another; whether it did.

        Its number does not tell: where another library has taken the place of this one, it may be
        the same. A generation that cannot be opened is logged once and tried again every
        `RETRY_SECONDS`, while the old one goes on answering.
        """
        live: Generation | None = None  # while the library cannot be asked
        try:
            live = self.library.live()
            if live == self.view.generation:
                self._unopened, self.trouble, self.answers = None, "", True
                return False
            if live == self._unopened and time.monotonic() < self._retry_at:
                return False
            self._cache = AnswerCache(Retriever(self.library.open(), self.encoder), self._find)
        except VerbatimError as error:
            self._note(live, error)
            self.trouble, self.answers = str(error), self._still_answers()
            return False
        self._unopened, self.trouble, self.answers = None, "", True
        logger.info("answering from generation %d", self.generation)
        return True

    def _still_answers(self) -> bool:
        try:
            self.view.rarity(["a"])
            rows = self.view.rows()
            whole_evidence(self.view, rows[:: 1 + len(rows) // LOOKED_AT].tolist())
        except VerbatimError:
            return False
        return True

    def _note(self, unopened: Generation | None, error: VerbatimError) -> None:
        if not self.trouble or unopened != self._unopened:
            logger.warning("still answering from generation %d: %s", self.generation, error)
        self._unopened, self._retry_at = unopened, time.monotonic() + RETRY_SECONDS


def answer_from(
    retriever: Searched, reader: Reader, question: str, before: str = ""
) -> Answer | NoAnswer:
    """The answer of one generation; as `QuestionAnswering.ask`."""
    cleaned = clean(question)
    if not cleaned or talk_in(cleaned):
        return _talked(retriever, reader, cleaned)
    parts = parts_of(as_meant(cleaned))
    # A short one, or one after "and", may not say what it is about: the first does.
    context = [before, *(parts[0] if needs_first(part) else "" for part in parts[1:])]
    asked = zip(parts, context, strict=True)
    return joined([_either(retriever, reader, part, about) for part, about in asked])


def _talked(retriever: Searched, reader: Reader, said: str) -> Answer | NoAnswer:
    """Small talk asks nothing of the texts, unless one asks "Who are you?" in the same words."""
    nothing = reader.read(said, [])
    if talk_in(said) is not Talk.WHO:
        return nothing
    hits = tuple(retriever.retrieve(said, HITS))
    return under_same_words(said, replace(nothing, hits=hits)) or nothing


def _either(retriever: Searched, reader: Reader, question: str, before: str) -> Answer | NoAnswer:
    """As it is spelt; if that may be wrong, or Russian in Latin letters, the surer spelling."""
    result = _answer(retriever, reader, question, before)
    spelt = in_cyrillic(question)
    sure = isinstance(result, Answer) and result.sure
    if spelt is None and not sure and topic_of(question) is None:  # a topic may be any name
        spelt = respelt(question, retriever.view)
    results = [result, *([_answer(retriever, reader, spelt, before)] if spelt else [])]
    return max(results, key=lambda one: (isinstance(one, Answer), one.confidence))


def _answer(retriever: Searched, reader: Reader, cleaned: str, before: str) -> Answer | NoAnswer:
    """To one question, bare of what stands around it."""
    before, bare = clean(before), needs_another(cleaned) or names_nothing(cleaned)
    if bare and not before:
        return reader.read(cleaned, [])
    topic = None if bare else topic_of(cleaned)
    if topic is None:
        hits = retriever.retrieve(cleaned, HITS, before)
        read = going_on(reader, cleaned, before, hits) if bare else reader.read(cleaned, hits)
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
    said = reader.read(before, retriever.retrieve(before, HITS))
    answered = said.quotes if isinstance(said, Answer) else ()
    talked_of = frozenset(quote.document.doc_id for quote in answered)
    hits = retriever.retrieve(topic, HITS)
    named = about(cleaned, topic, hits, retriever.view, reader, retriever.encoder, talked_of)
    together = reader.read(cleaned, retriever.retrieve(cleaned, HITS, before))
    found = max(together, named, key=lambda one: one.confidence)
    if not isinstance(found, Answer) or not talked_of:
        return found
    stays = found.quotes[0].document.doc_id in talked_of
    return found if stays else replace(found, sure_from=1.0)


def open_pipeline(settings: BotSettings) -> QuestionAnswering:
    """Wire library, encoder and reader as the settings name them.

    Raises LibraryNotFound, LibraryError or EncoderError with what to do next.
    """
    library = open_library(settings.library)
    library.live()  # fails before the models are loaded, which takes seconds
    encoder = load_encoder(settings.encoder, settings.device)
    reader = load_reader(settings.reader, encoder, settings.device)
    return QuestionAnswering(library, encoder, reader)


def clean(question: str) -> str:
    """The question in NFC with single spaces, cut to `MAX_QUESTION` code points."""
    encodable = question.encode("utf-8", "replace").decode("utf-8")
    return " ".join(unicodedata.normalize("NFC", stream_safe(encodable)).split())[:MAX_QUESTION]
