"""Is the library sound? Each check in plain words, with what to do when it is not."""

from collections.abc import Callable, Iterator
from contextlib import closing

import numpy as np

from index.encoding import Encoder
from index.errors import LibraryError, VerbatimError
from index.store import EncoderId, Finding, Library, View
from index.text import encoder_input

REBUILD = "`build` into another folder"
# Passages encoded anew, and how like the stored vectors they have to be (float16, threads).
SAMPLE = 3
LIKE = 0.99


def examine(library: Library, load: Callable[[], Encoder]) -> Iterator[Finding]:
    """Check what is stored and, last, the encoder that `load` gives against it."""
    try:
        library.live()  # raises where there is none, which is all there is to say
        yield from library.check()
        with closing(library.open()) as view:
            yield _spans(view)
            yield _encoder(view, load())
    except VerbatimError as error:
        yield Finding(False, str(error))


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
        text, spans = encoder_input(stored.passage)
        (again,) = encoder.encode_passages([text], [spans])
        worst = min(worst, float(again.whole @ stored.vectors.whole))
    if worst < LIKE:
        raise LibraryError(
            f"the encoder {encoder.name} gives other vectors than it gave (cosine {worst:.3f}):"
            " `build` the library again"
        )
    return Finding(True, f"the encoder {encoder.name} is the one the library was built with")
