"""Bytes with a name become documents, by what they are rather than what they are called."""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from index.errors import SourceError, Trouble
from index.sources import jsonl, plain
from index.sources.composing import document_of
from index.sources.kinds import kind_of
from index.sources.loader import Extracted, File
from index.sources.sandbox import Sandbox
from index.text import Document

logger = logging.getLogger(__name__)

MAX_FILE = 100_000_000
# Texts as short as this, in bytes, take nothing worth a process: they are read in this one.
SHORT = 20_000
TOO_LARGE = f"larger than {MAX_FILE // 1_000_000} MB; split it"


def from_bytes(
    name: str, data: bytes, failures: list[SourceError] | None = None
) -> list[Document]:
    """The documents in a file's bytes; `name`, with its suffix, becomes the `doc_id`.

    Raises SourceError when there is none. Of several documents in it, as the lines of a .jsonl
    file, single ones may fail: they are added to `failures`, or raised when the caller gives none.
    """
    with Sandbox() as sandbox, told_of(name):
        return from_file(File(name, data), sandbox, failures)


@contextmanager
def told_of(name: str) -> Iterator[None]:
    """Whatever goes wrong with one source is a SourceError with its name, and ends no other."""
    try:
        yield
    except SourceError:
        raise
    except Exception as error:
        logger.debug("%s cannot be read", name, exc_info=True)
        why = " ".join(str(error).split())[:200] or type(error).__name__
        raise SourceError(name, f"cannot be read: {why}") from error


def from_file(
    file: File, sandbox: Sandbox, failures: list[SourceError] | None = None
) -> list[Document]:
    """The same of a file that may have been fetched, read in `sandbox`."""
    if len(file.data) > MAX_FILE:
        raise SourceError(file.name, TOO_LARGE, Trouble.TOO_LARGE)
    if not file.data.strip():
        raise SourceError(file.name, "empty", Trouble.NO_TEXT)
    kind = kind_of(file)
    if kind == "jsonl":
        return _lines(file, sandbox, failures)
    here = kind == "text" and len(file.data) <= SHORT
    extracted = plain.read(file) if here else sandbox.extracted(kind, file)
    return _kept((partial(_named, file.name, found) for found in extracted), [], failures)


def _kept(
    makers: Iterable[Callable[[], Document]],
    bad: list[SourceError],
    failures: list[SourceError] | None,
) -> list[Document]:
    """What can be made; what is bad before it and among it is told, or raised if there is none."""
    documents: list[Document] = []
    for make in makers:
        try:
            documents.append(make())
        except SourceError as error:
            bad.append(error)
    if bad and (failures is None or not documents):
        raise bad[0]
    if failures is not None:
        failures.extend(bad)
    return documents


def _named(file: str, found: Extracted) -> Document:
    """The document, named by its file and, of several in one, by its own name too."""
    if found.is_own:
        return document_of(found.name, found)
    return document_of(f"{file}#{found.name}" if found.name else file, found)


def _lines(file: File, sandbox: Sandbox, failures: list[SourceError] | None) -> list[Document]:
    bad: list[SourceError] = []
    return _kept(_rows(file, sandbox, bad), bad, failures)


def _rows(
    file: File, sandbox: Sandbox, bad: list[SourceError]
) -> Iterator[Callable[[], Document]]:
    """What makes the document of each line; pieces that cannot be read are added to `bad`."""
    for before, data in jsonl.pieces(file.data):
        try:
            piece = replace(file, data=data)
            rows = list(jsonl.read(piece)) if len(data) <= SHORT else sandbox.rows(piece)
        except SourceError as error:
            bad.append(error.of(f"{file.name}, from line {before + 1} on"))
            continue
        for row in rows:
            yield partial(jsonl.document_of_row, file.name, before, row)
