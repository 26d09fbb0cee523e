"""Web pages: the article without menus, banners and footers, and what the page says of it."""

from index.errors import Trouble
from index.sources.article import article
from index.sources.loader import Extracted, File, Unreadable
from index.sources.markup import told
from index.sources.stated import address_of, date_of
from index.sources.titles import title_of
from index.sources.tree import characters, page_tree

MAX_PAGE = 20_000_000
# Read once in a process that reads many: it makes the libraries load their lists of words.
EXAMPLE = b"<html><body><p>A page.</p></body></html>"


def read(file: File) -> list[Extracted]:
    """The page's article, title, date and language; raises Unreadable when it has no text."""
    if len(file.data) > MAX_PAGE:
        raise Unreadable(f"a page of more than {MAX_PAGE // 1_000_000} MB", Trouble.TOO_LARGE)
    page = characters(file)
    root = page_tree(page)
    blocks, left_out = article(root, page)
    own = file.url or address_of(root)
    return [
        Extracted(
            tuple(block.part for block in blocks),
            title_of(root, [block.part for block in blocks], own),
            date_of(root, own),
            root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
            own,
            left_out=told(left_out),
        )
    ]
