"""A question that is corrected: the old answer becomes the answer to the new question."""

from functools import partial

from telegram import Message, Update

from bot.telegram.asking.answers import Shown, rendered, show_more
from bot.telegram.asking.questions import answer
from bot.telegram.context import Context
from bot.telegram.incoming import question_in
from bot.telegram.memory import Asked
from bot.telegram.sending import edited, replace


async def edited_question(update: Update, context: Context) -> None:
    """Answer the corrected question in the old place; messages that asked nothing are let be."""
    message = update.edited_message
    here = context.here
    before = message and here.memory.of_message(message.chat_id, message.message_id)
    if not message or not before or before.asked_in != message.message_id:
        return
    question = question_in(message, context.bot.username, context.bot.id)
    if not question or question == before.question:
        return
    found = await answer(message, question, context)
    if found:
        await _put_in_place(message, before, found, context)


async def _put_in_place(message: Message, before: Asked, found: Asked, context: Context) -> None:
    """Put the new answer's messages in the place of the old ones."""
    here = context.here
    old = list(before.shown_in)
    more: list[Shown] = []
    for text, keyboard in rendered(found, here.say(message.from_user), here):
        if old and await replace(context.bot, message.chat_id, old[0], text, keyboard):
            found.shown_in.append(old.pop(0))
        else:
            more.append((text, keyboard))
    for left in old:
        await edited(partial(context.bot.delete_message, message.chat_id, left))
    await show_more(message, found, more, here)
