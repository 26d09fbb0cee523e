"""How documents changed from one generation to another."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property

from index.errors import LibraryError
from index.store import Generation, Library
from index.text import Document
from index.wording import Change, changes, counted, words_of

# What is told of a document beside its words.
TOLD = ("title", "date", "url", "language")


@dataclass(frozen=True)
class Revision:
    """A document as it was `before`, and as it is `after` in a generation; one may be None."""

    doc_id: str
    generation: Generation
    before: Document | None
    after: Document | None

    @property
    def kind(self) -> str:
        """`added`, `removed` or `changed`."""
        if self.before is None:
            return "added"
        return "changed" if self.after else "removed"

    @cached_property
    def changes(self) -> list[Change]:
        """The changes in words, of a document that was there before and after."""
        return changes(self.before.text, self.after.text) if self.before and self.after else []

    @cached_property
    def words(self) -> tuple[int, int]:
        """How many words were added, and how many taken out."""
        if self.before and self.after:
            return counted(self.before.text, self.after.text, self.changes)
        added, removed = (len(words_of(one.text)) if one else 0
                          for one in (self.after, self.before))  # fmt: skip
        return added, removed

    @property
    def told(self) -> dict[str, tuple[str | None, str | None]]:
        """What is told of it and was changed, before and after: see `TOLD`."""
        if not self.before or not self.after:
            return {}
        pairs = {name: (getattr(self.before, name), getattr(self.after, name)) for name in TOLD}
        return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def revisions(library: Library, doc_id: str) -> list[Revision]:
    """The generations that are kept in which a document changed; `added` in the first that has it.

    Raises LibraryError where none has it.
    """
    found: list[Revision] = []
    before: Document | None = None
    for generation, document in library.history(doc_id):
        if document != before:
            found.append(Revision(doc_id, generation, before, document))
        before = document
    if not found:
        raise LibraryError(
            f"no generation that is kept has {doc_id} (`python -m index list` has the names)"
        )
    return found


def between(library: Library, first: int, second: int) -> Iterator[Revision]:
    """What is other in the second of two generations, by `doc_id`; each text is read as it comes.

    Raises LibraryError where one of them is not kept.
    """
    with closing(library.open(first)) as one, closing(library.open(second)) as other:
        numbers, others = one.numbers(), other.numbers()
        for doc_id in sorted({*numbers, *others}):
            if numbers.get(doc_id) != others.get(doc_id):
                before = one.document(doc_id) if doc_id in numbers else None
                after = other.document(doc_id) if doc_id in others else None
                if before != after:
                    yield Revision(doc_id, other.generation, before, after)
