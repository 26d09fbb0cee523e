"""Sources become documents, some beside each other: files, folders, standard input, addresses.

What cannot be read is told as a SourceError, one clear line each; the others still go in.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from index.errors import SourceError
from index.sources.ahead import Ahead
from index.sources.apart import names_apart, whole
from index.sources.composing import identity
from index.sources.files import MAX_FILE, from_file, told_of
from index.sources.folders import content, files_in
from index.sources.loader import File
from index.sources.sandbox import Sandbox
from index.sources.web import documents_at
from index.text import Document

Found = Document | SourceError
# Reads documents, and adds what of them it cannot read to the errors it is given.
Read = Callable[[list[SourceError]], list[Document]]
Job = Callable[[], list[Found]]

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def load(sources: Sequence[str]) -> Iterator[Found]:
    """Documents of each source in turn: a path, a folder (recursively), an address, or `-`.

    Yields a SourceError in the place of what cannot be read. Files of one name are called by
    their folders, too, whichever comes first; any other document whose `doc_id` came before is
    told as an error, unless it says the same.
    """
    seen: dict[str, int] = {}
    sandbox, ahead = Sandbox(), Ahead(_weight)
    try:
        for source, found in ahead.results(_jobs(sources, sandbox)):
            if isinstance(found, Document):
                named = _called_apart(source, found, seen)
                if named is None:
                    continue
                found = named
            yield found
    finally:
        sandbox.close()  # so that nobody waits for what is still being read
        ahead.close()


def _called_apart(source: str, document: Document, seen: dict[str, int]) -> Found | None:
    """The document by a name that none before it had; None for the same once more."""
    said = hash(document.text)
    longer = None if document.entry else document.origin
    free = (name for name in (document.doc_id, longer) if name and name not in seen)
    if seen.get(document.doc_id) == said:
        return None
    if (name := next(free, None)) is None:
        return SourceError(source, f"a second document has the id {document.doc_id!r}")
    seen[name] = said
    return replace(document, doc_id=name)


def from_url(url: str, failures: list[SourceError] | None = None) -> list[Document]:
    """The page, file or feed at an address; raises SourceError.

    What is left out of a feed or of a .jsonl file is added to `failures`.
    """
    with Sandbox() as sandbox, told_of(url):
        return documents_at(url, sandbox.fetched, sandbox, failures)


def _weight(found: Found) -> int:
    return len(found.text) if isinstance(found, Document) else 0


def _jobs(sources: Sequence[str], sandbox: Sandbox) -> Iterator[tuple[str, Job]]:
    """What is to be read, file by file, with the source it belongs to."""
    apart = names_apart(filter(_is_local, sources))
    for source in sources:
        if source == "-":
            file = File("stdin", sys.stdin.buffer.read(MAX_FILE + 1))
            yield source, partial(_tried, "stdin", partial(from_file, file, sandbox))
        elif not _is_local(source):
            at = partial(documents_at, source, sandbox.fetched, sandbox)
            yield source, partial(_tried, source, at)
        else:
            for job in _files(Path(source), sandbox, apart):
                yield source, job


def _is_local(source: str) -> bool:
    return source != "-" and not _ADDRESS.match(source)


def _files(source: Path, sandbox: Sandbox, apart: Mapping[str, str]) -> Iterator[Job]:
    """A file is called by its place in the folder: the name stays when that moves."""
    if not source.is_dir():
        place = source.absolute()
        yield partial(_tried, str(source), partial(_read, place, place.parent, apart, sandbox))
        return
    empty = True
    for found in files_in(source):
        empty = False
        if isinstance(found, SourceError):
            yield partial(list, [found])
        else:
            yield partial(_tried, str(found), partial(_read, found, source, apart, sandbox))
    if empty:
        yield partial(list, [SourceError(str(source), "the folder holds no files")])


def _read(
    path: Path,
    folder: Path,
    apart: Mapping[str, str],
    sandbox: Sandbox,
    failures: list[SourceError],
) -> list[Document]:
    name = path.relative_to(folder).as_posix()
    found = from_file(File(name, content(path)), sandbox, failures)
    placed = (_placed(document, name, folder) for document in found)
    longer = apart.get(whole(path))
    return [_renamed(document, name, longer) if longer else document for document in placed]


def _placed(document: Document, name: str, folder: Path) -> Document:
    """With the folder it is from, unless it has a name of its own."""
    if not document.doc_id.startswith(identity(name)):
        return document
    return replace(document, origin=identity(f"{folder.resolve().name}/{document.doc_id}"))


def _renamed(document: Document, name: str, longer: str) -> Document:
    """By a longer name of its file, unless it has a name of its own."""
    if not document.origin or document.entry:
        return document
    return replace(document, doc_id=identity(longer + document.doc_id[len(identity(name)) :]))


def _tried(name: str, read: Read) -> list[Found]:
    """What is read, then what could not be."""
    failures: list[SourceError] = []
    try:
        with told_of(name):
            return [*read(failures), *failures]
    except SourceError as error:
        return [*failures, error.of(name)]
