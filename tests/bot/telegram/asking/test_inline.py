"""Inline and guest mode: quotes to post in any chat."""

import asyncio
from collections.abc import Callable

import pytest

from bot.telegram import asking
from bot.telegram.asking import inline
from bot.telegram.asking.inline import CACHED
from bot.telegram.context import Context
from tests.bot.telegram.asking.ways import OPENED, PIZZA, QUESTION, READER, SAY
from tests.bot_api.direct import Direct
from tests.bot_api.limits import Json, Refused

With = Callable[..., Direct]


def _typed(direct: Direct, text: str) -> Json:
    """The answer to an inline query."""
    direct.inline(READER, text)
    (call,) = direct.call(asking.inline_query)
    assert call.method == "answerInlineQuery"
    return call.given


def test_a_query_offers_the_quote(direct: Direct) -> None:
    """As a message with its source, ready to be posted; for this user alone, for a short time."""
    given = _typed(direct, QUESTION)
    (result,) = given["results"]
    content = result["input_message_content"]
    assert content["message_text"].startswith(f"{OPENED}\nHarbour report")
    assert content["entities"][0] == {"type": "blockquote", "offset": 0, "length": len(OPENED)}
    assert result["title"].startswith(OPENED)
    assert len(result["title"]) <= 120
    assert (given["cache_time"], given["is_personal"]) == (CACHED, True)
    assert "button" not in given


@pytest.mark.parametrize(
    ("text", "key"), [(PIZZA, "inline-none"), ("", "inline-start"), ("  ", "inline-start")]
)
def test_without_an_answer_a_line_says_why(direct: Direct, text: str, key: str) -> None:
    """It leads to the chat with the bot; nothing is offered, not even the closest passage."""
    given = _typed(direct, text)
    assert given["results"] == []
    assert given["button"] == {"text": SAY(key), "start_parameter": "inline"}


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
