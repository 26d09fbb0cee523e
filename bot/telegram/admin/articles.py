"""For admins: remove, replace or correct a text of the list, and go back to those of before."""

import asyncio
from dataclasses import replace

from telegram import Message, Update

from bot.telegram.admin.changes import Change, Changes, Kind
from bot.telegram.admin.paste import Paste
from bot.telegram.admin.rights import pressed_by_admin, require_admin
from bot.telegram.admin.showing import ask_for_yes, show_preview, yes_or_no
from bot.telegram.context import Context, Parts
from bot.telegram.keyboards import Action
from bot.telegram.messages import LONGEST_TITLE, ChatText
from bot.telegram.sending import notice, reply
from bot.telegram.sending import replace as replace_message
from bot.telegram.texts import Texts, short
from index.text import Document


async def pressed(update: Update, context: Context) -> None:
    """A button under one text; only an admin's press counts."""
    found = await pressed_by_admin(update, context)
    if found is None:
        return
    query, message, at = found
    here, admin = context.here, query.from_user.id
    say = here.say(query.from_user)
    document = here.answering.view.numbered(at.number)
    if document is None:
        await notice(query, say("changed"), alert=True)
    elif at.action is Action.REPLACE and Paste(here.state, admin).messages:
        await notice(query, say("paste-first"), alert=True)
    else:
        await notice(query)
        if at.action is Action.REPLACE:
            await _replace(message, admin, document, say, here)
        elif at.action is Action.REMOVE:
            kind = Kind.REMOVE
            change = _change(message, admin, kind, say, here, doc_id=document.doc_id)
            await ask_for_yes(here, context.bot, change)
        else:
            change = _change(message, admin, Kind.ADD, say, here, (document,), document.doc_id)
            await show_preview(here, context.bot, change)


def _change(
    message: Message,
    admin: int,
    kind: Kind,
    say: Texts,
    here: Parts,
    documents: tuple[Document, ...] = (),
    doc_id: str | None = None,
) -> Change:
    seen = here.answering.generation
    return Change(admin, message.message_id, kind, seen, say.language, documents, doc_id)


async def _replace(
    message: Message, admin: int, document: Document, say: Texts, here: Parts
) -> None:
    """From now on what the admin sends takes the place of that text."""
    Paste(here.state, admin).start(document.doc_id)
    title = short(document.title or document.doc_id, LONGEST_TITLE)
    text = ChatText(say("replace-start", title=title))
    await replace_message(message.get_bot(), message.chat_id, message.message_id, text)


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
    change = Change(*place, Kind.GO_BACK, live.number, say.language, generation=before.number)
    shown = await reply(message, ChatText(text), yes_or_no(change, say("go-back-button")))
    if shown:
        kept = replace(change, message_id=shown.message_id)
        await asyncio.to_thread(Changes(here.state).put, kept)
