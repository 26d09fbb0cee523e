"""Where a quote of before stands now: in its place, or wherever its words have moved to."""

from contextlib import closing

from bot.answering import QuestionAnswering, Quote
from bot.telegram.asking.places import quote_at, quote_in, words_of
from bot.telegram.buttons import Place
from index.errors import VerbatimError


def quote_now(at: Place, answering: QuestionAnswering, words: str = "") -> Quote | None:
    """The quote of a place, in the text as it is now; None if its words are in it no more.

    In another library another text may have its number, so a place without a mark is believed only
    by its words, or where its generation is of before and no longer kept, so that nothing tells
    them. `words` are those that its message shows; "" for what was posted elsewhere, and for
    links: then the generation that the place is of tells them.
    """
    view = answering.view
    quote = quote_at(at, view)
    if quote and at.mark:
        return quote
    words = words or _words_then(at, answering, quote)
    untold = not words and at.generation < view.generation.number
    if quote and (untold or words == words_of(quote)):
        return quote
    found = answering.find(words) if words else None
    return quote_in(*found, view) if found else None


def _words_then(at: Place, answering: QuestionAnswering, quote: Quote | None) -> str:
    """The words of a place in its own generation; `quote` is what is there in the live one."""
    if at.generation != answering.generation:
        try:
            with closing(answering.library.open(at.generation)) as view:
                quote = quote_at(at, view)
        except VerbatimError:  # pruned, or never there: anybody can write a link
            return ""
    return words_of(quote) if quote else ""
