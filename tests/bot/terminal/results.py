"""One answer, one of which nobody is sure, one of a part of what is asked, and one refusal."""

from dataclasses import replace

from bot.answering.answer import Answer, Label, NoAnswer, Quote, RefusedPart
from index.retriever import Hit
from index.text.documents import Document
from index.text.passages import split
from index.text.spans import Span

TEXT = "Rain fell all day. The bridge, built in 1890, was closed. Nobody crossed it."


DOCUMENT = Document("news.txt", "News", TEXT, "https://example.org/a", "2025-10-02", "en")


(PASSAGE,) = split(DOCUMENT)


HITS = (Hit(PASSAGE, 0.9, 0.85, (0.1, 0.9, 0.2), 0.5), Hit(PASSAGE, 0.7, 0.65, (0, 0, 0), 0.0))


QUOTE = Quote(DOCUMENT, PASSAGE.sentences[1], Span(31, 44), "Weather")


ANSWERED = Answer((QUOTE,), 0.87, 0.4, HITS)


DOUBTED = Answer((QUOTE,), 0.5, 0.4, HITS, sure_from=0.6)


NEAR = replace(QUOTE, span=PASSAGE.sentences[2], answer=PASSAGE.sentences[2])


PARTLY = replace(ANSWERED, unanswered=(RefusedPart("who paid?", NEAR.labelled(Label.CLOSEST)),))


REFUSED = NoAnswer(QUOTE, 0.12, 0.4, HITS)
