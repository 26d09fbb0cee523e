"""An address becomes documents: a page, a file, or every entry of a feed."""

from dataclasses import replace

from index.errors import SourceError
from index.sources.addresses import public_only
from index.sources.composing import document_of
from index.sources.fetch import Fetched, Resolve, fetch
from index.sources.files import extracted_from, from_file, kind_of
from index.sources.loader import Extracted, File
from index.text import Document

_SUFFIXES = {
    "application/pdf": ".pdf",
    "application/x-ndjson": ".jsonl",
    "application/xhtml+xml": ".html",
    "text/html": ".html",
    "text/markdown": ".md",
}
# An entry shorter than this, in code points, is a teaser: the page behind its link has the text.
_TEASER = 500


def documents_at(url: str, addresses: Resolve = public_only) -> list[Document]:
    """What is at `url`; raises SourceError when nothing can be read there."""
    file = _file(fetch(url, addresses))
    try:
        if kind_of(file) == "feed":
            return _entries(file, addresses)
        return [_linked(document, file, url) for document in from_file(file)]
    except SourceError as error:
        raise SourceError(url, error.why) from error


def _file(fetched: Fetched) -> File:
    name = fetched.url.split("?")[0] + _SUFFIXES.get(fetched.media, "")
    return File(name, fetched.body, fetched.url)


def _linked(document: Document, file: File, url: str) -> Document:
    own = document.doc_id.removeprefix(file.name)
    return replace(
        document,
        doc_id=url + own if own != document.doc_id else document.doc_id,
        url=document.url or file.url,
    )


def _entries(file: File, addresses: Resolve) -> list[Document]:
    found = (_entry(entry, addresses) for entry in extracted_from("feed", file))
    documents = [document for document in found if document]
    if not documents:
        raise SourceError(file.name, "a feed without readable entries")
    return documents


def _entry(entry: Extracted, addresses: Resolve) -> Document | None:
    """One entry's own text, or the page it links to when it only teases; None if neither reads."""
    name, link = entry.name, entry.url
    try:
        if link and sum(len(part.text) for part in entry.parts) < _TEASER:
            page = _file(fetch(link, addresses))
            (found,) = extracted_from("html", page)
            document = document_of(name, found)
            return replace(
                document,
                title=entry.title or document.title,
                date=entry.date or document.date,
                url=document.url or link,
            )
        return document_of(name, entry)
    except SourceError:
        return document_of(name, entry) if any(part.text.strip() for part in entry.parts) else None
