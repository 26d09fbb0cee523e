"""Questions that the library answers by itself, near to one that it does not: its headings'."""

from collections.abc import Iterator, Set

from bot.answering import NoAnswer, Quote, opening, says_nothing
from bot.telegram.buttons import Near
from bot.telegram.examples import LONGEST, SHORTEST, question_about
from bot.telegram.keyboards import LONGEST_NAME
from bot.telegram.marks import is_marked, mark_of
from bot.telegram.texts import Texts, short
from index.store import View
from index.text import Passage, Span

OFFERED = 2

Offer = tuple[str, Near]


def near_questions(result: NoAnswer, view: View, say: Texts) -> list[Offer]:
    """At most two, as their buttons say them, of the hits' headings and titles, nearest first.

    What is asked about a heading, the text below it answers: a press shows how that begins. They
    are in the reader's language, or in that of what is closest, and not about that again. One too
    long for a button is only named on it, by what it is about.
    """
    closest = result.closest
    seen = {closest.heading or closest.document.stated_title} if closest else set()
    read = {None, say.language, closest.document.language if closest else None}
    offers: list[Offer] = []
    for subject, passage in _subjects(result, read):
        if len(offers) == OFFERED:
            break
        number = view.number_of(passage.document)
        if subject not in seen and number is not None:
            seen.add(subject)
            span, generation = passage.span, view.generation.number
            mark = mark_of(passage.text)
            at = Near(generation, number, span.start, span.end, mark=mark)
            offers.append((_written(subject, say), at))
    return offers


def opened(at: Near, view: View) -> Quote | None:
    """How the text begins that such a button asks about; None if the view has no such passage."""
    known = at.mark or at.generation == view.generation.number
    document = view.numbered(at.number) if known else None
    for passage in view.passages(document.doc_id) if document else []:
        if passage.span == Span(at.start, at.end) and is_marked(at.mark, passage.text):
            return opening(passage)
    return None


def _subjects(result: NoAnswer, read: Set[str | None]) -> Iterator[tuple[str, Passage]]:
    """What each passage in one of these languages stands under: its heading, its title."""
    for passage in (hit.passage for hit in result.hits):
        if passage.document.language in read and not says_nothing(passage):
            for subject in (passage.heading, passage.document.stated_title):
                if SHORTEST <= len(subject) <= LONGEST:
                    yield subject, passage


def _written(subject: str, say: Texts) -> str:
    question = question_about(subject, say)
    return question if len(question) <= LONGEST_NAME else short(subject, LONGEST_NAME)
