"""What a page states of itself: its title, its day, its address; nothing is guessed from prose."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from index.sources.dates import day
from index.sources.inline import plain
from index.sources.tree import name
from index.text import Part

# Names under which pages give their day, the day of publication first.
_PUBLISHED = """
    article:published_time og:article:published_time og:published_time og:pubdate datepublished
    article:published date.published date.issued dc.date.issued dcterms.issued dc.issued
    citation_publication_date citation_online_date citation_date publication_date publication-date
    publicationdate publish_date publish-date publishdate published-date pubdate pub_date
    parsely-pub-date sailthru.date displaydate article_date_original article.created
    cxenseparse:recs:publishtime dc.date dcterms.date dc.date.created dcterms.created datecreated
    date.created date created issued
    """.split()  # noqa: SIM905
_CHANGED = """
    article:modified_time og:article:modified_time og:updated_time datemodified dcterms.modified
    dc.date.modified last-modified modified lastmod
    """.split()  # noqa: SIM905
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?:/|$)")
_DATED_CLASS = re.compile(
    r"publish|posted|entry-date|post-date|postdate|pubdate|dateline|article-date|date-display"
    r"|byline|timestamp|^date$",
    re.IGNORECASE,
)
# A time that stands with so few other letters is a label ("Published on"), not a sentence.
_LABEL = 25
_ARTICLES = re.compile(r"Article|Posting|WebPage|Report|Review$|Recipe|Event$|Book$|CreativeWork")
# Names of sites stand after a bar, and after or before a dash, which titles have too.
_BARS = re.compile(r"\s*\|\s*|\s+(?:[·•»›«‹]|::)\s+")
_DASHES = re.compile(r"(\s+[–—-]\s+)")
_SITE_NAMES = ("og:site_name", "application-name", "apple-mobile-web-app-title")
# A part of an address names the site if it has so many letters ("www", "blog" do not).
_LABEL_LETTERS = 5
# A heading that is so much of the page's title is that title.
_MOST = 0.4


def address_of(root: Any) -> str | None:
    """The address the page gives as its own, if it is a whole one."""
    links = root.xpath("//*[local-name()='link'][@rel='canonical']/@href")
    found = [*links, *_metas(root, ("og:url",))]
    return next((url for url in found if url.startswith(("http://", "https://"))), None)


def date_of(root: Any, url: str | None) -> str | None:
    """The day the page was published, or else changed, as it states it; None if it does not."""
    path = _IN_ADDRESS.search(urlsplit(url or "").path)
    stated = (
        *_metas(root, _PUBLISHED),
        *_in_data(root, "datePublished"),
        *_itemprops(root, "datePublished"),
        *(["-".join((path[1], path[2].zfill(2), path[3].zfill(2)))] if path else []),
        *_only(_times(root)),
        *_metas(root, _CHANGED),
        *_in_data(root, "dateModified"),
    )
    return next((found for found in map(day, stated) if found), None)


def title_of(root: Any, parts: Sequence[Part], url: str | None) -> str | None:
    """The page's title without the name of its site; None if it states none."""
    site = _Site(root, url)
    whole = next((plain(one) for one in root.xpath("//*[local-name()='title']")[:1]), "")
    own = [" ".join(part.text.split()) for part in parts if part.kind == "heading"]
    headings = [*own, *(plain(one) for one in root.xpath("//*[local-name()='h1']"))]
    candidates = [
        *(heading for heading in headings if _is_most_of(heading, whole)),
        *(site.taken_from(text) for text in _metas(root, ("og:title", "twitter:title"))),
        site.taken_from(whole),
        *headings,
    ]
    return next((one for one in candidates if _bare(one) and not site.is_called(one)), None)


def _is_most_of(heading: str, title: str) -> bool:
    return _bare(heading) in _bare(title) and len(_bare(heading)) > _MOST * len(_bare(title))


class _Site:
    """What the page's site is called, by itself or by its address."""

    def __init__(self, root: Any, url: str | None) -> None:
        self._names = {_bare(one) for one in _metas(root, _SITE_NAMES)}
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


def _metas(root: Any, names: Sequence[str]) -> Iterator[str]:
    """The contents of the page's `meta` elements of these names, in the order of the names."""
    found: dict[str, str] = {}
    for meta in root.xpath("//*[local-name()='meta'][@content]"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            found.setdefault((meta.get(attribute) or "").lower(), meta.get("content").strip())
    return (found[one] for one in names if found.get(one))


def _in_data(root: Any, key: str) -> Iterator[str]:
    """What the page's JSON-LD says of the page itself, not of its comments and pictures."""
    for script in root.xpath("//*[local-name()='script'][@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for one in _things(data):
            if isinstance(one.get(key), str) and _ARTICLES.search(str(one.get("@type"))):
                yield one[key]


def _things(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for one in data:
            yield from _things(one)
    elif isinstance(data, dict):
        yield data
        yield from _things(data.get("@graph"))
        yield from _things(data.get("mainEntity"))


def _itemprops(root: Any, key: str) -> Iterator[str]:
    for element in root.xpath(f"//*[@itemprop='{key}'][not(self::meta)]"):
        yield element.get("content") or element.get("datetime") or plain(element)


def _only(stated: Iterator[str]) -> list[str]:
    """The day that all of them name; none if they differ, for then some are other pages'."""
    days = {found for found in map(day, stated) if found}
    return list(days) if len(days) == 1 else []


def _times(root: Any) -> Iterator[str]:
    """Times that stand by themselves or are called the page's; never one in a sentence."""
    for element in root.xpath("//*[local-name()='time' or local-name()='abbr' or @class or @id]"):
        names = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
        is_time = name(element) == "time"
        if not is_time and not _DATED_CLASS.search(names):
            continue
        if (is_time and _stands_alone(element)) or (
            not is_time and len(plain(element)) <= 2 * _LABEL
        ):
            yield element.get("datetime") or element.get("title") or ""
            yield plain(element)


def _stands_alone(time: Any) -> bool:
    block = time.getparent()
    return len(plain(block)) - len(plain(time)) <= _LABEL and name(block) not in {"td", "li"}
