"""An answer in the place of messages that were there before it."""

from collections.abc import Sequence
from functools import partial

from telegram import Message

from bot.telegram.asking.answers import rendered, show
from bot.telegram.context import Context
from bot.telegram.memory import Asked
from bot.telegram.sending import edited, replace


async def show_in_place(
    message: Message, old: Sequence[int], found: Asked, context: Context
) -> None:
    """Answer a message in the first of its old replies that can be edited; the others go."""
    here, say = context.here, context.here.say(message.from_user)
    if not old:
        await show(message, found, say, here)
        return
    text, keyboard = rendered(found, say, here)
    for one in old:
        place = message.chat_id, one
        if not found.shown_in and await replace(context.bot, *place, text, keyboard):
            found.shown_in.append(one)
        else:
            await edited(partial(context.bot.delete_message, *place))
    if found.shown_in:
        here.memory.remember(found)
    else:
        await show(message, found, say, here)
