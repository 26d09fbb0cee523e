"""Addresses become documents: pages, files, feeds."""

from collections.abc import Iterator
from functools import partial

import pytest

from index.errors import OnlyTeased, SourceError
from index.sources import entries
from index.sources.fetch import fetch
from index.sources.loader import File
from index.sources.sandbox import Sandbox
from index.sources.web import documents_at
from index.text.documents import Document
from tests.in_words import in_words
from tests.index.sources.pages import here


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One for all, since a process that reads pages takes a second to start."""
    with Sandbox() as sandbox:
        yield sandbox


def _at(url: str, sandbox: Sandbox, failures: list[SourceError] | None = None) -> list[Document]:
    return documents_at(url, partial(fetch, addresses=here), sandbox, failures)


def test_a_page_becomes_a_document(site: str, sandbox: Sandbox) -> None:
    """Its address is its id and link, also after a redirect to it."""
    (document,) = _at(f"{site}/article", sandbox)
    assert (document.doc_id, document.url) == (f"{site}/article", f"{site}/article")
    assert document.title == "News"
    assert "Menu" not in document.text
    (moved,) = _at(f"{site}/hop", sandbox)
    assert (moved.doc_id, moved.url) == (f"{site}/hop", f"{site}/article")
    (plain,) = _at(f"{site}/plain", sandbox)
    assert plain.text == "Déjà vu, a plain text."


def test_a_feed_becomes_its_entries(site: str, sandbox: Sandbox) -> None:
    """Whole entries as they are, teasers by the page behind; a dead one is told."""
    failures: list[SourceError] = []
    long, teaser = _at(f"{site}/feed", sandbox, failures)
    assert (long.title, long.date, long.url) == ("Long", "2024-05-06", f"{site}/long")
    assert long.text.startswith("A whole entry that says")
    assert teaser.title == "Teaser"
    assert "The council decided" in teaser.text
    assert [str(one) for one in failures] == [f"{site}/missing: the server answers 404"]


def test_a_teaser_whose_page_is_gone_says_so(site: str, sandbox: Sandbox) -> None:
    """It is the entry's own text, and what is missing is told with it."""
    (entry,) = _at(f"{site}/gone", sandbox)
    assert entry.text == "Short."
    assert in_words(entry.left_out) == ("the page behind it: the server answers 404",)


@pytest.mark.parametrize(
    ("bound", "value", "pages"), [("PAGES", 2, 2), ("BYTES", 1, 1), ("SECONDS", -1.0, 0)]
)
def test_pages_of_a_feed_are_bounded(
    bound: str,
    value: float,
    pages: int,
    site: str,
    sandbox: Sandbox,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The newest are read, whole entries are free, and how many are left out is said."""
    monkeypatch.setattr(entries, bound, value)
    asked: list[str] = []

    def get(url: str) -> File:
        asked.append(url)
        return fetch(url, here)

    failures: list[SourceError] = []
    found = documents_at(f"{site}/many", get, sandbox, failures)
    assert asked == [f"{site}/many", *(f"{site}/article?{30 - n}" for n in range(pages))]
    assert [one.date for one in found] == [f"2024-05-{30 - n}" for n in range(pages)] + [None]
    (told,) = failures
    assert str(told).startswith(f"{site}/many: {30 - pages} of its 31 entries only tease and")
    assert isinstance(told, OnlyTeased)
    assert (told.count, told.entries) == (30 - pages, 31)
