"""Which update goes where. What is not named here is not fetched, or is let be."""

import time

from telegram import Message, Update
from telegram.constants import UpdateType
from telegram.ext import (
    ApplicationHandlerStop,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.telegram import admin, articles, asking, coming, commands, why
from bot.telegram.admission import by_admin
from bot.telegram.askers import Asker
from bot.telegram.context import App, Context
from bot.telegram.doors import Handle, for_admins, limited
from bot.telegram.incoming import asks_nothing, command_in
from bot.telegram.knocking import hear
from bot.telegram.presses import pressed

ALLOWED_UPDATES = [
    UpdateType.MESSAGE,
    UpdateType.EDITED_MESSAGE,
    UpdateType.CALLBACK_QUERY,
    UpdateType.INLINE_QUERY,
    UpdateType.MY_CHAT_MEMBER,
    UpdateType.GUEST_MESSAGE,
]


class _Asks(filters.MessageFilter):
    """A message that somebody wrote: no handler is given one that asks nothing."""

    def filter(self, message: Message) -> bool:
        return not asks_nothing(message)


# Edited, channel, business and guest messages match most filters too (telegram.ext.filters): a
# corrected command must not run again, and nobody asked in a channel.
NEW = filters.UpdateType.MESSAGE
ASKED = NEW & _Asks()
PRIVATE = ASKED & filters.ChatType.PRIVATE
GROUP = ASKED & filters.ChatType.GROUPS
WORDS = filters.TEXT | filters.CAPTION
# An animation comes as a file, too, for old apps (Bot API, Message).
FILE = filters.Document.ALL & ~filters.ANIMATION

COMMANDS = {
    "start": commands.start,
    "help": limited(commands.help_command),
    "about": limited(commands.about),
    "why": limited(why.why_command),
    "forget": commands.forget,
    "privacy": limited(commands.privacy),
    "language": limited(commands.language),
    "articles": limited(articles.articles_command),
    "ask": asking.ask_command,
    "verify": asking.verify_command,
    "cite": limited(asking.cite_command),
    "waiting": limited(asking.waiting_command),
    "approve": for_admins(admin.approve_command),
    "revoke": for_admins(admin.revoke_command),
    "add": for_admins(admin.add_command),
    "done": for_admins(admin.done_command),
    "cancel": for_admins(admin.cancel_command),
    "rollback": for_admins(admin.rollback_command),
    "gaps": for_admins(admin.gaps_command),
    "status": for_admins(admin.status_command),
}


def instead(handle: Handle) -> Handle:
    """The same handler for what comes instead of words that `/verify` waits for: no longer."""

    async def run(update: Update, context: Context) -> None:
        if message := update.effective_message:
            context.here.awaited.came(Asker.who_wrote(message), time.time())
        await handle(update, context)

    return run


async def private_words(update: Update, context: Context) -> None:
    """Words in private, also under a picture: to be verified where that was said, else others."""
    message, here = update.effective_message, context.here
    if not message:
        return
    first = here.albums.first_words(message)
    if not admin.corrects(message, here) and first and await asking.verify_next(message, context):
        return
    if admin.sends_text(message, here):
        await admin.text_sent(update, context)
    elif first:
        await asking.private_question(update, context)


async def file(update: Update, context: Context) -> None:
    """A file in private: an admin's is a text; of anybody else's only the words below it count."""
    message = update.effective_message
    if message and by_admin(message, context.here):
        await _SENT_IN(update, context)
    elif message and message.caption:
        await private_words(update, context)
    else:
        await no_words(update, context)


_SENT_IN = instead(admin.file_sent)


async def group_words(update: Update, context: Context) -> None:
    """Words in a group: to be verified, in reply to the bot that asked for them, or a question."""
    message = update.effective_message
    to_bot = message and message.reply_to_message and message.reply_to_message.from_user
    ours = to_bot and to_bot.id == context.bot.id
    if not (message and ours and await asking.verify_next(message, context)):
        await asking.group_question(update, context)


async def no_words(update: Update, context: Context) -> None:
    """Voice, stickers and the like in private; an album is one of them."""
    message = update.effective_message
    if message and await context.here.albums.no_words(message):
        await _TOLD(update, context)


_TOLD = limited(commands.not_text)


class _Below(filters.MessageFilter):
    """A command below a picture: the library sees commands in texts only."""

    def __init__(self, command: str) -> None:
        super().__init__()
        self._command = command

    def filter(self, message: Message) -> bool:
        command = command_in(message, message.get_bot().username)
        return bool(message.caption) and command == self._command


async def edited_words(update: Update, context: Context) -> None:
    """Words that were corrected: of a text that an admin is sending in, or of a question."""
    message = update.edited_message
    if message and admin.is_pasted(message, context.here):
        await admin.edited_text(update, context)
    else:
        await asking.edited_question(update, context)


async def once(update: Update, context: Context) -> None:
    """A webhook may deliver an update twice: the second time it is dropped."""
    if not context.here.state.first_time(update.update_id):
        raise ApplicationHandlerStop


def add_handlers(application: App) -> None:
    """Every handler; the first that matches takes the update."""
    if application.bot_data.state.together is None:  # several share what came in: each is once
        application.add_handler(TypeHandler(Update, once), group=-1)
    application.add_handler(TypeHandler(Update, hear), group=2)
    for name, command in COMMANDS.items():
        command = instead(command)
        application.add_handler(CommandHandler(name, command, filters=ASKED))
        below = ASKED & _Below(name)
        # A file with `/add` below it is the text that an admin sends in.
        below = below & ~FILE if name == "add" else below
        application.add_handler(MessageHandler(below, command))
    for chosen, answer in (
        (filters.UpdateType.GUEST_MESSAGE, asking.guest_message),
        (NEW & filters.StatusUpdate.MIGRATE, coming.migrated),
        (PRIVATE & filters.TEXT & ~filters.COMMAND, private_words),
        (PRIVATE & filters.COMMAND, instead(limited(commands.unknown))),
        (PRIVATE & FILE, file),
        (PRIVATE & filters.CAPTION, private_words),
        (PRIVATE & ~filters.StatusUpdate.ALL, no_words),
        (GROUP & WORDS & ~filters.COMMAND, group_words),
        (filters.UpdateType.EDITED_MESSAGE & WORDS, edited_words),
    ):
        application.add_handler(MessageHandler(chosen, answer))
    application.add_handler(CallbackQueryHandler(pressed))
    application.add_handler(InlineQueryHandler(asking.inline_query))
    application.add_handler(ChatMemberHandler(coming.joined, ChatMemberHandler.MY_CHAT_MEMBER))
