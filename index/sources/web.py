"""An address becomes documents: a page, a file, or every entry of a feed."""

from collections.abc import Callable
from dataclasses import replace

from index.errors import SourceError
from index.sources.composing import identity
from index.sources.entries import documents_of_feed
from index.sources.files import from_file
from index.sources.kinds import kind_of
from index.sources.loader import File
from index.sources.sandbox import Sandbox
from index.text import Document


def documents_at(
    url: str,
    get: Callable[[str], File],
    sandbox: Sandbox,
    failures: list[SourceError] | None = None,
) -> list[Document]:
    """What is at `url`; raises SourceError when nothing can be read there.

    `get` fetches; what is left out of a feed or of a .jsonl file is added to `failures`.
    """
    file = get(url)
    try:
        if kind_of(file) == "feed":
            return documents_of_feed(file, get, sandbox, failures)
        found = from_file(file, sandbox, failures)
    except SourceError as error:
        raise error.of(url) from error
    return [_linked(document, file, url) for document in found]


def _linked(document: Document, file: File, url: str) -> Document:
    own = document.doc_id.removeprefix(identity(file.name))
    return replace(
        document,
        doc_id=identity(url) + own if own != document.doc_id else document.doc_id,
        url=document.url or file.url,
    )
