"""Paragraphs of all pages become the blocks of a document."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from index.sources.pdf.hyphens import Joiner
from index.sources.pdf.lexicon import Lexicon
from index.sources.pdf.lines import Line
from index.sources.pdf.paragraphs import Paragraph, goes_on, has_bullet, is_item, paragraphs_of
from index.sources.pdf.rows import Row, Table
from index.sources.pdf.tables import stretches
from index.sources.verse import LONGEST_LINE, is_verse
from index.text import Kind, Part, ends_asking

# In sizes of the body's letters: headings are larger, notes smaller.
_LARGER, _SMALLER = 1.12, 0.93
# The same of what was read from a picture, where sizes are guesses.
_LARGER_UNSEEN = 1.4
# In sizes: items that begin nearer to each other are of one list.
_INDENT = 0.5
# In code points: a longer heading is text that is set large.
_LONGEST_HEADING = 200
_ENDS = (".", ",", ";", ":")


@dataclass(slots=True)
class _Block:
    kind: Kind
    lines: list[str]
    level: int = 0
    paragraph: Paragraph | None = None
    cells: list[list[str]] = field(default_factory=list)
    notes: list["_Block"] = field(default_factory=list)


class Blocks:
    """Takes columns in the order of reading and gives the blocks."""

    def __init__(self, body: float) -> None:
        self._body = body
        self._blocks: list[_Block] = []
        self._headings: set[tuple[float, bool]] = set()

    def add_column(self, lines: Sequence[Line]) -> None:
        """Take the lines of one column of a page."""
        found: list[Paragraph | Table] = []
        for stretch in stretches(lines):
            found += [stretch] if isinstance(stretch, Table) else paragraphs_of(stretch)
        notes = self._notes(found)
        for place, one in enumerate(found[: len(found) - len(notes)]):
            if isinstance(one, Table):
                self._blocks += map(_row, one.rows)
            else:
                self._add(one, first=place == 0)
        self._add_notes(notes)

    def parts(self, asides: Iterable[str]) -> Iterator[Part]:
        """The blocks; `asides` are texts that stand beside the page's own, taken at the end."""
        lines = [line for block in self._blocks for line in block.lines]
        joiner = Joiner(lines, Lexicon("\n".join(lines)))
        levels = _levels(self._headings)
        for block in _with_lines(self._blocks):
            for one in (block, *block.notes):
                yield _part(one, joiner, levels)
        for text in asides:
            yield Part(text, "note")

    def _add(self, paragraph: Paragraph, *, first: bool) -> None:
        last = next((one for one in reversed(self._blocks) if one.kind != "note"), None)
        if first and last and last.paragraph and goes_on(last.paragraph, paragraph):
            last.lines += [line.text for line in paragraph.lines]
            last.paragraph = replace(paragraph, lines=last.paragraph.lines + paragraph.lines)
            return
        block = self._block(paragraph)
        if last and block.kind == "heading" == last.kind and self._is_one_heading(last, paragraph):
            last.lines += block.lines
        else:
            self._blocks.append(block)

    def _is_one_heading(self, above: _Block, paragraph: Paragraph) -> bool:
        """Whether a heading of several lines goes on."""
        if above.paragraph is None or above is not self._blocks[-1]:
            return False
        last, first = above.paragraph.lines[-1], paragraph.lines[0]
        same = round(last.size) == round(first.size) and last.bold == first.bold
        return same and 0 < last.base - first.base < 1.5 * first.size

    def _block(self, paragraph: Paragraph) -> _Block:
        lines = [line.text for line in paragraph.lines]
        if all(line.leads for line in paragraph.lines):
            return _Block("item", lines, 1, paragraph)
        if all(line.fixed for line in paragraph.lines):
            return _Block("code", lines, 0, paragraph)
        if has_bullet(paragraph.lines[0]):
            return _Block("item", lines, self._depth(paragraph), paragraph)
        if self._is_heading(paragraph):
            self._headings.add((round(paragraph.size), paragraph.bold))
            return _Block("heading", lines, 0, paragraph)
        if is_item(paragraph.lines[0]):
            return _Block("item", lines, self._depth(paragraph), paragraph)
        return _Block("paragraph", lines, 0, paragraph)

    def _depth(self, paragraph: Paragraph) -> int:
        """How deep an item stands in others: those right above it that begin further left."""
        left = paragraph.lines[0].left
        for block in reversed(self._blocks):
            if block.kind != "item" or block.paragraph is None:
                break
            outer = block.paragraph.lines[0].left
            if abs(outer - left) < _INDENT * paragraph.size:
                return block.level
            if outer < left:
                return block.level + 1
        return 1

    def _is_heading(self, paragraph: Paragraph) -> bool:
        text = paragraph.text
        if len(text) > _LONGEST_HEADING or not any(one.isalpha() for one in text):
            return False
        larger = _LARGER if paragraph.lines[0].seen else _LARGER_UNSEEN
        if paragraph.size > larger * self._body:
            return not text.endswith(_ENDS) or len(text) < 60
        few = len(paragraph.lines) < 3 and not text.endswith(_ENDS)
        return paragraph.bold and few and paragraph.size > 0.95 * self._body

    def _notes(self, found: Sequence[Paragraph | Table]) -> list[Paragraph]:
        """The notes at the foot of a column, which small letters and their marks tell."""
        notes: list[Paragraph] = []
        for one in reversed(found):
            if isinstance(one, Table) or one.size > _SMALLER * self._body:
                break
            notes.insert(0, one)
        above = found[-len(notes) - 1] if len(notes) < len(found) else None
        if isinstance(above, Paragraph) and above.open and notes:
            # What stands in the middle of a sentence is none of it, marked or not.
            return notes
        while notes and not _is_marked(notes[0]):
            notes.pop(0)
        return notes if above else []

    def _add_notes(self, notes: Sequence[Paragraph]) -> None:
        """Put notes after the paragraph they stand below, which may go on after them."""
        for note in notes:
            block = _Block("note", [line.text for line in note.lines])
            if self._blocks:
                self._blocks[-1].notes.append(block)
            else:
                self._blocks.append(block)


def body_size(columns: Iterable[Sequence[Line]]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for lines in columns:
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_marked(paragraph: Paragraph) -> bool:
    first = paragraph.text[:4].split(" ")[0].rstrip(".)")
    return first.isdigit() or first in {"*", "**", "†", "‡", "§"}


def _levels(headings: set[tuple[float, bool]]) -> dict[tuple[float, bool], int]:
    """The level of each look of a heading: the larger, the higher."""
    ordered = sorted(headings, key=lambda look: (-look[0], not look[1]))
    return {look: min(place, 6) for place, look in enumerate(ordered, start=1)}


def _with_lines(blocks: Iterable[_Block]) -> Iterator[_Block]:
    """The blocks; lines of code, or short lines, that follow each other without room are one."""
    run: list[_Block] = []
    for block in blocks:
        if run and not _belongs(run, block):
            yield from _run(run)
            run = []
        if _is_line(block):
            run.append(block)
        else:
            yield block
    yield from _run(run)


def _is_line(block: _Block) -> bool:
    if block.kind == "code":
        return True
    short = len(block.lines) == 1 and len(block.lines[0]) <= LONGEST_LINE
    return block.kind == "paragraph" and short


def _belongs(run: list[_Block], block: _Block) -> bool:
    """Whether a block is the next line of a run; blank lines do not part code."""
    if block.kind != run[0].kind or not _is_line(block):
        return False
    return block.kind == "code" or (block.paragraph is not None and not block.paragraph.apart)


def _run(blocks: list[_Block]) -> list[_Block]:
    lines = [line for block in blocks for line in block.lines]
    notes = [note for block in blocks for note in block.notes]
    if blocks and blocks[0].kind == "code":
        return [_Block("code", lines, notes=notes)]
    return [_Block("verse", lines, notes=notes)] if is_verse(lines) else blocks


def _row(row: Row) -> _Block:
    lines = [line for cell in row.cells for line in cell]
    if row.counted:
        return _Block("item", lines, 1)
    while row.cells and not row.cells[-1]:
        row.cells.pop()
    return _Block("row", lines, row.level, cells=row.cells)


def _part(block: _Block, joiner: Joiner, levels: dict[tuple[float, bool], int]) -> Part:
    if block.kind in {"code", "verse"}:
        return Part("\n".join(block.lines), block.kind)
    if block.cells:
        cells = (joiner.joined(cell) for cell in block.cells)
        return Part(" | ".join(cells), block.kind, block.level)
    text = joiner.joined(block.lines)
    if block.kind == "heading" and block.paragraph:
        level = levels[round(block.paragraph.size), block.paragraph.bold]
        if level > 1 and ends_asking(text):
            return Part(text, "question")
        return Part(text, "heading", level)
    return Part(text, block.kind, block.level)
