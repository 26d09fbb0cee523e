"""In a group only what is addressed to the bot is a question."""

import pytest

from bot.telegram import asking
from tests.bot.telegram.asking.ways import FISH, HERRING, OPENED, QUESTION, READER, SAY, last
from tests.bot_api.direct import GROUP, Direct, said
from tests.bot_api.state import USERNAME
from tests.bot_api.user import quoted


@pytest.mark.parametrize("text", ["@{} {}", "{1} @{0}", "hey @{} {}"])
@pytest.mark.parametrize("name", [USERNAME, USERNAME.upper()])
def test_a_mention_is_answered(direct: Direct, text: str, name: str) -> None:
    """Wherever it stands, and however it is written; it is no part of the question."""
    direct.message(READER, text.format(name, QUESTION), chat_id=GROUP)
    assert quoted(last(direct.call(asking.group_question))) == [OPENED]
    asked = direct.parts.memory.last(GROUP, READER)
    assert asked
    assert name not in asked.question


def test_a_reply_to_the_bot_is_a_question(direct: Direct) -> None:
    """Without a mention; a reply to somebody else is none."""
    direct.message(READER, f"/ask {QUESTION}", chat_id=GROUP)
    answer = last(direct.call(asking.ask_command))
    direct.message(READER, FISH, chat_id=GROUP, reply_to=answer["message_id"])
    assert quoted(last(direct.call(asking.group_question))) == [HERRING]
    other = direct.message(8, "Well", chat_id=GROUP)
    direct.message(READER, FISH, chat_id=GROUP, reply_to=other)
    assert direct.call(asking.group_question) == []


@pytest.mark.parametrize(
    "text", [QUESTION, f"@somebody_else {QUESTION}", f"{USERNAME} {QUESTION}"]
)
def test_talk_among_people_is_let_be(direct: Direct, text: str) -> None:
    """Whatever it is about."""
    direct.message(READER, text, chat_id=GROUP)
    assert direct.call(asking.group_question) == []


def test_a_mention_without_a_question_is_told_how_to_ask(direct: Direct) -> None:
    """As is the command alone."""
    direct.message(READER, f"@{USERNAME}", chat_id=GROUP)
    assert said(direct.call(asking.group_question)) == SAY("ask-usage")
    direct.message(READER, "/ask", chat_id=GROUP)
    assert said(direct.call(asking.ask_command)) == SAY("ask-usage")
    direct.message(READER, "/ask ")
    assert said(direct.call(asking.ask_command)) == SAY("ask-usage")


def test_the_command_takes_the_question_of_the_message_it_replies_to(direct: Direct) -> None:
    """Or what follows it, if something does."""
    other = direct.message(8, FISH, chat_id=GROUP)
    direct.message(READER, "/ask", chat_id=GROUP, reply_to=other)
    assert quoted(last(direct.call(asking.ask_command))) == [HERRING]
    direct.message(READER, f"/ask@{USERNAME} {QUESTION}", chat_id=GROUP, reply_to=other)
    assert quoted(last(direct.call(asking.ask_command))) == [OPENED]


def test_a_group_that_is_not_approved_gets_a_code(direct: Direct) -> None:
    """And nothing of the text."""
    direct.message(READER, f"/ask {QUESTION}", chat_id=-9)
    told = said(direct.call(asking.ask_command))
    assert told.startswith(SAY("not-allowed-group", code="1")[:40])
    assert "1987" not in told
