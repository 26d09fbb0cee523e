"""Who waits is let in, refused or blocked, by a button or by `/approve CODE`."""

import asyncio
import re
import time

from telegram import Bot, Message, Update
from telegram.error import TelegramError

from bot.telegram.admin.rights import admins, require_admin
from bot.telegram.admin_buttons import Block, LetIn, Refuse
from bot.telegram.composing import ChatText
from bot.telegram.context import Context, Parts
from bot.telegram.incoming import argument
from bot.telegram.knocking import SPOKEN, decision, name_of, spoken_by, tell
from bot.telegram.sending import reply, send
from bot.telegram.texts import Texts, texts
from bot.telegram.under import Under

# An id has fewer digits (52 bits, Bot API, User and Chat), and no more fit into a database.
_ID = re.compile(r"-?[0-9]{1,18}")


async def approve_command(update: Update, context: Context) -> None:
    """`/approve CODE` lets a user or a group ask; without a code it shows who waits."""
    message = await require_admin(update, context)
    if not message or not message.from_user:
        return
    here, say = context.here, context.here.say(message.from_user)
    code = argument(message)
    if not code:
        await _show_waiting(message, context)
        return
    who = _let_in(here, code, message.from_user.id)
    await reply(message, ChatText(say("approved" if who is not None else "unknown-code")))
    if who is not None:
        await send(context.bot, who, ChatText(_texts_of(here, who)("approved-you")))


def _let_in(here: Parts, code: str, admin: int) -> int | None:
    """Who waits with that code, or is blocked and has that id; None for nobody."""
    number = int(code) if _ID.fullmatch(code) else 0
    if here.state.blocked(number):
        here.state.allow(number, admin)
        return number
    return here.state.approve(code, admin, time.time())


async def _show_waiting(message: Message, context: Context) -> None:
    """Everybody who waits, each with the buttons to decide."""
    here, say = context.here, context.here.say(message.from_user)
    waiting = here.state.pending(time.time())
    if not waiting:
        await reply(message, ChatText(say("nobody-waits")))
        return
    names = await asyncio.gather(*[named(context.bot, one.id) for one in waiting])
    for one, name in zip(waiting, names, strict=True):
        who = say("knock", who=name)
        await tell(context.bot, message.chat_id, who, decision(one.code, say))


async def named(bot: Bot, id: int) -> str:
    """The name of a user or a group; the id where Telegram does not tell it."""
    try:
        found = await bot.get_chat(id)
    except TelegramError:
        return str(id)
    return name_of(found)


def _texts_of(here: Parts, who: int) -> Texts:
    """The sentences for who waits no longer, in the language they chose or else speak."""
    say = texts(spoken_by(here.state, who))
    here.state.drop(SPOKEN, who)
    return say


@admins
async def decided(under: Under, message: Message, at: LetIn | Refuse | Block) -> None:
    """A button under a request to be let in."""
    here, bot, say, now = under.context.here, under.context.bot, under.say, time.time()
    code = f"{at.code:06}"
    who = next((one.id for one in here.state.pending(now) if one.code == code), None)
    if who is None:
        await under.tell(say("waits-no-longer"), alert=True)
        await _end(under, message, "")
        return
    await under.tell()
    theirs = _texts_of(here, who)
    if isinstance(at, LetIn):
        here.state.approve(code, under.who.user_id, now)
        await send(bot, who, ChatText(theirs("approved-you")))
        await _end(under, message, say("approved"))
    elif isinstance(at, Refuse):
        here.state.disallow(who)
        await send(bot, who, ChatText(theirs("refused-you")))
        await _end(under, message, say("refused"))
    else:
        here.state.block(who)
        await _end(under, message, say("blocked", id=str(who)))


async def _end(under: Under, message: Message, words: str) -> None:
    """The request without its buttons, and what became of it."""
    await under.redraw(ChatText("\n".join(part for part in (message.text, words) if part)))
