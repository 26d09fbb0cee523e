"""Where a quote of before stands now: in its place, or wherever its words have moved to."""

from contextlib import closing

from bot.answering import QuestionAnswering, Quote
from bot.telegram.asking.places import quote_at, quote_in
from bot.telegram.buttons import Place
from index.errors import VerbatimError
from index.store import Library


def quote_now(at: Place, answering: QuestionAnswering, words: str = "") -> Quote | None:
    """The quote of a place, in the text as it is now; None if its words are in it no more.

    `words` are those that its message shows; "" for what was posted elsewhere, and for links: then
    the generation that the place is of tells them, as long as it is kept.
    """
    view = answering.view
    if quote := quote_at(at, view):
        return quote
    words = words or _words_then(at, answering.library)
    found = answering.find(words) if words else None
    return quote_in(*found, view) if found else None


def _words_then(at: Place, library: Library) -> str:
    try:
        with closing(library.open(at.generation)) as view:
            quote = quote_at(at, view)
    except VerbatimError:  # pruned, or never there: anybody can write a link
        return ""
    return quote.span.of(quote.document.text) if quote else ""
