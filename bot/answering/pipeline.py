"""The generation that answers, and the change to the next one without a gap."""

import logging
import time

from bot.answering.answer import Answer, NoAnswer
from bot.answering.answer_cache import AnswerCache
from bot.answering.comparing import make_ready, quoted_once
from bot.answering.one_generation import HITS, answer_from, clean
from bot.answering.readers import Reader, load_reader
from bot.answering.topics import FITTED
from bot.answering.understanding import is_follow_up
from bot.settings import BotSettings
from index.encoding import Encoder, load_encoder
from index.errors import VerbatimError
from index.retriever import Hit, Retriever
from index.store import Generation, Library, View, open_library, whole_evidence
from index.text import Document, Span

logger = logging.getLogger(__name__)

# How long a generation that cannot be opened is let be, in seconds: to open one is no small work.
RETRY_SECONDS = 60.0
# Of the old generation so many passages are looked at to tell whether it still answers.
LOOKED_AT = 64


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

        `before` is the question that a follow-up goes on from; one that is whole by itself is
        answered by itself.
        """
        return self._cache.answer(clean(question), clean(before) if is_follow_up(question) else "")

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


def open_pipeline(settings: BotSettings) -> QuestionAnswering:
    """Wire library, encoder and reader as the settings name them.

    Raises LibraryNotFound, LibraryError or EncoderError with what to do next.
    """
    library = open_library(settings.library)
    library.live()  # fails before the models are loaded, which takes seconds
    encoder = load_encoder(settings.encoder, settings.device)
    reader = load_reader(settings.reader, encoder, settings.device)
    return QuestionAnswering(library, encoder, reader)
