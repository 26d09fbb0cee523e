"""Answers for people at a terminal: the quote as it is, then where it comes from."""

import calendar
import datetime
from collections.abc import Sequence

from bot.answering import (
    LEFT_OUT,
    Answer,
    Label,
    NoAnswer,
    Quote,
    broken,
    names_of,
    quotations,
    text_fragment,
)
from index.foreign import line, lines

BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


# As in the chat: a quote is never shown without them.
ON, EARLIER = "on {}:\n", "earlier, on {}:\n"
REFUSAL = "The text does not answer this."
UNANSWERED = "The text does not answer “{}”."
LABELS = {
    Label.UNSURE: "I am not sure that this answers.",
    Label.CLOSEST: "Not an answer, but the closest I have.",
}
OTHERS = {**LABELS, Label.CLOSEST: "This is not an answer either."}


def render(result: Answer | NoAnswer, colour: bool) -> str:
    """What `ask` prints; `colour` allows the escapes that make the answering words bold."""
    if isinstance(result, Answer):
        heads = _dates(result.quotes) if result.dated else [""] * len(result.quotes)
        # What is not answered is told of itself: it makes no quote doubtful.
        label = "" if result.quotes_sure else LABELS[Label.UNSURE]
        shown = [
            head + _drawn(quote, label, colour)
            for head, quote in zip(heads, result.quotes, strict=True)
        ]
        below = _dim(f"confidence {result.confidence:.0%}", colour)
        return "\n\n".join([*shown, *_unanswered(result), below])
    shown = [render_quote(result.closest, colour)] if result.closest else []
    return "\n\n".join([REFUSAL, *shown])


def _unanswered(result: Answer) -> list[str]:
    """A line for each question of the message that the text does not answer."""
    return [UNANSWERED.format(line(one.question)) for one in result.unanswered]


def _dates(quotes: Sequence[Quote]) -> list[str]:
    """A line above each quote of texts that say otherwise: of which day they are."""
    days = [written(quote.document.date or "") for quote in quotes]
    return [(EARLIER if place else ON).format(day) for place, day in enumerate(days)]


def written(date: str) -> str:
    """`2025-10-02` as people write it, "2 October 2025"; what is no such date as it is."""
    try:
        day = datetime.date.fromisoformat(date)
    except ValueError:
        return line(date)
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def render_quote(quote: Quote, colour: bool) -> str:
    """The quote, word for word and unwrapped; below it its source, and what it is if no answer."""
    return _drawn(quote, LABELS.get(quote.label, ""), colour)


def render_other(quotes: Sequence[Quote], place: int, colour: bool) -> str:
    """Another passage than the answer, `quotes[0]`: with its place among them."""
    quote = quotes[place]
    said = [f"Another passage, {place} of {len(quotes) - 1}.", OTHERS.get(quote.label, "")]
    return _drawn(quote, " ".join(one for one in said if one), colour)


def _drawn(quote: Quote, label: str, colour: bool) -> str:
    text, (begins, ends) = quote.document.text, broken(quote)
    *above, last = quotations(quote)
    over = "".join(f"{lines(span.of(text))}\n{LEFT_OUT}\n" for span in above)
    before = lines(text[last.start : quote.answer.start])
    after = lines(text[quote.answer.end : last.end])
    words = lines(quote.answer.of(text))
    emphasised = f"{BOLD}{words}{PLAIN}" if colour and quote.answer != quote.span else words
    shown = f"{LEFT_OUT}\n" if begins and not above else over
    shown += f"{before}{emphasised}{after}" + (f"\n{LEFT_OUT}" if ends else "")
    return "\n".join([shown, *(_dim(one, colour) for one in (source(quote), label) if one)])


def source(quote: Quote) -> str:
    """Heading, title, date and link, as far as they are known."""
    document = quote.document
    parts = [*names_of(quote), document.date]
    if url := document.public_url:
        parts.append(text_fragment(url, quote.span.of(document.text)))
    shown = [line(part) for part in parts if part] or [line(document.title or document.public_id)]
    return "— " + " · ".join(shown)


def render_reasons(result: Answer | NoAnswer) -> str:
    """How sure the reader was, what it takes to answer, and how the passages scored."""
    verdict = "answered" if isinstance(result, Answer) else "not answered"
    told = [f"{verdict}: confidence {result.confidence:.3f}, threshold {result.threshold:.3f}"]
    if isinstance(result, Answer) and not result.quotes_sure:
        told.append(f"to be sure it takes {result.sure_from:.3f}")
    if result.hits:
        told.append("score  cosine  words  passage")
    for hit in result.hits:
        doc_id, span = hit.passage.document.public_id, hit.passage.span
        opening = " ".join(hit.passage.text.split())[:60]
        told.append(
            f"{hit.score:.3f}   {hit.cosine:.3f}   {hit.lexical:.2f}  "
            f"{line(doc_id)} {span.start}-{span.end}  {line(opening)}"
        )
    return "\n".join(told)


def _dim(text: str, colour: bool) -> str:
    return f"{DIM}{text}{PLAIN}" if colour else text
