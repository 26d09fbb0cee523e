"""What the command line shows: lines for people or JSON for programs, and how far a build is."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Never

from index.foreign import as_json as json_line
from index.foreign import line, lines
from index.text import Document, in_english
from index.wording import marked

if TYPE_CHECKING:
    from tqdm import tqdm

    from index.building import Counts
    from index.retriever import Hit
    from index.store import Library
    from index.versions import Revision


def documents(found: Iterable[Document], *, as_json: bool) -> Iterator[str]:
    """A line for each document: name, date, title and what of it was left out, or an object."""
    for document in found:
        if as_json:
            fields = _described(document) | {"characters": len(document.text)}
            yield json_line(fields)
        else:
            yield _about(document)


def stored(found: Iterable[Document], *, as_json: bool) -> Iterator[str]:
    """Each document as it is stored, below a line about it, or an object with its blocks."""
    for document in found:
        if as_json:
            blocks = [[b.span.start, b.span.end, b.kind, b.level] for b in document.blocks]
            fields = _described(document) | {"text": document.text, "blocks": blocks}
            yield json_line(fields)
        else:
            yield f"{_about(document)}\n\n{lines(document.text)}\n"


def left_out(document: Document) -> str:
    """What of the document could not be taken, in one line."""
    return f"left out: {'; '.join(line(in_english(one)) for one in document.left_out)}"


def _about(document: Document) -> str:
    title = " ".join(document.title.split()) or "-"
    known = [line(document.doc_id), document.date or "-", line(title)]
    return "\t".join([*known, left_out(document)] if document.left_out else known)


def _described(document: Document) -> dict[str, Any]:
    return {
        "doc_id": document.doc_id,
        "title": document.title,
        "url": document.url,
        "date": document.date,
        "language": document.language,
        "left_out": [in_english(one) for one in document.left_out],
    }


def information(library: "Library", *, as_json: bool) -> Iterator[str]:
    """The library's size on disk, its encoder and its generations; one object with `as_json`."""
    live, generations = library.live(), library.generations()
    size = library.size()
    if as_json:
        found = {"library": library.address, "bytes": size, "live": live.number}
        listed = [asdict(one) for one in generations]
        yield json_line(found | {"generations": listed})
        return
    yield f"library\t{library.address}, {size / 1e6:.1f} MB"
    yield f"encoder\t{live.encoder} ({live.revision}, {live.dimension} dimensions)"
    for one in generations:
        mark = ", live" if one.number == live.number else ""
        yield (
            f"generation {one.number}\t{one.created}, {one.documents} documents,"
            f" {one.passages} passages{mark}"
        )


def revisions(found: "Iterable[Revision]", *, as_json: bool) -> Iterator[str]:
    """What changed of a document, generation by generation, each with its differences in words."""
    for one in found:
        made = one.generation
        if as_json:
            yield json_line({"generation": made.number, "created": made.created, **_revised(one)})
        else:
            yield f"generation {made.number}\t{made.created}\t{_revision(one)}"
            yield from _differences(one)


def compared(found: "Iterable[Revision]", *, as_json: bool) -> Iterator[str]:
    """What is other between two generations, a document after the other; says if nothing is."""
    none = True
    for one in found:
        none = False
        if as_json:
            yield json_line({"doc_id": one.doc_id, **_revised(one)})
        else:
            yield f"{line(one.doc_id)}\t{_revision(one)}"
            yield from _differences(one)
    if none and not as_json:
        yield "the same documents in both"


def _revision(one: "Revision") -> str:
    added, removed = one.words
    return f"{one.kind}\t+{added} −{removed} words"


def _differences(one: "Revision") -> Iterator[str]:
    """A line for what is told of the document, and for each stretch of its text."""
    for name, (before, after) in one.told.items():
        yield line(f"    {name}: {before or '-'} → {after or '-'}")
    if one.before and one.after:
        for shown in marked(one.before.text, one.after.text, one.changes):
            yield line(f"    {shown}")


def _revised(one: "Revision") -> dict[str, Any]:
    added, removed = one.words
    texts = (one.before.text, one.after.text) if one.before and one.after else ("", "")
    differences = [
        {
            "before": change.before.of(texts[0]),
            "after": change.after.of(texts[1]),
            "before_span": [change.before.start, change.before.end],
            "after_span": [change.after.start, change.after.end],
        }
        for change in one.changes
    ]
    counts = {"kind": one.kind, "words_added": added, "words_removed": removed}
    return counts | {"told": {k: list(v) for k, v in one.told.items()}, "changes": differences}


def hits(found: "Iterable[Hit]", *, as_json: bool) -> Iterator[str]:
    """Each hit's score, place and passage, or an object a line."""
    for hit in found:
        doc_id, start, end = hit.passage.key
        text = hit.passage.text
        if as_json:
            place = {"doc_id": doc_id, "start": start, "end": end, "score": hit.score}
            yield json_line(place | {"text": text})
        else:
            title = line(hit.passage.document.title)
            yield f"{hit.score:.3f}  {line(doc_id)}:{start}-{end}  {title}"
            yield "       " + lines(text).replace("\n", "\n       ") + "\n"


def summary(counts: "Counts") -> str:
    """What a change did, in one line."""
    after = counts.generation
    return (
        f"generation {after.number}: {counts.added} added, {counts.updated} updated,"
        f" {counts.unchanged} unchanged, {counts.removed} removed;"
        f" {after.documents} documents, {after.passages} passages"
        f" ({counts.encoded} encoded, {counts.reused} reused)"
    )


class Bars:
    """One bar for each kind of work, on standard error; silent where that is no terminal."""

    def __init__(self) -> None:
        self._what = ""
        self._bar: tqdm[Never] | None = None

    def __call__(self, what: str, done: int, total: int | None) -> None:
        """Show that `done` of `total` are done; total is None where it is not known."""
        if what != self._what or self._bar is None:
            self.close()
            self._what, self._bar = what, _bar(what, total)
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """Leave the last bar as it is."""
        if self._bar is not None:
            self._bar.close()


def _bar(what: str, total: int | None) -> "tqdm[Never]":
    from tqdm import tqdm  # 50 ms that only a build needs

    return tqdm(desc=what, total=total, unit="", file=sys.stderr, leave=False, disable=None)
