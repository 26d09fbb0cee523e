"""What admins send: files, pastes, links and forwarded posts. None is dropped without a word."""

import logging
import re
from collections.abc import Callable
from functools import partial

from telegram import Document as File
from telegram import Message, MessageOriginChannel, Update
from telegram.error import TelegramError

from bot.telegram.admin.editing import corrected, corrects
from bot.telegram.admin.paste import Paste, joined
from bot.telegram.admin.rights import require_admin
from bot.telegram.admin.understanding import Source, understand
from bot.telegram.admin.unread import unread
from bot.telegram.context import Context, Parts
from bot.telegram.incoming import argument, command_in, words
from bot.telegram.left_out import line
from bot.telegram.messages import LONGEST_TITLE, ChatText
from bot.telegram.patience import patiently
from bot.telegram.sending import reply
from bot.telegram.texts import Texts, short
from index.errors import SourceError, Trouble
from index.sources import from_bytes, from_text, from_url
from index.text import Document, normalised

logger = logging.getLogger(__name__)

# Bots may fetch files up to 20 MB (Bot API, getFile); our own server may allow more.
FILE_MEGABYTES = 20
# Reads documents, and adds what of them it cannot read to the errors it is given.
Read = Callable[[list[SourceError]], list[Document]]
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)


def sends_text(message: Message, here: Parts) -> bool:
    """Whether the words of a private message are for the library, and no question.

    They are an admin's: a link alone, a forwarded post, a correction of a text that was shown,
    or what comes while a paste is collected.
    """
    user = message.from_user
    if not user or not here.access.is_admin(user.id):
        return False
    return bool(
        message.forward_origin
        or link_in(message, words(message))
        or corrects(message, here)
        or Paste(here.state, user.id).collecting
    )


async def text_sent(update: Update, context: Context) -> None:
    """A link, a correction, part of a paste, or a forwarded post; any other message is let be."""
    message, here = update.effective_message, context.here
    if not message or not message.from_user or not sends_text(message, here):
        return
    if corrects(message, here):
        await corrected(update, context)
    elif link := link_in(message, words(message)):
        await _read(message, partial(from_url, link), context)
    elif Paste(here.state, message.from_user.id).collecting:
        await _collect(message, words(message), here)
    else:
        called = here.say(message.from_user)("sent-text")
        await understand(message, Source(lambda: [_forwarded(message)], called=called), context)


async def edited_text(update: Update, context: Context) -> None:
    """A message of a paste that was corrected after it was sent."""
    message, here = update.effective_message, context.here
    if message and is_pasted(message, here):
        await _collect(message, _given(message), here)


def is_pasted(message: Message, here: Parts) -> bool:
    """Whether a message is part of a paste that is still being collected."""
    user = message.from_user
    if not user or message.chat.type != "private" or not here.access.is_admin(user.id):
        return False
    return Paste(here.state, user.id).has(message.message_id)


def _given(message: Message) -> str:
    """What a message says, without the `/add` it may begin with."""
    command = command_in(message, message.get_bot().username)
    return argument(message) if command == "add" else words(message)


async def _collect(message: Message, text: str, here: Parts) -> None:
    assert message.from_user is not None
    say, paste = here.say(message.from_user), Paste(here.state, message.from_user.id)
    if paste.take(message.message_id, text):
        await reply(message, ChatText(say("add-more", messages=paste.messages)))
    else:
        await reply(message, ChatText(say("rebuild-failed", reason=say("paste-too-long"))))


async def _read(message: Message, read: Read, context: Context) -> None:
    """Understand a link or a file: in the place that was announced, or beside a text begun.

    What of a feed or of a file of many texts could not be read is told with it.
    """
    assert message.from_user is not None
    paste = Paste(context.here.state, message.from_user.id)
    announced, place = paste.collecting and not paste.messages, paste.doc_id
    if announced:
        paste.start()  # nothing else is to take that place, nor what comes meanwhile
    # What is written under a file is its title: nothing else would become of it.
    title = short(normalised(_given(message)), LONGEST_TITLE) if message.document else ""
    failures: list[SourceError] = []
    source = Source(lambda: read(failures), place if announced else None, title)
    understood = False
    try:
        understood = await understand(message, source, context)
    finally:
        if announced and not understood and paste.collecting:
            paste.start(place)
    if understood and failures:
        say = context.here.say(message.from_user)
        await reply(message, ChatText(line([unread(one, say) for one in failures], say)))
    if understood and announced and not paste.messages:
        paste.stop()
    await _tell_of(paste, message, context.here)


async def _tell_of(paste: Paste, message: Message, here: Parts) -> None:
    """Say that a text is being collected, if any of it has come."""
    if paste.messages:
        say = here.say(message.from_user)
        await reply(message, ChatText(say("paste-goes-on", messages=paste.messages)))


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
    here, given = context.here, argument(message)
    say, paste = here.say(message.from_user), Paste(here.state, message.from_user.id)
    if link := link_in(message, given):
        await _read(message, partial(from_url, link), context)
        return
    if paste.collecting and paste.messages and not given:
        await _tell_of(paste, message, here)
        return
    if not paste.collecting:
        paste.start()
    if given:
        await _collect(message, given, here)
    else:
        await reply(message, ChatText(say("add-start")))


async def done_command(update: Update, context: Context) -> None:
    """`/done`: the paste is complete; it is dropped once what was understood of it is kept."""
    message = await require_admin(update, context)
    if not message or not message.from_user:
        return
    paste = Paste(context.here.state, message.from_user.id)
    sent, say = paste.parts(), context.here.say(message.from_user)
    if not sent:
        paste.stop()
        await reply(message, ChatText(say("add-nothing")))
        return
    text = joined([*sent.values()])
    source = Source(lambda: [from_text(text)], paste.doc_id, called=say("sent-text"))
    if await understand(message, source, context):
        paste.forget(sent)
    await _tell_of(paste, message, context.here)


async def cancel_command(update: Update, context: Context) -> None:
    """`/cancel`: forget what was collected."""
    message = await require_admin(update, context)
    if message and message.from_user:
        Paste(context.here.state, message.from_user.id).stop()
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
    name = (sent.file_name or "file.txt").replace("/", "_").replace("\\", "_")
    data = await _fetched(message, sent, name, say)
    if data is not None:
        await _read(message, partial(from_bytes, name, data), context)


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
