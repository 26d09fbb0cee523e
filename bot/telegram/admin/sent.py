"""What admins send: files, links and forwarded posts. None is dropped without a word."""

import logging
import re
from functools import partial

from telegram import Document as File
from telegram import Message, MessageOriginChannel, Update
from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.telegram.admin.editing import corrected, corrects
from bot.telegram.admin.paste import Paste
from bot.telegram.admin.rights import require_admin
from bot.telegram.admin.taking import collect, read_in, read_link, telling
from bot.telegram.admin.understanding import Source, understand
from bot.telegram.admin.unread import unread
from bot.telegram.admission import by_admin
from bot.telegram.composing import ChatText
from bot.telegram.context import Context, Parts
from bot.telegram.incoming import strikes_out, valid_words, words
from bot.telegram.patience import patiently
from bot.telegram.sending import reply
from bot.telegram.texts import Texts
from index.errors import SourceError, Trouble
from index.sources import from_bytes, from_text
from index.text import Document

logger = logging.getLogger(__name__)

# Bots may fetch files up to 20 MB (Bot API, getFile); our own server may allow more.
FILE_MEGABYTES = 20
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)


def sends_text(message: Message, here: Parts) -> bool:
    """Whether the words of a private message are for the library, and no question.

    They are an admin's: a link alone, a forwarded post, a correction of a text that was shown,
    or what comes while a paste is collected.
    """
    if not message.from_user or not by_admin(message, here):
        return False
    return bool(
        message.forward_origin
        or link_in(message, words(message))
        or corrects(message, here)
        or Paste(here.state, message.from_user.id).collecting
    )


async def text_sent(update: Update, context: Context) -> None:
    """A link, a correction, part of a paste, or a forwarded post; any other message is let be."""
    message, here = update.effective_message, context.here
    if not message or not message.from_user or not sends_text(message, here):
        return
    if corrects(message, here):
        await corrected(update, context)
    elif link := link_in(message, words(message)):
        await read_link(message, link, context)
    elif Paste(here.state, message.from_user.id).collecting:
        await collect(message, here)
    else:
        called = here.say(message.from_user)("sent-text")

        def read() -> list[Document]:
            return [telling(_forwarded(message), strikes_out(message))]

        await understand(message, Source(read, called=called), context)


async def edited_text(update: Update, context: Context) -> None:
    """A message of a paste that was corrected after it was sent."""
    message, here = update.effective_message, context.here
    if message and is_pasted(message, here):
        await collect(message, here)


def is_pasted(message: Message, here: Parts) -> bool:
    """Whether a message is part of a paste that is still being collected."""
    user = message.from_user
    if not user or message.chat.type != ChatType.PRIVATE or not by_admin(message, here):
        return False
    return Paste(here.state, user.id).has(message.message_id)


def link_in(message: Message, text: str) -> str | None:
    """The address that is all of a text: written out, or what Telegram shows as a link."""
    text = text.strip()
    if _LINK.fullmatch(text):
        return text
    entities = message.parse_entities(["url"]) if message.text else {}
    return f"https://{text}" if text and text in entities.values() else None


def _forwarded(message: Message) -> Document:
    """A post with where and when it was posted; raises SourceError if it has no text."""
    origin = message.forward_origin
    text = valid_words(message)
    date = origin.date.date().isoformat() if origin else None
    if not isinstance(origin, MessageOriginChannel):
        return from_text(text, date=date)
    name = origin.chat.username
    url = f"https://t.me/{name}/{origin.message_id}" if name else None
    doc_id = f"t.me/{name or origin.chat.id}/{origin.message_id}"
    return from_text(text, origin.chat.title, date, url, doc_id)


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
    name = (sent.file_name or "file.txt").replace("/", "_").replace("\\", "_")
    data = await _fetched(message, sent, name, say)
    if data is not None:
        await read_in(message, partial(from_bytes, name, data), context)


async def _fetched(message: Message, sent: File, name: str, say: Texts) -> bytes | None:
    """What is in a file; None if Telegram does not hand it out, which has been told."""

    async def fetch() -> bytes:
        return bytes(await (await sent.get_file()).download_as_bytearray())

    try:
        return await patiently(fetch)
    except TelegramError as error:
        logger.warning("a file was not fetched: %s", error)
        if "too big" in str(error).lower():
            text = say("file-too-big", limit=FILE_MEGABYTES)
        else:
            why = SourceError(name, str(error), Trouble.UNREACHABLE)
            text = say("rebuild-failed", reason=unread(why, say))
        await reply(message, ChatText(text))
        return None
