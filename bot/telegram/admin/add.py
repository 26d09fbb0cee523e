"""`/add`, `/done`, `/cancel`: a text that is pasted, from its first message to its last."""

from telegram import Update

from bot.telegram.admin.paste import Paste, joined
from bot.telegram.admin.rights import require_admin
from bot.telegram.admin.sent import link_in
from bot.telegram.admin.taking import collect, given, read_link, tell_of, telling
from bot.telegram.admin.understanding import Source, understand
from bot.telegram.composing import ChatText
from bot.telegram.context import Context
from bot.telegram.sending import reply
from index.sources import from_text


async def add_command(update: Update, context: Context) -> None:
    """`/add`: what follows is text, until `/done`. `/add LINK` reads it at once."""
    message = await require_admin(update, context)
    if not message or not message.from_user:
        return
    here, written = context.here, given(message)
    say, paste = here.say(message.from_user), Paste(here.state, message.from_user.id)
    if link := link_in(message, written):
        await read_link(message, link, context)
        return
    if paste.collecting and paste.messages and not written:
        await tell_of(paste, message, here)
        return
    if not paste.collecting:
        paste.start()
    if written:
        await collect(message, here)
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
    text, struck = joined([*sent.values()]), paste.struck
    called = say("sent-text")
    source = Source(lambda: [telling(from_text(text), struck)], paste.doc_id, called=called)
    if await understand(message, source, context):
        paste.forget(sent)
    await tell_of(paste, message, context.here)


async def cancel_command(update: Update, context: Context) -> None:
    """`/cancel`: forget what was collected."""
    message = await require_admin(update, context)
    if message and message.from_user:
        Paste(context.here.state, message.from_user.id).stop()
        await reply(message, ChatText(context.here.say(message.from_user)("cancelled")))
