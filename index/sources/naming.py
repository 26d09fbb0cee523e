"""Titles: which a writer gave, which a program made up, and what else may stand for one."""

import re
from collections.abc import Iterable

from index.text import Part

# What programs call a document whose writer gave it no title, names of files, and addresses.
_NO_TITLE = re.compile(
    r"\W*|(?:untitled|unbenannt|ohne titel|sans titre|sin título|senza titolo|sem título|"
    r"без названия|无标题|無題).*|\W?(?:anonymous|unspecified|no title)\W?|article|text|"
    r"(?:word |new |scanned )?do[ck]ument\s?\d*|doc\d+|(?:slide|folie|diapositiv[ae]) \d+|"
    r"layout \d+|presentation\d*|powerpoint[- ]pr\w+|"
    r"(?:a?pr[eé]s\w+|презентация)(?: \w+){0,2} powerpoint|"
    r"microsoft (?:word|powerpoint|excel).*|(?:https?|file):.*|[a-z]:\\.*|.*\ufffd.*|"
    r".*\.(?:docx?|pdf|exe|txt|rtf|odt|indd|qxd|pages|html?|tex|dvi|pptx?|xlsx?|wpd|pub|cdr)",
    re.IGNORECASE | re.DOTALL,
)


def is_title(text: str | None) -> bool:
    """Whether it is a title that somebody gave."""
    return not _NO_TITLE.fullmatch(text or "")


def title_or_heading(stated: str | None, parts: Iterable[Part]) -> str | None:
    """The title that a file states if somebody gave it, else the first of its headings, if any."""
    if is_title(stated):
        return stated
    return next((part.text for part in parts if part.kind == "heading"), None)
