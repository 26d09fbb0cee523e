"""The buttons under a change that waits: yes, all others away, another text, a correction, no."""

import asyncio
from dataclasses import replace

from telegram import Bot, CallbackQuery, Update

from bot.telegram.admin.changes import Change, Changes, Kind
from bot.telegram.admin.editing import ask_for
from bot.telegram.admin.publishing import publish
from bot.telegram.admin.rights import pressed_by_admin
from bot.telegram.admin.showing import ask_for_yes, show, show_preview
from bot.telegram.context import Context, Parts
from bot.telegram.keyboards import Action, Pressed
from bot.telegram.messages import ChatText
from bot.telegram.sending import notice
from bot.telegram.texts import texts


async def confirmed(update: Update, context: Context) -> None:
    """A press of an admin on what they themselves have sent or asked for."""
    found = await pressed_by_admin(update, context)
    if found is None:
        return
    query, message, at = found
    here, say = context.here, context.here.say(query.from_user)
    place = query.from_user.id, message.message_id
    change = await asyncio.to_thread(Changes(here.state).get, *place)
    if change is None:
        await notice(query, say("expired"), alert=True)
    elif change.under_way and (place in here.publishing or here.state.together is None):
        await notice(query, say("under-way"))
    else:
        await notice(query)
        await _act(query, at, change, here, context.bot)


async def _act(query: CallbackQuery, at: Pressed, change: Change, here: Parts, bot: Bot) -> None:
    if at.action is Action.PUBLISH:
        await publish(here, bot, change, sure=bool(at.rank))
    elif at.action is Action.CANCEL:
        Changes(here.state).drop(change)
        await show(bot, change, ChatText(texts(change.language)("cancelled")))
    elif at.action is Action.REPLACE_ALL:
        seen = here.answering.generation
        await ask_for_yes(here, bot, replace(change, kind=Kind.REPLACE_ALL, seen=seen))
    elif at.action is Action.EDIT:
        await ask_for(here, bot, change, at.rank, at.start)
    else:
        place = min(at.rank, len(change.documents) - 1)
        await show_preview(here, bot, replace(change, kind=Kind.ADD, place=place))
