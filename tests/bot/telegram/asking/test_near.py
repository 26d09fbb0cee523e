"""Questions offered with a refusal: near ones, and only such as the library answers."""

import asyncio
import threading

from bot.answering import Answer
from bot.app import THREADS
from bot.telegram.asking.near import OFFERED, Offer, near_questions
from bot.telegram.memory import Asked
from tests.bot.telegram.asking.ways import (
    READER,
    SAY,
    ask,
    change,
    last,
    noticed,
    press,
)
from tests.bot_api.direct import Direct
from tests.bot_api.limits import Json
from tests.bot_api.user import buttons, quoted

NEAR = "Does the fish market giraffe elephant wombat lion tiger zebra pizza?"
# Answered, for the words of the question are all there.
BRIDGE = "Lindholm Bridge architect café?"
MARKET = "Saturday market herring?"


def _refused(direct: Direct, question: str = NEAR) -> Json:
    refusal = ask(direct, question)
    assert refusal["text"].startswith(SAY("no-answer"))
    return refusal


def test_questions_near_to_a_refusal_are_answered_when_pressed(direct: Direct) -> None:
    """Two at most, below the closest passage; each answered, in reply, by more than it says."""
    change(direct, "The bridge", BRIDGE)
    refusal = _refused(direct)
    closest, *offered = buttons(refusal)
    assert closest == SAY("closest-button", name="The fish market")
    assert offered[0] == BRIDGE
    assert 1 <= len(offered) <= OFFERED
    for question in offered:
        result = direct.parts.answering.ask(question)
        assert isinstance(result, Answer)
        assert result.quotes[0].text not in question
        calls = press(direct, refusal, question)
        assert noticed(calls) is None
        answer = last(calls)
        assert quoted(answer) == [result.quotes[0].text]
        assert answer["reply_to_message"]["message_id"] == refusal["message_id"]
    asked = direct.parts.memory.last(READER, READER)
    assert asked
    assert asked.question == offered[-1]


def test_what_was_asked_itself_is_not_offered(direct: Direct) -> None:
    """It has just been refused; nor is what a button leads to anyway."""
    change(direct, "The bridge", BRIDGE)
    assert BRIDGE in [text for text, _ in _offered(direct, NEAR)]
    assert BRIDGE not in [text for text, _ in _offered(direct, BRIDGE.upper())]
    change(direct, "The fish market", MARKET)
    assert MARKET not in [text for text, _ in _offered(direct, NEAR)]


def test_nothing_is_tried_while_others_wait(direct: Direct) -> None:
    """Their questions are answered first; what is known already is offered all the same."""
    change(direct, "The bridge", BRIDGE)
    assert _offered(direct, NEAR, waiting=1) == []
    offered = _offered(direct, NEAR)
    assert offered
    assert _offered(direct, NEAR, waiting=1) == offered
    direct.during(direct.parts.work.close())
    assert _offered(direct, NEAR) == offered


def _offered(direct: Direct, question: str, waiting: int = 0) -> list[Offer]:
    """What is offered to a question that is refused like `NEAR`, while other work waits."""
    here, hold = direct.parts, threading.Event()
    result = here.answering.ask(NEAR)
    asked = Asked(READER, READER, question, result, here.answering.generation)
    found: list[Offer] = []

    async def offer() -> None:
        jobs = [
            asyncio.create_task(here.work.run(hold.wait))
            for _ in range(THREADS + waiting if waiting else 0)
        ]
        await asyncio.sleep(0)
        found.extend(await near_questions(asked, SAY, here))
        hold.set()
        await asyncio.gather(*jobs)

    direct.during(offer())
    return found


def test_a_near_question_of_a_text_that_is_gone_is_let_be(direct: Direct) -> None:
    """The press is acknowledged."""
    change(direct, "The bridge", BRIDGE)
    refusal = _refused(direct)
    change(direct, BRIDGE, "The bridge")
    question = buttons(refusal)[1]
    calls = press(direct, refusal, question)
    assert [call.method for call in calls] == ["answerCallbackQuery"]


def test_a_question_too_long_for_a_button_is_named_by_what_it_is_about(direct: Direct) -> None:
    """Pressed, the whole question is asked."""
    long = "Lindholm Bridge opened Queen Margrethe"
    change(direct, "The bridge", long)
    refusal = _refused(direct)
    assert long in buttons(refusal)
    press(direct, refusal, long)
    asked = direct.parts.memory.last(READER, READER)
    assert asked
    assert asked.question == SAY("example-question", heading=long)
