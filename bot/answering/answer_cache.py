"""The answers of one generation, kept: what a crowd asks in the same words is read once."""

import threading
from collections.abc import Callable
from concurrent.futures import Future

from cachetools import LRUCache

from bot.answering.answer import Answer, NoAnswer
from index.retriever import Retriever

# So many answers are kept, of up to 20 kB each: 5 MB.
KEPT = 256

Find = Callable[[Retriever, str, str], Answer | NoAnswer]


class AnswerCache:
    """A retriever's answers, those asked for lately from memory; safe to use from many threads.

    Who asks what somebody else is being answered at the moment waits for that answer.
    """

    def __init__(self, retriever: Retriever, find: Find) -> None:
        self.retriever = retriever
        self._find = find
        self._lock = threading.Lock()
        self._known: LRUCache[tuple[str, str], Future[Answer | NoAnswer]] = LRUCache(KEPT)

    def answer(self, question: str, before: str) -> Answer | NoAnswer:
        """The answer to a question that goes on from the one before; raises what finding raises.

        An error is not kept: the next to ask tries again.
        """
        asked = (question, before)
        with self._lock:
            known = self._known.get(asked)
            found = known or self._known.setdefault(asked, Future())
        if known is None:
            try:
                found.set_result(self._find(self.retriever, question, before))
            except BaseException as error:
                with self._lock:
                    self._known.pop(asked, None)
                found.set_exception(error)
        return found.result()
