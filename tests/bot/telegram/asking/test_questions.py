"""A question that came as a message: late, slow, doubtful, unwelcome."""

import asyncio
import time
from collections.abc import Callable, Sequence

from bot.answering.answer import Answer, NoAnswer
from bot.telegram import asking
from bot.telegram.asking import questions
from bot.telegram.context import Context
from bot.telegram.texts import texts
from index.retriever import Hit
from tests.bot.telegram.asking.ways import (
    FISH,
    HERRING,
    OPENED,
    PIZZA,
    QUESTION,
    READER,
    SAY,
    add,
    ask,
    change,
    press,
    shown,
)
from tests.bot_api.direct import GROUP, Direct, said
from tests.bot_api.limits import Refused
from tests.bot_api.state import USERNAME
from tests.bot_api.user import buttons, quoted
from tests.doubles import WordReader

With = Callable[..., Direct]


class Slow(WordReader):
    """Takes its time."""

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """A fifth of a second."""
        time.sleep(0.2)
        return super().read(question, hits)


class Interrupted(WordReader):
    """Something happens while it reads for the first time."""

    def __init__(self, meanwhile: Callable[[], None]) -> None:
        self._meanwhile = [meanwhile]

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """As it does."""
        if self._meanwhile:
            self._meanwhile.pop()()
        return super().read(question, hits)


def test_of_a_backlog_only_the_last_is_answered(direct: Direct) -> None:
    """With an excuse first; what was asked before it is let be."""
    old = int(time.time()) - questions.STALE_SECONDS - 60
    updates = []
    for text in (QUESTION, PIZZA, FISH):
        direct.message(READER, text, date=old)
        updates.append(direct.update)

    async def together() -> None:
        contexts = [Context.from_update(one, direct.application) for one in updates]
        pairs = zip(updates, contexts, strict=True)
        await asyncio.gather(*(asking.private_question(one, at) for one, at in pairs if one))

    direct.during(together())
    excuse, answer = direct.shown(READER)
    assert excuse["text"] == SAY("offline")
    assert quoted(answer) == [HERRING]


def test_a_question_of_just_now_needs_no_excuse(direct: Direct) -> None:
    """A few minutes are no absence."""
    recent = int(time.time()) - questions.STALE_SECONDS + 60
    direct.message(READER, QUESTION, date=recent)
    (call,) = direct.call(asking.private_question)
    assert quoted(call.result) == [OPENED]


def test_the_words_around_a_quote_are_the_readers(direct: Direct) -> None:
    """The quote is in the text's language."""
    answer = ask(direct, QUESTION, language="de")
    assert quoted(answer) == [OPENED]
    assert texts("de")("context-button") in buttons(answer)
    refused = ask(direct, PIZZA, language="fr")
    assert refused["text"].startswith(f"{texts('fr')('no-answer')}\n")


def test_a_doubtful_answer_says_so_and_has_all_buttons(direct: Direct) -> None:
    """Two of five words are enough to answer, but not to be sure."""
    answer = ask(direct, "Bridge opened giraffe elephant wombat?")
    assert answer["text"].endswith(f"\n{SAY('unsure-label')}")
    assert quoted(answer) == [OPENED]
    assert len(buttons(answer)) == 4


def test_a_chat_that_does_not_want_answers_is_left_alone(direct: Direct) -> None:
    """The bot was blocked: no error, and nothing is remembered as shown."""
    direct.state.blocked.add(READER)
    direct.message(READER, QUESTION)
    direct.call(asking.private_question)
    asked = direct.parts.memory.last(READER, READER)
    assert asked
    assert asked.shown_in == []


def test_who_asks_is_told_how_to_get_in(direct_with: With) -> None:
    """With a code that lets them in, and then they are answered."""
    direct = direct_with(access="allowlist")
    direct.message(READER, QUESTION)
    told = said(direct.call(asking.private_question))
    code = told.split()[-1]
    assert told == SAY("not-allowed", code=code)
    assert direct.parts.state.approve(code, 42, time.time()) == READER
    assert quoted(ask(direct, QUESTION)) == [OPENED]


def test_an_answer_just_before_its_text_changes_has_no_buttons(direct: Direct) -> None:
    """They would name places of another text; where only another text came, they work."""
    direct.parts.answering.reader = Interrupted(lambda: change(direct, "4 May", "5 May"))
    answer = ask(direct, QUESTION)
    assert quoted(answer) == [OPENED]
    assert buttons(answer) == []
    direct.parts.answering.reader = Interrupted(lambda: add(direct, "A giraffe."))
    answer = ask(direct, FISH)
    press(direct, answer, "context-button")
    assert HERRING in quoted(shown(direct, answer))[0]


def test_a_reply_quotes_the_words_of_the_question(direct: Direct) -> None:
    """Where the message has more than them: a mention, a command; not where they are all of it."""
    for text in (f"@{USERNAME} {QUESTION}", f"/ask {QUESTION}"):
        direct.message(READER, text, chat_id=GROUP)
        handler = asking.ask_command if text.startswith("/") else asking.group_question
        (call,) = direct.call(handler)
        assert call.given["reply_parameters"]["quote"] == QUESTION
    direct.message(READER, QUESTION)
    (call,) = direct.call(asking.private_question)
    assert "quote" not in call.given["reply_parameters"]


def test_a_question_corrected_meanwhile_is_replied_to_all_the_same(direct: Direct) -> None:
    """Its words are no longer there to be quoted."""
    asked = direct.message(READER, f"/ask {QUESTION}", chat_id=GROUP)
    direct.state.messages[GROUP, asked]["text"] = "/ask something else"
    refused, sent = direct.call(asking.ask_command)
    assert refused.error
    assert sent.result["reply_to_message"]["message_id"] == asked
    assert quoted(sent.result) == [OPENED]


def test_an_answer_stays_in_the_topic_of_its_question(direct: Direct) -> None:
    """Also where the question is gone; where the topic is, the chat gets it."""
    for failed, topic in (
        (None, 77),
        ("message to be replied not found", 77),
        ("message thread not found", None),
    ):
        where = {"message_thread_id": 77, "is_topic_message": True}
        direct.message(READER, f"/ask {QUESTION}", chat_id=GROUP, **where)
        if failed:
            direct.fail_next("sendMessage", Refused(400, f"Bad Request: {failed}"))
        call = direct.call(asking.ask_command)[-1]
        assert call.given.get("message_thread_id") == topic
        assert quoted(call.result) == [OPENED]


def test_a_crowd_is_told_in_a_group_only_as_often_as_one_may_ask(direct_with: With) -> None:
    """Its answers need the messages more than apologies; in private everybody gets one."""
    direct = direct_with(questions_per_minute=2)
    direct.during(direct.parts.work.close())
    told = []
    for user in range(100, 104):
        direct.message(user, f"/ask {QUESTION}", chat_id=GROUP)
        told += [call.given["text"] for call in direct.call(asking.ask_command)]
    assert told == [SAY("busy")] * 2
    for user in range(100, 102):
        direct.message(user, QUESTION)
        assert said(direct.call(asking.private_question)) == SAY("busy")
