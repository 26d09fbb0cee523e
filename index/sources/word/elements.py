"""Elements of WordprocessingML and its neighbours, and what each says to who reads the page."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from index.sources.office.drawn import words
from index.sources.omml import formula
from index.sources.symbols import has_private, written
from index.sources.word.package import child, local, value
from index.text import LeftOut, Missing, Part

if TYPE_CHECKING:
    from index.sources.word.story import Story

# Where a picture stands in a line (OBJECT REPLACEMENT CHARACTER): it parts the words beside it.
PICTURE = "\ufffc"
_NOTED = {"footnoteReference", "endnoteReference"}
_FONTS = ("ascii", "hAnsi", "cs", "eastAsia")


def _text(story: "Story", element: Any) -> None:
    text = element.text or ""
    before = element.getprevious()
    if before is not None and local(before.tag) in _NOTED and _has_own_mark(before):
        return  # the mark of a note, which follows its paragraph
    if has_private(text):
        fonts = child(element.getparent(), "rPr", "rFonts")
        font = next((name for key in _FONTS if (name := value(fonts, key))), "")
        _signs(story, font, [ord(one) for one in text])
    else:
        story.add(text)


def _has_own_mark(reference: Any) -> bool:
    return (value(reference, "customMarkFollows") or "0") not in {"0", "false", "off"}


def _sign(story: "Story", element: Any) -> None:
    _signs(story, value(element, "font") or "", [int(value(element, "char") or "20", 16)])


def _signs(story: "Story", font: str, codes: list[int]) -> None:
    text, known = written(font, codes)
    if not known:
        signs = LeftOut(Missing.SIGNS, font) if font else LeftOut(Missing.NAMELESS_SIGNS)
        story.around.leave(signs)
    story.add(text)


def _mark_of_field(story: "Story", element: Any) -> None:
    _add_of_field(story, story.fields.mark(element))


def _add_of_field(story: "Story", text: str) -> None:
    story.add(text)
    if story.fields.lost:
        story.around.leave(LeftOut(Missing.FORMULAS))


def _instruction(story: "Story", element: Any) -> None:
    story.fields.instruct(element.text or "")


def _field(story: "Story", element: Any) -> None:
    instruction, before = value(element, "instr") or "", story.size
    if story.fields.hides(instruction):
        return
    story.walk(element)
    if story.size == before:
        _add_of_field(story, story.fields.formula(instruction))


def _note(story: "Story", element: Any) -> None:
    kind = local(element.tag).removesuffix("Reference")
    story.add_after(story.note((kind, value(element, "id"))))


def _box(story: "Story", element: Any) -> None:
    story.add_after(story.inner(element))


def _alternatives(story: "Story", element: Any) -> None:
    """The first way of saying it that has text, lest a box be read twice."""
    before = story.size
    for one in element:
        story.walk(one)
        if story.size > before:
            return


def _drawn(story: "Story", element: Any) -> None:
    """Text of a drawing (DrawingML), which has paragraphs of its own kind."""
    for paragraph in element.iterfind(".//{*}p"):
        text, struck = words(paragraph)
        story.add_after([Part(text)])
        if struck:
            story.around.leave(LeftOut(Missing.STRUCK))


def _picture(story: "Story", element: Any) -> None:
    """What stands in the line like a letter; the text in it, if there is some, has a block."""
    if "position:absolute" not in (element.get("style") or ""):
        story.add(PICTURE)
    story.walk(element)


def _formula(story: "Story", element: Any) -> None:
    story.add(formula(element))


def _ruby(story: "Story", element: Any) -> None:
    """The characters, then in brackets how they are read."""
    base = element.find("{*}rubyBase")
    if base is not None:
        story.walk(base)
    reading = "".join(one.text or "" for one in element.iterfind("{*}rt//{*}t")).strip()
    story.add(f"({reading})" if reading else "")


def _art(story: "Story", element: Any) -> None:
    story.add_after([Part(element.get("string") or "")])


def _object(story: "Story", element: Any) -> None:
    program = (element.get("ProgID") or "object").split(".")[0]
    story.around.leave(LeftOut(Missing.EMBEDDED, program))


def _chart(story: "Story", element: Any) -> None:
    story.around.leave(LeftOut(Missing.CHARTS))


def _comment(story: "Story", element: Any) -> None:
    story.around.leave(LeftOut(Missing.COMMENTS))


def _diagram(story: "Story", element: Any) -> None:
    paths = {one.path for one in _related(story, element) if one.kind == "diagramData"}
    for path, root in story.around.package.others("diagramData"):
        if path in paths:
            _drawn(story, root)


def _other(story: "Story", element: Any) -> None:
    """A document of its own, to be shown in this place."""
    story.flush()
    for one in _related(story, element):
        story.parts += story.around.read_other(one.path)


def _related(story: "Story", element: Any) -> list[Any]:
    """What the element's attributes refer to."""
    return [one for key in element.attrib.values() if (one := story.relations.get(key))]


def _says(text: str) -> Callable[["Story", Any], None]:
    return lambda story, element: story.add(text)


TAKEN: dict[str, Callable[["Story", Any], None]] = {
    "t": _text,
    "sym": _sign,
    "br": _says("\n"),
    "cr": _says("\n"),
    "tab": _says("\t"),
    "ptab": _says("\t"),
    "noBreakHyphen": _says("-"),
    "fldChar": _mark_of_field,
    "instrText": _instruction,
    "fldSimple": _field,
    "footnoteReference": _note,
    "endnoteReference": _note,
    "inline": _picture,
    "shape": _picture,
    "txbxContent": _box,
    "AlternateContent": _alternatives,
    "txBody": _drawn,
    "oMath": _formula,
    "ruby": _ruby,
    "textpath": _art,
    "OLEObject": _object,
    "chart": _chart,
    "relIds": _diagram,
    "altChunk": _other,
    "subDoc": _other,
    "commentReference": _comment,
}
