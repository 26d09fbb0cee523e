"""What admins send: files, pastes, links and forwarded posts, shown before anything changes."""

import logging
import re

from telegram import (
    Document as File,
)
from telegram import (
    Message,
    MessageOriginChannel,
    Update,
)

from bot.telegram.admin.confirm import understand
from bot.telegram.asking import private_question
from bot.telegram.context import Context, is_ours
from bot.telegram.incoming import argument, words
from bot.telegram.messages import ChatText
from bot.telegram.sending import reply
from index.sources import from_bytes, from_text, from_url
from index.text import Document

logger = logging.getLogger(__name__)

# Bots may fetch files up to 20 MB (Bot API, getFile); our own server may allow more.
FILE_MEGABYTES = 20
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)


async def require_admin(update: Update, context: Context) -> Message | None:
    """The message of an admin in a private chat; anybody else is told why not."""
    message = update.effective_message
    if message is None or is_ours(update):
        return None
    here = context.here
    say = here.say(message.from_user)
    user_id = message.from_user.id if message.from_user else 0
    anonymous = message.sender_chat.id if message.sender_chat else None
    if here.access.is_admin(user_id, anonymous):
        if message.chat.type == "private":
            return message
        await reply(message, ChatText(say("only-private")))
    elif here.access.may_ask(user_id, message.chat_id, message.chat.type == "private"):
        await reply(message, ChatText(say("anonymous" if anonymous else "only-admin")))
    return None


async def private_text(update: Update, context: Context) -> None:
    """A question; or, from an admin, part of a paste, a link, or a forwarded post."""
    message = update.effective_message
    user = message.from_user if message else None
    if not message or not message.text or not user:
        return
    if not context.here.access.is_admin(user.id):
        await private_question(update, context)
        return
    here = context.here.intake
    collecting = here.collecting(user.id)
    text = message.text
    if _LINK.fullmatch(text.strip()):
        here.stop(user.id)
        doc_id = collecting.doc_id if collecting else None
        await understand(message, lambda: from_url(text.strip()), doc_id, context)
    elif message.forward_origin and not collecting:
        await understand(message, lambda: [_forwarded(message)], None, context)
    elif collecting:
        say = context.here.say(user)
        if collecting.add(text):
            await reply(message, ChatText(say("add-more", messages=len(collecting.texts))))
        else:
            await reply(message, ChatText(say("rebuild-failed", reason=say("paste-too-long"))))
    else:
        await private_question(update, context)


def _forwarded(message: Message) -> Document:
    """A post with where and when it was posted; raises SourceError if it has no text."""
    origin = message.forward_origin
    text = words(message)
    date = origin.date.date().isoformat() if origin else None
    if not isinstance(origin, MessageOriginChannel):
        return from_text(text, date=date)
    name = origin.chat.username
    url = f"https://t.me/{name}/{origin.message_id}" if name else None
    doc_id = f"t.me/{name or origin.chat.id}/{origin.message_id}"
    return from_text(text, origin.chat.title, date, url, doc_id)


async def add_command(update: Update, context: Context) -> None:
    """`/add`: what follows is text, until `/done`. `/add LINK` reads it at once."""
    message = await require_admin(update, context)
    if not message or not message.from_user:
        return
    link = argument(message)
    if _LINK.fullmatch(link):
        await understand(message, lambda: from_url(link), None, context)
        return
    context.here.intake.start(message.from_user.id)
    await reply(message, ChatText(context.here.say(message.from_user)("add-start")))


async def done_command(update: Update, context: Context) -> None:
    """`/done`: the paste is complete."""
    message = await require_admin(update, context)
    if not message or not message.from_user:
        return
    collected = context.here.intake.stop(message.from_user.id)
    if collected and collected.texts:
        await understand(message, lambda: [collected.document()], None, context)
    else:
        await reply(message, ChatText(context.here.say(message.from_user)("add-nothing")))


async def cancel_command(update: Update, context: Context) -> None:
    """`/cancel`: forget what was collected."""
    message = await require_admin(update, context)
    if message and message.from_user:
        context.here.intake.stop(message.from_user.id)
        await reply(message, ChatText(context.here.say(message.from_user)("cancelled")))


async def file_sent(update: Update, context: Context) -> None:
    """A file from an admin becomes documents."""
    message = await require_admin(update, context)
    if not message or not message.document or not message.from_user:
        return
    say = context.here.say(message.from_user)
    sent = message.document
    if (sent.file_size or 0) > FILE_MEGABYTES * 1_000_000 and not context.bot.local_mode:
        await reply(message, ChatText(say("file-too-big", limit=FILE_MEGABYTES)))
        return
    data = await _fetched(sent)
    collecting = context.here.intake.stop(message.from_user.id)
    doc_id = collecting.doc_id if collecting else None
    name = (sent.file_name or "file.txt").replace("/", "_").replace("\\", "_")
    await understand(message, lambda: from_bytes(name, data), doc_id, context)


async def _fetched(sent: File) -> bytes:
    file = await sent.get_file()
    return bytes(await file.download_as_bytearray())


async def private_caption(update: Update, context: Context) -> None:
    """A picture with words: from an admin who forwards it a post, else a question."""
    message = update.effective_message
    if not message or not message.caption or not message.from_user:
        return
    admin = context.here.access.is_admin(message.from_user.id)
    if admin and message.forward_origin:
        await understand(message, lambda: [_forwarded(message)], None, context)
    else:
        await private_question(update, context)
