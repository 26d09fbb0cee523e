"""A verdict on pasted words as a message: each place, its differences struck and underlined."""

from collections.abc import Iterator

from telegram.constants import MessageEntityType as Kind

from bot.answering import LEFT_OUT, Quote
from bot.telegram.cutting import ROOM, units
from bot.telegram.messages import ChatText, Composer, add_source
from bot.telegram.texts import Texts, short
from bot.verifying import (
    Apart,
    Difference,
    Mark,
    Piece,
    Place,
    Verdict,
    Verified,
    What,
    pieces,
    sentence_around,
    whole_sentences,
)
from index.store import View

# So many places of a verdict fill a message; so many grave differences of a place are spelt out.
MOST_PLACES = 5
MOST_SPELT = 4
LONGEST_CHANGE = 60

_SAID = {
    Verdict.VERBATIM: "verify-verbatim",
    Verdict.ALMOST: "verify-almost",
    Verdict.ABSENT: "verify-absent",
}
_GRAVE = {
    What.NEGATION: "verify-negation",
    What.NUMBER: "verify-number",
    What.NAME: "verify-name",
}
_CHANGES = {"lost": "verify-lost", "added": "verify-added", "changed": "verify-changed"}
_APART = {
    Apart.CAPITALS: "verify-capitals",
    Apart.ACCENTS: "verify-accents",
    Apart.HYPHENS: "verify-hyphens",
    Apart.MARKS: "verify-marks",
    Apart.ELLIPSIS: "verify-ellipsis",
}
_ENTITIES = {Mark.SAME: Kind.BOLD, Mark.LOST: Kind.STRIKETHROUGH, Mark.ADDED: Kind.UNDERLINE}


def judged(found: Verified, view: View, say: Texts) -> ChatText:
    """The message of a verdict, as much of it as fits: the gravest differences stand first."""
    message = Composer()
    message.add(_verdict(found, say), Kind.BOLD)
    if found.quoted:
        message.add("\n").add(say("verify-quoted"), Kind.ITALIC)
    shown = found.places[:MOST_PLACES]
    if found.translation:
        message.add("\n").add(say("verify-translation"))
        shown = (found.translation,)
    for place in shown:
        _add_place(message, found, place, view, say, ROOM // len(shown))
    more = found.more + len(found.places[MOST_PLACES:])
    if more:
        message.add("\n").add(say("verify-more", count=more), Kind.ITALIC)
    return message.done()


def sentence_of(place: Place, view: View) -> Quote:
    """The sentences of a place as a quote that nobody asked for: what buttons are made of."""
    span = whole_sentences(view, place)
    return Quote(place.document, span, span, "")


def _verdict(found: Verified, say: Texts) -> str:
    key = _SAID.get(found.verdict)
    return say(key) if key else say("verify-stitched", count=len(found.places) + found.more)


def _add_place(
    message: Composer, found: Verified, place: Place, view: View, say: Texts, room: int
) -> None:
    """Grave differences, the words in their sentence, where they are from, what else is other."""
    for one in place.differences[:MOST_SPELT]:
        if one.what in _GRAVE:
            change = _change(one, found.paste, place, say)
            message.add("\n").add(say(_GRAVE[one.what], change=change))
    message.add("\n")
    start = message.length
    whole = list(pieces(found.paste, place, sentence_around(view, place)))
    for piece in _fitting(whole, room):
        if piece.mark is Mark.GAP:
            message.add(f" {LEFT_OUT} ")
        else:
            message.add(piece.text, _ENTITIES.get(piece.mark))
    message.mark(start, Kind.BLOCKQUOTE)
    add_source(message, Quote(place.document, place.span, place.span, ""), say, None)
    if place.apart:
        named = ", ".join(say(_APART[one]) for one in place.apart)
        message.add("\n").add(say("verify-apart", what=named), Kind.ITALIC)


def _change(one: Difference, paste: str, place: Place, say: Texts) -> str:
    stored = short(one.stored.of(place.document.text), LONGEST_CHANGE)
    words = {"stored": stored, "pasted": short(one.pasted.of(paste), LONGEST_CHANGE)}
    given = {"lost": ("stored",), "added": ("pasted",), "changed": ("stored", "pasted")}[one.kind]
    return say(_CHANGES[one.kind], **{name: words[name] for name in given})


def _fitting(whole: list[Piece], room: int) -> Iterator[Piece]:
    """As many pieces as fit; the last is cut, and a mark says so."""
    for piece in whole:
        if units(piece.text) > room:
            yield piece._replace(text=f"{short(piece.text, max(2, room // 2))} {LEFT_OUT}")
            return
        room -= units(piece.text)
        yield piece
