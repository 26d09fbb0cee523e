"""In a group only what is addressed to the bot is a question: `/ask`, a mention, a reply to it."""

import time

from telegram import Update

from bot.telegram.askers import Asker
from bot.telegram.asking.acknowledging import acknowledged
from bot.telegram.asking.questions import ask
from bot.telegram.context import Context
from bot.telegram.incoming import addressed, question_in


async def group_question(update: Update, context: Context) -> None:
    """A mention of the bot, or a reply to it; anything else is talk among people."""
    message, bot = update.effective_message, context.bot
    if not message or addressed(message, bot.username, bot.id) is None:
        return
    words = question_in(message, bot.username, bot.id)
    if not await acknowledged(message, words, context):
        # Words that `/verify` waited for do not come any more.
        context.here.awaited.came(Asker.who_wrote(message), time.time())
        await ask(message, words, context)


async def ask_command(update: Update, context: Context) -> None:
    """`/ask QUESTION`, or `/ask` in reply to who asks; also below a picture, and in private."""
    message = update.effective_message
    if not message:
        return
    await ask(message, question_in(message, context.bot.username, context.bot.id), context)
