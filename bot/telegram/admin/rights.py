"""Who may command: an admin, in a private chat with the bot."""

from telegram import CallbackQuery, Message, Update

from bot.telegram.context import Context, is_ours
from bot.telegram.keyboards import Pressed, pressed_in
from bot.telegram.messages import ChatText
from bot.telegram.sending import notice, reply


async def require_admin(update: Update, context: Context) -> Message | None:
    """The message of an admin in a private chat; anybody else is told why not."""
    message = update.effective_message
    if message is None or is_ours(update):
        return None
    here = context.here
    say = here.say(message.from_user)
    user_id = message.from_user.id if message.from_user else 0
    anonymous = message.sender_chat.id if message.sender_chat else None
    if here.access.is_admin(user_id, anonymous):
        if message.chat.type == "private":
            return message
        await reply(message, ChatText(say("only-private")))
    elif here.access.may_ask(user_id, message.chat_id, message.chat.type == "private"):
        await reply(message, ChatText(say("anonymous" if anonymous else "only-admin")))
    return None


async def pressed_by_admin(
    update: Update, context: Context
) -> tuple[CallbackQuery, Message, Pressed] | None:
    """The press of an admin, not acknowledged yet; anybody else is told that theirs is none."""
    found = pressed_in(update)
    if found is None:
        return None
    query, _, _ = found
    here = context.here
    if here.access.is_admin(query.from_user.id):
        return found
    await notice(query, here.say(query.from_user)("only-admin"), alert=True)
    return None
