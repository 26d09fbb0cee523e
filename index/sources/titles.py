"""The title of a page, without the name of its site."""

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from index.sources.inline import plain
from index.sources.stated import metas
from index.text import Part

# Names of sites stand after a bar, and after or before a dash, which titles have too.
_BARS = re.compile(r"\s*\|\s*|\s+(?:[·•»›«‹]|::)\s+")
_DASHES = re.compile(r"(\s+[–—-]\s+)")
_TITLE = "//*[local-name()='title'][not(ancestor::*[local-name()='svg'])]"
_SITE_NAMES = ("og:site_name", "application-name", "apple-mobile-web-app-title")
# A part of an address names the site if it has so many letters ("www", "blog" do not).
_LABEL_LETTERS = 5
# A heading that is so much of the page's title is that title.
_MOST = 0.4


def title_of(root: Any, parts: Sequence[Part], url: str | None) -> str | None:
    """The page's title without the name of its site; None if it states none."""
    site = _Site(root, url)
    whole = next((plain(one) for one in root.xpath(_TITLE)[:1]), "")
    own = [" ".join(part.text.split()) for part in parts if part.kind == "heading"]
    headings = [*own, *(plain(one) for one in root.xpath("//*[local-name()='h1']"))]
    candidates = [
        *(heading for heading in headings if _is_most_of(heading, whole)),
        *(heading for heading in own if _begins(heading, whole)),
        *(site.taken_from(text) for text in metas(root, ("og:title", "twitter:title"))),
        site.taken_from(whole),
        *headings,
    ]
    return next((one for one in candidates if _bare(one) and not site.is_called(one)), None)


def _is_most_of(heading: str, title: str) -> bool:
    return _bare(heading) in _bare(title) and len(_bare(heading)) > _MOST * len(_bare(title))


def _begins(heading: str, title: str) -> bool:
    """Whether the title is the heading, however short, before a bar or a dash and the site."""
    first = _DASHES.split(_BARS.split(title)[0])[0]
    return bool(_bare(first)) and _bare(first) == _bare(heading)


class _Site:
    """What the page's site is called, by itself or by its address."""

    def __init__(self, root: Any, url: str | None) -> None:
        self._names = {_bare(one) for one in metas(root, _SITE_NAMES)}
        host = urlsplit(url or "").hostname or ""
        self._labels = [_bare(one) for one in host.split(".")[:-1] if len(one) >= _LABEL_LETTERS]

    def is_called(self, text: str) -> bool:
        """Whether the text is the site's name."""
        bare = _bare(text)
        spelt = (label for label in self._labels if label in bare)
        return bare in self._names or any(len(bare) <= 2 * len(label) for label in spelt)

    def taken_from(self, title: str) -> str:
        """The title less the site's name: what stands before a bar, or beside the name."""
        first = next((one for one in _BARS.split(title) if one and not self.is_called(one)), title)
        pieces = _DASHES.split(first)
        while len(pieces) > 2 and self.is_called(pieces[-1]):
            del pieces[-2:]
        while len(pieces) > 2 and self.is_called(pieces[0]):
            del pieces[:2]
        return "".join(pieces)


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
