"""Sources one after the other: files, folders, standard input, addresses.

What cannot be read is told as a SourceError, one clear line each; the others still go in.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.errors import SourceError
from index.sources.files import MAX_FILE, from_bytes
from index.sources.folders import content, files_in
from index.text import Document

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def load(sources: Sequence[str]) -> Iterator[Document | SourceError]:
    """Documents of each source in turn: a path, a folder (recursively), an address, or `-`.

    Yields a SourceError in the place of what cannot be read. A document whose `doc_id` came
    before is told as one too.
    """
    seen: set[str] = set()
    for source in sources:
        for found in _load_one(source):
            if isinstance(found, Document):
                if found.doc_id in seen:
                    found = SourceError(source, f"a second document has the id {found.doc_id!r}")
                else:
                    seen.add(found.doc_id)
            yield found


def from_url(url: str) -> list[Document]:
    """The page, file or feed at an address; raises SourceError."""
    from index.sources.web import documents_at

    return documents_at(url)


def _load_one(source: str) -> Iterator[Document | SourceError]:
    try:
        if source == "-":
            yield from from_bytes("stdin", sys.stdin.buffer.read(MAX_FILE + 1))
        elif _ADDRESS.match(source):
            yield from from_url(source)
        else:
            yield from _load_path(Path(source))
    except SourceError as error:
        yield error


def _load_path(path: Path) -> Iterator[Document | SourceError]:
    if not path.is_dir():
        yield from _load_file(path, path.name)
        return
    empty = True
    for found in files_in(path):
        empty = False
        if isinstance(found, SourceError):
            yield found
        else:
            yield from _load_file(found, found.relative_to(path).as_posix())
    if empty:
        yield SourceError(str(path), "the folder holds no files")


def _load_file(path: Path, name: str) -> Iterator[Document | SourceError]:
    """`name` is what the document is called by: it stays when the folder moves."""
    failures: list[SourceError] = []
    try:
        yield from from_bytes(name, content(path), failures)
        yield from failures
    except SourceError as error:
        yield SourceError(str(path), error.why)
