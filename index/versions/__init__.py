"""What the texts were before: a document's versions, two generations, a quote that was given."""

from index.versions.ids import QuoteId, UnknownQuote
from index.versions.quotes import Standing, Stood, stood
from index.versions.revised import Revision, between, revisions

__all__ = [
    "QuoteId",
    "Revision",
    "Standing",
    "Stood",
    "UnknownQuote",
    "between",
    "revisions",
    "stood",
]
