"""New texts on their way in: what an admin sends, until it is confirmed or cancelled."""

import secrets
from dataclasses import dataclass, field, replace

from cachetools import LRUCache

from index.sources import from_text
from index.text import Document

# Batches that wait for a yes; the oldest are let go.
WAITING = 50
# A pasted text is at most so many code points, about 1,000 pages.
LONGEST_PASTE = 5_000_000


@dataclass(slots=True)
class Collecting:
    """Messages of one paste, until `/done`; `doc_id` is set where they replace a document."""

    doc_id: str | None = None
    texts: list[str] = field(default_factory=list)

    def add(self, text: str) -> bool:
        """Take one more message; False if the paste would become too long."""
        if sum(map(len, self.texts)) + len(text) > LONGEST_PASTE:
            return False
        self.texts.append(text)
        return True

    def document(self) -> Document:
        """The paste as one document; raises SourceError if there is no text in it."""
        return renamed(from_text(joined(self.texts)), self.doc_id)


def joined(texts: list[str]) -> str:
    """One text of several messages: Telegram cuts a long paste where it reaches its limit.

    A message about as long as that limit was cut, so the next goes on with it.
    """
    result = ""
    for before, text in zip(["", *texts], texts, strict=False):
        cut = len(before) > 4_000 or not result
        result += text if cut else f"\n\n{text}"
    return result


def renamed(document: Document, doc_id: str | None) -> Document:
    """The document under the name of the one it replaces."""
    return replace(document, doc_id=doc_id) if doc_id else document


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents that an admin was shown and has not confirmed yet."""

    admin: int
    documents: tuple[Document, ...]


class Intake:
    """What each admin is sending, and the batches that wait for a yes. In memory only."""

    def __init__(self) -> None:
        self._collecting: dict[int, Collecting] = {}
        self._waiting: LRUCache[int, Batch] = LRUCache(WAITING)

    def start(self, admin: int, doc_id: str | None = None) -> None:
        """Collect from now on what the admin sends."""
        self._collecting[admin] = Collecting(doc_id)

    def collecting(self, admin: int) -> Collecting | None:
        """What has been collected so far, or None if nothing is."""
        return self._collecting.get(admin)

    def stop(self, admin: int) -> Collecting | None:
        """Collect no more; what was collected."""
        return self._collecting.pop(admin, None)

    def wait(self, batch: Batch) -> int:
        """Keep a batch until it is confirmed; its number, which nobody can guess."""
        number = secrets.randbits(48)
        self._waiting[number] = batch
        return number

    def take(self, number: int, admin: int) -> Batch | None:
        """The batch, once, to the admin who sent it."""
        batch = self._waiting.get(number)
        if batch is None or batch.admin != admin:
            return None
        return self._waiting.pop(number)
