"""Answers for people at a terminal: the quote as it is, then where it comes from."""

from bot.answering import Answer, NoAnswer, Quote, text_fragment
from index.foreign import line, lines
from index.retriever import Hit

BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def render(result: Answer | NoAnswer, colour: bool) -> str:
    """What `ask` prints; `colour` allows the escapes that make the answering words bold."""
    if isinstance(result, Answer):
        shown = [render_quote(quote, colour) for quote in result.quotes]
        reservation = "" if result.sure else ": I am not sure that this answers"
        last = f"confidence {result.confidence:.0%}{reservation}"
        return "\n\n".join([*shown, _dim(last, colour)])
    refusal = "The text does not answer this."
    if result.closest is None:
        return refusal
    return (
        f"{refusal} The closest I have, not an answer:\n\n{render_quote(result.closest, colour)}"
    )


def render_quote(quote: Quote, colour: bool) -> str:
    """The quote, word for word and unwrapped, and its source below."""
    text = quote.document.text
    above = "".join(f"{lines(span.of(text))}\n" for span in quote.spans[:-1])
    before = lines(text[quote.span.start : quote.answer.start])
    after = lines(text[quote.answer.end : quote.span.end])
    words = lines(quote.answer.of(text))
    emphasised = f"{BOLD}{words}{PLAIN}" if colour and quote.answer != quote.span else words
    return f"{above}{before}{emphasised}{after}\n{_dim(source(quote), colour)}"


def source(quote: Quote) -> str:
    """Heading, title, date and link, as far as they are known."""
    document = quote.document
    parts = [quote.heading, document.title, *(one.title for one in quote.also), document.date]
    if document.url:
        parts.append(text_fragment(document.url, quote.text))
    return "— " + " · ".join(line(part) for part in parts if part)


def render_hit(hit: Hit, colour: bool) -> str:
    """A whole passage and its source."""
    passage = hit.passage
    quote = Quote(passage.document, passage.span, passage.span, passage.heading)
    return render_quote(quote, colour)


def render_reasons(result: Answer | NoAnswer) -> str:
    """How sure the reader was, what it takes to answer, and how the passages scored."""
    verdict = "answered" if isinstance(result, Answer) else "not answered"
    told = [f"{verdict}: confidence {result.confidence:.3f}, threshold {result.threshold:.3f}"]
    if isinstance(result, Answer) and not result.sure:
        told.append(f"to be sure it takes {result.sure_from:.3f}")
    if result.hits:
        told.append("score  cosine  words  passage")
    for hit in result.hits:
        doc_id, start, end = hit.passage.key
        opening = " ".join(hit.passage.text.split())[:60]
        told.append(
            f"{hit.score:.3f}   {hit.cosine:.3f}   {hit.lexical:.2f}  "
            f"{line(doc_id)} {start}-{end}  {line(opening)}"
        )
    return "\n".join(told)


def _dim(text: str, colour: bool) -> str:
    return f"{DIM}{text}{PLAIN}" if colour else text
