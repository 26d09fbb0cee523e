"""In a group only what is addressed to the bot is a question."""

import asyncio
from typing import Any

import pytest

from bot.telegram import asking
from bot.telegram.texts import texts
from bot.telegram.transport import limiter
from tests.bot.telegram.asking.ways import FISH, HERRING, OPENED, QUESTION, READER, SAY, last
from tests.bot.telegram.pressing import pressed
from tests.bot_api.direct import GROUP, Direct, said
from tests.bot_api.limits import units
from tests.bot_api.state import BOT_ID, USERNAME
from tests.bot_api.user import buttons, entities, quoted


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


@pytest.mark.parametrize("text", [f"@{USERNAME}", f"/ask@{USERNAME}", "/ask"])
def test_alone_in_reply_to_a_question_it_answers_that_question(direct: Direct, text: str) -> None:
    """Whoever asked it; the part that is quoted, if one is; what the bot said is no question."""
    other = direct.message(8, f"So. {FISH} I wonder.", chat_id=GROUP)
    direct.message(READER, text, chat_id=GROUP, reply_to=other)
    assert quoted(last(direct.process())) == [HERRING]
    part = {"text": QUESTION, "position": 0, "is_manual": True}
    direct.message(READER, text, chat_id=GROUP, reply_to=other, quote=part)
    answer = last(direct.process())
    assert quoted(answer) == [OPENED]
    direct.message(READER, text, chat_id=GROUP, reply_to=answer["message_id"])
    assert said(direct.process()) == SAY("ask-usage")


def test_a_mention_with_words_asks_these(direct: Direct) -> None:
    """Also in reply to another question."""
    other = direct.message(8, FISH, chat_id=GROUP)
    direct.message(READER, f"@{USERNAME} {QUESTION}", chat_id=GROUP, reply_to=other)
    assert quoted(last(direct.process())) == [OPENED]


@pytest.mark.parametrize("chat", [GROUP, None])
@pytest.mark.parametrize("command", ["/ask", f"/ask@{USERNAME}", "/ASK"])
def test_the_command_works_below_a_picture(direct: Direct, chat: int | None, command: str) -> None:
    """In a group and in private; a command to another bot is let be."""
    more: dict[str, Any] = {"photo": [], "chat_id": chat}
    for text, answered in ((f"{command} {QUESTION}", True), (f"/ask@other {QUESTION}", False)):
        direct.message(READER, None, caption=text, caption_entities=entities(text), **more)
        calls = direct.process()
        if answered:
            assert quoted(last(calls)) == [OPENED]
        else:
            assert chat is None or calls == []


@pytest.mark.parametrize(
    ("sender", "account"),
    [
        ({"id": -777, "type": "channel", "title": "News"}, 136817688),
        ({"id": GROUP, "type": "supergroup", "title": "A group"}, 1087968824),
    ],
)
def test_who_writes_in_a_chats_name_is_answered(
    direct: Direct, sender: dict[str, Any], account: int
) -> None:
    """As a channel, or as an anonymous admin; their follow-ups go on from their own questions."""
    bot = {"id": account, "is_bot": True, "first_name": "Channel"}
    more: dict[str, Any] = {"chat_id": GROUP, "sender_chat": sender, "from": bot}
    direct.message(account, f"@{USERNAME} {QUESTION}", **more)
    assert quoted(last(direct.process())) == [OPENED]
    asked = direct.parts.memory.last(GROUP, sender["id"])
    assert asked
    assert asked.question == QUESTION
    direct.message(account, f"/ask {FISH}", **more)
    assert quoted(last(direct.process())) == [HERRING]
    direct.message(account, "/ask How many calories does a pineapple pizza have?", **more)
    assert texts("en")("wait-button") not in buttons(last(direct.process()))
    direct.message(account, "/status", **more)
    assert said(direct.process()) == texts("en")("anonymous")
    direct.message(account, QUESTION, **more, is_automatic_forward=True)
    assert direct.process() == []


def test_many_questions_at_once_are_all_answered_in_order(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More than a group takes in a minute: they wait, and nobody reads that something failed."""
    monkeypatch.setattr(limiter, "MINUTE", 1.0)  # a minute's messages a second
    updates, asked = [], []
    for user in range(100, 145):
        asked.append(direct.message(user, f"/ask {QUESTION}", chat_id=GROUP))
        updates.append(direct.update)

    async def together() -> None:
        await asyncio.gather(*(direct.application.process_update(one) for one in updates))

    direct.during(together())
    answers = direct.shown(GROUP)
    assert [one["reply_to_message"]["message_id"] for one in answers] == asked
    assert all(quoted(one) == [OPENED] for one in answers)


@pytest.mark.parametrize("start", [f"@{USERNAME}", "/ask"])
def test_a_doubt_is_said_in_a_group_as_anywhere(direct: Direct, start: str) -> None:
    """However it was asked, and whoever widens the quote."""
    doubtful = "Bridge opened giraffe elephant wombat?"
    direct.message(READER, f"{start} {doubtful}", chat_id=GROUP)
    handler = asking.ask_command if start == "/ask" else asking.group_question
    answer = last(direct.call(handler))
    assert answer["text"].endswith(f"\n{SAY('unsure-label')}")
    direct.press(READER + 1, answer, SAY("context-button"))
    direct.call(pressed)
    (wide,) = direct.shown(GROUP)
    assert quoted(wide) != quoted(answer)
    assert wide["text"].endswith(f"\n{SAY('unsure-label')}")


@pytest.mark.parametrize("before", ["🇨🇭👩🏽‍🚀", "\u202eמה", "𝄢 e\u0301", "⭐"])
def test_a_mention_stands_where_telegram_counts_it(direct: Direct, before: str) -> None:
    """In UTF-16 units, after emoji of Telegram's own and letters that run to the left."""
    text = f"{before} @{USERNAME} {QUESTION}"
    emoji = {"type": "custom_emoji", "offset": 0, "length": units(before), "custom_emoji_id": "5"}
    direct.message(READER, text, chat_id=GROUP, entities=[emoji, *entities(text)])
    assert quoted(last(direct.process())) == [OPENED]
    asked = direct.parts.memory.last(GROUP, READER)
    assert asked
    assert USERNAME not in asked.question


def test_a_follow_up_in_reply_goes_on_from_what_it_replies_to(direct: Direct) -> None:
    """Whoever asked that, and whatever was asked since."""
    direct.message(READER, f"/ask {QUESTION}", chat_id=GROUP)
    answer = last(direct.process())
    direct.message(8, f"/ask {FISH}", chat_id=GROUP)
    direct.process()
    direct.message(8, "And wombats?", chat_id=GROUP, reply_to=answer["message_id"])
    assert (
        SAY("question-understood-after", question="And wombats?", before=QUESTION)
        in last(direct.process())["text"]
    )
    direct.message(8, "thanks", chat_id=GROUP, reply_to=answer["message_id"])
    direct.process()
    direct.message(8, "/ask why?", chat_id=GROUP)
    direct.process()
    asked = direct.parts.memory.last(GROUP, 8)
    assert asked
    assert asked.before == "And wombats?"


def _in_topic(number: int) -> dict[str, Any]:
    """Of a forum, whose topic that message opened: what replies to nothing there replies to it."""
    opened = {
        "message_id": number,
        "date": 1_600_000_000,
        "chat": {"id": GROUP, "type": "supergroup", "title": "A group", "is_forum": True},
        "from": {"id": 8, "is_bot": False, "first_name": "Ann"},
        "forum_topic_created": {"name": "A topic", "icon_color": 1},
    }
    return {
        "chat_id": GROUP,
        "message_thread_id": number,
        "is_topic_message": True,
        "reply_to_message": opened,
    }


def test_a_topic_of_a_forum_is_a_conversation_of_its_own(direct: Direct) -> None:
    """What was asked in another one is neither gone on from, nor cited, nor explained."""
    one, other = _in_topic(1011), _in_topic(1022)
    direct.message(READER, f"/ask {QUESTION}", **one)
    assert quoted(last(direct.process())) == [OPENED]
    direct.message(READER, "/ask And wombats?", **other)
    assert QUESTION not in last(direct.process())["text"]
    for command, key in (("/cite", "cite-nothing"), ("/why", "why-nothing")):
        direct.message(9, f"/ask {FISH}", **one)
        direct.process()
        direct.message(9, command, **other)
        assert said(direct.process()) == SAY(key)
        direct.message(9, command, **one)
        assert said(direct.process()) != SAY(key)
    direct.message(READER, "/ask And wombats?", **one)
    understood = SAY("question-understood-after", question="And wombats?", before=QUESTION)
    assert understood in last(direct.process())["text"]


def test_replies_that_make_a_thread_are_no_topic(direct: Direct) -> None:
    """In a group without topics they are one conversation."""
    direct.message(READER, f"/ask {QUESTION}", chat_id=GROUP, message_thread_id=5)
    direct.process()
    direct.message(READER, "/cite", chat_id=GROUP)
    assert OPENED in said(direct.process())


def test_the_words_of_another_chat_that_a_mention_quotes_are_the_question(direct: Direct) -> None:
    """Telegram shows them above it; the bot's own are none."""
    ann = {"id": 8, "is_bot": False, "first_name": "Ann"}
    origin = {"type": "user", "date": 1_600_000_000, "sender_user": ann}
    quote = {"text": QUESTION, "position": 0}
    more: dict[str, Any] = {"chat_id": GROUP, "quote": quote}
    direct.message(READER, f"@{USERNAME}", **more, external_reply={"origin": origin})
    assert quoted(last(direct.process())) == [OPENED]
    ours = origin | {"sender_user": {"id": BOT_ID, "is_bot": True, "first_name": "Verbatim"}}
    direct.message(READER, f"@{USERNAME}", **more, external_reply={"origin": ours})
    assert said(direct.process()) == SAY("ask-usage")
