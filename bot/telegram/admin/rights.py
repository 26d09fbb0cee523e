"""Who may command: an admin, in a private chat with the bot."""

from telegram import Message, Update

from bot.telegram.context import Context, is_ours
from bot.telegram.messages import ChatText
from bot.telegram.sending import reply


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
