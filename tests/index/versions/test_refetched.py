"""What is fetched again is the next version of a document, not another one."""

from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from index.building import Counts, build
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


def _given(file: File, _: str) -> File:
    return file


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


def _feed(*entries: tuple[str, str, str]) -> str:
    """A feed of entries: guid, link, what they say."""
    items = "".join(
        f"<item><title>Of {guid}</title><link>https://example.org/{link}</link>"
        f'<guid isPermaLink="false">{guid}</guid><description>{says}. {LONG}</description></item>'
        for guid, link, says in entries
    )
    return f'<rss version="2.0"><channel><title>F</title>{items}</channel></rss>'


@pytest.mark.parametrize("replaced", [False, True])
def test_an_entry_whose_link_has_changed_is_the_same(
    tmp_path: Path, sandbox: Sandbox, replaced: bool
) -> None:
    """By what it says that it is: added to a library, or built anew over it."""
    library: Library = open_library(tmp_path / "library")
    for link, says in (("draft", "On Monday"), ("final", "On Tuesday"), ("other", "On Friday")):
        feed = _feed(("7", link, says), ("8", "eight", "Never"))
        found = documents_at(URL, _served(feed, "news.xml", ""), sandbox)
        counts = build(library, found, BagEncoder(), replace=replaced)
    assert (counts.added, counts.updated, counts.removed) == (0, 1, 0)
    first = "https://example.org/draft"
    assert library.names() == [first, "https://example.org/eight"]
    assert [one.kind for one in revisions(library, first)] == ["added", "changed", "changed"]
    with closing(library.open()) as view:
        document = view.document(first)
    assert document
    assert document.url == "https://example.org/other"
    assert document.text.startswith("On Friday")


def test_an_entry_that_takes_the_link_of_another_takes_nothing_else(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    """Whichever comes first; and a number is one of its own feed alone."""
    library: Library = open_library(tmp_path / "library")

    def added(feed: str, url: str = URL) -> Counts:
        found = documents_at(url, _served(feed, "news.xml", ""), sandbox)
        return build(library, found, BagEncoder(), replace=False)

    added(_feed(("1", "latest", "Old")))
    counts = added(_feed(("2", "latest", "New"), ("1", "older", "Old")))
    assert (counts.added, counts.generation.documents, counts.duplicates) == (1, 2, ())
    added(_feed(("1", "elsewhere", "Another site's")), "https://example.com/feed")
    with closing(library.open()) as view:
        said = sorted(one.text.partition(".")[0] for one in view.documents())
    assert said == ["Another site's", "New", "Old"]


def test_a_page_that_leads_on_to_another_address_is_the_same(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    """It is called by the address that was asked for; where it is now is told with it."""
    library: Library = open_library(tmp_path / "library")
    for moved, day in ((URL, "Monday"), ("https://example.com/moved", "Tuesday")):
        served = _served(PAGE, "news.html", day)(moved)
        found = documents_at(URL, partial(_given, served), sandbox)
        counts = build(library, found, BagEncoder(), replace=False)
    assert (counts.added, counts.updated) == (0, 1)
    first, second = revisions(library, URL)
    assert (first.kind, second.kind) == ("added", "changed")
    assert second.told["url"] == (URL, "https://example.com/moved")
