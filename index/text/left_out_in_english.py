"""What was left out of a source, in English: for terminals, logs and other programs."""

from index.text.left_out import LeftOut, Missing

# `s` is the ending of what there are several of, `some` their number where it is known.
SENTENCES = {
    Missing.HIDDEN: "hidden text",
    Missing.HIDDEN_COLUMNS: "hidden columns",
    Missing.HIDDEN_ROWS: "hidden rows",
    Missing.HIDDEN_SECTION: "a hidden section",
    Missing.HIDDEN_SHEET: "the hidden sheet “{name}”",
    Missing.HIDDEN_COLUMNS_OF_SHEET: "{count} hidden column{s} of the sheet “{name}”",
    Missing.HIDDEN_ROWS_OF_SHEET: "{count} hidden row{s} of the sheet “{name}”",
    Missing.HIDDEN_SLIDES: "{count} hidden slide{s}",
    Missing.STRUCK: "text that is struck out",
    Missing.TRACKED: "text that tracked changes deleted",
    Missing.MOVED: "what tracked changes delete or move away (what they insert is taken)",
    Missing.ASIDE: "an aside",
    Missing.CELLS: "cells beyond the columns of their table",
    Missing.CHOICES: "the choices of a form",
    Missing.COMMENTS: "comments",
    Missing.DEEP: "what stands more than {count} lists or quotations deep",
    Missing.FIELDS: "the fields of a form",
    Missing.NUMBERS: "numbers before paragraphs, of the kind “{name}”",
    Missing.NOTES: "notes that nothing in the text refers to",
    Missing.CHARTS: "{some}charts",
    Missing.EMBEDDED: "what is embedded from another program ({name})",
    Missing.FORMULAS: "formulas",
    Missing.PICTURES: "{some}pictures",
    Missing.VALUES: "{count} formulas without their values; open and save it once",
    Missing.LETTERS: "{count} damaged letters, shown as \ufffd",
    Missing.NAMELESS_SIGNS: "signs of the font without a name",
    Missing.SIGNS: "signs of the font {name}",
    Missing.UNKNOWN_SIGNS: "signs of an unknown font",
    Missing.ABSENT: "{name}, which the file does not hold",
    Missing.ATTACHED: "attached: {name}",
    Missing.BEHIND: "the page behind it: {why}",
    Missing.DAMAGED: "{name}, which is damaged: {why}",
    Missing.DAMAGED_PART: "a damaged part of the file, {name}",
    Missing.ENCRYPTED: "{name}, which is encrypted",
    Missing.FILE: "{name}",
    Missing.LISTED: "a chapter “{name}”, which the book lists only",
    Missing.OTHER_PART: "a part kept as another file",
    Missing.OUTSIDE: "{name}, which is outside the reading order",
    Missing.PART: "a part kept as {name}",
    Missing.BEYOND: "what lies beyond the edges of {pages}",
    Missing.COMMENTED: "comments on {pages}",
    Missing.DAMAGED_PAGES: "what is damaged of {pages}",
    Missing.ILLEGIBLE: "what is set on {pages} in fonts that do not say which letters they draw",
    Missing.PICTURED: "{pages}, of which there are only pictures",
    Missing.UNREADABLE: "{pages}, which cannot be read",
    Missing.UNSEEN: "what is covered or invisible on {pages}",
    Missing.SAID: "{name}",
}


def in_english(left: LeftOut) -> str:
    """A sentence, or rather a part of one, that says it."""
    return SENTENCES[left.kind].format(
        name=left.name,
        why=left.why,
        count=left.count,
        some=f"{left.count} " if left.count else "",
        pages=_pages(left),
        s=_s(left),
    )


def _pages(left: LeftOut) -> str:
    """The pages by number, of many the first."""
    numbers = ", ".join(map(str, left.pages))
    more = f" and {left.more} more" if left.more > 0 else ""
    return f"page{_s(left)} {numbers}{more}"


def _s(left: LeftOut) -> str:
    return "" if left.count == 1 else "s"
