"""Somebody asks to be let in: admins are told who, with buttons to decide."""

import logging
import time
from contextlib import suppress

from telegram import Bot, Chat, ChatFullInfo, InlineKeyboardMarkup, Update, User
from telegram.constants import ChatType
from telegram.error import BadRequest

from bot.state import State, StateError
from bot.telegram.admin_buttons import Block, LetIn, Refuse
from bot.telegram.composing import ChatText
from bot.telegram.context import Context, Parts
from bot.telegram.keyboards import button
from bot.telegram.sending import send
from bot.telegram.texts import FALLBACK, Texts, short, spoken, texts

logger = logging.getLogger(__name__)

# Under which the state keeps what language somebody speaks who waits, or an admin.
SPOKEN = "spoken"
# Names are shown up to so many code points.
LONGEST_NAME = 100


async def knock(here: Parts, bot: Bot, chat: Chat, user: User | None, code: str) -> None:
    """Tell every admin that a user, or the group that the user wrote in, waits with a code.

    Of a crowd admins are told the first ones, then once that there are more.
    """
    now = time.time()
    heard = here.knocks.heard(now)
    _keep_language(here, chat.id, here.say(user).language, now)
    for admin in here.settings.admins if heard != "silent" else ():
        say = texts(spoken_by(here.state, admin))
        who = waiting(chat, user, say) if heard == "ok" else say("knock-more")
        await tell(bot, admin, who, decision(code, say) if heard == "ok" else None)


def _keep_language(here: Parts, id: int, language: str, now: float) -> None:
    """For who waits only: those of others are let go, but for admins'."""
    here.state.keep(SPOKEN, id, 0, language)
    waiting = {one.id for one in here.state.pending(now)}
    for other, _ in here.state.all_kept(SPOKEN):
        if other not in waiting and not here.access.is_admin(other):
            here.state.drop(SPOKEN, other)


async def hear(update: Update, context: Context) -> None:
    """Keep which language an admin's app speaks: what nobody asked for is said in it, too."""
    here, user = context.here, update.effective_user
    if not user or not user.language_code or not here.access.is_admin(user.id):
        return
    language = spoken(user.language_code)
    with suppress(StateError):  # what they wrote matters more
        if here.state.kept(SPOKEN, user.id, 0) != language:
            here.state.keep(SPOKEN, user.id, 0, language)


def spoken_by(state: State, id: int) -> str:
    """The language that a user or a group who waits, or an admin, chose, or else speaks."""
    return state.language(id) or state.kept(SPOKEN, id, 0) or FALLBACK


async def tell(
    bot: Bot, admin: int, who: str, buttons: InlineKeyboardMarkup | None = None
) -> None:
    """Say to one admin who waits, with the buttons to decide."""
    try:
        await send(bot, admin, ChatText(who), buttons)
    except BadRequest as error:  # an admin who has not pressed start yet
        logger.info("cannot write to admin %d: %s", admin, error)


def waiting(chat: Chat, user: User | None, say: Texts) -> str:
    """Who asks to be let in, by name."""
    by = name_of(user) if user else "?"
    if chat.type == ChatType.PRIVATE:
        return say("knock", who=by)
    return say("knock-group", group=short(chat.title or str(chat.id), LONGEST_NAME), who=by)


def decision(code: str, say: Texts) -> InlineKeyboardMarkup:
    """Let in, refuse, block."""
    number = int(code)
    row = [
        button(say("let-in-button"), LetIn(number)),
        button(say("refuse-button"), Refuse(number)),
        button(say("block-button"), Block(number)),
    ]
    return InlineKeyboardMarkup([row])


def name_of(who: User | Chat | ChatFullInfo) -> str:
    """A name as people know it, and the one that leads to them."""
    title = None if isinstance(who, User) else who.title
    known = title or who.full_name or str(who.id)
    name = short(known, LONGEST_NAME)
    return f"{name} (@{who.username})" if who.username else name
