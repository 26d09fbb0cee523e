"""Documents that come in, by the names that the library has for them.

A file is called by its place, a page by its address, and an entry of a feed by its link; what an
entry says of itself tells it again where its link has changed.
"""

import dataclasses
from collections.abc import Iterable, Iterator
from contextlib import closing

from index.errors import LibraryError, LibraryNotFound
from index.store import Library, View
from index.text import Document


def called_as_before(
    library: Library, documents: Iterable[Document], *, replace: bool
) -> Iterator[Document]:
    """The documents, those that the library has under another name by that.

    Unless they `replace` all, a file is called by its folder, too, where another of its name is
    in the library; one that is called so already keeps a shorter name that it has there. What
    cannot be looked up in a library that is to be replaced keeps its name.
    """
    try:
        view = library.open()
    except LibraryError as error:
        if not replace and not isinstance(error, LibraryNotFound):
            raise
        yield from documents
        return
    with closing(view):
        known: dict[str, str] | None = None
        given: set[str] = set()
        for document in documents:
            if document.entry:
                known = view.entries() if known is None else known
                document = _as_entry(document, known, given)
            elif (short := _short(document, view)) and short not in given:
                document = dataclasses.replace(document, doc_id=short)
            elif not replace:
                document = _apart(document, view)
            given.add(document.doc_id)
            yield document


def _as_entry(document: Document, known: dict[str, str], given: set[str]) -> Document:
    """The entry by the name it has had; by its own where another has taken that just now."""
    before = known.get(document.entry, document.doc_id)
    free = (name for name in (before, document.doc_id) if name not in given)
    name = next(free, document.doc_id + document.entry)
    return dataclasses.replace(document, doc_id=name)


def _short(document: Document, view: View) -> str | None:
    """The name without its folder, if the library has the same file by that."""
    if document.doc_id != document.origin:
        return None
    short = document.doc_id.partition("/")[2]
    before = view.document(short) if short else None
    return short if before and before.origin == document.origin else None


def _apart(document: Document, view: View) -> Document:
    """A file by its folder, too, where another of its name is there."""
    before, longer = view.document(document.doc_id), document.origin
    other = before and before.origin not in {None, longer}
    if longer and (other or view.document(longer)):
        return dataclasses.replace(document, doc_id=longer)
    return document
