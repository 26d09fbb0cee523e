"""A question that is corrected: the old answer becomes the answer to the new question."""

from telegram import Update

from bot.telegram.asking.questions import answer
from bot.telegram.context import Context
from bot.telegram.incoming import question_in


async def edited_question(update: Update, context: Context) -> None:
    """Answer the corrected question in the old place; messages that asked nothing are let be."""
    message = update.edited_message
    here = context.here
    if not message:
        return
    place = message.chat_id, message.message_id
    before = here.memory.of_message(*place)
    asked = before if before and before.asked_in == message.message_id else None
    known = here.wordings.newest(place) or (asked and asked.question)
    question = question_in(message, context.bot.username, context.bot.id)
    if known and question and question != known:
        await answer(message, question, context, instead_of=asked)
