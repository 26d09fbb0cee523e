"""What readers ask and the texts do not answer: kept without who asked, and told in groups."""

from bot.gaps.cleaning import cleaned, known_in
from bot.gaps.grouping import MOST, Gap, forget, gaps
from bot.gaps.keeping import LIFETIME, Refused, note, refused

__all__ = [
    "LIFETIME",
    "MOST",
    "Gap",
    "Refused",
    "cleaned",
    "forget",
    "gaps",
    "known_in",
    "note",
    "refused",
]
