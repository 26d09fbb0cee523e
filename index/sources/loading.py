"""Sources become documents, some beside each other: files, folders, standard input, addresses.

What cannot be read is told as a SourceError, one clear line each; the others still go in.
"""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from index.errors import SourceError
from index.sources.ahead import Ahead
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

    Yields a SourceError in the place of what cannot be read. Of two files of one name the second
    is called by its folder, too; any other whose `doc_id` came before is told as an error, unless
    it says the same.
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
    if (name := next(free, None)) is None:
        if seen[document.doc_id] == said:
            return None
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
    for source in sources:
        if source == "-":
            file = File("stdin", sys.stdin.buffer.read(MAX_FILE + 1))
            yield source, partial(_tried, "stdin", partial(from_file, file, sandbox))
        elif _ADDRESS.match(source):
            at = partial(documents_at, source, sandbox.fetched, sandbox)
            yield source, partial(_tried, source, at)
        else:
            for job in _files(Path(source), sandbox):
                yield source, job


def _files(source: Path, sandbox: Sandbox) -> Iterator[Job]:
    """A file is called by its place in the folder: the name stays when that moves."""
    if not source.is_dir():
        place = source.absolute()
        yield partial(_tried, str(source), partial(_read, place, place.parent, sandbox))
        return
    empty = True
    for found in files_in(source):
        empty = False
        if isinstance(found, SourceError):
            yield partial(list, [found])
        else:
            yield partial(_tried, str(found), partial(_read, found, source, sandbox))
    if empty:
        yield partial(list, [SourceError(str(source), "the folder holds no files")])


def _read(
    path: Path, folder: Path, sandbox: Sandbox, failures: list[SourceError]
) -> list[Document]:
    name = path.relative_to(folder).as_posix()
    found = from_file(File(name, content(path)), sandbox, failures)
    return [_placed(document, name, folder) for document in found]


def _placed(document: Document, name: str, folder: Path) -> Document:
    """With the folder it is from, unless it has a name of its own."""
    if not document.doc_id.startswith(identity(name)):
        return document
    return replace(document, origin=identity(f"{folder.resolve().name}/{document.doc_id}"))


def _tried(name: str, read: Read) -> list[Found]:
    """What is read, then what could not be."""
    failures: list[SourceError] = []
    try:
        with told_of(name):
            return [*read(failures), *failures]
    except SourceError as error:
        return [*failures, error.of(name)]
