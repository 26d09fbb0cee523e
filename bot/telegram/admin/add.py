"""What admins send: files, pastes, links and forwarded posts, shown before anything changes."""

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
from bot.telegram.admin.rights import require_admin
from bot.telegram.context import Context, Parts
from bot.telegram.incoming import argument, words
from bot.telegram.intake import Collecting
from bot.telegram.messages import ChatText
from bot.telegram.sending import reply
from index.sources import from_bytes, from_text, from_url
from index.text import Document

# Bots may fetch files up to 20 MB (Bot API, getFile); our own server may allow more.
FILE_MEGABYTES = 20
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)


def sends_text(message: Message, here: Parts) -> bool:
    """Whether the words of a private message are a text for the library, and no question.

    They are an admin's: a link alone, a forwarded post, or what comes while a paste is collected.
    """
    user, text = message.from_user, message.text
    if not user or not here.access.is_admin(user.id):
        return False
    if message.forward_origin:
        return True
    return bool(text and (_is_link(text) or here.intake.collecting(user.id)))


async def text_sent(update: Update, context: Context) -> None:
    """A link, part of a paste, or a forwarded post; any other message is let be."""
    message, here = update.effective_message, context.here
    if not message or not message.from_user or not sends_text(message, here):
        return
    user_id, text = message.from_user.id, message.text or ""
    collecting = here.intake.collecting(user_id)
    if _is_link(text):
        here.intake.stop(user_id)
        doc_id = collecting.doc_id if collecting else None
        await understand(message, lambda: from_url(text.strip()), doc_id, context)
    elif collecting and text:
        await _collect(message, collecting, here)
    else:
        await understand(message, lambda: [_forwarded(message)], None, context)


async def _collect(message: Message, collecting: Collecting, here: Parts) -> None:
    say = here.say(message.from_user)
    if collecting.add(message.text or ""):
        await reply(message, ChatText(say("add-more", messages=len(collecting.texts))))
    else:
        await reply(message, ChatText(say("rebuild-failed", reason=say("paste-too-long"))))


def _is_link(text: str) -> bool:
    return _LINK.fullmatch(text.strip()) is not None


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
    if _is_link(link):
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
