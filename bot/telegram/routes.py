"""Which update goes where. What is not named here is not fetched, or is let be."""

from telegram import Update
from telegram.constants import UpdateType
from telegram.ext import (
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.telegram import admin, asking, commands
from bot.telegram.admission import Handle, limited
from bot.telegram.context import App, Context
from bot.telegram.keyboards import Action, parse
from bot.telegram.sending import notice

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
    "ask": asking.ask_command,
    "approve": admin.approve_command,
    "add": admin.add_command,
    "done": admin.done_command,
    "cancel": admin.cancel_command,
    "articles": admin.articles_command,
    "rollback": admin.rollback_command,
    "status": admin.status_command,
}

PRESSED: dict[Action, Handle] = {
    Action.CONTEXT: asking.pressed,
    Action.OTHER: asking.pressed,
    Action.RIGHT: asking.pressed,
    Action.WRONG: asking.pressed,
    Action.CLOSEST: asking.pressed,
    Action.AGAIN: asking.pressed,
    Action.EXAMPLE: asking.pressed,
    Action.NEAR: asking.pressed,
    Action.ADD: admin.confirmed,
    Action.REPLACE_ALL: admin.confirmed,
    Action.CANCEL: admin.confirmed,
    Action.LIST: admin.article_pressed,
    Action.ONE: admin.article_pressed,
    Action.REMOVE: admin.article_pressed,
    Action.REPLACE: admin.article_pressed,
    Action.GO_BACK: admin.article_pressed,
    Action.NOTHING: admin.article_pressed,
    Action.LANGUAGE: commands.language_chosen,
}


async def pressed(update: Update, context: Context) -> None:
    """A button: to whom its action belongs. What is none of ours is only acknowledged."""
    query = update.callback_query
    at = parse(query.data or "") if query else None
    if at:
        await PRESSED[at.action](update, context)
    elif query:
        await notice(query)


async def private_words(update: Update, context: Context) -> None:
    """Words in private, also under a picture: a text that an admin sends in, or a question."""
    message = update.effective_message
    if message and admin.sends_text(message, context.here):
        await admin.text_sent(update, context)
    else:
        await asking.private_question(update, context)


def add_handlers(application: App) -> None:
    """Every handler; the first that matches takes the update."""
    for name, command in COMMANDS.items():
        application.add_handler(CommandHandler(name, command, filters=NEW))
    for chosen, answer in (
        (filters.UpdateType.GUEST_MESSAGE, asking.guest_message),
        (NEW & filters.StatusUpdate.MIGRATE, commands.migrated),
        (PRIVATE & filters.TEXT & ~filters.COMMAND, private_words),
        (PRIVATE & filters.COMMAND, limited(commands.help_command)),
        (PRIVATE & filters.Document.ALL, admin.file_sent),
        (PRIVATE & filters.CAPTION, private_words),
        (PRIVATE & ~filters.StatusUpdate.ALL, commands.not_text),
        (GROUP & WORDS & ~filters.COMMAND, asking.group_question),
        (filters.UpdateType.EDITED_MESSAGE & WORDS, asking.edited_question),
    ):
        application.add_handler(MessageHandler(chosen, answer))
    application.add_handler(CallbackQueryHandler(pressed))
    application.add_handler(InlineQueryHandler(asking.inline_query))
    application.add_handler(ChatMemberHandler(commands.joined, ChatMemberHandler.MY_CHAT_MEMBER))
