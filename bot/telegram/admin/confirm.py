"""The buttons under a change that waits: yes, all others away, another text, a correction, no."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any, TypeVar

from telegram import Bot, Message

from bot.telegram.admin.changes import Change, Changes, Kind
from bot.telegram.admin.editing import ask_for
from bot.telegram.admin.publishing import publish
from bot.telegram.admin.rights import admins
from bot.telegram.admin.showing import ask_for_yes, show_preview
from bot.telegram.admin.showing import show as put
from bot.telegram.admin_buttons import Cancel, Edit, Publish, ReplaceAll, Show
from bot.telegram.buttons import Button
from bot.telegram.composing import ChatText
from bot.telegram.context import Parts
from bot.telegram.texts import texts
from bot.telegram.under import Act, Under

Pressed = TypeVar("Pressed", bound=Button)


def _on_change(
    act: Callable[[Parts, Bot, Change, Pressed], Coroutine[Any, Any, None]],
) -> Act[Pressed]:
    """A press of an admin on what they themselves have sent or asked for."""

    async def run(under: Under, message: Message, at: Pressed) -> None:
        here, place = under.context.here, (under.who.user_id, message.message_id)
        change = await asyncio.to_thread(Changes(here.state).get, *place)
        if change is None:
            await under.tell(under.say("expired"), alert=True)
        elif change.under_way and (place in here.publishing or here.state.together is None):
            await under.tell(under.say("under-way"))
        else:
            await under.tell()
            await act(here, under.context.bot, change, at)

    return admins(run)


@_on_change
async def carry_out(here: Parts, bot: Bot, change: Change, at: Publish) -> None:
    """Yes."""
    await publish(here, bot, change, sure=at.sure)


@_on_change
async def cancel(here: Parts, bot: Bot, change: Change, _: Cancel) -> None:
    """No."""
    Changes(here.state).drop(change)
    await put(bot, change, ChatText(texts(change.language)("cancelled")))


@_on_change
async def replace_all(here: Parts, bot: Bot, change: Change, _: ReplaceAll) -> None:
    """All others away: after another yes."""
    shown = change.beside(here.answering.view.generation)
    await ask_for_yes(here, bot, replace(shown, kind=Kind.REPLACE_ALL))


@_on_change
async def edit(here: Parts, bot: Bot, change: Change, at: Edit) -> None:
    """A part of one of its texts is to be corrected."""
    await ask_for(here, bot, change, at.place, at.part)


@_on_change
async def show(here: Parts, bot: Bot, change: Change, at: Show) -> None:
    """Another of its texts, the nearest there is."""
    place = min(at.place, len(change.documents) - 1)
    await show_preview(here, bot, replace(change, kind=Kind.ADD, place=place))
