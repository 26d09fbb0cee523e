"""Who may command: an admin, in a private chat with the bot."""

from typing import TypeVar

from telegram import Message, Update
from telegram.constants import ChatType

from bot.telegram.admission import by_admin
from bot.telegram.buttons import Button
from bot.telegram.composing import ChatText
from bot.telegram.context import Context
from bot.telegram.sending import reply
from bot.telegram.under import Act, ActInChat, Under, where_readable

Kind = TypeVar("Kind", bound=Button)


async def require_admin(update: Update, context: Context) -> Message | None:
    """The message of an admin in a private chat; anybody else who is let in is told why not."""
    message = update.effective_message
    if message is None:
        return None
    here = context.here
    say = here.say(message.from_user)
    admin = by_admin(message, here)
    if admin and message.chat.type == ChatType.PRIVATE:
        return message
    why = "only-private" if admin else "anonymous" if message.sender_chat else "only-admin"
    await reply(message, ChatText(say(why)))
    return None


def admins(act: ActInChat[Kind]) -> Act[Kind]:
    """The same act, for admins; anybody else is told that it is none of theirs."""

    async def run(under: Under, message: Message, at: Kind) -> None:
        if under.context.here.access.is_admin(under.who.user_id):
            await act(under, message, at)
        else:
            await under.tell(under.say("only-admin"), alert=True)

    return where_readable(run)
