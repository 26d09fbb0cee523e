"""Questions that a stop or a kill left unanswered: whoever asked is told, and may ask again."""

import asyncio
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing

import pytest

from bot.answering.answer import Answer, NoAnswer
from bot.operations import Work
from bot.telegram import asking
from bot.telegram.asking import progress
from bot.telegram.context import Context
from bot.telegram.texts import texts
from index.retriever import Hit
from tests.bot.telegram.asking.ways import OPENED, QUESTION, READER, SAY, press
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.user import buttons, quoted
from tests.doubles import WordReader

With = Callable[..., Direct]


class Slow(WordReader):
    """Takes its time."""

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """Half a second."""
        time.sleep(0.5)
        return super().read(question, hits)


class Broken(WordReader):
    """Fails."""

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """For a reason of its own."""
        raise ZeroDivisionError


def _broken_off(direct: Direct) -> None:
    """Ask, and be stopped before it is answered."""

    async def stopped() -> None:
        context = Context.from_update(direct.update, direct.application)
        task = asyncio.create_task(asking.private_question(direct.update, context))  # type: ignore[arg-type]
        await asyncio.sleep(0.05)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    direct.during(stopped())


def _tell(direct: Direct) -> None:
    left = direct.parts.state.unanswered()
    direct.during(asking.tell_unanswered(direct.application.bot, left, direct.parts))


def test_who_was_not_answered_is_told_and_asks_again_by_a_press(direct: Direct) -> None:
    """In reply to the question, in the language they were spoken to, once."""
    direct.parts.answering.reader = Slow()
    asked = direct.message(READER, QUESTION, language="fr")
    _broken_off(direct)
    assert direct.shown(READER) == []
    _tell(direct)
    (told,) = direct.shown(READER)
    assert told["text"] == texts("fr")("restarted")
    assert told["reply_to_message"]["message_id"] == asked
    assert buttons(told) == [texts("fr")("again-button")]
    assert direct.parts.state.unanswered() == []
    press(direct, told, texts("fr")("again-button"))
    (answer,) = direct.shown(READER)
    assert quoted(answer) == [OPENED]


def test_an_answer_a_refusal_and_a_failure_are_not_owed_any_more(direct: Direct) -> None:
    """Who asked has been told something."""
    direct.message(READER, QUESTION)
    direct.call(asking.private_question)
    direct.parts.answering.reader = Broken()
    direct.message(READER, f"Please: {QUESTION}")
    with pytest.raises(ZeroDivisionError):
        direct.call(asking.private_question)
    direct.message(GROUP, f"/ask {QUESTION}")
    direct.during(direct.parts.work.close())
    direct.message(READER, QUESTION)
    direct.call(asking.private_question)
    assert direct.parts.state.unanswered() == []


def test_who_is_not_let_in_any_more_is_told_nothing(direct_with: With) -> None:
    """And it is forgotten; so is what nobody can be told, for the chat is gone."""
    direct = direct_with(access="allowlist", allowed_ids=(8,))
    direct.parts.state.begin(READER, 5, READER, "en")
    direct.parts.state.begin(-777, 5, 8, "en")
    direct.parts.state.begin(8, 5, 8, "en")
    direct.chat(8)
    direct.state.blocked.add(8)
    _tell(direct)
    assert [call.given["chat_id"] for call in direct.calls] == [8]
    assert direct.parts.state.unanswered() == []


def test_one_that_cannot_be_told_does_not_stop_the_others(direct: Direct) -> None:
    """A group that is gone: the next is told all the same."""
    direct.parts.state.begin(GROUP, 5, READER, "en")
    direct.parts.state.begin(READER, 5, READER, "en")
    direct.chat(READER)
    _tell(direct)
    assert [one["text"] for one in direct.shown(READER)] == [SAY("restarted")]
    assert direct.parts.state.unanswered() == []


def test_what_told_their_place_in_the_line_is_replaced(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One message a question, before the answer as after it."""
    monkeypatch.setattr(progress, "PLACE_AFTER", 0.02)
    direct.parts.work = Work(1)
    direct.message(READER, QUESTION)

    async def stopped() -> None:
        direct.parts.work.enter(time.sleep, 0.4)
        context = Context.from_update(direct.update, direct.application)
        task = asyncio.create_task(asking.private_question(direct.update, context))  # type: ignore[arg-type]
        await asyncio.sleep(0.2)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    direct.during(stopped())
    assert [one["text"] for one in direct.shown(READER)] == [SAY("place", place=1)]
    _tell(direct)
    assert [one["text"] for one in direct.shown(READER)] == [SAY("restarted")]
    assert direct.parts.state.unanswered() == []


def test_a_question_that_cannot_be_noted_is_answered(
    direct: Direct, caplog: pytest.LogCaptureFixture
) -> None:
    """A disk that is full, or a state that is damaged, costs nobody an answer."""
    with closing(sqlite3.connect(direct.parts.settings.state)) as connection:
        connection.execute("DROP TABLE unanswered")
    direct.message(READER, QUESTION)
    direct.process()
    (answer,) = direct.shown(READER)
    assert quoted(answer) == [OPENED]
    assert any("a question cannot be noted" in one.message for one in caplog.records)
    assert not any(one.exc_info for one in caplog.records)
