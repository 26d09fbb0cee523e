"""Which update goes where. What is not named here is not fetched, or is let be."""

from telegram.constants import UpdateType
from telegram.ext import (
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.telegram import commands
from bot.telegram.admin import add as admin
from bot.telegram.admin import articles
from bot.telegram.admin import confirm as confirming
from bot.telegram.admission import limited
from bot.telegram.asking import buttons, inline, questions
from bot.telegram.context import App

ALLOWED_UPDATES = [
    UpdateType.MESSAGE,
    UpdateType.EDITED_MESSAGE,
    UpdateType.CALLBACK_QUERY,
    UpdateType.INLINE_QUERY,
    UpdateType.MY_CHAT_MEMBER,
    UpdateType.GUEST_MESSAGE,
]

# Edited, channel, business and guest messages match most filters too (telegram.ext.filters): a
# corrected command must not run again, and nobody asked in a channel.
NEW = filters.UpdateType.MESSAGE & ~filters.VIA_BOT
PRIVATE = NEW & filters.ChatType.PRIVATE
GROUP = NEW & filters.ChatType.GROUPS
WORDS = filters.TEXT | filters.CAPTION

COMMANDS = {
    "start": commands.start,
    "help": limited(commands.help_command),
    "about": limited(commands.about),
    "why": limited(commands.why),
    "forget": limited(commands.forget),
    "language": limited(commands.language),
    "ask": questions.ask_command,
    "approve": commands.approve,
    "add": admin.add_command,
    "done": admin.done_command,
    "cancel": admin.cancel_command,
    "articles": articles.articles_command,
    "rollback": articles.rollback_command,
    "status": articles.status_command,
}


def add_handlers(application: App) -> None:
    """Every handler; the first that matches takes the update."""
    for name, command in COMMANDS.items():
        application.add_handler(CommandHandler(name, command, filters=NEW))
    for chosen, answer in (
        (filters.UpdateType.GUEST_MESSAGE, inline.guest_message),
        (NEW & filters.StatusUpdate.MIGRATE, commands.migrated),
        (PRIVATE & filters.TEXT & ~filters.COMMAND, admin.private_text),
        (PRIVATE & filters.COMMAND, limited(commands.help_command)),
        (PRIVATE & filters.Document.ALL, admin.file_sent),
        (PRIVATE & filters.CAPTION, admin.private_caption),
        (PRIVATE & ~filters.StatusUpdate.ALL, commands.not_text),
        (GROUP & WORDS & ~filters.COMMAND, questions.group_question),
        (filters.UpdateType.EDITED_MESSAGE & WORDS, questions.edited_question),
    ):
        application.add_handler(MessageHandler(chosen, answer))
    application.add_handler(CallbackQueryHandler(commands.language_chosen, pattern=r"^l:"))
    application.add_handler(CallbackQueryHandler(confirming.confirmed, pattern=r"^[AWX]:"))
    application.add_handler(CallbackQueryHandler(articles.pressed, pattern=r"^[LDRPBN]:"))
    application.add_handler(CallbackQueryHandler(buttons.pressed))
    application.add_handler(InlineQueryHandler(inline.inline_query))
    application.add_handler(ChatMemberHandler(commands.joined, ChatMemberHandler.MY_CHAT_MEMBER))
