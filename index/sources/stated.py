"""What a page states of itself: its day, its address; nothing is guessed from prose."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from index.sources.dates import day
from index.sources.inline import plain
from index.sources.tree import name

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
    r"(?<!status-)publish|posted|entry-date|post-date|postdate|pubdate|dateline|article-date|date-display"
    r"|byline|timestamp|^date$",
    re.IGNORECASE,
)
# A time that stands with so few other letters is a label ("Published on"), not a sentence.
_LABEL = 25
_PUBLISHED_TIMES = ".//{*}time[@pubdate]"
_ARTICLES = re.compile(r"Article|Posting|WebPage|Report|Review$|Recipe|Event$|Book$|CreativeWork")


def address_of(root: Any) -> str | None:
    """The address the page gives as its own, if it is a whole one."""
    links = root.xpath("//*[local-name()='link'][@rel='canonical']/@href")
    found = [*links, *metas(root, ("og:url",))]
    return next((url for url in found if url.startswith(("http://", "https://"))), None)


def date_of(root: Any, url: str | None) -> str | None:
    """The day the page was published, or else changed, as it states it; None if it does not."""
    path = _IN_ADDRESS.search(urlsplit(url or "").path)
    stated = (
        *metas(root, _PUBLISHED),
        *_in_data(root, "datePublished"),
        *_itemprops(root, "datePublished"),
        *(["-".join((path[1], path[2].zfill(2), path[3].zfill(2)))] if path else []),
        *_only(one.get("datetime") or plain(one) for one in root.iterfind(_PUBLISHED_TIMES)),
        *_only(_times(root)),
        *metas(root, _CHANGED),
        *_in_data(root, "dateModified"),
    )
    return next((found for found in map(day, stated) if found), None)


def metas(root: Any, names: Sequence[str]) -> Iterator[str]:
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


def _only(stated: Iterable[str]) -> list[str]:
    """The day that all of them name; none if they differ, for then some are other pages'."""
    days = {found for found in map(day, stated) if found}
    return list(days) if len(days) == 1 else []


def _times(root: Any) -> Iterator[str]:
    """Times that stand by themselves or are called the page's; never one in a sentence."""
    for element in root.xpath("//*[local-name()='time' or local-name()='abbr' or @class or @id]"):
        names = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
        is_time = name(element) == "time"
        if not is_time and (not _DATED_CLASS.search(names) or _is_in_table(element)):
            continue
        if (is_time and _stands_alone(element)) or (
            not is_time and len(plain(element)) <= 2 * _LABEL
        ):
            yield element.get("datetime") or element.get("title") or ""
            yield plain(element)


def _is_in_table(element: Any) -> bool:
    """Whether it is a value of a table: when a company was founded, a ship launched."""
    return any(name(one) in {"td", "th"} for one in element.iterancestors())


def _stands_alone(time: Any) -> bool:
    block = time.getparent()
    return len(plain(block)) - len(plain(time)) <= _LABEL and name(block) not in {"td", "li"}
