"""What a PDF says of itself: its title, and the day it was made."""

import re
from typing import Any

# Dates as PDF writes them (ISO 32000-1, 7.9.4); anything else is nobody's date.
_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})(?:\d{2}){0,3}(?:[Zz+-].*)?")


def title_of(document: Any) -> str | None:
    """The title that it says it has."""
    return document.get_metadata_value("Title").strip("\0 ") or None


def day_of(document: Any) -> str | None:
    """The day it was made, ISO 8601; None if it does not say or what it says is no date."""
    found = _DATE.fullmatch(document.get_metadata_value("CreationDate").strip("\0 "))
    return "-".join(found.groups()) if found else None
