"""What is fetched again is the next version of a document, not another one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.building import build
from index.sources.loader import File
from index.sources.sandbox import Sandbox
from index.sources.web import documents_at
from index.store import Library, open_library
from index.versions import revisions
from tests.doubles import BagEncoder

PAGE = (
    "<html lang=en><head><title>News</title></head><body><article><h1>News</h1>"
    + "<p>The council decided on {day} to close the old bridge for repairs this year.</p>" * 3
    + "</article></body></html>"
)
LONG = "A whole entry that says everything there is to say. " * 12
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>
<item><title>One</title><link>https://example.org/one</link><guid>a</guid>
<description>On {{day}}. {LONG}</description></item>
<item><title>Two</title><link>https://example.org/one</link><guid>b</guid>
<description>Not on {{day}}. {LONG}</description></item></channel></rss>"""
URL = "https://example.org/news"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One for all, since a process that reads pages takes a second to start."""
    with Sandbox() as sandbox:
        yield sandbox


def _served(page: str, name: str, day: str) -> Callable[[str], File]:
    return lambda url: File(name, page.format(day=day).encode(), url, "utf-8")


@pytest.mark.parametrize(("page", "name", "documents"), [(PAGE, "news.html", 1),
                                                         (FEED, "news.xml", 2)])  # fmt: skip
def test_what_is_fetched_again_is_a_version(
    page: str, name: str, documents: int, tmp_path: Path, sandbox: Sandbox
) -> None:
    """A page, and the entries of a feed, also those that share a link."""
    library: Library = open_library(tmp_path / "library")
    for day in ("Monday", "Tuesday"):
        found = documents_at(URL, _served(page, name, day), sandbox)
        assert len(found) == documents
        counts = build(library, found, BagEncoder(), replace=False)
    assert (counts.added, counts.updated, counts.generation.documents) == (0, documents, documents)
    for name in library.names():
        first, second = revisions(library, name)
        assert (first.kind, second.kind) == ("added", "changed")
        assert {one.after.of(second.after.text) for one in second.changes if second.after} == {
            "Tuesday"
        }
