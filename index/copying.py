"""A library's live generation into another library, vectors and all: nothing is encoded again."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import blake2b

from index.errors import LibraryError, LibraryNotFound
from index.store import Draft, Evidence, Generation, Library, View, rounded
from index.text import Document, Passage, encoder_input, in_english

# What is done, how much of it, and of how much.
Progress = Callable[[str, int, int | None], None]
# Passages read at a time.
BATCH = 1_000
_BYTES = 16


@dataclass(frozen=True, slots=True)
class Contents:
    """What a generation holds: how many documents and passages, and a checksum of all of it.

    The checksum, 32 hexadecimal digits, is of documents with their blocks, of passages, of vectors
    as 8 bits, in whatever order; not of the generation's number or time, nor of the terms, which
    are cut from the texts anew.
    """

    documents: int
    passages: int
    checksum: str


def copy(
    source: Library, target: Library, progress: Progress = lambda *done: None
) -> tuple[Generation, Contents]:
    """Make the target's live generation the source's; returns it, and what both hold.

    Nothing is done where they are the same already. Raises LibraryError if the target holds
    something else, if something of the source is damaged, or if the copy is not what it should be.
    """
    with closing(source.open()) as view:
        wanted = contents(view, progress)
        if damaged := view.damaged():
            raise LibraryError(
                f"{source.address} is damaged ({', '.join(damaged[:3])}):"
                " `python -m index doctor --repair` first; nothing was copied"
            )
        live = _live(target)
        if live is None:
            live = _copied(view, target, progress)
            _require_same(target, wanted, progress)
        elif live.encoder_id != view.generation.encoder_id or _held(target, progress) != wanted:
            raise LibraryError(
                f"{target.address} holds something else: copy into an empty place, or `build`"
                " there; nothing was changed"
            )
    return live, wanted


def contents(view: View, progress: Progress = lambda *done: None) -> Contents:
    """What a view holds; everything is read."""
    total, documents, passages = 0, 0, 0
    for document in view.documents():
        total += _digest(_described(document, view.passages(document.doc_id)))
        documents += 1
        progress("documents read", documents, view.generation.documents)
    for some in _evidence(view):
        total += sum(map(_digest, map(_stored, some)))
        passages += len(some)
        progress("passages read", passages, view.generation.passages)
    checksum = f"{total % (1 << 8 * _BYTES):0{2 * _BYTES}x}"
    return Contents(documents, passages, checksum)


def _copied(view: View, target: Library, progress: Progress) -> Generation:
    with target.draft(view.generation.encoder_id) as draft:
        for done, document in enumerate(view.documents(), 1):
            draft.put(document, view.passages(document.doc_id))
            progress("documents copied", done, view.generation.documents)
        _fill(draft, view, progress)
        return draft.publish()


def _fill(draft: Draft, view: View, progress: Progress) -> None:
    """Give the draft the vectors of the view, by the texts that they are of."""
    missing = draft.missing()
    rows: dict[bytes, int] = {}
    for start in range(0, len(missing), BATCH):
        some = missing[start : start + BATCH]
        rows |= {_read(one): row for row, one in draft.passages(some).items()}
    for evidence in _evidence(view):
        found = {_read(one.passage): one.vectors for one in evidence}
        draft.fill({rows.pop(text): one for text, one in found.items() if text in rows})
        progress("vectors copied", len(missing) - len(rows), len(missing))


def _evidence(view: View) -> Iterator[list[Evidence]]:
    rows = view.rows().tolist()
    for start in range(0, len(rows), BATCH):
        yield list(view.evidence(rows[start : start + BATCH]).values())


def _live(library: Library) -> Generation | None:
    try:
        return library.live()
    except LibraryNotFound:
        return None


def _held(library: Library, progress: Progress) -> Contents:
    with closing(library.open()) as view:
        return contents(view, progress)


def _require_same(target: Library, wanted: Contents, progress: Progress) -> None:
    found = _held(target, progress)
    if found != wanted:
        raise LibraryError(
            f"the copy is not what it should be ({found} instead of {wanted}):"
            f" `python -m index doctor --library {target.address}`; the source is as it was"
        )


def _read(passage: Passage) -> bytes:
    """What the encoder reads of a passage, in short."""
    text, spans = encoder_input(passage)
    return _hash([text, [(span.start, span.end) for span in spans]])


def _described(document: Document, passages: list[Passage]) -> bytes:
    fields = (document.doc_id, document.title, document.text, document.url, document.date)
    blocks = [(b.span.start, b.span.end, b.kind, b.level) for b in document.blocks]
    left_out = [in_english(one) for one in document.left_out]
    more = (document.language, blocks, left_out, document.origin)
    parts = [(*_place(one), one.heading) for one in passages]
    return _hash([fields, more, parts])


def _stored(one: Evidence) -> bytes:
    vectors = (rounded(one.vectors.whole[None]), rounded(one.vectors.sentences))
    digest = _hash([one.passage.document.doc_id, *_place(one.passage)])
    return digest + b"".join(vector.tobytes() for vector in vectors)


def _place(passage: Passage) -> tuple[int, int, list[tuple[int, int]]]:
    sentences = [(span.start, span.end) for span in passage.sentences]
    return passage.span.start, passage.span.end, sentences


def _hash(value: object) -> bytes:
    return blake2b(json.dumps(value).encode(), digest_size=_BYTES).digest()


def _digest(value: bytes) -> int:
    return int.from_bytes(blake2b(value, digest_size=_BYTES).digest(), "big")
