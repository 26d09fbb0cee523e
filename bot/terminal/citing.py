"""A quote that was given, written down for other places."""

from contextlib import closing

from bot.answering import Quote
from bot.citing import Format, card, cited
from bot.state import USERNAME, StateError, open_kept
from index.errors import VerbatimError
from index.store import Library
from index.text import heading_above
from index.versions import QuoteId, stood


class CannotCite(VerbatimError):
    """The form is not known, or the words stand no more."""


def cite(library: Library, written: str, form: str, state: str) -> bytes:
    """The quote of that ID, or of a link that has it: text in UTF-8 with a line's end, or a PNG.

    Where its document has no address, the link is that to the bot which runs with this `state`, if
    one ever has.

    Raises UnknownQuote, CannotCite, and CardError where what draws a card is missing.
    """
    names = {one.name.lower().replace("_", "-"): one for one in Format}
    if form not in names:
        raise CannotCite(f"no form is called {form}: choose one of {', '.join(names)}")
    asked = QuoteId.read(written)
    found = stood(library, asked)
    if found.current is None or found.changes:
        raise CannotCite(
            "these words stand no more: see what became of them with `bot quote`, and ask again"
        )
    span = found.current
    heading = heading_above(found.document, span.start)
    quote, link = Quote(found.document, span, span, heading), _lasting(asked, state)
    if names[form] is Format.CARD:
        return card(quote, quote.document.public_url or link)
    return f"{cited(quote, names[form], link)}\n".encode()


def _lasting(asked: QuoteId, state: str) -> str | None:
    """The link to the bot that looks a quote up for good; None if no bot is known."""
    try:
        with closing(open_kept(state)) as kept:
            username = kept.kept(USERNAME, 0, 0)
    except StateError:
        return None
    return f"https://t.me/{username}?start=v_{asked}" if username else None
