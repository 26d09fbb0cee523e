"""Bytes with a name become documents, by what they are rather than what they are called."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from index.errors import SourceError
from index.sources.characters import decode
from index.sources.composing import document_of
from index.sources.kinds import kind_of
from index.sources.loader import Extracted, File
from index.sources.plain import extracted_text
from index.sources.sandbox import Sandbox
from index.text import Document

logger = logging.getLogger(__name__)

MAX_FILE = 100_000_000
TOO_LARGE = f"larger than {MAX_FILE // 1_000_000} MB; split it"


def from_bytes(
    name: str, data: bytes, failures: list[SourceError] | None = None
) -> list[Document]:
    """The documents in a file's bytes; `name`, with its suffix, becomes the `doc_id`.

    Raises SourceError when there is none. Of a .jsonl file single lines may fail: they are added
    to `failures`, or raised when the caller gives none.
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
        raise SourceError(file.name, TOO_LARGE)
    if not file.data.strip():
        raise SourceError(file.name, "empty")
    kind = kind_of(file)
    if kind == "jsonl":
        return _lines(file, failures)
    if kind == "text":
        text = decode(file.name, file.data, file.charset)
        return [document_of(file.name, extracted_text(text))]
    return [_named(file.name, found) for found in sandbox.extracted(kind, file)]


def _named(file: str, found: Extracted) -> Document:
    """The document, named by its file and, of several in one, by its own name too."""
    return document_of(f"{file}#{found.name}" if found.name else file, found)


def _lines(file: File, failures: list[SourceError] | None) -> list[Document]:
    from index.sources.jsonl import documents_of_lines

    found = list(documents_of_lines(file.name, decode(file.name, file.data)))
    bad = [line for line in found if isinstance(line, SourceError)]
    documents = [line for line in found if isinstance(line, Document)]
    if bad and (failures is None or not documents):
        raise bad[0]
    if failures is not None:
        failures.extend(bad)
    return documents
