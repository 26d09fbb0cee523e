"""Sources one after the other: files, folders, standard input, addresses.

What cannot be read is told as a SourceError, one clear line each; the others still go in.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.errors import SourceError
from index.sources.files import MAX_FILE, from_bytes
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
    found = sorted(file for file in path.rglob("*") if file.is_file())
    visible = [file for file in found if not _hidden(file.relative_to(path))]
    if not visible:
        yield SourceError(str(path), "the folder holds no files")
    for file in visible:
        yield from _load_file(file, file.relative_to(path).as_posix())


def _hidden(relative: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in relative.parts)


def _load_file(path: Path, name: str) -> Iterator[Document | SourceError]:
    """`name` is what the document is called by: it stays when the folder moves."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise SourceError(str(path), f"larger than {MAX_FILE // 1_000_000} MB; split it")
        data = path.read_bytes()
    except OSError as error:
        yield SourceError(str(path), error.strerror or str(error))
        return
    try:
        failures: list[SourceError] = []
        yield from from_bytes(name, data, failures)
        yield from failures
    except SourceError as error:
        yield SourceError(str(path), error.why)
