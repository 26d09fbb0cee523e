"""Addresses become documents: pages, files, feeds."""

from index.sources.web import documents_at
from tests.index.sources.pages import here


def test_a_page_becomes_a_document(site: str) -> None:
    """Its address is its id and link, also after a redirect to it."""
    (document,) = documents_at(f"{site}/article", here)
    assert (document.doc_id, document.url) == (f"{site}/article", f"{site}/article")
    assert document.title == "News"
    assert "Menu" not in document.text
    (moved,) = documents_at(f"{site}/hop", here)
    assert (moved.doc_id, moved.url) == (f"{site}/hop", f"{site}/article")
    (plain,) = documents_at(f"{site}/plain", here)
    assert plain.text == "Déjà vu, a plain text."


def test_a_feed_becomes_its_entries(site: str) -> None:
    """Whole entries as they are, teasers by the page behind, dead ones not at all."""
    long, teaser = documents_at(f"{site}/feed", here)
    assert (long.title, long.date, long.url) == ("Long", "2024-05-06", f"{site}/long")
    assert long.text.startswith("A whole entry that says")
    assert teaser.title == "Teaser"
    assert "The council decided" in teaser.text
