"""What is seen of a question that takes its time."""

import time
from collections.abc import Sequence

import pytest

from bot.answering.answer import Answer, NoAnswer
from bot.operations import Work
from bot.telegram import asking
from bot.telegram.asking import progress
from index.retriever import Hit
from tests.bot.telegram.asking.ways import OPENED, QUESTION, READER, SAY, last
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.limits import Refused
from tests.bot_api.user import quoted
from tests.doubles import WordReader


class Slow(WordReader):
    """Takes its time."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """So many seconds."""
        time.sleep(self._seconds)
        return super().read(question, hits)


def test_slow_work_is_shown_as_typing(direct: Direct, monkeypatch: pytest.MonkeyPatch) -> None:
    """Again and again while it lasts, in a group too; quick work is not shown."""
    monkeypatch.setattr(progress, "TYPING_AFTER", 0.05)
    monkeypatch.setattr(progress, "TYPING_EVERY", 0.1)
    direct.message(READER, QUESTION)
    assert [call.method for call in direct.call(asking.private_question)] == ["sendMessage"]
    direct.parts.answering.reader = Slow(0.28)
    direct.message(READER, QUESTION.lower())
    methods = [call.method for call in direct.call(asking.private_question)]
    assert methods == ["sendChatAction"] * 3 + ["sendMessage"]
    direct.fail_next("sendChatAction", Refused(400, "Bad Request: odd"))
    direct.message(READER, QUESTION.upper())
    assert quoted(last(direct.call(asking.private_question))) == [OPENED]
    direct.message(READER, f"/ask Please: {QUESTION}", chat_id=GROUP)
    methods = [call.method for call in direct.call(asking.ask_command)]
    assert methods[0] == "sendChatAction"
    assert methods[-1] == "sendMessage"


async def _ask_behind_others(direct: Direct, others: int) -> None:
    """Ask while others are before, on one thread."""
    direct.parts.work = Work(1)
    direct.parts.answering.reader = Slow(0.2)
    for _ in range(others):
        direct.parts.work.enter(time.sleep, 0.2)
    await direct.application.process_update(direct.update)


def test_who_waits_long_is_told_their_place_and_the_answer_takes_it(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One message a question in the end."""
    monkeypatch.setattr(progress, "PLACE_AFTER", 0.1)
    direct.message(READER, QUESTION)
    calls = direct.during(_ask_behind_others(direct, 3))
    said = [call.given["text"] for call in calls if call.method == "sendMessage"]
    assert said == [SAY("place", place=3)]
    assert calls[-1].method == "editMessageText"
    (answer,) = direct.shown(READER)
    assert quoted(answer) == [OPENED]
    asked = direct.parts.memory.of_message(READER, answer["message_id"])
    assert asked
    assert asked.question == QUESTION


def test_who_has_been_told_a_place_is_shown_typing_when_it_is_their_turn(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a crowd that waits, typing said to all again and again would cost what answers need."""
    monkeypatch.setattr(progress, "PLACE_AFTER", 0.01)
    monkeypatch.setattr(progress, "TYPING_AFTER", 0.05)
    monkeypatch.setattr(progress, "TYPING_EVERY", 0.1)
    direct.message(READER, QUESTION)
    began = time.monotonic()
    calls = direct.during(_ask_behind_others(direct, 3))
    typed = [call.time - began for call in calls if call.method == "sendChatAction"]
    assert typed
    assert min(typed) > 0.5  # three others take 0.2 s each


def test_who_is_at_work_has_no_place(direct: Direct, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is before them; and in a group the answers need the messages."""
    monkeypatch.setattr(progress, "PLACE_AFTER", 0.1)
    direct.message(READER, QUESTION)
    calls = direct.during(_ask_behind_others(direct, 0))
    assert [call.method for call in calls] == ["sendMessage"]
    direct.group_message(GROUP, READER, f"@verbatim_test_bot {QUESTION}")
    calls = direct.during(_ask_behind_others(direct, 3))
    assert [call.method for call in calls if call.method != "sendChatAction"] == ["sendMessage"]


def test_a_place_that_cannot_be_told_is_no_matter(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer comes by itself."""
    monkeypatch.setattr(progress, "PLACE_AFTER", 0.1)
    direct.fail_next("sendMessage", Refused(400, "Bad Request: odd"))
    direct.message(READER, QUESTION)
    direct.during(_ask_behind_others(direct, 3))
    (answer,) = direct.shown(READER)
    assert quoted(answer) == [OPENED]


def test_the_wait_is_five_seconds() -> None:
    """Typing is said again before Telegram stops showing it."""
    assert progress.PLACE_AFTER == 5.0
    assert progress.TYPING_EVERY < 5.0
