"""One desk for every program that asks: the pipeline of the chat, its bounded threads, counted."""

import time
from collections.abc import Callable
from typing import Any, TypeVar, TypeVarTuple

from bot.answering import Answer, QuestionAnswering, talk_in
from bot.operations import Busy, Metrics, Work
from bot.terminal import as_json, stood_as_json, verified_as_json
from bot.verifying import verify
from index.errors import VerbatimError
from index.foreign import without_login
from index.store import View
from index.text import Document
from index.versions import QuoteId, stood

# As in the chat: two at a time fill two cores, and so many more wait about half a minute.
THREADS, MOST_WAITING = 2, 250
# So many passages or documents are given at a time.
MOST_LISTED = 100

Result = TypeVar("Result")
Arguments = TypeVarTuple("Arguments")
Json = dict[str, Any]


class NothingAsked(VerbatimError):
    """What is asked, or to be compared, is empty; over HTTP that is a request that is wrong."""


class Desk:
    """Answers as JSON-ready objects, of the generation that is live when they are asked for.

    Everything raises Busy when too much waits, what takes a text NothingAsked where that is empty.
    For one event loop.
    """

    def __init__(self, answering: QuestionAnswering) -> None:
        self._answering = answering
        self._work = Work(THREADS, MOST_WAITING)
        self.metrics = Metrics()
        self.metrics.watch(
            lambda: self._work.waiting,
            lambda: answering.generation,
            lambda: len(answering.view.damaged()),
            lambda: answering.trouble,
        )

    async def ask(self, question: str, before: str = "") -> Json:
        """The object of `ask --json`; `before` is the question that a follow-up goes on from.

        Small talk is answered, too, and is no question to be counted.
        """
        _filled("question", question)
        started = time.monotonic()
        found = await self._worked(self._answering.ask, question, before)
        if not talk_in(question):
            outcome = "answered" if isinstance(found, Answer) else "refused"
            self.metrics.answered(outcome, time.monotonic() - started)
        return as_json(question, found)

    async def verify(self, text: str) -> Json:
        """The object of `verify --json`."""
        return await self._worked(self._verified, _filled("text", text))

    async def search(self, question: str, k: int) -> list[Json]:
        """The `k` passages nearest to a question, at most `MOST_LISTED`, best first."""
        _filled("question", question)
        hits = await self._worked(self._answering.search, question, min(k, MOST_LISTED))
        return [
            {
                "doc_id": hit.passage.document.public_id,
                "title": hit.passage.document.title,
                "start": hit.passage.span.start,
                "end": hit.passage.span.end,
                "score": round(hit.score, 6),
                "text": hit.passage.text,
            }
            for hit in hits
        ]

    async def documents(self, first: int = 0, most: int = MOST_LISTED) -> list[Json]:
        """Documents by name, without their texts, from the one in place `first`."""

        def listed() -> list[Json]:
            start, count = max(0, first), min(max(0, most), MOST_LISTED)
            return [_described(one) for one in self._answering.view.documents_from(start, count)]

        return await self._worked(listed)

    async def document(self, name: str) -> Json | None:
        """The document that is listed so, with its text; None if there is none.

        Places in it count code points.
        """

        def found() -> Json | None:
            document = _listed_as(name, self._answering.view)
            return {**_described(document), "text": document.text} if document else None

        return await self._worked(found)

    async def quote(self, written: str) -> Json:
        """The object of `quote --json`; raises UnknownQuote."""

        def found() -> Json:
            given = QuoteId.read(written)
            return stood_as_json(given, stood(self._answering.library, given))

        return await self._worked(found)

    async def close(self) -> None:
        """Let what has begun come to its end, if that is soon."""
        await self._work.close()

    def _verified(self, text: str) -> Json:
        return verified_as_json(verify(self._answering.view, self._answering.encoder, text))

    async def _worked(
        self, function: Callable[[*Arguments], Result], *arguments: *Arguments
    ) -> Result:
        # What is worked on must be looked up by the function: a view taken before is of the
        # generation before.
        def fresh() -> Result:
            self._answering.refresh()  # what another process has built answers from now on
            return function(*arguments)

        try:
            return await self._work.run(fresh)
        except Busy:
            self.metrics.turned_away()
            raise


def _filled(name: str, value: str) -> str:
    if not value.strip():
        raise NothingAsked(f"`{name}` is missing: a text")
    return value


def _listed_as(name: str, view: View) -> Document | None:
    """The document of this name, as it is stored or as readers may see it."""
    stored = view.document(name)
    if stored or "://" not in name:
        return stored
    others = (one for one in sorted(view.numbers()) if without_login(one) == name)
    return next((view.document(one) for one in others), None)


def _described(document: Document) -> Json:
    return {
        "doc_id": document.public_id,
        "title": document.title,
        "date": document.date,
        "language": document.language,
        "url": document.public_url,
        "characters": len(document.text),
    }
