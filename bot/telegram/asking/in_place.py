"""An answer in the place of messages that were there before it."""

from collections.abc import Sequence
from functools import partial

from telegram import Message

from bot.telegram.asking.answers import Shown, rendered, show_more
from bot.telegram.context import Context
from bot.telegram.memory import Asked
from bot.telegram.sending import edited, replace


async def put_in_place(
    message: Message, old: Sequence[int], found: Asked, context: Context
) -> None:
    """Answer a message with its old replies edited; those left over go, what is more follows."""
    here, left = context.here, list(old)
    more: list[Shown] = []
    for text, keyboard in rendered(found, here.say(message.from_user), here):
        if left and await replace(context.bot, message.chat_id, left[0], text, keyboard):
            found.shown_in.append(left.pop(0))
        else:
            more.append((text, keyboard))
    for one in left:
        await edited(partial(context.bot.delete_message, message.chat_id, one))
    await show_more(message, found, more, here)
