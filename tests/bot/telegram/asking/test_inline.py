"""Inline and guest mode: quotes to post in any chat."""

import asyncio
from collections.abc import Callable

import pytest

from bot.telegram import asking, commands
from bot.telegram.asking import inline
from bot.telegram.asking.inline import CACHED
from bot.telegram.context import Context
from bot.telegram.links import linked, to_question
from tests.bot.telegram.asking import pool
from tests.bot.telegram.asking.ways import (
    OPENED,
    PIZZA,
    QUESTION,
    READER,
    SAY,
    ask,
    change,
    noticed,
    press,
)
from tests.bot_api.direct import Direct
from tests.bot_api.limits import Json, Refused
from tests.bot_api.server import Call
from tests.bot_api.state import BOT_ID, USERNAME
from tests.bot_api.user import buttons, quoted

With = Callable[..., Direct]
DOUBTFUL = "Bridge opened giraffe elephant wombat?"


def _typed(direct: Direct, text: str) -> Json:
    """The answer to an inline query."""
    direct.inline(READER, text)
    (call,) = direct.call(asking.inline_query)
    assert call.method == "answerInlineQuery"
    return call.given


def test_a_query_offers_the_quote(direct: Direct) -> None:
    """As it stands in the chat, ready to be posted; for this user alone, for a short time."""
    given = _typed(direct, QUESTION)
    (result,) = given["results"]
    content = result["input_message_content"]
    in_chat = ask(direct, QUESTION)
    assert content["message_text"] == in_chat["text"]
    assert content["entities"] == in_chat["entities"]
    assert content["entities"][0] == {"type": "blockquote", "offset": 0, "length": len(OPENED)}
    assert buttons(result) == [SAY("context-button"), "👍", "👎"]
    assert result["title"] == OPENED
    assert result["description"] == "The bridge · Harbour report · 1 March 2024"
    assert (given["cache_time"], given["is_personal"]) == (CACHED, True)
    assert "button" not in given


@pytest.mark.parametrize(
    ("text", "key"),
    [("Who eats pizza?", "inline-none"), ("", "inline-start"), ("  ", "inline-start")],
)
def test_without_an_answer_a_line_says_why(direct: Direct, text: str, key: str) -> None:
    """It leads to the chat with the bot, where the question goes on if a link can hold it."""
    given = _typed(direct, text)
    assert given["results"] == []
    assert given["button"] == {"text": SAY(key), "start_parameter": to_question(text) or "inline"}
    assert linked(given["button"]["start_parameter"]) == (text.strip() or None)


def test_a_question_too_long_for_a_link_leads_to_the_chat_alone(direct: Direct) -> None:
    """A link holds 46 bytes of it."""
    given = _typed(direct, f"{PIZZA} And a pie?")
    assert given["button"] == {"text": SAY("inline-none"), "start_parameter": "inline"}


def test_a_doubt_is_posted_along(direct: Direct) -> None:
    """And a source without an address leads to the quote in the chat with the bot."""
    given = _typed(direct, "Bass clef piece composed giraffe elephant wombat?")
    (result,) = given["results"]
    text = result["input_message_content"]["message_text"]
    assert text.endswith(f"\n{SAY('unsure-label')}")
    assert SAY("unsure-label") in result["description"]
    (link,) = [one["url"] for one in result["input_message_content"]["entities"] if "url" in one]
    start = link.removeprefix(f"https://t.me/{USERNAME}?start=")
    direct.message(READER, f"/start {start}")
    (call,) = direct.call(commands.start)
    assert quoted(call.result)[0] in text


@pytest.mark.parametrize("question", [DOUBTFUL, PIZZA])
def test_buttons_work_where_it_was_posted(direct: Direct, question: str) -> None:
    """Without knowing the chat: more context, under the label, and a judgement."""
    direct.guest(READER, question)
    (call,) = direct.call(asking.guest_message)
    name = call.result["inline_message_id"]
    posted = direct.state.inline_messages[name]
    key = "unsure-label"
    if question is PIZZA:
        key = "closest-label"
        press(direct, name, "closest-button")
    before = quoted(posted)[0]
    assert noticed(press(direct, name, "context-button")) is None
    assert before in quoted(posted)[0]
    assert before != quoted(posted)[0]
    assert posted["text"].endswith(f"\n{SAY(key)}")
    assert noticed(press(direct, name, "👍")) == SAY("thanks")
    assert buttons(posted) == [SAY("context-button")]
    assert SAY(key) in posted["text"]


def test_strangers_press_nothing_where_it_was_posted(direct_with: With) -> None:
    """Their press is acknowledged, and nothing more."""
    direct = direct_with(access="allowlist", allowed_ids=(READER,))
    direct.guest(READER, QUESTION)
    (call,) = direct.call(asking.guest_message)
    direct.press(8, str(call.result["inline_message_id"]), SAY("context-button"))
    calls = direct.process()
    assert [one.method for one in calls] == ["answerCallbackQuery"]


def test_words_that_moved_are_found_where_they_cannot_be_read(direct: Direct) -> None:
    """What was posted elsewhere is not shown to the bot: the generation of before tells them."""
    direct.guest(READER, QUESTION)
    (call,) = direct.call(asking.guest_message)
    name = call.result["inline_message_id"]
    posted = direct.state.inline_messages[name]
    before = quoted(posted)[0]
    change(direct, "The bridge\n", "News\n\nAll is well.\n\n## The bridge\n")
    assert noticed(press(direct, name, "context-button")) is None
    assert before in quoted(posted)[0]
    assert before != quoted(posted)[0]
    assert noticed(press(direct, name, "👍")) == SAY("thanks")


def test_words_of_a_generation_that_is_gone_are_not_found(direct: Direct) -> None:
    """The press is told that the text has changed."""
    direct.guest(READER, QUESTION)
    (call,) = direct.call(asking.guest_message)
    change(direct, "The bridge\n", "News.\n\nThe bridge\n")
    direct.parts.answering.library.prune(0)
    name = call.result["inline_message_id"]
    assert noticed(press(direct, name, "context-button")) == SAY("changed")


def test_what_was_not_asked_is_not_kept(direct: Direct) -> None:
    """A moment later the same words may be answered, so Telegram asks again."""
    direct.during(direct.parts.work.close())
    given = _typed(direct, QUESTION)
    assert given["cache_time"] == 0
    assert given["button"]["text"] == SAY("inline-wait")


def test_only_the_last_of_what_is_typed_is_asked(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The keys before it are no questions, and count as none."""
    monkeypatch.setattr(inline, "PAUSE", 0.05)
    updates = []
    for end in (5, 10, len(QUESTION)):
        direct.inline(READER, QUESTION[:end])
        updates.append(direct.update)

    async def typing() -> None:
        contexts = [Context.from_update(one, direct.application) for one in updates]
        pairs = zip(updates, contexts, strict=True)
        await asyncio.gather(*(asking.inline_query(one, at) for one, at in pairs if one))

    (call,) = direct.during(typing())
    assert call.given["results"]
    assert direct.parts.metrics.questions() == 1


def test_an_answer_that_comes_too_late_is_no_matter(direct: Direct) -> None:
    """Telegram no longer wants it."""
    direct.inline(READER, QUESTION)
    late = Refused(400, "Bad Request: query is too old and response timeout expired")
    direct.fail_next("answerInlineQuery", late)
    (call,) = direct.call(asking.inline_query)
    assert call.error == late.description
    direct.guest(READER, QUESTION)
    direct.fail_next("answerGuestQuery", late)
    (call,) = direct.call(asking.guest_message)
    assert call.error == late.description


def test_a_follow_up_inline_goes_on_from_nothing(direct: Direct) -> None:
    """What was asked in the chat with the bot is not known elsewhere, nor the other way round."""
    _typed(direct, QUESTION)
    assert direct.parts.memory.last(READER, READER) is None


@pytest.mark.parametrize(
    ("question", "text"), [(QUESTION, OPENED), (PIZZA, SAY("no-answer")), ("hello", "Hello!")]
)
def test_a_guest_is_answered_once(direct: Direct, question: str, text: str) -> None:
    """With the quote, or that there is none."""
    direct.guest(READER, question)
    (call,) = direct.call(asking.guest_message)
    posted = call.given["result"]["input_message_content"]["message_text"]
    assert posted.startswith(text)


def test_a_guest_who_only_mentions_asks_nothing(direct: Direct) -> None:
    """So nothing is said."""
    direct.guest(READER, "")
    assert direct.call(asking.guest_message) == []


def test_a_guest_who_only_mentions_in_reply_asks_what_that_says(direct: Direct) -> None:
    """As in a group that the bot is in; not what the bot itself said."""
    for user, told in ((8, [OPENED]), (BOT_ID, None)):
        direct.guest(READER, "")
        assert direct.update
        asked = direct.update.to_dict()["guest_message"]
        writer = {"id": user, "is_bot": user == BOT_ID, "first_name": "Ann"}
        replied = asked | {"message_id": 2, "from": writer, "text": QUESTION, "entities": []}
        del replied["guest_query_id"]
        direct.arrives("guest_message", asked | {"reply_to_message": replied})
        calls = direct.call(asking.guest_message)
        assert [_quoted(call) for call in calls] == ([told] if told else [])


def _quoted(call: Call) -> list[str]:
    """What a guest's answer quotes."""
    content = call.given["result"]["input_message_content"]
    return quoted({"text": content["message_text"], "entities": content["entities"]})


def test_texts_of_several_dates_are_posted_together(direct: Direct) -> None:
    """By themselves older ones would be read as what is so; no button takes the others away."""
    pool.open_pool(direct)
    (result,) = _typed(direct, pool.QUESTION)["results"]
    direct.guest(READER, pool.QUESTION)
    (call,) = direct.call(asking.guest_message)
    for posted in (result, call.given["result"]):
        text = posted["input_message_content"]["message_text"]
        assert text.startswith(f"On 2 October 2025:\n{pool.NEWEST}\nPool")
        assert f"\n\nEarlier, on 3 March 2024:\n{pool.EARLIER}\nPool" in text
        links = [e["url"] for e in posted["input_message_content"]["entities"] if "url" in e]
        assert len(set(links)) == 2
        assert buttons(posted) == []
        assert posted["title"] == pool.NEWEST
