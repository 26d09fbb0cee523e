"""A paragraph of a drawing (DrawingML, ECMA-376 part 1, 21.1): its words, in one line."""

from typing import Any

from index.sources.shifted import lowered, raised

_RUNS = {"r", "fld"}


def words(paragraph: Any) -> tuple[str, bool]:
    """What it says, and whether some of it was struck out, and so not taken."""
    text, struck = "", False
    for one in paragraph:
        kind = local(one)
        if kind == "br":
            text += "\n"
        elif kind in _RUNS:
            said = "".join(part.text or "" for part in one.iter("{*}t"))
            look = one.find("{*}rPr")
            place = 0 if look is None else int((look.get("baseline") or "0").rstrip("%") or 0)
            if look is not None and (look.get("strike") or "noStrike") != "noStrike":
                struck = struck or bool(said.strip())
            else:
                text += raised(said, text) if place > 0 else lowered(said) if place < 0 else said
        elif kind not in {"pPr", "endParaRPr"}:
            text += "".join(part.text or "" for part in one.iter("{*}t"))
    return text, struck


def local(element: Any) -> str:
    """Its name without the namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
