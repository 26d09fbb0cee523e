"""One way in for every question: who may ask, how often, in which threads, and counted."""

import threading
from collections.abc import Callable, Sequence

import pytest

from bot.answering.answer import Answer, NoAnswer
from bot.telegram import commands
from index.retriever import Hit
from tests.bot.telegram.asking.ways import (
    EXAMPLE,
    GUEST,
    INLINE,
    LINK,
    PRIVATE,
    QUESTION,
    READER,
    SAY,
    WAYS,
    Way,
    ask,
)
from tests.bot_api.direct import Direct
from tests.bot_api.user import buttons
from tests.doubles import WordReader

With = Callable[..., Direct]
EACH = pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)


class Watched(WordReader):
    """Says which threads it read in."""

    def __init__(self) -> None:
        self.threads: list[str] = []

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """As it does, taking note."""
        self.threads.append(threading.current_thread().name)
        return super().read(question, hits)


def _say(way: Way, key: str) -> str:
    return SAY("inline-wait") if way is INLINE else SAY(key)


@EACH
def test_every_question_is_counted(direct: Direct, way: Way) -> None:
    """Once, by what became of it; the questions that find examples are nobody's."""
    before = way.before(direct)
    counted = direct.parts.metrics.questions("answered")
    way.ask(direct, before)
    assert direct.parts.metrics.questions("answered") == counted + 1
    assert "verbatim_answer_seconds_count 0.0" not in direct.parts.metrics.text().decode()


@EACH
def test_every_question_is_worked_on_in_the_bounded_threads(direct: Direct, way: Way) -> None:
    """Also those that come from outside the bot's chats, and those that find examples."""
    direct.parts.answering.reader = reader = Watched()
    way.ask(direct, way.before(direct))
    assert reader.threads
    assert all(name.startswith("work") for name in reader.threads)


@EACH
def test_every_question_is_limited(direct_with: With, way: Way) -> None:
    """The first too many is told so, the next are met with silence; none reaches the text."""
    direct = direct_with(questions_per_minute=0.001)
    before = way.before(direct)
    direct.parts.answering.reader = reader = Watched()
    asked = direct.parts.metrics.questions()
    assert way.said(way.ask(direct, before)) == _say(way, "slow-down")
    assert way.said(way.ask(direct, before)) == (SAY("inline-wait") if way is INLINE else None)
    assert reader.threads == []
    assert direct.parts.metrics.questions() == asked


@EACH
def test_every_question_is_turned_away_when_too_many_wait(direct: Direct, way: Way) -> None:
    """Told so at once, where it was asked; and counted, but not as answered."""
    before = way.before(direct)
    direct.during(direct.parts.work.close())
    answered = direct.parts.metrics.questions("answered")
    assert way.said(way.ask(direct, before)) == _say(way, "busy")
    assert direct.parts.metrics.questions("answered") == answered
    # Where examples cannot even be looked for, no question was asked.
    busy = 0 if way in (EXAMPLE, LINK) else 1
    assert direct.parts.metrics.questions("busy") == busy


def test_what_asks_nothing_is_no_question_of_the_day(direct: Direct) -> None:
    """Thanks are neither answered nor refused by the texts."""
    for words in ("thanks", "ok", "👍"):
        direct.message(READER, words)
        direct.process()
    assert direct.parts.metrics.questions() == 0
    ask(direct, QUESTION)
    assert direct.parts.metrics.questions("answered") == 1


def test_strangers_are_told_how_to_get_in_where_they_can_be(direct_with: With) -> None:
    """In the chat with the bot by a code, inline by the way there; a guest is met with silence."""
    direct = direct_with(access="allowlist")
    direct.parts.answering.reader = reader = Watched()
    told = PRIVATE.said(PRIVATE.ask(direct, None))
    assert told
    assert told.startswith(SAY("not-allowed", code="123456")[:40])
    assert INLINE.ask(direct, None) == []  # as seldom as by a message
    direct.parts.strangers.forget(READER)
    assert INLINE.said(INLINE.ask(direct, None)) == SAY("inline-start")
    assert GUEST.ask(direct, None) == []
    assert reader.threads == []
    assert direct.parts.metrics.questions() == 0


def test_start_offers_nothing_when_too_much_waits(direct: Direct) -> None:
    """It says who it is all the same."""
    direct.during(direct.parts.work.close())
    direct.message(READER, "/start")
    (call,) = direct.call(commands.start)
    assert call.given["text"].startswith(SAY("start"))
    assert buttons(call.result) == []
