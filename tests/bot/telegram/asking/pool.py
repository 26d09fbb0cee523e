"""Two texts that say otherwise at another date, and a bot that answers by both."""

from collections.abc import Sequence

from bot.answering import Answer, NoAnswer, QuestionAnswering, Quote
from index.building import build
from index.retriever import Hit
from index.sources import from_text
from index.text import Span
from tests.bot_api.direct import Direct
from tests.doubles import BagEncoder, WordReader

NEW, OLD = "2025-10-02", "2024-03-03"
NEWEST = "The pool costs 9 euros."
EARLIER = "For adults the pool is still only 4 euros, as it has been for years."
WARM, FREE = "Its water is heated.", "Children swim for free."
QUESTION = "What does the pool cost in euros?"


def publish(direct: Direct, texts: dict[str, str]) -> None:
    """Texts by their dates, beside those that are there."""
    documents = [from_text(text, "Pool", day, doc_id=day) for day, text in texts.items()]
    build(direct.parts.answering.library, documents, BagEncoder(), replace=False)
    direct.parts.answering.refresh()


def open_pool(direct: Direct) -> None:
    """From now on the bot answers what it costs by a quote of each date."""
    publish(direct, {NEW: f"{NEWEST} {WARM}", OLD: f"{EARLIER} {FREE}"})
    library = direct.parts.answering.library
    direct.parts.answering = QuestionAnswering(library, BagEncoder(), _OfTwoDates())


class _OfTwoDates(WordReader):
    """Of both texts the sentence that says what it costs, with some of it bold."""

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """As any reader where it does not find both."""
        found = {hit.passage.document.doc_id: hit for hit in hits}
        if not found.keys() >= {NEW, OLD}:
            return super().read(question, hits)
        quotes = _quote(found[NEW], NEWEST, "9 euros"), _quote(found[OLD], EARLIER, "still only")
        return Answer(quotes, 0.9, 0.4, tuple(hits), dated=True)


def _quote(hit: Hit, words: str, bold: str) -> Quote:
    document = hit.passage.document
    place, start = document.text.index(words), document.text.index(bold)
    span = Span(place, place + len(words))
    return Quote(document, span, Span(start, start + len(bold)), "")
