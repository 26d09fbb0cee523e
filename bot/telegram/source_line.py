"""The line that says where a quote is from: heading, title, date, and where that leads."""

import unicodedata

from telegram.constants import MessageEntityType as Kind

from bot.answering import Quote, is_web, names_of, text_fragment
from bot.telegram.composing import Composer, brief
from bot.telegram.texts import Texts

# Heading, title, and those of two more documents with the same words.
MOST_NAMES = 4
# Around what may be written from right to left in a line that is not, or the other way round
# (Unicode, UAX 9); and what makes a line begin at the right or left.
_ISOLATE, _ISOLATED = "\u2068", "\u2069"
_RIGHT, _LEFT = "\u200f", "\u200e"
# A date stays in one line.
_UNBROKEN = "\u00a0"


def add_source(message: Composer, quote: Quote, say: Texts, link: str | None) -> None:
    """The line that says where a quote is from, as a link to the exact sentence."""
    document = quote.document
    if (url := document.public_url) and is_web(url):
        link = text_fragment(url, quote.span.of(document.text))
    message.add("\n").add(source_of(quote, say), Kind.TEXT_LINK if link else None, link)


def source_of(quote: Quote, say: Texts) -> str:
    """Heading, title, date, and language where it differs, in one line."""
    document = quote.document
    date = say.date(document.date or "")
    foreign = document.language and document.language.partition("-")[0] != say.language
    named = (
        *names_of(quote)[:MOST_NAMES],
        date,
        say("quote-language", language=say.language_name(document.language or ""))
        if foreign
        else "",
    )
    parts = [part for one in dict.fromkeys(named) if (part := brief(one))]
    parts = parts or [brief(document.title or document.public_id)]
    if date != document.date:  # which is a day, and no words of who wrote it
        parts = [one.replace(" ", _UNBROKEN) if one == date else one for one in parts]
    return _in_line(parts, say)


def _in_line(parts: list[str], say: Texts) -> str:
    """The parts in one line, each readable where some are written from right to left."""
    ways = {unicodedata.bidirectional(letter) for part in parts for letter in part}
    if "L" not in ways or not ways & {"R", "AL"}:
        return " · ".join(parts)
    begin = _RIGHT if say.right_to_left else _LEFT
    return begin + " · ".join(f"{_ISOLATE}{part}{_ISOLATED}" for part in parts)
