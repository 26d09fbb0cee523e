"""Markup is told by its outermost element, whatever the file is called."""

import pytest

from index.errors import SourceError
from index.sources.kinds import kind_of
from index.sources.loader import File

XHTML = (
    b'<?xml version="1.0"?><!-- \n --><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'
)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("news.xml", b"<?xml version='1.0'?><?xml-stylesheet href='x'?><rss/>", "feed"),
        ("news", b"<!-- " + b"x" * 2_000 + b" --><feed xmlns='a'/>", "feed"),
        ("news.rdf", b"<rdf:RDF xmlns:rdf='x'/>", "feed"),
        ("news.txt", "<?xml version='1.0'?><rss/>".encode("utf-16"), "feed"),
        ("page.xml", XHTML, "html"),
        ("page.txt", b"<!DOCTYPE html>\n<p>Hello", "html"),
        ("part.xml", b"<div xmlns='http://www.w3.org/1999/xhtml'>Fees</div>", "html"),
        ("page.htm", b"<!DOCTYPE article><article>Fees</article>", "html"),
        ("word", b"<html xmlns:v='a' xmlns='http://www.w3.org/TR/REC-html40'>Fees</html>", "html"),
        ("part.txt", b"<h1>Fees</h1><p>40 crowns", "html"),
        ("page.html", b"no markup at all", "html"),
        ("readme.md", b"<p align=center>Hello</p>", "markdown"),
        ("heart.txt", b"<3 the harbour", "text"),
        ("less.txt", b"<b is less than a", "text"),
    ],
)  # fmt: skip
def test_what_a_file_is(name: str, data: bytes, kind: str) -> None:
    """Feeds and pages from disk among them; signs that only look like markup are text."""
    assert kind_of(File(name, data)) == kind


@pytest.mark.parametrize("name", ["map.svg", "data.xml", "book.txt"])
def test_other_xml_is_refused_by_name(name: str) -> None:
    """Rather than quoted with its markup."""
    docbook = b"<article xmlns='http://docbook.org/ns/docbook'><title>Pier</title></article>"
    with pytest.raises(SourceError, match="<article>"):
        kind_of(File(name, docbook))
    with pytest.raises(SourceError, match="<mime-type>"):
        kind_of(File(name, b"<?xml version='1.0'?><mime-type xmlns='x'/>"))
    with pytest.raises(SourceError, match=r"XML of a kind that nothing here reads \(<opml>\)"):
        kind_of(File(name, b"<?xml version='1.0'?><opml version='2.0'><body/></opml>"))


def test_xml_is_no_code_whatever_its_name() -> None:
    """Translations of Qt and settings of Java are called like code."""
    with pytest.raises(SourceError, match=r"XML of a kind that nothing here reads \(<ts>\)"):
        kind_of(File("de.ts", b"<?xml version='1.0'?><!DOCTYPE TS><TS><context/></TS>"))
    assert kind_of(File("fee.ts", b"const fee = (b) => b < 3 ? 40 : 90")) == "code"
    assert kind_of(File("app.conf", b"<Directory /pier>\nAllow all\n</Directory>\n")) == "code"
