"""A question that is corrected: the old answer becomes the answer to the new question.

So do a verdict on words that are corrected, and what told how to ask.
"""

from telegram import Message, Update
from telegram.constants import ChatType

from bot.telegram.asking.questions import answer
from bot.telegram.asking.verifying import verdict_corrected
from bot.telegram.context import Context
from bot.telegram.incoming import addressed, command_in, question_in


async def edited_question(update: Update, context: Context) -> None:
    """Answer the corrected question in the old place; messages that asked nothing are let be."""
    message = update.edited_message
    here = context.here
    if not message or await verdict_corrected(message, context):
        return
    place = message.chat_id, message.message_id
    before = here.memory.of_message(*place)
    asked = before if before and before.asked_in == message.message_id else None
    known = here.wordings.newest(place) or (asked and asked.question)
    question = question_in(message, context.bot.username, context.bot.id)
    asks = known or (place in here.told_how and _asks(message, context))
    if asks and question and question != known:
        await answer(message, question, context, instead_of=asked)


def _asks(message: Message, context: Context) -> bool:
    """Whether a message is for the bot to answer: by `/ask`, or words that need no command."""
    command = command_in(message, context.bot.username)
    private = message.chat.type == ChatType.PRIVATE
    to_bot = private or addressed(message, context.bot.username, context.bot.id) is not None
    return command == "ask" or (command is None and to_bot)
