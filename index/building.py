"""Documents in, a new generation out: all of it, or nothing at all.

All documents are read before the library is touched, so that nobody waits for a slow source. The
work is done beside the live generation, which goes on answering; the last step publishes. A
build that is killed leaves its vectors for the next to use.
"""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from typing import Any

from index.encoding import Encoder, PassageVectors
from index.errors import LibraryError, LibraryNotFound
from index.foreign import storable
from index.recognising import called_as_before
from index.spool import spooled
from index.store import Draft, EncoderId, Generation, Library, View
from index.text import Document, Passage, encoder_input, split

# What is done, how much of it, and of how much, or None where that is not known.
Progress = Callable[[str, int, int | None], None]
Gate = Callable[[View], None]

BATCH = 64
# Passages of like length are encoded together, from among so many in a row; of a build that is
# killed the work on so many is lost.
WINDOW = 1_024


def _silent(what: str, done: int, total: int | None) -> None:
    """Show nothing of how far it is."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a change did: documents, then passages that were encoded and that kept vectors.

    `duplicates` names documents left out because an earlier one of the same `doc_id` said
    something else. `generation` is the live one after the change.
    """

    added: int
    updated: int
    unchanged: int
    removed: int
    encoded: int
    reused: int
    duplicates: tuple[str, ...]
    generation: Generation


def build(
    library: Library,
    documents: Iterable[Document],
    encoder: Encoder,
    *,
    replace: bool,
    gate: Gate | None = None,
    progress: Progress = _silent,
) -> Counts:
    """Make the documents the library (`replace`), or add them and replace those of equal name.

    `gate` sees the new generation before anybody else; if it raises, nothing changes. Raises
    LibraryError if there are no documents, EncoderError when adding with another encoder than
    the library's, LibraryBusy while somebody else writes.
    """
    if not replace and (live := _live(library)):
        live.require(EncoderId.of(encoder))  # told before anything is read
    called = called_as_before(library, documents, replace=replace)
    with spooled(called, lambda done: progress("documents", done, None)) as waiting:
        first = next(waiting, None)
        if first is None:
            raise LibraryError("there were no documents to read: the library is as it was")
        with library.draft(EncoderId.of(encoder)) as draft:
            if not replace:
                draft.keep()
            for document in map(_storable, chain([first], waiting)):
                draft.put(document, split(document))
            return _finish(library, draft, lambda: _encode(draft, encoder, progress), gate)


def _storable(document: Document) -> Document:
    """The document without what no database can hold; of the length that its blocks count."""
    texts: dict[str, Any] = {
        name: storable(text)
        for name in ("doc_id", "title", "text", "url", "date", "language", "origin")
        if (text := getattr(document, name)) is not None
    }
    left_out = tuple(
        dataclasses.replace(one, name=storable(one.name), why=storable(one.why))
        for one in document.left_out
    )
    return dataclasses.replace(document, left_out=left_out, **texts)


def remove(library: Library, doc_ids: Sequence[str], gate: Gate | None = None) -> Counts:
    """Take documents out of the library; raises LibraryError if one of them is not in it.

    `gate` is as for `build`.
    """
    with library.draft(library.live().encoder_id) as draft:
        draft.keep()
        if unknown := draft.remove(doc_ids):
            raise LibraryError(
                f"not in the library: {', '.join(unknown)}; nothing was removed "
                "(`python -m index list` shows the names)"
            )
        return _finish(library, draft, lambda: 0, gate)


def restore(library: Library, documents: Iterable[Document], encoder: Encoder) -> Counts:
    """Put documents that were damaged back, and encode again what has lost its vectors."""
    with library.draft(EncoderId.of(encoder)) as draft:
        draft.keep()
        for document in map(_storable, documents):
            draft.put(document, split(document))
        return _finish(library, draft, lambda: _encode(draft, encoder), None)


def _finish(
    library: Library, draft: Draft, encode: Callable[[], int], gate: Gate | None
) -> Counts:
    """Publish the draft, unless it is what is live already."""
    changes = draft.changes()
    after, fresh = _live(library), encode()
    if after is None or changes.added or changes.updated or changes.removed:
        if gate:
            with closing(draft.view()) as view:
                gate(view)
        after = draft.publish()
    return Counts(
        added=changes.added,
        updated=changes.updated,
        unchanged=changes.taken - changes.added - changes.updated,
        removed=changes.removed,
        encoded=fresh,
        reused=after.passages - fresh,
        duplicates=changes.duplicates,
        generation=after,
    )


def _live(library: Library) -> Generation | None:
    try:
        return library.live()
    except LibraryNotFound:
        return None


def _encode(draft: Draft, encoder: Encoder, progress: Progress = _silent) -> int:
    """Encode what has no vectors yet, window by window; returns how many passages."""
    missing = draft.missing()
    done = 0
    if missing:
        progress("passages", done, len(missing))  # from here on it takes time
    for start in range(0, len(missing), WINDOW):
        passages = draft.passages(missing[start : start + WINDOW])
        found: dict[int, PassageVectors] = {}
        try:
            for batch in _batches(passages):
                encoded = _encoded(encoder, [passages[row] for row in batch])
                found |= zip(batch, encoded, strict=True)
                done += len(batch)
                progress("passages", done, len(missing))
        finally:
            # Also of a window cut off; in the order of rows, in which they fill their pages.
            draft.fill({row: found[row] for row in passages if row in found})
    return done


def _encoded(encoder: Encoder, passages: Sequence[Passage]) -> list[PassageVectors]:
    inputs = [encoder_input(passage) for passage in passages]
    return encoder.encode_passages([text for text, _ in inputs], [spans for _, spans in inputs])


def _batches(passages: Mapping[int, Passage]) -> Iterator[list[int]]:
    rows = sorted(passages, key=lambda row: len(passages[row].span))
    yield from (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))
