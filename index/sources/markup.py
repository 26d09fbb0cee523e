"""The one walk over marked-up text: of pages, of chapters of books, of entries of feeds.

Everything that carries text is taken once, in order, in the block it stands in, or named as left
out. What a reader of the page cannot see is not text: scripts, styles, hidden elements.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from lxml import etree

from index.sources import inline
from index.sources.frames import Frame, frame_of, is_block, is_over_answer, says_its_note
from index.sources.hidden import leaves_a_gap
from index.sources.mathml import formula
from index.sources.numbered import numbers_of
from index.sources.numerals import repeats
from index.sources.preformatted import parts_of_pre
from index.sources.questions import by_lines
from index.sources.seen import Seen
from index.sources.tables import TABLE_PARTS, is_layout, row_of, rows_of, up_to_table
from index.sources.tree import name, page_tree
from index.sources.verse import is_verse
from index.sources.withdrawn import Left
from index.text import LeftOut, Part, ends_asking

# Inline elements whose letters are counted apart.
_COUNTED = {"b", "strong", "button"}
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_WIDE_SPACE = re.compile(r"[^\S\n]{2,}")
_BREAKS = re.compile(r"[^\S\n]*\n(?:[^\S\n]*\n)+\s*")


class Placed(NamedTuple):
    """A block, and the innermost element of the page that is one and holds it."""

    part: Part
    element: Any


def parts_of(root: Any) -> tuple[tuple[Part, ...], tuple[LeftOut, ...]]:
    """The blocks of all that is in the element, and what was left out, each thing once."""
    walk = Walk(root)
    return tuple(one.part for one in walk.found), told(walk.left_out)


def fragment(markup: str) -> tuple[tuple[Part, ...], tuple[LeftOut, ...]]:
    """The same of a piece of HTML; none of an empty one."""
    return parts_of(page_tree(f"<div>{markup}</div>")) if markup.strip() else ((), ())


def told(left_out: Iterable[Left]) -> tuple[LeftOut, ...]:
    """What was left out, each thing once."""
    return tuple(LeftOut(what) for what in dict.fromkeys(one.what for one in left_out) if what)


class Walk:
    """The blocks `found` in an element, and what was `left_out`, each in order."""

    def __init__(self, root: Any, seen: Seen | None = None) -> None:
        self.found: list[Placed] = []
        self.left_out: list[Left] = []
        self._seen = seen or Seen(root)
        self._frames = [Frame(root, "paragraph", 0)]
        self._counting: list[Any] = []
        self._text: list[str] = []
        self._numbers: dict[Any, str] = {}
        self._number = ""
        self._letters: Counter[str] = Counter()
        self._said: Counter[Any] = Counter()
        self._run(root)

    def _run(self, root: Any) -> None:
        events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in events:
            if event == "start":
                if self._begin(element, root):
                    events.skip_subtree()
                continue
            if event == "end":
                self._end(element)
            if element is not root:
                self._add(element.tail)
        self._flush()
        self.found = [one._replace(part=part) for one in self.found for part in by_lines(one.part)]

    def _begin(self, element: Any, root: Any) -> bool:
        """Begin the element; True if it is done with, all of it."""
        if element is not root and self._is_left(element):
            self._pass(element)
            return True
        if element is not root and self._take_whole(element):
            return True
        kind = name(element)
        if element is not root and is_block(element):
            self._flush()
            last = self.found[-1].part.kind if self.found else None
            self._frames.append(frame_of(element, self._frames, last))
            self._number = self._numbers.pop(element, self._number)
        if kind == "ol":
            self._numbers |= numbers_of(element)
        if kind in _COUNTED and element.get("aria-expanded") is None:
            self._counting.append(element)
        apart = self._seen.boxes.part(element) or says_its_note(element)
        self._add("“" if kind == "q" else " " if apart else None)
        self._add(element.text)
        return False

    def _is_left(self, element: Any) -> bool:
        """Whether it is no text, whatever it says; named if that was written to be read."""
        left = self._seen.left(element)
        if left and left.what and inline.plain(element):
            self.left_out.append(left)
        return left is not None

    def _pass(self, element: Any) -> None:
        """Keep apart, or together, what stands before and after an element that is left out."""
        if not self._seen.hidden(element):
            self._add(" ")
            if is_block(element):
                self._flush()
            return
        # A formula is written out for machines where its picture is shown.
        for found in element.xpath(".//*[local-name()='math']")[:1]:
            self._add(formula(found))
        self._add(" " if leaves_a_gap(element) else None)

    def _end(self, element: Any) -> None:
        if self._frames[-1].element is element and len(self._frames) > 1:
            self._flush()
            self._frames.pop()
            self._number = "" if name(element) == "li" else self._number
        if self._counting and self._counting[-1] is element:
            self._counting.pop()
        if name(element) == "q" and not self._is_left(element):
            self._add("”")

    def _take_whole(self, element: Any) -> bool:
        """Take what is read as one thing, or name it; False if it is to be walked."""
        kind = name(element)
        if kind == "br":
            self._text.append("\n")
        elif kind == "pre":
            self._place(element, parts_of_pre(element, self._is_left))
        elif kind == "svg":
            labels = element.xpath(".//*[local-name()='text' or local-name()='foreignObject']")
            self._place(element, [Part(inline.plain(label)) for label in labels])
            self._add(" ")
        elif kind == "table" and not is_layout(element):
            self._place(element, rows_of(element, self._line))
        elif kind == "tr" and name(element.getparent()) not in TABLE_PARTS:
            self._place(element, [row_of(element, self._line)])
        else:
            text = inline.as_text(element, "".join(self._text[-3:]))
            self._add(text)
            return text is not None
        return True

    def _line(self, cell: Any) -> str:
        """The text of a cell, in one line; none of one in a row that is left out."""
        if any(self._is_left(one) for one in (cell, *up_to_table(cell))):
            return ""
        inner = Walk(cell, self._seen)
        self.left_out += inner.left_out
        return " ".join(" ".join(one.part.text.split("\n")) for one in inner.found)

    def _place(self, element: Any, parts: Iterable[Part]) -> None:
        parts = [part for part in parts if part.text.strip()]
        if parts:
            self._flush()
            self.found += [Placed(part, element) for part in parts]

    def _add(self, text: str | None) -> None:
        if text:
            self._text.append(_SPACE.sub(" ", text))
            count = len(text.strip())
            self._letters["all"] += count
            for kind in {name(element) for element in self._counting}:
                self._letters["b" if kind == "strong" else kind] += count

    def _flush(self) -> None:
        """What was gathered becomes a block, or several where it has blank lines."""
        text, letters = "".join(self._text), self._letters
        self._text, self._letters = [], Counter()
        for piece in _BREAKS.split(text):
            lines = [_WIDE_SPACE.sub(" ", line).strip() for line in piece.split("\n")]
            lines = [line for line in lines if line]
            part = self._part(self._numbered(lines), letters) if lines else None
            if part:
                self.found.append(Placed(part, self._frames[-1].element))

    def _numbered(self, lines: list[str]) -> list[str]:
        """The lines of an item's first block with its number, unless they begin with it."""
        number, self._number = self._number, ""
        noted = any(frame.kind == "note" for frame in self._frames)
        own = noted or repeats(lines[0], number)
        return lines if own else [number + lines[0], *lines[1:]]

    def _part(self, lines: list[str], letters: "Counter[str]") -> Part | None:
        """The block that the lines are; None of a button that stands by itself."""
        frame = next(frame for frame in reversed(self._frames) if frame.kind)
        kind, text = frame.kind, "\n".join(lines)
        stressed = letters["all"] in {letters["b"], letters["button"]}
        inner = self._frames[-1].element
        asked = ends_asking(text) and is_over_answer(frame, inner, stressed=stressed)
        if kind == "question" or asked:
            return Part(" ".join(lines), "question")
        if kind == "heading":
            return Part(" ".join(lines), "heading", frame.level)
        if kind in {"paragraph", "item"} and letters["button"] == letters["all"]:
            return None
        if kind == "paragraph":
            return Part(text, "verse" if is_verse(lines) else "paragraph")
        deeper = self._deeper(frame.element) if kind == "item" else 0
        return Part(text, kind or "paragraph", frame.level + deeper)

    def _deeper(self, item: Any) -> int:
        """How much deeper a block of an item is for what its `li`, and those around, said before.

        Later blocks of one are below the first, and lists in it below those.
        """
        before = sum(self._said[frame.element] > 1 for frame in self._frames)
        if name(item) != "li":
            return before
        self._said[item] += 1
        return before + (self._said[item] == 2)
