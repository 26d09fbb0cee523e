"""What handlers are given, and what is no question of anybody."""

import asyncio
import time
from typing import Any

import pytest
from telegram import Update
from telegram.ext import TypeHandler

from bot.operations import Busy
from bot.state import StateError
from bot.telegram.context import Context, Parts
from bot.telegram.texts import texts
from tests.bot_api.direct import Direct
from tests.bot_api.process import ADMIN

ANN = 7


def test_a_handler_gets_a_typed_context_of_the_very_parts(direct: Direct) -> None:
    """`here` is what was wired: nothing lies in a dictionary on the way."""
    given: list[Context] = []

    async def handler(_: Update, context: Context) -> None:
        given.append(context)

    direct.application.add_handler(TypeHandler(Update, handler), group=-2)
    direct.message(ANN, "/help")
    assert direct.process() != []
    (context,) = given
    assert type(context) is Context
    assert context.here is direct.parts
    assert direct.application.bot_data is direct.parts
    assert not isinstance(direct.application.bot_data, dict)


def test_nothing_is_kept_in_dictionaries_of_users_and_chats(direct: Direct) -> None:
    """Of a question, a command and a button's press nothing is left in them."""
    direct.message(ANN, "When was the Lindholm Bridge opened?")
    (sent,) = [call.result for call in direct.process() if call.method == "sendMessage"]
    direct.press(ANN, sent, "m:")
    direct.process()
    direct.message(ADMIN, "/add")
    direct.process()
    kept: list[Any] = [direct.application.user_data, direct.application.chat_data]
    assert [value for one in kept for value in one.values() if value] == []


def test_parts_are_no_place_for_what_nobody_named(direct: Direct) -> None:
    """A handler that wants to keep something has to give it a name and a type."""
    with pytest.raises(AttributeError):
        direct.parts.anything = 1  # type: ignore[attr-defined]


def test_the_language_chosen_comes_before_that_of_the_app(direct: Direct) -> None:
    """English for whoever has neither."""
    direct.message(ANN, "Hallo", language="de-AT")
    user = direct.update.effective_user if direct.update else None
    assert direct.parts.say(user) is texts("de")
    direct.parts.state.set_language(ANN, "fr")
    assert direct.parts.say(user) is texts("fr")
    direct.message(8, "?", language="xx")
    assert direct.parts.say(direct.update.effective_user if direct.update else None) is texts("en")
    assert direct.parts.say(None) is texts("en")


def test_what_came_in_last_is_known_of_bounded_many(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typing and asking while the bot is off cannot fill the memory."""
    monkeypatch.setattr("bot.telegram.context.MOST_NEWEST", 2)
    here = _again(direct.parts)
    for number in range(5):
        here.typing[number] = str(number)
        here.stale[number, 0] = number
    assert dict(here.typing) == {3: "3", 4: "4"}
    assert dict(here.stale) == {(3, 0): 3, (4, 0): 4}


def _again(parts: Parts) -> Parts:
    names = ("settings", "answering", "work", "rebuilding", "state", "access", "metrics",
             "examples", "started")  # fmt: skip
    return Parts(**{name: getattr(parts, name) for name in names})


def test_closing_finishes_the_work_before_the_state(direct: Direct) -> None:
    """What was taken may still write; then nothing more is taken or kept."""
    here = direct.parts

    def late(number: int) -> None:
        time.sleep(0.1)
        here.state.set_language(number, "de")

    async def scenario() -> None:
        taken = [here.work.run(late, 1), here.rebuilding.run(late, 2)]
        tasks = [asyncio.ensure_future(one) for one in taken]
        await asyncio.sleep(0.02)
        await here.close()
        assert [task.exception() for task in tasks] == [None, None]
        for work in (here.work, here.rebuilding):
            with pytest.raises(Busy):
                await work.run(int)

    direct.during(scenario())
    with pytest.raises(StateError):
        here.state.language(1)
