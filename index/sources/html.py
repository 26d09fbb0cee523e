"""Web pages: the article without menus, banners and footers (trafilatura, Apache-2)."""

from collections.abc import Iterator
from typing import Any

import trafilatura

from index.sources.loader import Extracted, File, Unreadable
from index.text import Kind, Part

MAX_PAGE = 20_000_000
# Read once in a process that reads many: it makes the libraries load their lists of words.
EXAMPLE = b"<html><body><p>A page.</p></body></html>"
# Elements of trafilatura's body that stand as blocks of their own.
_BLOCKS: dict[str, Kind] = {
    "p": "paragraph",
    "head": "heading",
    "item": "item",
    "quote": "paragraph",
    "code": "code",
    "row": "row",
}


def read(file: File) -> list[Extracted]:
    """The page's main text, title, date and language; raises Unreadable when it has no text."""
    if len(file.data) > MAX_PAGE:
        raise Unreadable(f"a page of more than {MAX_PAGE // 1_000_000} MB")
    tree = trafilatura.load_html(file.data)
    if tree is None:
        raise Unreadable("not a web page")
    found: Any = trafilatura.bare_extraction(
        tree, url=file.url, include_comments=False, with_metadata=True, favor_recall=True
    )
    if found is None or found.body is None:
        raise Unreadable("no article found in the page")
    own = found.url if str(found.url).startswith(("http://", "https://")) else None
    parts = tuple(_parts(found.body))
    return [Extracted(parts, found.title or None, found.date, tree.get("lang"), file.url or own)]


def parts_of_fragment(body: str) -> Iterator[Part]:
    """The blocks of a piece of HTML, as a feed carries it."""
    from lxml import html

    tree = html.fromstring(f"<div>{body}</div>")
    blocks = tree.xpath(".//p | .//li | .//h1 | .//h2 | .//h3 | .//blockquote")
    lines = [" ".join(block.text_content().split()) for block in blocks]
    for line in filter(None, lines or [" ".join(tree.text_content().split())]):
        yield Part(line)


def _parts(body: Any) -> Iterator[Part]:
    """The innermost blocks, in order; text between blocks is a block too."""
    loose: list[str] = []

    def flush(kind: Kind) -> Iterator[Part]:
        if line := " ".join("".join(loose).split()):
            yield Part(line, kind, int(kind in {"item", "heading"}))
        loose.clear()

    def walk(element: Any, outer: Kind) -> Iterator[Part]:
        kind = _BLOCKS.get(element.tag)
        if kind:
            yield from flush(outer)
        if element.tag == "lb":
            loose.append("\n")
        loose.append(element.text or "")
        for child in element:
            yield from walk(child, kind or outer)
            loose.append(child.tail or "")
        if kind:
            yield from flush(kind)

    yield from walk(body, "paragraph")
    yield from flush("paragraph")
