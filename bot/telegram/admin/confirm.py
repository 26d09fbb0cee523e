"""New texts are shown as they were understood, and go live when the admin says yes."""

import asyncio
from collections.abc import Callable

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update

from bot.telegram.admin.rebuild import go_live
from bot.telegram.admin.rights import pressed_by_admin
from bot.telegram.context import Context
from bot.telegram.intake import Batch, renamed
from bot.telegram.keyboards import Action, Pressed, button
from bot.telegram.messages import LONGEST_TITLE, ChatText
from bot.telegram.sending import notice, replace, reply
from bot.telegram.texts import Texts
from index.errors import SourceError
from index.text import Document, split

SHOWN = 10


async def understand(
    message: Message,
    read: Callable[[], list[Document]],
    doc_id: str | None,
    context: Context,
) -> None:
    """Read the source aside, show title, date and passages, and ask whether to go on."""
    here = context.here
    say = here.say(message.from_user)
    working = await reply(message, ChatText(say("reading")))
    if not working or not message.from_user:
        return
    try:
        documents = await asyncio.to_thread(read)
        if not documents:
            raise SourceError(message.text or "file", "there is no text in it")
        counted = await asyncio.to_thread(lambda: [len(split(one)) for one in documents])
    except SourceError as error:
        text = ChatText(say("rebuild-failed", reason=str(error)))
        await replace(context.bot, working.chat_id, working.message_id, text)
        return
    if len(documents) == 1:
        documents = [renamed(documents[0], doc_id)]
    number = context.here.intake.wait(Batch(message.from_user.id, tuple(documents)))
    text = ChatText(_understood(documents, counted, say))
    await replace(context.bot, working.chat_id, working.message_id, text, _confirm(number, say))


def _understood(documents: list[Document], counted: list[int], say: Texts) -> str:
    lines = [
        say(
            "understood-document",
            title=(one.title or one.doc_id)[:LONGEST_TITLE],
            date=one.date or say("no-date"),
            passages=passages,
        )
        for one, passages in zip(documents[:SHOWN], counted, strict=False)
    ]
    if len(documents) > SHOWN:
        lines.append(say("and-more", count=len(documents) - SHOWN))
    return "\n".join([say("understood"), *lines])


def _confirm(number: int, say: Texts) -> InlineKeyboardMarkup:
    def to(action: Action, key: str) -> InlineKeyboardButton:
        return button(say(key), Pressed(action, number=number))

    return InlineKeyboardMarkup(
        [
            [to(Action.ADD, "add-button"), to(Action.REPLACE_ALL, "replace-all-button")],
            [to(Action.CANCEL, "cancel-button")],
        ]
    )


async def confirmed(update: Update, context: Context) -> None:
    """Add, replace everything, or cancel."""
    found = await pressed_by_admin(update, context)
    if found is None:
        return
    query, message, at = found
    here = context.here
    say = here.say(query.from_user)
    await notice(query)
    batch = context.here.intake.take(at.number, query.from_user.id)
    place = context.bot, message.chat_id, message.message_id
    if batch is None:
        await replace(*place, ChatText(say("expired")))
    elif at.action is Action.CANCEL:
        await replace(*place, ChatText(say("cancelled")))
    else:
        await replace(*place, ChatText(say("reading")))
        await go_live(here, message, batch, say, everything=at.action is Action.REPLACE_ALL)
