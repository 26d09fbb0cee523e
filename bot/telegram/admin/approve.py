"""Who waits with a code is let in."""

import time

from telegram import Update

from bot.telegram.admin.rights import require_admin
from bot.telegram.context import Context
from bot.telegram.incoming import argument
from bot.telegram.messages import ChatText
from bot.telegram.sending import reply, send
from bot.telegram.texts import texts


async def approve_command(update: Update, context: Context) -> None:
    """`/approve CODE`: an admin lets a user or a group ask."""
    message = await require_admin(update, context)
    if not message or not message.from_user:
        return
    here = context.here
    say = here.say(message.from_user)
    code = argument(message)
    if not code:
        await reply(message, ChatText(say("approve-usage")))
        return
    who = here.state.approve(code, message.from_user.id, time.time())
    await reply(message, ChatText(say("approved" if who is not None else "unknown-code")))
    if who is not None:
        spoken = texts(here.state.language(who) or say.language)
        await send(context.bot, who, ChatText(spoken("approved-you")))
