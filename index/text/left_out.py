"""What of a source could not be taken, as a value: each language says it in its own words."""

from dataclasses import dataclass
from enum import StrEnum


class Missing(StrEnum):
    """Every kind of thing that is left out; the value is stored, and names its messages."""

    HIDDEN = "hidden"
    HIDDEN_COLUMNS = "hidden-columns"
    HIDDEN_ROWS = "hidden-rows"
    HIDDEN_SECTION = "hidden-section"
    HIDDEN_SHEET = "hidden-sheet"
    HIDDEN_COLUMNS_OF_SHEET = "hidden-columns-of-sheet"
    HIDDEN_ROWS_OF_SHEET = "hidden-rows-of-sheet"
    HIDDEN_SLIDES = "hidden-slides"

    STRUCK = "struck"
    TRACKED = "tracked"
    """What tracked changes deleted."""
    MOVED = "moved"
    """What they delete, or move away."""

    ASIDE = "aside"
    CELLS = "cells"
    """Cells beyond the columns of their table."""
    CHOICES = "choices"
    COMMENTS = "comments"
    DEEP = "deep"
    """What stands in too many lists."""
    FIELDS = "fields"
    NUMBERS = "numbers"
    """Those before paragraphs that are of a kind which cannot be written."""
    NOTES = "notes"
    """Notes to which nothing refers."""

    CHARTS = "charts"
    EMBEDDED = "embedded"
    FORMULAS = "formulas"
    PICTURES = "pictures"
    VALUES = "values"
    """Formulas of a sheet that nobody has computed."""

    LETTERS = "letters"
    """Damaged ones."""
    NAMELESS_SIGNS = "nameless-signs"
    SIGNS = "signs"
    """Signs of a font that draws other things than letters."""
    UNKNOWN_SIGNS = "unknown-signs"

    ABSENT = "absent"
    """A part that the file names and does not hold."""
    ATTACHED = "attached"
    BEHIND = "behind"
    """The page that an entry of a feed leads to."""
    DAMAGED = "damaged"
    DAMAGED_PART = "damaged-part"
    ENCRYPTED = "encrypted"
    FILE = "file"
    """Another file, of which only the name is known."""
    LISTED = "listed"
    """A chapter that a book has only in its list."""
    OTHER_PART = "other-part"
    OUTSIDE = "outside"
    """A part that nobody is meant to come to by reading on."""
    PART = "part"
    """A part of another format."""

    BEYOND = "beyond"
    """What lies beyond the edges of pages."""
    COMMENTED = "commented"
    DAMAGED_PAGES = "damaged-pages"
    ILLEGIBLE = "illegible"
    """What is set in fonts that do not say which letters they draw."""
    PICTURED = "pictured"
    """Pages of which there are only pictures."""
    UNREADABLE = "unreadable"
    UNSEEN = "unseen"
    """What is covered on pages, or invisible."""

    SAID = "said"
    """What is said in words: so libraries before format 8 have it."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One thing that was not taken, with what its kind has to say of it.

    `name` is that of a sheet, a font, a part, a file, or the words of `SAID`; `why` what a program
    said, in English. `count` is how many there are, 0 where they were not counted; of pages, of
    which `pages` are the first.
    """

    kind: Missing
    name: str = ""
    why: str = ""
    count: int = 0
    pages: tuple[int, ...] = ()

    @property
    def more(self) -> int:
        """How many pages there are beside those that are named."""
        return self.count - len(self.pages)
