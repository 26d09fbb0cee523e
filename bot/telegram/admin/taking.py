"""Texts being taken in: a link or a file at once, a paste message by message."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from telegram import Message

from bot.telegram.admin.paste import Paste
from bot.telegram.admin.understanding import Source, understand
from bot.telegram.admin.unread import unread
from bot.telegram.composing import LONGEST_TITLE, ChatText
from bot.telegram.context import Context, Parts
from bot.telegram.incoming import after_command, command_in, strikes_out, valid_words
from bot.telegram.left_out import line
from bot.telegram.sending import reply
from bot.telegram.texts import short
from index.errors import SourceError
from index.sources import from_url
from index.text import Document, LeftOut, Missing, normalised

# Reads documents, and adds what of them it cannot read to the errors it is given.
Read = Callable[[list[SourceError]], list[Document]]


async def read_link(message: Message, link: str, context: Context) -> None:
    """Understand what is at an address."""
    await read_in(message, partial(from_url, link), context)


async def read_in(message: Message, read: Read, context: Context) -> None:
    """Understand a link or a file: in the place that was announced, or beside a text begun.

    What of a feed or of a file of many texts could not be read is told with it.
    """
    assert message.from_user is not None
    paste = Paste(context.here.state, message.from_user.id)
    announced, place = paste.collecting and not paste.messages, paste.doc_id
    if announced:
        paste.start()  # nothing else is to take that place, nor what comes meanwhile
    # What is written under a file is its title: nothing else would become of it.
    title = short(normalised(given(message)), LONGEST_TITLE) if message.document else ""
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
    await tell_of(paste, message, context.here)


async def collect(message: Message, here: Parts) -> None:
    """Take one message of a paste, or its correction."""
    assert message.from_user is not None
    say, paste = here.say(message.from_user), Paste(here.state, message.from_user.id)
    if paste.take(message.message_id, given(message), strikes_out(message)):
        await reply(message, ChatText(say("add-more", messages=paste.messages)))
    else:
        await reply(message, ChatText(say("rebuild-failed", reason=say("paste-too-long"))))


async def tell_of(paste: Paste, message: Message, here: Parts) -> None:
    """Say that a text is being collected, if any of it has come."""
    if paste.messages:
        say = here.say(message.from_user)
        await reply(message, ChatText(say("paste-goes-on", messages=paste.messages)))


def given(message: Message) -> str:
    """What a message says for the library, without the `/add` it may begin with."""
    command, text = command_in(message, message.get_bot().username), valid_words(message)
    return after_command(text) if command == "add" else text


def telling(document: Document, struck: bool) -> Document:
    """The document of what was sent; that words of it were struck out is told with it."""
    return replace(document, left_out=(LeftOut(Missing.STRUCK),)) if struck else document
