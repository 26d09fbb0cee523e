"""Fields of a Word file: what they show is text, how they are worked out is not."""

from collections.abc import Collection, Iterable
from itertools import groupby
from typing import Any

from index.sources.eq_field import shown
from index.sources.word.package import child, is_on, local, value

# What says on which page one is: no text where it stands on every page.
OF_PAGES = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"})


class Fields:
    """The fields that are open at a place of a story; `unshown` names those not to be taken.

    A field of many runs begins, tells its instruction, separates, shows its result and ends; its
    instruction may hold fields too. Where beginnings and ends do not match, a field lasts to the
    end of its paragraph at most, and one that only begins there is none: what follows is text.
    """

    def __init__(self, story: Any, unshown: Collection[str] = ()) -> None:
        marks = list(story.iter("{*}fldChar"))
        kinds = [value(mark, "fldCharType") for mark in marks]
        self._sound = kinds.count("begin") == kinds.count("end")
        self._begun_only = frozenset() if self._sound else _begun_only(marks)
        self._unshown = unshown
        self._open: list[_Field] = []
        # Whether a field of `unshown` was met.
        self.hidden = False
        # Whether a formula was met that is not understood.
        self.lost = False

    @property
    def shown(self) -> bool:
        """Whether text at this place is read by who reads the page."""
        return all(one.shown for one in self._open)

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field."""
        if self._open:
            self._open[-1].instruction += text

    def mark(self, element: Any) -> str:
        """Begin, separate or end a field; at its end what it shows beside its text is returned."""
        kind = value(element, "fldCharType")
        if element in self._begun_only:
            return ""
        if kind == "begin":
            self._open.append(_Field(_entered(child(element, "ffData"))))
        elif kind == "separate" and self._open:
            if self._open[-1].separated and len(self._open) > 1:
                self._open.pop()  # which has no end: this is of the field around it
            self._open[-1].separated = True
            self._open[-1].shown = not self.hides(self._open[-1].instruction)
        elif kind == "end" and self._open:
            ended = self._open.pop()
            return "" if ended.said else ended.entered or self.formula(ended.instruction)
        return ""

    def formula(self, instruction: str) -> str:
        """What a field of this instruction shows if it is one that has no result."""
        text = shown(instruction)
        self.lost = self.lost or text is None
        return text or ""

    def say(self) -> None:
        """Note that the innermost field has text to show."""
        if self._open:
            self._open[-1].said = True

    def hides(self, instruction: str) -> bool:
        """Whether the result of a field is not to be taken."""
        hides = (instruction.split() or [""])[0].upper() in self._unshown
        self.hidden = self.hidden or hides
        return hides

    def end_paragraph(self) -> None:
        """Close what a damaged file left open."""
        if not self._sound:
            self._open.clear()


class _Field:
    def __init__(self, entered: str) -> None:
        self.entered = entered
        self.instruction = ""
        self.separated = self.shown = self.said = False


def _begun_only(marks: Iterable[Any]) -> frozenset[Any]:
    """The marks that begin what neither separates nor ends in their paragraph."""
    found: dict[Any, None] = {}
    for _, of_paragraph in groupby(marks, lambda mark: next(mark.iterancestors("{*}p"), None)):
        begun: list[Any] = []
        for mark in of_paragraph:
            kind = value(mark, "fldCharType")
            if kind == "begin":
                begun.append(mark)
                found[mark] = None
            elif kind == "separate" and begun:
                if begun[-1] not in found and len(begun) > 1:
                    begun.pop()
                found.pop(begun[-1], None)
            elif kind == "end" and begun:
                found.pop(begun.pop(), None)
    return frozenset(found)


def _entered(form: Any) -> str:
    """What a form's box or list shows, which no run of text holds."""
    for one in form if form is not None else ():
        if local(one.tag) == "checkBox":
            ticked = child(one, "checked")
            return "☒" if is_on(child(one, "default") if ticked is None else ticked) else "☐"
        if local(one.tag) == "ddList":
            chosen = value(child(one, "result")) or value(child(one, "default")) or "0"
            entries = [value(entry) for entry in one.iterfind("{*}listEntry")]
            place = int(chosen) if chosen.isdecimal() else 0
            return (entries[place] or "") if place < len(entries) else ""
    return ""
