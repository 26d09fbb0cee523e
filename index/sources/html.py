"""Web pages: the article without menus, banners and footers (trafilatura, Apache-2)."""

from typing import Any

from index.errors import SourceError
from index.sources.plain import from_text
from index.text import Document

MAX_PAGE = 20_000_000
# Elements of trafilatura's body that stand as paragraphs of their own.
_BLOCKS = {"p", "head", "item", "quote", "code", "row"}


def document_of_page(name: str, data: bytes | str, url: str | None = None) -> Document:
    """The page's main text, title, date and language; raises SourceError when it has no text."""
    import trafilatura

    if len(data) > MAX_PAGE:
        raise SourceError(name, f"a page of more than {MAX_PAGE // 1_000_000} MB")
    tree = trafilatura.load_html(data)
    if tree is None:
        raise SourceError(name, "not a web page")
    language = (tree.get("lang") or "").split("-")[0].lower() or None
    found: Any = trafilatura.bare_extraction(
        tree, url=url, include_comments=False, with_metadata=True, favor_recall=True
    )
    if found is None or found.body is None:
        raise SourceError(name, "no article found in the page")
    text = "\n\n".join(_paragraphs(found.body))
    address = url or (found.url if str(found.url).startswith(("http://", "https://")) else None)
    return from_text(
        text, found.title or None, found.date, address, doc_id=name, language=language
    )


def _paragraphs(body: Any) -> list[str]:
    """Text of the innermost blocks, in order; text between blocks is a block too."""
    found: list[str] = []
    loose: list[str] = []

    def flush() -> None:
        if line := " ".join("".join(loose).split()):
            found.append(line)
        loose.clear()

    def walk(element: Any) -> None:
        block = element.tag in _BLOCKS
        if block:
            flush()
        if element.tag == "lb":
            loose.append("\n")
        loose.append(element.text or "")
        for child in element:
            walk(child)
            loose.append(child.tail or "")
        if block:
            flush()

    walk(body)
    flush()
    return found
