"""Rich text (RTF 1.9.1): the paragraphs, rows and notes that a reader of its pages sees."""

import re

from index.errors import Trouble
from index.sources.eq_field import shown
from index.sources.loader import Extracted, File, Unreadable
from index.sources.naming import title_or_heading
from index.sources.office.rich_rows import Rows
from index.sources.office.rich_signs import signs
from index.sources.office.rich_state import (
    BREAKS,
    SIGNS,
    SYMBOLS,
    UNSAID,
    Group,
    charset_of,
    code_page,
    destination,
)
from index.sources.symbols import PRIVATE, sign
from index.text import LeftOut, Missing, Part

# Stands for the number of a page until what is at its edge is read whole.
_PAGE = "\0"
_COUNTS = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
# What begins an item whose sign is typed.
_MARKED = re.compile(r"(?:[•▪◦‣]|\d{1,3}[.)])\s+\S")
# So many pieces tell what a raised one stands after; each may be one letter.
_NEAR = 8
# What programs write for a bullet, whatever the font.
_BULLET = 0xF0B7
# Where a reader of the pages reads; the file's tables of fonts and lists are none.
_READ = {"page", "note", "edge", "box"}
_NO_FALLBACK = {"u", "uc", "bin"}
_HEADING = re.compile(r"(?:title|heading ([1-6]))")
# Groups in groups; a file that is written by a program has some dozens.
_DEEPEST = 500


def read(file: File) -> list[Extracted]:
    """The one document of a file; raises Unreadable where it is not RTF or has no end of depth."""
    walk = _Walk()
    for kind, word, number in signs(file.data):
        walk.take(kind, word, number)
    parts = walk.finished()
    title = title_or_heading(walk.about("title"), parts)
    return [Extracted(parts, title, left_out=tuple(walk.left_out))]


class _Walk:
    """One walk over the signs of a file; `left_out` keeps what it did not take, each once."""

    def __init__(self) -> None:
        self.left_out: dict[LeftOut, None] = {}
        self._group = Group()
        self._outer: list[Group] = []
        self._skip = 0
        self._code_page = "cp1252"
        self._charsets: dict[int, str] = {}
        self._fonts: dict[int, str] = {}
        # The levels of headings by style, the title's 1.
        self._levels: dict[int, int] = {}
        self._item = ""
        self._is_item = False
        # Of the field that is read: that it is the number of a page, that it is a formula.
        self._counted = self._said_already = False
        self._parts: list[Part] = []
        self._notes: list[Part] = []
        self._rows = Rows()
        # What is said so far in each place: the page, a note, the title.
        self._said: dict[str, list[str]] = {}

    def about(self, name: str) -> str | None:
        """What the file says of itself."""
        return "".join(self._said.get(name, ())).strip(" ;") or None

    def finished(self) -> tuple[Part, ...]:
        """All blocks; what stands at the edges of pages last."""
        while self._outer:  # of a file that is cut off
            self._close()
        self._flush()
        self._end_paragraph()
        self._end_row()
        lines = dict.fromkeys(self._taken("edge").split("\n"))
        # The number of the page is said in its stead; "Page" and it say nothing of the text.
        edges = (" ".join(one.replace(_PAGE, " ").split()) for one in lines
                 if not (_PAGE in one and len(one.split()) < 3))  # fmt: skip
        return (*self._parts, *(Part(one, "note") for one in edges if any(map(str.isalpha, one))))

    def take(self, kind: str, word: str, number: int | None) -> None:
        """Take one sign: a group's brace, a control word, bytes of letters."""
        if kind == "{":
            self._open()
        elif kind == "}":
            self._close()
        elif kind == "word":
            self._control(word, number)
        elif kind == "text":
            left, self._skip = word[self._skip :], max(self._skip - len(word), 0)
            self._group.bytes += left.encode("latin-1")

    def _open(self) -> None:
        self._flush()
        if len(self._outer) > _DEEPEST:
            raise Unreadable(f"more than {_DEEPEST} groups in each other", Trouble.DAMAGED)
        self._outer.append(self._group)
        self._group = self._group.inner()
        self._skip = 0

    def _close(self) -> None:
        self._flush()
        if not self._outer:
            return
        inner, self._group, self._skip = self._group, self._outer.pop(), 0
        if inner.place != self._group.place:
            self._leave(inner.place)
        elif inner.place == "styles":
            name = self._taken("styles").strip(" ;").lower()
            if found := _HEADING.fullmatch(name):
                self._levels[inner.style] = int(found[1] or 1)

    def _leave(self, place: str) -> None:
        """End what stands in a place of its own."""
        if place == "note":
            text = self._taken("note").strip()
            self._notes += [Part(text, "note")] if text else []
        elif place == "box":
            lines = [Part(line) for line in self._taken("box").split("\n") if line.strip()]
            within = "".join(self._said.get("page", ())).strip()
            (self._notes if within else self._parts).extend(lines)
        elif place == "edge":
            self._said.setdefault("edge", []).append("\n")
        elif place == "label":
            label = self._taken("label").strip()
            self._is_item, self._item = True, label if any(map(str.isalnum, label)) else ""
        elif place == "field":
            self._leave_instruction(self._taken("field"))

    def _leave_instruction(self, instruction: str) -> None:
        """Of a field: the number of a page is none of the text, a formula has no other."""
        self._counted = bool(_COUNTS.match(instruction))
        formula = shown(instruction)
        if formula is None:
            self.left_out[LeftOut(Missing.FORMULAS)] = None
        self._said_already = bool(formula)
        self._say(formula or "")

    def _control(self, word: str, number: int | None) -> None:
        """Take a control word: a letter, the end of something, or how letters look."""
        if self._skip and word not in _NO_FALLBACK:
            self._skip -= 1
            if word in SYMBOLS:
                return
        self._flush()
        if word == "u" and number is not None:
            self._say(self._sign(number & 0xFFFF))
            self._skip = self._group.fallback
        elif word in SYMBOLS:
            self._say(SYMBOLS[word])
        elif word in BREAKS:
            self._break(word)
        elif word == "fldrslt":
            if self._counted:
                self._say(_PAGE if self._group.place == "edge" else "")
            if self._counted or self._said_already:
                self._group.place = "nowhere"
        elif (place := destination(word, self._group)) is not None:
            self._enter(place)
        else:
            self._settle(word, number)

    def _settle(self, word: str, number: int | None) -> None:
        """What a word says of the file, its fonts and styles, a row, or of letters to come."""
        if page := code_page(word, number):
            self._code_page = page
        elif word == "fcharset" and self._group.place == "fonts":
            self._charsets[self._group.font] = charset_of(number or 0)
        elif word == "itap" and (number or 0) > 1:
            self._rows.hold(self._taken("page"))
        elif self._rows.define(word):
            pass
        elif word == "s" and number in self._levels:
            self._group.outline = self._levels[number] - 1
        else:
            self._group.look(word, number)

    def _enter(self, place: str) -> None:
        self._group.place = place
        if place == "remark":
            self.left_out[LeftOut(Missing.COMMENTS)] = None
        elif place == "picture":
            self.left_out[LeftOut(Missing.PICTURES)] = None
        elif place == "formula":
            self.left_out[LeftOut(Missing.FORMULAS)] = None

    def _flush(self) -> None:
        """Say the letters read so far, in the font's code page."""
        data, self._group.bytes = self._group.bytes, b""
        if data:
            page = self._charsets.get(self._group.font) or self._code_page
            if self._group.place == "fonts":
                page = self._code_page
            if page == SIGNS:
                self._say("".join(map(self._sign, (PRIVATE.start - 0x20 + one for one in data))))
                return
            try:
                self._say(data.decode(page, "replace"))
            except LookupError:  # a code page that Python has not
                self._say(data.decode("cp1252", "replace"))

    def _sign(self, code: int) -> str:
        """What a code says in the font of the letters; of a font of signs it may be none."""
        said = sign(self._fonts.get(self._group.font, "").split(";")[0], code)
        if said is None and code == _BULLET:
            return "•"
        if said is None and self._group.place in _READ:
            self.left_out[LeftOut(Missing.UNKNOWN_SIGNS)] = None
        return said or ""

    def _say(self, text: str) -> None:
        group = self._group
        if group.place == "fonts":
            self._fonts[group.font] = self._fonts.get(group.font, "") + text
        if group.place in UNSAID or not text:
            return
        if (why := group.withdrawn()) and group.place in _READ:
            self.left_out |= {LeftOut(why): None} if text.strip() else {}
            return
        said = self._said.setdefault(group.place, [])
        said.append(group.placed(text, "".join(said[-_NEAR:])) if group.shift else text)

    def _taken(self, place: str) -> str:
        """What was said in a place, which is said anew."""
        return "".join(self._said.pop(place, ()))

    def _break(self, word: str) -> None:
        if word == "nestrow":  # in a group of its own
            self._rows.end_inner_row()
        elif self._group.place != "page":
            self._say("\n")
        elif word == "nestcell":
            self._rows.end_inner_cell(self._taken("page"))
        elif word == "cell":
            self._rows.end_cell(self._taken("page"))
        elif word == "row":
            self._end_row()
        elif word == "line" or self._group.in_table:
            self._say("\n")
        else:
            self._end_row()  # that the file forgot to end
            self._end_paragraph()

    def _end_row(self) -> None:
        if row := self._rows.ended(self._parts[-1] if self._parts else None):
            self._parts += row
            self._take_notes()

    def _end_paragraph(self) -> None:
        text = self._taken("page").strip("\n")
        label, self._item = self._item, ""
        text = f"{label} {text}" if label else text
        level = self._group.outline
        if level is not None:
            self._parts.append(Part(" ".join(text.split()), "heading", min(level + 1, 6)))
        elif self._is_item or _MARKED.match(text):
            self._parts.append(Part(text, "item", self._group.depth + 1))
        else:
            self._parts.append(Part(text))
        self._is_item = False
        self._take_notes()

    def _take_notes(self) -> None:
        self._parts += self._notes
        self._notes = []
