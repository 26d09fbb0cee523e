"""What may be damaged, and vectors that are refused at the door of the store."""

from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import islice

import numpy as np

from index.encoding import PassageVectors
from index.errors import EncoderError, LibraryError, Trouble
from index.store.interface import EncoderId, Evidence, Finding, View
from index.text import Passage

# How far a length may be from 1: that of float16, in which vectors are stored, and of encoders.
NEAR_ONE = 0.01
REPAIR = "`python -m index doctor --repair`"
# So many damaged documents are named, and the others counted.
NAMED = 20


class Part(Enum):
    """What of a document is damaged: the first that is, in this order."""

    TEXT = "text"
    PASSAGES = "passages"
    VECTORS = "vectors"


_WHAT = {
    Part.TEXT: f"it is not quoted: {REPAIR}, or add its source again",
    Part.PASSAGES: f"some of its passages are not found: {REPAIR}",
    Part.VECTORS: f"some of its passages are not found by meaning: {REPAIR}",
}


def told(found: Iterator[tuple[str, Part, bool]]) -> Iterator[Finding]:
    """What `doctor` says of damaged documents: of each the name, the part, whether it is live."""
    named = list(islice(found, NAMED))
    for name, part, live in named:
        what = f"{name} is damaged ({part.value})"
        if live:
            yield Finding(False, f"{what}; {_WHAT[part]}")
        else:
            yield Finding(False, f"{what} in old generations: `python -m index prune --keep 0`")
    if more := sum(1 for _ in found):
        yield Finding(False, f"{more} more documents are damaged: {REPAIR}")
    if not named:
        yield Finding(True, "every document, passage and vector is what was put in")


def waiting(documents: int, *, nobody_writes: bool) -> Iterator[Finding]:
    """What `doctor` says of documents that no generation has."""
    if documents and nobody_writes:
        what = "wait from a build cut off: the next one uses them"
        yield Finding(True, f"{documents} documents {what}")
    elif documents:
        yield Finding(True, f"{documents} documents are in no generation yet: somebody is writing")


def whole_evidence(view: View, rows: Sequence[int]) -> dict[int, Evidence]:
    """The evidence of these rows of a view, as far as it is whole, for who draws conclusions.

    Raises LibraryError where it is of none: that nothing is found would say nothing of the texts.
    """
    found = view.evidence(rows)
    if len(rows) and not found:
        raise LibraryError(
            f"the library is damaged: nothing of what was looked up can be read; {REPAIR},"
            " or build it again from its sources",
            Trouble.DAMAGED,
        )
    return found


def require_sound(passage: Passage, vectors: PassageVectors, encoder: EncoderId) -> None:
    """Raise EncoderError unless there is one finite unit vector for each text of the passage."""
    if _are_sound([passage], [vectors], encoder):
        return
    raise EncoderError(
        f"the encoder {encoder.name} gave no unit vectors for {passage.document.doc_id} at"
        f" {passage.span.start}: choose another encoder; the library is as it was"
    )


def require_all_sound(
    passages: Sequence[Passage], vectors: Sequence[PassageVectors], encoder: EncoderId
) -> None:
    """As `require_sound` of each passage with its vectors; of all at once, which is quicker."""
    if not _are_sound(passages, vectors, encoder):
        for passage, found in zip(passages, vectors, strict=True):
            require_sound(passage, found, encoder)


def _are_sound(
    passages: Sequence[Passage], vectors: Sequence[PassageVectors], encoder: EncoderId
) -> bool:
    whole = (encoder.dimension,)
    for passage, found in zip(passages, vectors, strict=True):
        expected = (whole, (len(passage.sentences), encoder.dimension))
        if (found.whole.shape, found.sentences.shape) != expected:
            return False
    rows = [part for one in vectors for part in (one.whole[None], one.sentences)]
    lengths = np.linalg.norm(np.concatenate(rows), axis=1) if rows else np.ones(1)
    # Written so that a length that is not a number fails.
    return bool((np.abs(lengths - 1.0) < NEAR_ONE).all())
