"""Questions that the library answers and that are near to one that it does not."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from bot.answering import Answer, NoAnswer
from bot.operations import Busy
from bot.telegram.context import Parts
from bot.telegram.examples import LONGEST, SHORTEST, question_about
from bot.telegram.keyboards import LONGEST_NAME, Action, Pressed
from bot.telegram.memory import Asked
from bot.telegram.texts import Texts, short
from index.store import View
from index.text import Passage, Span

OFFERED = 2
# So many are tried at most, a tenth of a second each: a refusal should not wait for long.
TRIED = 4

Offer = tuple[str, Pressed]


async def near_questions(asked: Asked, say: Texts, here: Parts) -> list[Offer]:
    """At most two, as their buttons say them: of the hits' headings and titles, each answered.

    Fewer while other questions wait: those are answered first.
    """
    view = here.answering.view
    offers = dict(islice(_offers(asked, view, say), TRIED))
    key = view.generation.number
    known = here.near
    if not here.work.waiting:
        unknown = [text for text in offers if (key, text) not in known]
        with contextlib.suppress(Busy):
            tried = await here.work.run(_tried, here.answering.ask, unknown)
            known.update({(key, text): answered for text, answered in tried.items()})
    return [offer for text, offer in offers.items() if known.get((key, text))][:OFFERED]


def _tried(ask: Callable[[str], Answer | NoAnswer], questions: Sequence[str]) -> dict[str, bool]:
    """Whether each is answered, by more than its own words; no further than enough are."""
    found: dict[str, bool] = {}
    for question in questions:
        result = ask(question)
        found[question] = isinstance(result, Answer) and result.quotes[0].text not in question
        if sum(found.values()) == OFFERED:
            break
    return found


def near_question_at(at: Pressed, view: View, say: Texts) -> str:
    """The question that such a button asks; "" if the view has no such passage."""
    document = view.numbered(at.number)
    for passage in view.passages(document.doc_id) if document else []:
        if passage.span == Span(at.start, at.end):
            return _question(passage, at.rank, say)
    return ""


def _offers(asked: Asked, view: View, say: Texts) -> Iterator[tuple[str, Offer]]:
    """Each question once, with its button; none that was asked, or about what is closest.

    A question too long for a button is only named on it, by what it is about.
    """
    seen = {asked.question.casefold()}
    if isinstance(asked.result, NoAnswer) and asked.result.closest:
        seen.add(question_about(asked.result.closest.heading, say).casefold())
    for hit in asked.result.hits:
        passage, number = hit.passage, view.number_of(hit.passage.document)
        for rank in range(2):
            text = _question(passage, rank, say)
            if number is not None and text and text.casefold() not in seen:
                seen.add(text.casefold())
                start, end = passage.span.start, passage.span.end
                at = Pressed(Action.NEAR, view.generation.number, number, start, end, rank)
                fits = len(text) <= LONGEST_NAME
                named = text if fits else short(_subject(passage, rank), LONGEST_NAME)
                yield text, (named, at)


def _question(passage: Passage, rank: int, say: Texts) -> str:
    """The question about a passage's heading (`rank` 0) or its document's title (1)."""
    subject = _subject(passage, rank)
    return question_about(subject, say) if SHORTEST <= len(subject) <= LONGEST else ""


def _subject(passage: Passage, rank: int) -> str:
    return passage.document.stated_title if rank else passage.heading
