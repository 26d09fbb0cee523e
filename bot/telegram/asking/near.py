"""Questions that the library answers and that are near to one that it does not."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from bot.answering import Answer, NoAnswer
from bot.operations import Busy
from bot.telegram.context import Parts
from bot.telegram.examples import LONGEST, SHORTEST, question_about
from bot.telegram.keyboards import Action, Pressed
from bot.telegram.memory import Asked
from bot.telegram.texts import Texts
from index.store import View
from index.text import Passage, Span

OFFERED = 2
# So many are tried at most, a tenth of a second each: a refusal should not wait for long.
TRIED = 4

Offer = tuple[str, Pressed]


async def near_questions(asked: Asked, say: Texts, here: Parts) -> list[Offer]:
    """At most two, made of the headings and titles of the hits, each surely answered.

    Fewer while other questions wait: those are answered first.
    """
    view = here.answering.view
    offers = list(islice(_offers(asked, view, say), TRIED))
    key = view.generation.number
    known = here.near
    if not here.work.waiting:
        unknown = [text for text, _ in offers if (key, text) not in known]
        with contextlib.suppress(Busy):
            tried = await here.work.run(_tried, here.answering.ask, unknown)
            known.update({(key, text): sure for text, sure in tried.items()})
    return [offer for offer in offers if known.get((key, offer[0]))][:OFFERED]


def _tried(ask: Callable[[str], Answer | NoAnswer], questions: Sequence[str]) -> dict[str, bool]:
    """Whether each is surely answered; no further than enough are."""
    found: dict[str, bool] = {}
    for question in questions:
        result = ask(question)
        found[question] = isinstance(result, Answer) and result.sure
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


def _offers(asked: Asked, view: View, say: Texts) -> Iterator[Offer]:
    """Each question once, with its button; what was asked itself is none."""
    seen = {asked.question.casefold()}
    for hit in asked.result.hits:
        passage, number = hit.passage, view.number_of(hit.passage.document)
        for rank in range(2):
            text = _question(passage, rank, say)
            if number is not None and text and text.casefold() not in seen:
                seen.add(text.casefold())
                start, end = passage.span.start, passage.span.end
                at = Pressed(Action.NEAR, view.generation.number, number, start, end, rank)
                yield text, at


def _question(passage: Passage, rank: int, say: Texts) -> str:
    """The question about a passage's heading (`rank` 0) or its document's title (1)."""
    subject = passage.document.title if rank else passage.heading
    return question_about(subject, say) if SHORTEST <= len(subject) <= LONGEST else ""
