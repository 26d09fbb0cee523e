"""What of a page stands beside its text: links elsewhere, feet, and what only looks like that."""

import re
from collections.abc import Sequence
from typing import Any

from index.sources.frames import is_note
from index.sources.inline import plain, types
from index.sources.tree import name

# A stretch that is links for the most part leads elsewhere.
_LINKS = 0.6
# An aside of which so much is links teases what stands elsewhere; one with fewer tells something.
_ASIDE_LINKS = 0.3
_SAID = {"admonition", "callout", "citation", "sidebar-title", "topic"}
_SAID_BY_ROLE = {"biblioentry", "note"}
_WITH_FEET = {"article", "blockquote", "figure", "section"}
# What is in the document itself.
_CONTENTS = re.compile(
    r"(?:^|[\s_-])(?:toc|table-of-contents|toctree\S*)(?:$|[\s_-])", re.IGNORECASE
)


def is_of_text(element: Any) -> bool:
    """Whether it is a note of the text, or a box that tells more of what the text tells."""
    if is_note(element) or types(element) & _SAID_BY_ROLE:
        return True
    classes = set((element.get("class") or "").lower().split())
    if _SAID & classes:
        return True
    # docutils' own, with a title; of other programs it is a column of the page.
    titles = ("sidebar-title" in (one.get("class") or "") for one in element.iterfind("{*}p"))
    return "sidebar" in classes and any(titles)


def is_aside_of_links(element: Any) -> bool:
    """Whether it is an aside that teases what stands elsewhere."""
    return name(element) == "aside" and _linked(element) > _ASIDE_LINKS * len(plain(element))


def tells_aside(block: Any) -> bool:
    """Whether it is prose beside links, in an aside that is left out for them."""
    around = (block, *block.iterancestors())
    prose = _linked(block) <= _ASIDE_LINKS * len(plain(block))
    return prose and any(map(is_aside_of_links, around))


def is_foot_of_page(element: Any) -> bool:
    """Whether it is a footer, and not that of an article or a quotation in the page."""
    if name(element) != "footer":
        return False
    return not any(name(outer) in _WITH_FEET for outer in element.iterancestors())


def leads_elsewhere(element: Any) -> bool:
    """Whether most of it is links to other pages, and they are no notes or table of contents."""
    links = _links(element)
    if len(links) <= 2 or _linked(element) <= _LINKS * len(plain(element)):
        return False
    around = (element, *element.iterancestors())
    return not any(map(is_note, around)) and not _is_contents(element, links)


def _links(element: Any) -> list[Any]:
    return list(element.iter("{*}a"))


def _linked(element: Any) -> int:
    """How many letters in it are links."""
    return sum(len(plain(link)) for link in _links(element))


def _is_contents(element: Any, links: Sequence[Any]) -> bool:
    """Whether the links say what is in the document that the page is of."""
    if all((link.get("href") or "#").startswith("#") for link in links):
        return True
    around = (element, *element.iterancestors())
    return any(
        _CONTENTS.search(f"{one.get('class') or ''} {one.get('role') or ''}") for one in around
    )
