"""A source that an admin sent is read aside, and shown before anything changes."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from telegram import Message

from bot.telegram.admin.changes import Change, Kind
from bot.telegram.admin.showing import show_preview
from bot.telegram.admin.unread import unread
from bot.telegram.composing import ChatText
from bot.telegram.context import Context
from bot.telegram.sending import replace as replace_message
from bot.telegram.sending import reply
from index.errors import SourceError, Trouble
from index.text import Document

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Source:
    """How to read what was sent, which document it is to replace, and the title sent along.

    `called` is what it is called to who sent it, "" for a file or a link, which has a name.
    """

    read: Callable[[], list[Document]]
    doc_id: str | None = None
    title: str = ""
    called: str = ""


async def understand(message: Message, source: Source, context: Context) -> bool:
    """Show what was read, and ask whether to go on.

    False if it cannot be read, with the reason, or cannot be shown.
    """
    here = context.here
    say = here.say(message.from_user)
    working = await reply(message, ChatText(say("reading")))
    if not working or not message.from_user:
        return False
    try:
        documents = await asyncio.to_thread(_read, source, message.text or "file")
    except SourceError as error:
        logger.info("a source was not read: %s", error)
        told = error.of(source.called) if source.called else error
        text = ChatText(say("rebuild-failed", reason=unread(told, say)))
        await replace_message(context.bot, working.chat_id, working.message_id, text)
        return False
    change = Change(
        message.from_user.id,
        working.message_id,
        Kind.ADD,
        0,
        say.language,
        tuple(documents),
        source.doc_id,
    )
    return await show_preview(here, context.bot, change.beside(here.answering.view.generation))


def _read(source: Source, name: str) -> list[Document]:
    """The documents, the first in the place of what it replaces; a title is for a single one."""
    found = source.read()
    if not found:
        raise SourceError(name, "there is no text in it", Trouble.NO_TEXT)
    if source.title and len(found) == 1:
        found = [replace(found[0], title=source.title)]
    if source.doc_id:
        found[0] = replace(found[0], doc_id=source.doc_id)
    return found
