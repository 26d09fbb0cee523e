"""One walk over a flow of text in a Word file: its body, a cell, a note, a box, a header.

Everything in it that carries text is taken once, in order, or named as left out; what the walk has
no word for is walked through, so that what stands inside is not lost.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from index.sources.shifted import lowered, raised
from index.sources.verse import is_verse
from index.sources.word.elements import PICTURE, TAKEN
from index.sources.word.fields import Fields
from index.sources.word.numbering import Numbering
from index.sources.word.package import Package, Related, child, is_on, local, value
from index.sources.word.styles import Styles
from index.sources.word.tables import parts_of_table
from index.text import LeftOut, Missing, Part, ends_asking

# Elements that say how something looks, and those whose text is no text of the page.
_UNREAD = {"delText", "delInstrText", "fldData", "proofErr", "sectPr", "binData"}
_GONE = {"del", "moveFrom"}
# What of a run says that it is none of the page.
_WITHDRAWN = {"vanish": Missing.HIDDEN, "strike": Missing.STRUCK, "dstrike": Missing.STRUCK}
_BULLET = re.compile(r"[•▪◦‣●○■□▫–—➢➔✓·-][ \t]\s*\S")
_BETWEEN_WORDS = re.compile(rf"(?<=\w){PICTURE}+(?=\w)")
# A heading longer than this, in code points, is text that somebody set large.
_LONGEST_HEADING = 250
# A longer line in the style of code is prose that was pasted.
_LONGEST_CODE = 150

Note = tuple[Any, dict[str, Related]]


@dataclass
class Surroundings:
    """What all stories of a file share; `left_out` keeps each thing once, in order."""

    package: Package
    styles: Styles
    notes: dict[tuple[str, str | None], Note] = field(default_factory=dict)
    left_out: dict[LeftOut, None] = field(default_factory=dict)
    read_other: Callable[[str], list[Part]] = lambda path: []

    def __post_init__(self) -> None:
        self._numbering = Numbering(self.package, self.leave)

    def number(self, properties: Any) -> str:
        """What stands before a paragraph of these properties, which is counted by that."""
        listed = self.styles.listed(properties)
        return self._numbering.next(listed[0], min(listed[1] or 0, 8)) if listed else ""

    def leave(self, what: LeftOut) -> None:
        """Name something that is not taken."""
        self.left_out[what] = None


class Story:
    """The blocks of what is inside an element, as `parts`.

    `relations` are those of the part that it stands in; `unshown` the fields not to be taken.
    """

    def __init__(
        self,
        element: Any,
        around: Surroundings,
        relations: dict[str, Related],
        unshown: Collection[str] = (),
    ) -> None:
        self.parts: list[Part] = []
        self.around = around
        self.relations = relations
        self.fields = Fields(element, unshown)
        self._unshown = unshown
        self._text: list[str] = []
        self._after: list[Part] = []
        self._paragraph: Any = None
        self.walk(element)
        self.flush()

    def walk(self, element: Any) -> None:
        """Take what is inside."""
        for one in element:
            kind = local(one.tag)
            if kind == "p":
                self._take_paragraph(one)
            elif kind == "r":
                self._take_run(one)
            elif kind == "tbl":
                self._take_table(one)
            elif kind in _GONE:
                self.leave_tracked()
            elif take := TAKEN.get(kind):
                take(self, one)
            elif kind and kind not in _UNREAD and not kind.endswith(("Pr", "PrChange")):
                if kind in {"ins", "moveTo"}:
                    self.leave_tracked()
                self.walk(one)

    def add(self, text: str | None) -> None:
        """Take text of a line."""
        if text and self.fields.shown:
            self.fields.say()
            self._text.append(text)

    def add_after(self, parts: list[Part]) -> None:
        """Take blocks that belong to the paragraph."""
        self._after += [part for part in parts if part.text.strip()]

    def inner(self, element: Any) -> list[Part]:
        """The blocks of a story inside this one."""
        return Story(element, self.around, self.relations, self._unshown).parts

    def note(self, key: tuple[str, str | None]) -> list[Part]:
        """The note that a mark refers to, the first time it does."""
        if (found := self.around.notes.pop(key, None)) is None:
            return []
        texts = [part.text for part in Story(found[0], self.around, found[1]).parts]
        return [Part("\n".join(texts), "note")]

    def leave_tracked(self) -> None:
        """Say that the file has tracked changes."""
        self.around.leave(LeftOut(Missing.MOVED))

    @property
    def size(self) -> int:
        """How much was taken; more of it says that something was."""
        said = sum(text != PICTURE for text in self._text)
        return len(self.parts) + said + len(self._after)

    def flush(self) -> None:
        """What was gathered becomes a block, and what belongs to it follows."""
        text = _BETWEEN_WORDS.sub(" ", "".join(self._text)).replace(PICTURE, "")
        # "Page 3 of 7" without its numbers says nothing.
        if text.strip() and not (self.fields.hidden and len(text.split()) < 4):
            self.parts.append(self._part(text))
        self.parts += self._after
        self._text, self._after, self.fields.hidden = [], [], False

    def _take_paragraph(self, element: Any) -> None:
        self._paragraph = child(element, "pPr")
        self.walk(element)
        self.fields.end_paragraph()
        ends = child(self._paragraph, "rPr")
        if any(child(ends, gone) is not None for gone in _GONE):
            # Its end was deleted: it goes on in the next.
            self.leave_tracked()
            self.add(" ")
        elif not _is_initial(self._paragraph):
            if not "".join(self._text).replace(PICTURE, "").strip():
                self._count(element, ends)
            self.flush()

    def _count(self, paragraph: Any, ends: Any) -> None:
        """Count one without words, if it is seen; in a cell its number is what stands there."""
        if is_on(child(ends, "vanish")):
            return
        number = self.around.number(self._paragraph).strip()
        if number and local(paragraph.getparent().tag) == "tc":
            self.parts.append(Part(number))

    def _take_table(self, element: Any) -> None:
        self.flush()
        if self.fields.shown:
            self.parts += parts_of_table(element, self)

    def _take_run(self, element: Any) -> None:
        properties = child(element, "rPr")
        texts, after = len(self._text), len(self._after)
        self.walk(element)
        text = "".join(self._text[texts:])
        if why := self._withdrawn(properties):
            if text.strip() or self._after[after:]:
                self.around.leave(LeftOut(why))
            del self._text[texts:], self._after[after:]
        elif (place := value(child(properties, "vertAlign"))) == "superscript":
            self._text[texts:] = [raised(text, "".join(self._text[max(texts - 4, 0) : texts]))]
        elif place == "subscript":
            self._text[texts:] = [lowered(text)]

    def _withdrawn(self, properties: Any) -> Missing | None:
        """Why the text of a run is none of the page; None if it is."""
        for switch, why in _WITHDRAWN.items():
            if self.around.styles.run(properties, switch, self._paragraph):
                return why
        return None

    def _part(self, text: str) -> Part:
        properties, styles = self._paragraph, self.around.styles
        if styles.is_code(properties) and max(map(len, text.split("\n"))) <= _LONGEST_CODE:
            return Part(text, "code")
        lines = [line for line in (" ".join(one.split()) for one in text.split("\n")) if line]
        number = self.around.number(properties)
        lines[:1] = [number + line for line in lines[:1]]
        level = styles.heading(properties)
        if level and len(text) <= _LONGEST_HEADING:
            asks = level > 1 and ends_asking(lines[-1])
            return Part(" ".join(lines), "question" if asks else "heading", 0 if asks else level)
        if depth := styles.item(properties) or int(bool(_BULLET.match(text.lstrip()))):
            return Part("\n".join(lines), "item", depth)
        return Part("\n".join(lines), "verse" if is_verse(lines) else "paragraph")


def _is_initial(properties: Any) -> bool:
    """Whether a paragraph is only the first letters of the next, set large beside it."""
    return (value(child(properties, "framePr"), "dropCap") or "none") != "none"
