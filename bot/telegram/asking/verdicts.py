"""A verdict on pasted words as a message: each place, its differences struck and underlined."""

from telegram.constants import MessageEntityType as Kind

from bot.answering import LEFT_OUT, Quote
from bot.telegram.asking.marking import add_marked
from bot.telegram.composing import ChatText, Composer
from bot.telegram.cutting import ROOM, units
from bot.telegram.source_line import add_source, source_of
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
    placed,
    whole_sentences,
)
from index.store import View
from index.text import heading_above

# So many places of a verdict fill a message; so many grave differences of a place are spelt out.
MOST_PLACES = 5
MOST_SPELT = 4
LONGEST_CHANGE = 60
# Of words that are only in the text, or only in the paste, so many code points at each end are
# shown: those beside the words that are in both.
_MOST_AT_END = 150
# Entities of a place beside its words: that they are a quotation, the link, what else is other.
_BESIDE = 3

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


def verdict_text(found: Verified, view: View, say: Texts) -> ChatText:
    """The message of a verdict, as much of it as fits: the gravest differences stand first."""
    message = _head(found, say)
    shown = (found.translation,) if found.translation else found.places[:MOST_PLACES]
    hidden = found.more + len(found.places[MOST_PLACES:])
    below = units(say("verify-more", count=hidden + len(shown))) + 1
    for number, place in enumerate(shown):
        left = len(shown) - number
        room, most = (message.room - below) // left, (message.marks - 1) // left
        text = _place(found, place, view, say, room, most)
        if units(text.text) > message.room - below:
            hidden += left
            break
        message.put(text)
    if hidden:
        message.add("\n").add(say("verify-more", count=hidden), Kind.ITALIC)
    return message.done()


def sentence_of(place: Place, view: View) -> Quote:
    """The sentences of a place as a quote that nobody asked for: what buttons are made of."""
    span = whole_sentences(view, place)
    return Quote(place.document, span, span, "")


def _verdict(found: Verified, say: Texts) -> str:
    key = _SAID.get(found.verdict)
    return say(key) if key else say("verify-stitched", count=len(found.places) + found.more)


def _head(found: Verified, say: Texts) -> Composer:
    """The verdict, and what stands nowhere."""
    message = Composer().add(_verdict(found, say), Kind.BOLD)
    if found.quoted:
        message.add("\n").add(say("verify-quoted"), Kind.ITALIC)
    for span in found.absent[:MOST_SPELT]:
        words = short(span.of(found.paste), LONGEST_CHANGE)
        message.add("\n").add(say("verify-nowhere", pasted=words))
    if len(found.absent) > MOST_SPELT:
        message.add(f"\n{LEFT_OUT}")
    if found.translation:
        message.add("\n").add(say("verify-translation"))
    return message


def _place(
    found: Verified, place: Place, view: View, say: Texts, room: int, most: int
) -> ChatText:
    """Grave differences, the words in their sentence, where they are from, what else is other.

    It fills about `room` units at most, and is at most `most` entities.
    """
    heading = heading_above(place.document, place.span.start)
    quote = Quote(place.document, place.span, place.span, heading)
    apart = ", ".join(say(_APART[one]) for one in place.apart)
    below = [source_of(quote, say), *([say("verify-apart", what=apart)] if apart else [])]
    message = Composer()
    _add_grave(message, found, place, say, room // 2)
    message.add("\n")
    start = message.length
    left = min(ROOM, room - start - sum(units(line) + 1 for line in below))
    words = placed(view, found.paste, place)
    add_marked(message, map(_marked, words), left, most - _BESIDE)
    message.mark(start, Kind.BLOCKQUOTE)
    add_source(message, quote, say, None)
    if apart:
        message.add("\n").add(below[-1], Kind.ITALIC)
    return message.done()


def _add_grave(message: Composer, found: Verified, place: Place, say: Texts, room: int) -> None:
    """What is worst, in a line each; a mark says that there is more than has room."""
    for one in place.differences[:MOST_SPELT]:
        if one.what in _GRAVE:
            line = say(_GRAVE[one.what], change=_change(one, found.paste, place, say))
            if message.length + units(line) > room:
                message.add(f"\n{LEFT_OUT}")
                return
            message.add(f"\n{line}")


def _change(one: Difference, paste: str, place: Place, say: Texts) -> str:
    stored = short(one.stored.of(place.document.text), LONGEST_CHANGE)
    words = {"stored": stored, "pasted": short(one.pasted.of(paste), LONGEST_CHANGE)}
    given = {"lost": ("stored",), "added": ("pasted",), "changed": ("stored", "pasted")}[one.kind]
    return say(_CHANGES[one.kind], **{name: words[name] for name in given})


def _marked(piece: Piece) -> tuple[str, str | None]:
    """A piece with the kind of its entity."""
    if piece.mark is Mark.GAP:
        return f" {LEFT_OUT} ", None
    differs = piece.mark in (Mark.LOST, Mark.ADDED)
    return _ends(piece.text) if differs else piece.text, _ENTITIES.get(piece.mark)


def _ends(text: str) -> str:
    """A text, or its first and last words with a mark for those between."""
    if len(text) <= 2 * _MOST_AT_END:
        return text
    begin, end = text[:_MOST_AT_END], text[-_MOST_AT_END:]
    return f"{begin.rpartition(' ')[0] or begin} {LEFT_OUT} {end.partition(' ')[2] or end}"
