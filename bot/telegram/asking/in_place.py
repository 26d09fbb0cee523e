"""An answer in the place of messages that were there before it."""

from collections.abc import Sequence
from functools import partial

from telegram import Message

from bot.telegram.asking.answers import rendered, show
from bot.telegram.context import Context
from bot.telegram.memory import Asked
from bot.telegram.sending import edited, replace


async def put_in_place(
    message: Message, old: Sequence[int], found: Asked, context: Context
) -> None:
    """Answer a message with the first of its old replies that can be edited; the others go."""
    here = context.here
    text, keyboard = await rendered(found, here.say(message.from_user), here)
    for one in old:
        if not found.shown_in and await replace(context.bot, message.chat_id, one, text, keyboard):
            found.shown_in = [one]
        else:
            await edited(partial(context.bot.delete_message, message.chat_id, one))
    if found.shown_in:
        here.memory.remember(found)
    else:
        await show(message, found, here.say(message.from_user), here)
