"""In a group only what is addressed to the bot is a question: `/ask`, a mention, a reply to it."""

from telegram import Update

from bot.telegram.asking.questions import ask
from bot.telegram.context import Context, is_ours
from bot.telegram.incoming import addressed, argument, words


async def group_question(update: Update, context: Context) -> None:
    """A mention of the bot, or a reply to it; anything else is talk among people."""
    message = update.effective_message
    if not message or is_ours(update):
        return
    question = addressed(message, context.bot.username, context.bot.id)
    if question is not None:
        await ask(message, question, context)


async def ask_command(update: Update, context: Context) -> None:
    """`/ask QUESTION`, or `/ask` in reply to the message that asks; also in private chats."""
    message = update.effective_message
    if not message or is_ours(update):
        return
    asked = message.reply_to_message
    await ask(message, argument(message) or (words(asked) if asked else ""), context)
