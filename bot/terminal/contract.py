"""The JSON object of `ask --json`: what other programs may rely on."""

from typing import Any

from bot.answering import LEFT_OUT, Answer, NoAnswer, Quote, RefusedPart, broken, quotations
from index.retriever import Hit
from index.versions import QuoteId


def as_json(question: str, result: Answer | NoAnswer) -> dict[str, Any]:
    """One JSON-ready object; `quotes` is empty and `closest` set (or null) when not answered.

    If `dated`, texts of several dates answer otherwise, and `quotes` are newest first. The `id`
    of a quote is what `quote` looks it up by, however the texts change. Its `text` are slices of
    the document and nothing else; `shown` is the same with a mark wherever words are left out.
    Where only some questions of a message are answered, `unanswered` are the others, in its words,
    each with what is `closest` or null, and it is not `sure`; `quotes_sure` says then whether what
    is answered is.
    """
    quotes = result.quotes if isinstance(result, Answer) else ()
    described: dict[str, Any] = {
        "question": question,
        "answered": isinstance(result, Answer),
        "sure": isinstance(result, Answer) and result.sure,
        "dated": isinstance(result, Answer) and result.dated,
        "confidence": round(result.confidence, 4),
        "threshold": round(result.threshold, 4),
        "quotes": [_quote(quote) for quote in quotes],
        "hits": [_hit(hit) for hit in result.hits],
    }
    if isinstance(result, NoAnswer):
        described["closest"] = _closest(result)
    elif result.unanswered:
        described["quotes_sure"] = result.quotes_sure
        described["unanswered"] = [
            {"question": one.question, "closest": _closest(one)} for one in result.unanswered
        ]
    return described


def _closest(refused: NoAnswer | RefusedPart) -> dict[str, Any] | None:
    return _quote(refused.closest) if refused.closest else None


def _hit(hit: Hit) -> dict[str, Any]:
    passage = hit.passage
    return {
        "doc_id": passage.document.public_id,
        "start": passage.span.start,
        "end": passage.span.end,
        "score": round(hit.score, 6),
    }


def _quote(quote: Quote) -> dict[str, Any]:
    document = quote.document
    return {
        "id": str(QuoteId.of(document, quote.span)),
        "text": quote.text,
        "shown": _shown(quote),
        **({"spans": [[s.start, s.end] for s in quote.spans]} if len(quote.spans) > 1 else {}),
        "doc_id": document.public_id,
        "title": document.title,
        "heading": quote.heading,
        "date": document.date,
        "url": document.public_url,
        "start": quote.span.start,
        "end": quote.span.end,
        "also": [{"doc_id": one.public_id, "title": one.title} for one in quote.also],
        "answer": {
            "text": quote.answer.of(document.text),
            "start": quote.answer.start,
            "end": quote.answer.end,
        },
    }


def _shown(quote: Quote) -> str:
    stretches = [span.of(quote.document.text) for span in quotations(quote)]
    begins, ends = broken(quote)
    before = [LEFT_OUT] if begins and len(stretches) == 1 else []
    within = f"\n{LEFT_OUT}\n".join(stretches)
    return "\n".join([*before, within, *([LEFT_OUT] if ends else [])])
