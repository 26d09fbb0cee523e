"""For admins: remove, replace or correct a text of the list, and go back to those of before."""

import asyncio
from dataclasses import replace

from telegram import Message, Update

from bot.telegram.admin.changes import Change, Changes, Kind
from bot.telegram.admin.paste import Paste
from bot.telegram.admin.rights import admins, require_admin
from bot.telegram.admin.showing import ask_for_yes, show_preview, yes_or_no
from bot.telegram.admin_buttons import Correct, Remove, Replace
from bot.telegram.composing import LONGEST_TITLE, ChatText
from bot.telegram.context import Context
from bot.telegram.marks import marked_document
from bot.telegram.sending import reply
from bot.telegram.texts import short
from bot.telegram.under import Under
from index.text import Document


@admins
async def remove(under: Under, message: Message, at: Remove) -> None:
    """Take a text away: after a yes."""
    document = await _document(under, at)
    if document:
        await under.tell()
        here, bot = under.context.here, under.context.bot
        change = _change(under, message, Kind.REMOVE, doc_id=document.doc_id)
        await ask_for_yes(here, bot, change)


@admins
async def correct(under: Under, message: Message, at: Correct) -> None:
    """A text as if it had just been sent, under the name that it has."""
    document = await _document(under, at)
    if document:
        await under.tell()
        here, bot = under.context.here, under.context.bot
        change = _change(under, message, Kind.ADD, (document,), document.doc_id)
        await show_preview(here, bot, change)


@admins
async def replace_text(under: Under, message: Message, at: Replace) -> None:
    """From now on what the admin sends takes the place of that text."""
    document, paste = (
        await _document(under, at),
        Paste(under.context.here.state, under.who.user_id),
    )
    if document and paste.messages:
        await under.tell(under.say("paste-first"), alert=True)
    elif document:
        await under.tell()
        paste.start(document.doc_id)
        title = short(document.title or document.doc_id, LONGEST_TITLE)
        await under.redraw(ChatText(under.say("replace-start", title=title)))


async def _document(under: Under, at: Remove | Correct | Replace) -> Document | None:
    """The text that a button is about; None if it is gone, which has been told."""
    document = marked_document(at.number, at.mark, under.context.here.answering.view)
    if document is None:
        await under.tell(under.say("changed"), alert=True)
    return document


def _change(
    under: Under,
    message: Message,
    kind: Kind,
    documents: tuple[Document, ...] = (),
    doc_id: str | None = None,
) -> Change:
    admin, live = under.who.user_id, under.context.here.answering.view.generation
    change = Change(admin, message.message_id, kind, 0, under.say.language, documents, doc_id)
    return change.beside(live)


async def rollback_command(update: Update, context: Context) -> None:
    """`/rollback`: to what the live generation was made from, after a yes."""
    message = await require_admin(update, context)
    if not message or not message.from_user:
        return
    here, say = context.here, context.here.say(message.from_user)
    library = here.answering.library
    live, before = library.live(), library.before()
    if before is None:
        await reply(message, ChatText(say("rollback-none")))
        return
    text = say(
        "rollback-confirm",
        live=live.number,
        now=live.documents,
        previous=before.number,
        date=say.date(before.created[:10]),
        documents=before.documents,
    )
    place = message.from_user.id, 0
    change = Change(*place, Kind.GO_BACK, 0, say.language, generation=before.number).beside(live)
    shown = await reply(message, ChatText(text), yes_or_no(change, say("go-back-button")))
    if shown:
        kept = replace(change, message_id=shown.message_id)
        await asyncio.to_thread(Changes(here.state).put, kept)
