"""Somebody asks to be let in: admins are told who, with buttons to decide."""

import logging
import time

from telegram import Bot, Chat, ChatFullInfo, InlineKeyboardMarkup, User
from telegram.error import BadRequest

from bot.state import State
from bot.telegram.context import Parts
from bot.telegram.keyboards import Action, Pressed, button
from bot.telegram.messages import ChatText
from bot.telegram.sending import send
from bot.telegram.texts import FALLBACK, Texts, short, texts

logger = logging.getLogger(__name__)

# Under which the state keeps what language somebody speaks who waits.
SPOKEN = "spoken"
# Names are shown up to so many code points.
LONGEST_NAME = 100


async def knock(here: Parts, bot: Bot, chat: Chat, user: User | None, code: str) -> None:
    """Tell every admin that a user, or the group that the user wrote in, waits with a code.

    Of a crowd admins are told the first ones, then once that there are more.
    """
    now = time.time()
    heard = here.knocks.heard(now)
    _keep_language(here.state, chat.id, here.say(user).language, now)
    for admin in here.settings.admin_ids if heard != "silent" else ():
        say = texts(here.state.language(admin) or FALLBACK)
        who = waiting(chat, user, say) if heard == "ok" else say("knock-more")
        await tell(bot, admin, who, decision(code, say) if heard == "ok" else None)


def _keep_language(state: State, id: int, spoken: str, now: float) -> None:
    """For who waits only: those of others are let go."""
    state.keep(SPOKEN, id, 0, spoken)
    waiting = {one.id for one in state.pending(now)}
    for other, _ in state.all_kept(SPOKEN):
        if other not in waiting:
            state.drop(SPOKEN, other)


def spoken_by(state: State, id: int) -> str:
    """The language that a user or a group who waits chose, or else speaks."""
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
    if chat.type == Chat.PRIVATE:
        return say("knock", who=by)
    return say("knock-group", group=short(chat.title or str(chat.id), LONGEST_NAME), who=by)


def decision(code: str, say: Texts) -> InlineKeyboardMarkup:
    """Let in, refuse, block."""
    keys = {
        Action.LET_IN: "let-in-button",
        Action.REFUSE: "refuse-button",
        Action.BLOCK: "block-button",
    }
    row = [button(say(key), Pressed(action, number=int(code))) for action, key in keys.items()]
    return InlineKeyboardMarkup([row])


def name_of(who: User | Chat | ChatFullInfo) -> str:
    """A name as people know it, and the one that leads to them."""
    title = None if isinstance(who, User) else who.title
    known = title or who.full_name or str(who.id)
    name = short(known, LONGEST_NAME)
    return f"{name} (@{who.username})" if who.username else name
