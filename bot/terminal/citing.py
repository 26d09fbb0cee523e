"""A quote that was given, written down for other places."""

from bot.answering import Quote
from bot.citing import Format, card, cited
from index.errors import VerbatimError
from index.store import Library
from index.versions import QuoteId, stood


class CannotCite(VerbatimError):
    """The form is not known, or the words stand no more."""


def cite(library: Library, written: str, form: str) -> bytes:
    """The quote of that ID in a form: text in UTF-8 with a line's end, or a PNG.

    Raises UnknownQuote, CannotCite, and CardError where what draws a card is missing.
    """
    names = {one.name.lower().replace("_", "-"): one for one in Format}
    if form not in names:
        raise CannotCite(f"no form is called {form}: choose one of {', '.join(names)}")
    found = stood(library, QuoteId.read(written))
    if found.current is None or found.changes:
        raise CannotCite(
            "these words stand no more: see what became of them with `bot quote`, and ask again"
        )
    span = found.current
    quote = Quote(found.document, span, span, "")
    if names[form] is Format.CARD:
        return card(quote, quote.document.url)
    return f"{cited(quote, names[form])}\n".encode()
