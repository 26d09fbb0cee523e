"""An address becomes documents: a page, a file, or every entry of a feed."""

from typing import Any

from index.errors import SourceError
from index.sources.addresses import public_only
from index.sources.fetch import Fetched, Resolve, fetch
from index.sources.files import from_bytes
from index.sources.html import document_of_page
from index.sources.plain import from_text
from index.text import Document

_FEEDS = ("<rss", "<feed", "<rdf:rdf")
_SUFFIXES = {"application/pdf": ".pdf", "application/x-ndjson": ".jsonl", "text/markdown": ".md"}
# An entry shorter than this is a teaser: the page behind its link has the text.
_TEASER = 500


def documents_at(url: str, addresses: Resolve = public_only) -> list[Document]:
    """What is at `url`; raises SourceError when nothing can be read there."""
    fetched = fetch(url, addresses)
    start = fetched.body[:2_000].decode("utf-8", "replace").lower()
    if any(mark in start for mark in _FEEDS) and "<html" not in start:
        return _entries(fetched, addresses)
    if fetched.media in {"text/html", "application/xhtml+xml"} or "<html" in start:
        return [document_of_page(url, fetched.body, fetched.url)]
    name = fetched.url.split("?")[0] + _SUFFIXES.get(fetched.media, "")
    try:
        return [_linked(document, url) for document in from_bytes(name, fetched.body)]
    except SourceError as error:
        raise SourceError(url, error.why) from error


def _linked(document: Document, url: str) -> Document:
    return Document(
        url if document.doc_id.startswith(("http://", "https://")) else document.doc_id,
        document.title,
        document.text,
        document.url or url,
        document.date,
        document.language,
    )


def _entries(fetched: Fetched, addresses: Resolve) -> list[Document]:
    import feedparser

    parsed: Any = feedparser.parse(fetched.body)
    documents = [
        document for entry in parsed.entries if (document := _entry(entry, fetched, addresses))
    ]
    if not documents:
        raise SourceError(fetched.url, "a feed without readable entries")
    return documents


def _entry(entry: Any, feed: Fetched, addresses: Resolve) -> Document | None:
    """One entry's own text, or the page it links to when it only teases; None if neither reads."""
    link, title = entry.get("link"), entry.get("title") or None
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    date = "{:04d}-{:02d}-{:02d}".format(*moment[:3]) if moment else None
    bodies = [part.get("value", "") for part in entry.get("content", [])]
    body = max([*bodies, entry.get("summary", "")], key=len)
    try:
        if link and len(body) < _TEASER:
            page = fetch(link, addresses)
            found = document_of_page(link, page.body, page.url)
            return from_text(found.text, title, date or found.date, found.url, link)
    except SourceError:
        if not body:
            return None
    identity = link or entry.get("id") or f"{feed.url}#{title}"
    return from_text(_plain(body), title, date, link, identity) if body else None


def _plain(body: str) -> str:
    from lxml import html

    tree = html.fromstring(f"<div>{body}</div>")
    blocks = tree.xpath(".//p | .//li | .//h1 | .//h2 | .//h3 | .//blockquote")
    lines = [" ".join(block.text_content().split()) for block in blocks]
    return "\n\n".join(filter(None, lines)) or " ".join(tree.text_content().split())
