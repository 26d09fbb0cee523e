"""Sources become documents, some beside each other: files, folders, standard input, addresses.

What cannot be read is told as a SourceError, one clear line each; the others still go in.
"""

import logging
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from index.errors import SourceError
from index.sources.ahead import Ahead
from index.sources.files import MAX_FILE, from_file
from index.sources.folders import content, files_in
from index.sources.loader import File
from index.sources.sandbox import Sandbox
from index.sources.web import documents_at
from index.text import Document

logger = logging.getLogger(__name__)

Found = Document | SourceError
# Reads documents, and adds what of them it cannot read to the errors it is given.
Read = Callable[[list[SourceError]], list[Document]]
Job = Callable[[], list[Found]]

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def load(sources: Sequence[str]) -> Iterator[Found]:
    """Documents of each source in turn: a path, a folder (recursively), an address, or `-`.

    Yields a SourceError in the place of what cannot be read. A document whose `doc_id` came
    before is told as one too.
    """
    seen: set[str] = set()
    sandbox, ahead = Sandbox(), Ahead(_weight)
    try:
        for source, found in ahead.results(_jobs(sources, sandbox)):
            if isinstance(found, Document):
                if found.doc_id in seen:
                    found = SourceError(source, f"a second document has the id {found.doc_id!r}")
                else:
                    seen.add(found.doc_id)
            yield found
    finally:
        sandbox.close()  # so that nobody waits for what is still being read
        ahead.close()


def from_url(url: str, failures: list[SourceError] | None = None) -> list[Document]:
    """The page, file or feed at an address; raises SourceError.

    What is left out of a feed or of a .jsonl file is added to `failures`.
    """
    with Sandbox() as sandbox:
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
        yield partial(_tried, str(source), partial(_read, source, source.name, sandbox))
        return
    empty = True
    for found in files_in(source):
        empty = False
        if isinstance(found, SourceError):
            yield partial(list, [found])
        else:
            name = found.relative_to(source).as_posix()
            yield partial(_tried, str(found), partial(_read, found, name, sandbox))
    if empty:
        yield partial(list, [SourceError(str(source), "the folder holds no files")])


def _read(path: Path, name: str, sandbox: Sandbox, failures: list[SourceError]) -> list[Document]:
    return from_file(File(name, content(path)), sandbox, failures)


def _tried(name: str, read: Read) -> list[Found]:
    """What is read, then what could not be."""
    failures: list[SourceError] = []
    try:
        return [*read(failures), *failures]
    except SourceError as error:
        return [*failures, SourceError(name, error.why)]
    except Exception as error:  # one source never ends the reading of all others
        logger.debug("%s cannot be read", name, exc_info=True)
        return [SourceError(name, f"cannot be read: {error or type(error).__name__}")]
