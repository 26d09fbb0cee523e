"""Which blocks of a page are its article, and not its menus, banners and footers.

trafilatura (Apache-2) finds the article but drops words of it; so its text only tells where the
article stands, and all that stands there is taken, but for what looks like none of it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import trafilatura

from index.sources.asides import (
    is_aside_of_links,
    is_foot_of_page,
    is_of_text,
    leads_elsewhere,
    tells_aside,
)
from index.sources.calling import HEADINGS, called
from index.sources.inline import plain
from index.sources.markup import Placed, Walk
from index.sources.numerals import OWN
from index.sources.tree import name
from index.sources.withdrawn import Left
from index.text import Missing

# In code points; the longest articles have a tenth of this, with all their markup.
_LONGEST_PAGE = 3_000_000
# So much of what was found lies in the article's element; the rest is a heading or a picture's
# caption beside it.
_MOST = 0.9
# Of a page of which so little was found, it is looked for once more.
_LITTLE = 0.5
# A block is of the article if so many of its groups of words were found.
_FOUND = 0.5
_GROUP = 3
# A letter of a script without spaces is a word here.
_WORD = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|\w+")
_ASIDE = {"nav", "form", "search"}
# What their classes say is said of what stands in them: "with-sidebar".
_WHOLE = {"html", "body", "main"}
# In letters; of less than that nobody can tell what is beside it, but for what says so itself.
_AN_ARTICLE = 400
_ROLES = {"navigation", "complementary", "contentinfo", "search", "banner", "dialog", "menu"}
# What is no part of an article whoever finds it there, and what may be one if it is found.
_NEVER_CLASS = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|sharedaddy|addtoany|social|related|jp-relatedposts|recommended"
    r"|recommendations?|comments?|comment-?list|respond|disqus|cookies?|newsletter|subscribe"
    r"|pagination|breadcrumbs?|outbrain|taboola|author-(?:box|bio|info))(?:$|[\s_-])",
    re.IGNORECASE,
)
_ASIDE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|pager|promo|advert(?:isement)?|ads?|sponsor(?:ed)?"
    r"|signup|sidebar|toolbar|tags|taglist|skip|login|popular|trending|teasers?|widget|footer"
    r"|banner|modal|copyright|byline|meta|entryfooter)(?:$|[\s_-])",
    re.IGNORECASE,
)
# An element with so much of all that was found is the article, whatever it is called.
_TRUSTED = 0.3


def article(root: Any, page: str) -> tuple[list[Placed], list[Left]]:
    """The blocks of the page's article in order, and what of it was left out.

    `page` is the markup that `root` is the tree of. Of a page without an article, all that is not
    aside; of one that is all aside, everything.
    """
    walk = Walk(root)
    found = _found_by_trafilatura(page, favor_recall=True)
    shares = _Shares(walk.found, [_is_found(one.part.text, found) for one in walk.found])
    if shares.found[root] < _LITTLE * shares.all[root]:
        # What is made to find more may find less: an open piece of a page whose rest is folded.
        found |= _found_by_trafilatura(page, favor_recall=False)
        shares = _Shares(walk.found, [_is_found(one.part.text, found) for one in walk.found])
    region = shares.region(root)
    kept = [one for one in walk.found if _is_kept(one, region, shares)]
    if not kept:
        return walk.found, walk.left_out
    told = {id(one) for one in kept}
    asides = [one for one in walk.found if id(one) not in told and tells_aside(one.element)]
    left_out = walk.left_out + [Left(Missing.ASIDE, one.element) for one in asides]
    return kept, [one for one in left_out if _lies_in(one.element, region)]


def _is_kept(placed: Placed, region: Any, shares: "_Shares") -> bool:
    inside = _lies_in(placed.element, region)
    return (inside or shares.is_found(placed)) and not shares.is_aside(placed.element, region)


class _Shares:
    """How much of the text in each element was found, in letters."""

    def __init__(self, blocks: Sequence[Placed], told: Sequence[bool]) -> None:
        self.found: Counter[Any] = Counter()
        self.all: Counter[Any] = Counter()
        self._told = {id(placed): one for placed, one in zip(blocks, told, strict=True)}
        self._leaves = {placed.element for placed in blocks}
        self._aside: dict[Any, bool] = {}
        for placed, one in zip(blocks, told, strict=True):
            for element in (placed.element, *placed.element.iterancestors()):
                self.all[element] += len(placed.part.text)
                self.found[element] += len(placed.part.text) * one

    def is_found(self, placed: Placed) -> bool:
        """Whether the block itself was."""
        return self._told[id(placed)]

    def is_aside(self, element: Any, region: Any) -> bool:
        """Whether it, or what it stands in, looks like no part of the article."""
        while element is not None and element is not region:
            if element not in self._aside:
                self._aside[element] = _looks_aside(element, self, self.found[region])
            if self._aside[element]:
                return True
            element = element.getparent()
        return False

    def region(self, root: Any) -> Any:
        """The innermost element with nearly all that was found, and never a single block."""
        inner = root
        while True:
            most = max(inner, key=self.found.__getitem__, default=None)
            enough = most is not None and self.found[most] >= _MOST * self.found[root]
            if not enough or most in self._leaves or not self.found[most]:
                return inner
            inner = most


def _found_by_trafilatura(page: str, *, favor_recall: bool) -> set[tuple[str, ...]]:
    """The groups of words that follow each other in the text it finds, and its short lines.

    None of a page that is a book: all of it is text, and it would take too much memory.
    """
    if len(page) > _LONGEST_PAGE:
        return set()
    found: Any = trafilatura.bare_extraction(
        page, include_comments=False, favor_recall=favor_recall
    )
    if found is None or found.body is None:
        return set()
    lines = (text for text in found.body.itertext() if text.strip())
    return {group for line in (*lines, plain(found.body)) for group in _groups(line)}


def _is_found(text: str, found: set[tuple[str, ...]]) -> bool:
    groups = list(_groups(OWN.sub("", text, count=1) if OWN.match(text) else text))
    return sum(group in found for group in groups) > _FOUND * len(groups)


def _groups(text: str) -> Iterator[tuple[str, ...]]:
    """Words as they follow each other, three at a time; of fewer, all of them."""
    words = _WORD.findall(text.casefold())
    if 0 < len(words) < _GROUP:
        yield tuple(words)
    yield from zip(*(words[start:] for start in range(_GROUP)), strict=False)


def _lies_in(element: Any, region: Any) -> bool:
    return element is region or any(outer is region for outer in element.iterancestors())


def _looks_aside(element: Any, shares: "_Shares", total: int) -> bool:
    """Whether the element, by its name or by what it holds, is no part of the article."""
    names = called(element)
    if is_foot_of_page(element):
        return True
    heads = name(element) in HEADINGS
    if not heads and _NEVER_CLASS.search(names) and shares.found[element] < _TRUSTED * total:
        return True
    if is_of_text(element):
        return False
    if shares.found[element] >= _FOUND * shares.all[element] or total < _AN_ARTICLE:
        return name(element) in _ASIDE and not shares.found[element]
    if name(element) in _WHOLE:
        return False
    aside = name(element) in _ASIDE or element.get("role") in _ROLES
    # Terms and what they mean are of the article, whatever the box is called that they stand in.
    if aside or (_ASIDE_CLASS.search(names) and element.find(".//{*}dl") is None):
        return True
    if is_aside_of_links(element):
        return True
    return not shares.found[element] and leads_elsewhere(element)
