"""What of a source could not be taken, in the language of who reads it.

The loaders say it in English, and so it is stored with the document; each of their forms is known
here. What is none of them is shown as it is: the name of a file, or what a newer loader says.
"""

import re

from bot.telegram.texts import Texts, Value, short
from index.text import Document

# So much of what was not taken is shown, in code points.
LONGEST = 1_000
_BETWEEN = "; "

_PLAIN = {
    "hidden text": "left-hidden",
    "text that is struck out": "left-struck",
    "text that tracked changes deleted": "left-tracked",
    "what tracked changes delete or move away (what they insert is taken)": "left-moved",
    "the choices of a form": "left-choices",
    "the fields of a form": "left-fields",
    "comments": "left-comments",
    "an aside": "left-aside",
    "notes that nothing in the text refers to": "left-notes",
    "cells beyond the columns of their table": "left-cells",
    "formulas": "left-formulas",
    "pictures": "left-pictures",
    "charts": "left-charts",
    "a chart": "left-charts",
    "a hidden section": "left-hidden-section",
    "hidden rows": "left-hidden-rows",
    "hidden columns": "left-hidden-columns",
    "signs of an unknown font": "left-unknown-signs",
    "signs of the font without a name": "left-unknown-signs",
    "a part kept as another file": "left-other-part",
}
_PAGES = r"pages? (?P<pages>[\d, ]+)(?: and (?P<more>\d+) more)?"
_FORMS = {
    re.compile(form, re.DOTALL): key
    for form, key in {
        r"signs of the font (?P<name>.+)": "left-signs",
        r"what is embedded from another program \((?P<name>.+)\)": "left-embedded",
        r"a part kept as (?P<name>.+)": "left-part",
        r"a damaged part of the file, (?P<name>.+)": "left-damaged-part",
        r"the hidden sheet “(?P<name>.*)”": "left-hidden-sheet",
        r"the page behind it: .+": "left-behind",
        r"a chapter “(?P<name>.*)”, which the book lists only": "left-listed",
        r"(?P<name>.+), which the file does not hold": "left-missing",
        r"(?P<name>.+), which is encrypted": "left-encrypted",
        r"(?P<name>.+), which is damaged: .*": "left-damaged",
        r"(?P<name>.+), which is outside the reading order": "left-outside",
        r"attached: (?P<name>.+)": "left-attached",
        rf"{_PAGES}, which cannot be read": "left-unreadable",
        rf"what is damaged of {_PAGES}": "left-damaged-pages",
        rf"{_PAGES}, of which there are only pictures": "left-pictured",
        rf"comments on {_PAGES}": "left-commented",
        rf"what lies beyond the edges of {_PAGES}": "left-beyond",
        rf"what is set on {_PAGES} in fonts that do not say which letters they draw": (
            "left-illegible"
        ),
        r"(?P<count>\d+) damaged letters, shown as (?P<sign>.)": "left-letters",
        r"(?P<count>\d+) formulas without their values; .+": "left-values",
        r"what stands more than (?P<count>\d+) lists or quotations deep": "left-deep",
        r"(?P<count>\d+) pictures": "left-some-pictures",
        r"(?P<count>\d+) charts": "left-some-charts",
        r"(?P<count>\d+) hidden slides?": "left-slides",
        r"(?P<count>\d+) hidden rows? of the sheet “(?P<name>.*)”": "left-rows",
        r"(?P<count>\d+) hidden columns? of the sheet “(?P<name>.*)”": "left-columns",
        r"(?P<count>\d+) of its (?P<entries>\d+) entries only tease .+": "left-teasers",
    }.items()
}


def left_out(document: Document, say: Texts) -> str:
    """A line with all that is not in the text of a document; "" where nothing is missing."""
    return line([of(what, say) for what in document.left_out], say) if document.left_out else ""


def line(missing: list[str], say: Texts) -> str:
    """What is missing, in one line of bounded length."""
    return say("understood-left-out", what=short(_BETWEEN.join(missing), LONGEST))


def of(what: str, say: Texts) -> str:
    """One thing that a loader says it left out."""
    if key := _PLAIN.get(what):
        return say(key)
    for form, key in _FORMS.items():
        if found := form.fullmatch(what):
            return say(key, **_values(found.groupdict(), say))
    return what


def _values(found: dict[str, str | None], say: Texts) -> dict[str, Value]:
    """What the loader says, as a sentence takes it: numbers as such, pages in one."""
    more, given = found.pop("more", None), {k: v for k, v in found.items() if v is not None}
    values: dict[str, Value] = {
        name: int(text) if name in {"count", "entries"} else text for name, text in given.items()
    }
    if numbers := given.get("pages"):
        rest = f" {say('and-more', count=int(more))}" if more else ""
        values["pages"] = say("left-pages", numbers=numbers) + rest
    return values
