"""Is the library sound? Each check in plain words, with what to do when it is not."""

from collections.abc import Callable, Iterator
from contextlib import closing

import numpy as np

from index.building import restore
from index.encoding import Encoder
from index.errors import LibraryError, VerbatimError
from index.store import EncoderId, Finding, Generation, Library, View
from index.text import Document, encoder_input, untitled

REBUILD = "`build` into another folder"
# Passages encoded anew, and how like the stored vectors they have to be (float16, threads).
SAMPLE = 3
LIKE = 0.99


def examine(library: Library, load: Callable[[], Encoder]) -> Iterator[Finding]:
    """Check what is stored and, last, the encoder that `load` gives against it."""
    told: set[Finding] = set()  # where nothing can be read, each check says so
    for finding in _checked(library, load):
        if finding not in told:
            yield finding
        told.add(finding)


def _checked(library: Library, load: Callable[[], Encoder]) -> Iterator[Finding]:
    try:
        library.generations()  # raises where there is none, which is all there is to say
        yield from library.check()
        with closing(library.open()) as view:
            yield _spans(view)
            yield _encoder(view, load())
    except VerbatimError as error:
        yield Finding(False, str(error))


def repair(library: Library, load: Callable[[], Encoder]) -> Iterator[Finding]:
    """Mend what can be mended, with what was done; where a source is needed, which.

    A document that is lost comes from the newest older generation that has it whole.
    """
    try:
        damaged = _damaged(library)  # before the indexes are made again: names come from there
        yield from library.mend()
        found = {name: _whole(library, name) for name in damaged}
        documents = [one[0] for one in found.values() if one]
        live = library.live()
        counts = restore(library, documents, load())
        for name, one in found.items():
            yield _told(name, one[1] if one else None, live)
        if counts.encoded:
            yield Finding(True, f"{counts.encoded} passages were encoded again")
        for generation in library.generations():
            with closing(library.open(generation.number)) as view:
                view.nearest(np.zeros(generation.dimension, dtype=np.float32), 1)
    except VerbatimError as error:
        yield Finding(False, str(error))


def _damaged(library: Library) -> list[str]:
    try:
        return library.damaged()
    except LibraryError:
        return []  # nobody knows which documents are live


def _whole(library: Library, doc_id: str) -> tuple[Document, Generation] | None:
    """The document, and the newest generation that has it whole, the live one before any other."""
    live = library.live()
    older = [one for one in reversed(library.generations()) if one != live]
    for generation in (live, *older):
        with closing(library.open(generation.number)) as view:
            if document := view.document(doc_id):
                return document, generation
    return None


def _told(name: str, found: Generation | None, live: Generation) -> Finding:
    if found is None:
        return Finding(False, f"{name} is lost: `python -m index add` its source again")
    if found == live:
        return Finding(True, f"{name}: what belongs to it is made again from its text")
    when = f"generation {found.number} of {found.created}"
    return Finding(True, f"{name}: taken from {when}; add its source again if it is newer")


def _spans(view: View) -> Finding:
    for document in view.documents():
        for passage in view.passages(document.doc_id):
            inside = all(passage.span.contains(sentence) for sentence in passage.sentences)
            if passage.span.end > len(document.text) or not inside:
                return Finding(False, f"{document.doc_id} and its passages disagree: {REBUILD}")
    return Finding(True, "every passage and sentence lies in its document")


def _encoder(view: View, encoder: Encoder) -> Finding:
    view.generation.require(EncoderId.of(encoder))
    rows = view.rows()
    sample = rows[np.linspace(0, len(rows) - 1, min(SAMPLE, len(rows))).astype(int)].tolist()
    worst = 1.0
    for stored in view.evidence(sample).values():
        # With its title or without, as version 0.2 read it.
        read = [encoder_input(one) for one in (stored.passage, untitled(stored.passage))]
        again = encoder.encode_passages([text for text, _ in read], [spans for _, spans in read])
        like = np.max([one.whole @ stored.vectors.whole for one in again])
        # The one of the two that is no number, if any.
        worst = float(np.minimum(worst, like))
    if not worst >= LIKE:
        raise LibraryError(
            f"the encoder {encoder.name} gives other vectors than it gave (cosine {worst:.3f}):"
            " `build` the library again"
        )
    return Finding(True, f"the encoder {encoder.name} is the one the library was built with")
