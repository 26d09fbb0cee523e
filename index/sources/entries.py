"""A feed's entries become documents, those that only tease by the pages behind them.

A feed may have as many entries as it likes, so the pages read for it are bounded: the newest are.
"""

import time
from collections.abc import Callable
from dataclasses import replace

from index.errors import OnlyTeased, SourceError, Trouble
from index.foreign import label
from index.sources.composing import document_of
from index.sources.dates import day
from index.sources.kinds import kind_of
from index.sources.loader import Extracted, File
from index.sources.sandbox import Sandbox
from index.text import Document, LeftOut, Missing

# An entry shorter than this, in code points, is a teaser: the page behind its link has the text.
TEASER = 500
# Pages read for one feed, together in seconds and bytes. A feed of news has some dozens; so many
# are read in a minute or two from a server that is well.
PAGES = 100
SECONDS = 300.0
BYTES = 100_000_000
# What a link may lead to instead of a page.
_PAGED = {"docx", "epub", "pdf"}


def documents_of_feed(
    file: File,
    get: Callable[[str], File],
    sandbox: Sandbox,
    failures: list[SourceError] | None = None,
) -> list[Document]:
    """The entries, newest first; raises SourceError when none can be read.

    Entries that say nothing and whose page cannot be read are added to `failures`, and how many
    were left out since the feed has too many.
    """
    found = sandbox.extracted("feed", file)
    entries = sorted(found, key=lambda entry: day(entry.date) or "", reverse=True)
    documents, told = _read(entries, Pages(get, sandbox), file.url or file.name)
    if failures is not None:
        failures.extend(told)
    if not documents:
        raise SourceError(file.name, "a feed without readable entries", Trouble.NO_TEXT)
    return documents


class Pages:
    """The pages behind the entries of one feed, until one of the bounds is reached."""

    def __init__(self, get: Callable[[str], File], sandbox: Sandbox) -> None:
        self._get = get
        self._sandbox = sandbox
        self._count = self._bytes = 0
        self._until = time.monotonic() + SECONDS

    @property
    def spent(self) -> bool:
        """Whether no more are read."""
        late = time.monotonic() > self._until
        return late or self._count >= PAGES or self._bytes >= BYTES

    def page(self, link: str) -> Extracted:
        """What the page says; raises SourceError."""
        self._count += 1
        file = self._get(link)
        self._bytes += len(file.data)
        kind = kind_of(file)
        return self._sandbox.extracted(kind if kind in _PAGED else "html", file)[0]


def _read(
    entries: list[Extracted], behind: Pages, source: str
) -> tuple[list[Document], list[SourceError]]:
    """What can be read of the entries, and what is to be told of the others."""
    documents: list[Document] = []
    told: list[SourceError] = []
    left_out = 0
    for entry in entries:
        if _teases(entry) and behind.spent:
            left_out += 1
            continue
        try:
            documents.append(replace(_document(entry, behind), origin=entry.entry or None))
        except SourceError as error:
            told.append(error)
    if left_out:
        told.append(_bounded(source, left_out, len(entries)))
    return documents, told


def _teases(entry: Extracted) -> bool:
    return bool(entry.url) and sum(len(part.text) for part in entry.parts) < TEASER


def _document(entry: Extracted, behind: Pages) -> Document:
    """The page an entry only teases of, or else its own text; raises SourceError if neither is."""
    if not _teases(entry):
        return document_of(entry.name, entry)
    try:
        page = document_of(entry.name, behind.page(str(entry.url)))
    except SourceError as error:
        if not any(part.text.strip() for part in entry.parts):
            raise error.of(str(entry.url)) from error
        missing = LeftOut(Missing.BEHIND, why=error.why)
        own = document_of(entry.name, entry)
        return replace(own, left_out=(*own.left_out, missing))
    return replace(
        page,
        title=label(entry.title or "") or page.title,
        date=day(entry.date) or page.date,
        url=page.url or label(str(entry.url)),
    )


def _bounded(source: str, left_out: int, entries: int) -> OnlyTeased:
    why = (
        f"{left_out} of its {entries} entries only tease and were left out: the pages of the "
        f"newest are read, {PAGES} of them, in {SECONDS:.0f} seconds, {BYTES // 1_000_000} MB; "
        "name the others by their addresses"
    )
    return OnlyTeased(source, why, left_out, entries)
