"""Questions that say nothing by themselves, read with the one before."""

from collections.abc import Mapping, Sequence

import pytest

from bot.answering.answer import Answer, NoAnswer, Quote
from bot.answering.going_on import going_on
from index.retriever import Hit
from index.text import Document, Span
from tests.bot.answering.hits import hit_of

SPAN = Span(0, 4)


def _quote(name: str) -> Quote:
    """Four letters of a document; each of another one, all in the same place."""
    return Quote(Document(name, name, f"{name} said."), SPAN, SPAN, "")


ONE, OTHER = _quote("Anna"), _quote("Bert")


class Saying:
    """A reader with the quotes that it gives to each question, all sure."""

    calibration_name = "saying"
    threshold = 0.2

    def __init__(self, said: Mapping[str, tuple[Quote, ...]]) -> None:
        self.said = said

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """What it was given for the question."""
        if quotes := self.said.get(question):
            return Answer(quotes, 0.9, 0.2, (), sure_from=0.5)
        return NoAnswer(None, 0.1, 0.2, ())


@pytest.mark.parametrize(
    ("both", "before", "names", "sure"),
    [
        ((ONE, OTHER), (ONE,), ["Bert"], False),  # what was said before is left out
        ((ONE, OTHER), (OTHER,), ["Anna", "Bert"], True),  # the best is something else
        ((ONE, OTHER), (), ["Anna", "Bert"], True),  # nothing was said
        ((ONE,), (ONE,), ["Anna"], False),  # there is nothing else
    ],
)
def test_what_was_said_before_is_left_out(
    both: tuple[Quote, ...], before: tuple[Quote, ...], names: list[str], sure: bool
) -> None:
    """Where something else answers both; what is left is given with a reservation."""
    reader = Saying({"Who spoke? why?": both, "Who spoke?": before, "why?": (ONE, ONE, ONE)})
    found = going_on(reader, "why?", "Who spoke?", [hit_of(["They did."], [0.9])])
    assert isinstance(found, Answer)
    assert [quote.document.doc_id for quote in found.quotes] == names
    assert found.sure is sure


@pytest.mark.parametrize(
    ("both", "alone", "sure"),
    [
        ("on Monday", "in Bergen", True),  # read by itself it finds the place
        ("in Bergen", "on Monday", True),  # read together it does
        ("on Monday", "Monday", False),
        ("on Monday", "", False),
    ],
)
def test_the_same_sentence_may_say_more(both: str, alone: str, sure: bool) -> None:
    """It is given surely again where other words of it answer."""
    hit = hit_of(["They met on Monday in Bergen."], [0.9])
    text, whole = hit.passage.text, hit.passage.span

    def quote(words: str) -> Quote:
        at = text.index(words)
        return Quote(hit.passage.document, whole, Span(at, at + len(words)), "")

    said = {"When? where?": (quote(both),), "When?": (quote("on Monday"),)}
    reader = Saying({**said, "where?": (quote(alone),)} if alone else said)
    found = going_on(reader, "where?", "When?", [hit])
    assert isinstance(found, Answer)
    assert found.quotes[0].text == text
    assert found.sure is sure
