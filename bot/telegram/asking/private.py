"""In a private chat every message with words is a question."""

from telegram import Update

from bot.telegram.asking.questions import ask
from bot.telegram.context import Context
from bot.telegram.incoming import words


async def private_question(update: Update, context: Context) -> None:
    """Any text, or the words under a picture."""
    message = update.effective_message
    if message and words(message):
        await ask(message, words(message), context)
