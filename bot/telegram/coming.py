"""The bot comes into a group, and a group becomes another one."""

import time

from telegram import Update
from telegram.constants import ChatType

from bot.telegram.admission import code_for
from bot.telegram.askers import Asker
from bot.telegram.composing import ChatText
from bot.telegram.context import Context
from bot.telegram.knocking import knock
from bot.telegram.sending import send


async def migrated(update: Update, context: Context) -> None:
    """A group became a supergroup: what is stored of it moves along, also what settings say."""
    message, here = update.effective_message, context.here
    if message and message.migrate_to_chat_id:
        here.state.migrate(message.chat_id, message.migrate_to_chat_id)
        if message.chat_id in here.settings.allowed_ids:
            here.state.allow(message.migrate_to_chat_id, by=0)


async def joined(update: Update, context: Context) -> None:
    """Added to a group: how to get it approved, or how to ask."""
    changed = update.my_chat_member
    if not changed or changed.chat.type not in (ChatType.GROUP, ChatType.SUPERGROUP):
        return  # nobody can ask in a channel, and all who read it would be told
    if changed.new_chat_member.status not in ("member", "administrator"):
        return
    if changed.old_chat_member.status in ("member", "administrator"):
        return
    here, group, user = context.here, changed.chat.id, changed.from_user
    say = here.say(user)
    # Whoever adds it, also an admin: it is the group that has to be let in.
    if here.access.may_ask(Asker(0, group, False)):
        if here.state.spend(user.id, time.time()) == "ok":
            await send(context.bot, group, ChatText(say("help")))
    elif code := code_for(here, Asker(user.id, group, False)):
        await send(context.bot, group, ChatText(say("not-allowed-group", code=code)))
        await knock(here, context.bot, changed.chat, user, code)
