"""A question that is corrected: the old answer becomes the answer to the new question."""

from functools import partial

from telegram import Message, Update

from bot.telegram.asking.answers import rendered, show
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
    found = await answer(message, question, context, instead_of=before)
    if found:
        await _put_in_place(message, before, found, context)


async def _put_in_place(message: Message, before: Asked, found: Asked, context: Context) -> None:
    """Put the new answer in the place of the old one."""
    here, say = context.here, context.here.say(message.from_user)
    text, keyboard = await rendered(found, say, here)
    for old in before.shown_in:
        if await replace(context.bot, message.chat_id, old, text, keyboard):
            found.shown_in = [old]
            here.memory.remember(found)
            return
        await edited(partial(context.bot.delete_message, message.chat_id, old))
    await show(message, found, say, here)
