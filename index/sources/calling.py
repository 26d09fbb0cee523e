"""What an element of a page is called by who made the page, and not by a program."""

from typing import Any
from unicodedata import normalize

from index.sources.inline import plain
from index.sources.tree import name

# Programs make their ids, and those of what they stand over, of their words.
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "dt"}
_DIGITS = "0123456789"


def called(element: Any) -> str:
    """Its classes, and its id unless that is made of its first heading, as "related-work" is."""
    classes, own = element.get("class") or "", element.get("id") or ""
    return classes if not own or _is_made(own, element) else f"{classes} {own}"


def _is_made(own: str, element: Any) -> bool:
    if name(element) in HEADINGS:
        return True
    heading = next(element.iter(*(f"{{*}}{one}" for one in HEADINGS)), None)
    # What numbers a heading stands in no id, what tells an id from another in no heading.
    said = "" if heading is None else _letters(plain(heading)).lstrip(_DIGITS)
    id = _letters(own)
    return bool(said) and said in {id, id.rstrip(_DIGITS)}


def _letters(text: str) -> str:
    """The letters and digits without accents, whatever stands between them."""
    return "".join(filter(str.isalnum, normalize("NFKD", text.casefold())))
