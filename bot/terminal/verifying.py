"""Verdicts on pasted words at a terminal: for people, and as JSON for programs."""

from collections.abc import Iterator
from typing import Any

from bot.answering import LEFT_OUT, text_fragment
from bot.terminal.page import BOLD, PLAIN
from bot.verifying import (
    Difference,
    Mark,
    Piece,
    Place,
    Verdict,
    Verified,
    What,
    placed,
)
from index.foreign import line, lines
from index.store import View
from index.text import heading_above

STRUCK, UNDERLINED = "\x1b[9m", "\x1b[4m"
VERDICTS = {
    Verdict.VERBATIM: "Word for word.",
    Verdict.ALMOST: "Almost, but not word for word.",
    Verdict.ABSENT: "Not in these texts.",
}
STITCHED = "Put together from {} places."
NOWHERE = "Not in these texts: “{}”"
MORE = "… and in {} more places, not shown."
MARKED_ONLY = "Compared: what stands between quotation marks, or above the source."
TRANSLATION = "It reads like a translation of:"
# Of the gravest differences: what was lost, added, changed.
SAID = {
    What.NEGATION: "a negation",
    What.NUMBER: "a number",
    What.NAME: "a name",
    What.WORDS: "words",
}


def render_verified(found: Verified, view: View, colour: bool) -> str:
    """What `verify` prints: the verdict, then each place with its differences and its source.

    Without `colour` words that are only in the text stand in [-…-], those only in the paste in
    {+…+}, as in wdiff.
    """
    said = VERDICTS.get(found.verdict) or STITCHED.format(len(found.places) + found.more)
    above = [said, *([MARKED_ONLY] if found.quoted else [])]
    shown = [_place(found.paste, place, view, colour) for place in found.places]
    if found.translation:
        shown = [f"{TRANSLATION}\n{_place(found.paste, found.translation, view, colour)}"]
    more = [MORE.format(found.more)] if found.more else []
    nowhere = [NOWHERE.format(line(span.of(found.paste))) for span in found.absent]
    return "\n\n".join([" ".join(above), *shown, *more, *nowhere])


def _place(paste: str, place: Place, view: View, colour: bool) -> str:
    words = "".join(_drawn(piece, colour) for piece in placed(view, paste, place))
    differing = [_said(one, paste, place) for one in place.differences]
    apart = [f"other: {', '.join(place.apart)}"] if place.apart else []
    return "\n".join([words, f"— {_source(place)}", *differing, *apart])


def _drawn(piece: Piece, colour: bool) -> str:
    text = lines(piece.text)
    if piece.mark is Mark.GAP:
        return f" {LEFT_OUT} "
    if not colour:
        return {Mark.LOST: f"[-{text}-]", Mark.ADDED: f"{{+{text}+}}"}.get(piece.mark, text)
    begin = {Mark.SAME: BOLD, Mark.LOST: STRUCK, Mark.ADDED: UNDERLINED}.get(piece.mark, "")
    return f"{begin}{text}{PLAIN}" if begin else text


def _said(one: Difference, paste: str, place: Place) -> str:
    stored, pasted = line(one.stored.of(place.document.text)), line(one.pasted.of(paste))
    words = {"lost": f"“{stored}”", "added": f"“{pasted}”", "changed": f"“{stored}” → “{pasted}”"}
    return f"{one.kind}, {SAID[one.what]}: {words[one.kind]}"


def _source(place: Place) -> str:
    document = place.document
    heading = line(heading_above(document, place.span.start))
    names = dict.fromkeys((heading, line(document.title or document.public_id)))
    url = document.public_url
    web = text_fragment(url, place.spans[0].of(document.text)) if url else ""
    return " · ".join(one for one in (*names, document.date or "", line(web)) if one)


def verified_as_json(found: Verified) -> dict[str, Any]:
    """The object of `verify --json`.

    `start`, `end` and those of differences count code points of the document's text, `pasted`
    those of the paste as it is compared, which is `paste`. A place of several stretches also has
    `spans`, and its `text` joins them with a line feed. `more` counts those not told.
    """
    like = found.translation
    return {
        "verdict": found.verdict,
        "paste": found.paste,
        "quoted": [[span.start, span.end] for span in found.quoted],
        "places": [_described(found.paste, place) for place in found.places],
        "more": found.more,
        "absent": [[span.start, span.end] for span in found.absent],
        "translation_of": _described(found.paste, like) if like else None,
    }


def _described(paste: str, place: Place) -> dict[str, Any]:
    document, span = place.document, place.span
    several = {"spans": [[s.start, s.end] for s in place.spans]} if len(place.spans) > 1 else {}
    return {
        "doc_id": document.public_id,
        "title": document.title,
        "date": document.date,
        "url": document.public_url,
        "start": span.start,
        "end": span.end,
        **several,
        "text": place.text,
        "pasted": [place.pasted.start, place.pasted.end],
        "differences": list(_differences(paste, place)),
        "apart": list(place.apart),
    }


def _differences(paste: str, place: Place) -> Iterator[dict[str, Any]]:
    for one in place.differences:
        yield {
            "kind": one.kind,
            "what": one.what,
            "text": one.stored.of(place.document.text),
            "pasted": one.pasted.of(paste),
            "start": one.stored.start,
            "end": one.stored.end,
            "pasted_start": one.pasted.start,
            "pasted_end": one.pasted.end,
        }
