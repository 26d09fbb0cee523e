"""The doors of messages, presses and commands: who is turned away there is told why."""

import time
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import CallbackQuery, Message, Update

from bot.state import PRESS
from bot.telegram.admission import TurnedAway, Why, by_admin, code_for, count_question
from bot.telegram.askers import Asker
from bot.telegram.composing import ChatText
from bot.telegram.context import Context
from bot.telegram.knocking import knock
from bot.telegram.sending import notice, reply

Handle = Callable[[Update, Context], Coroutine[Any, Any, None]]


async def may_write(message: Message, context: Context, cost: float = 1.0) -> bool:
    """Whether a message counts that costs so much of a question; if not, that is told in reply."""
    try:
        count_question(context.here, Asker.who_wrote(message), cost)
    except TurnedAway as away:
        await turn_away(message, away, context)
        return False
    return True


async def turn_away(message: Message, away: TurnedAway, context: Context) -> None:
    """Say in reply why nothing is done; strangers are told how to get in."""
    here, who = context.here, Asker.who_wrote(message)
    if away.why is Why.STRANGER:
        await _tell_stranger(message, who, context)
    elif words := away.words(here.say(message.from_user)):
        crowd = away.why is Why.BUSY and not who.private
        # A group takes few messages: its answers need them more than a crowd of apologies.
        if not crowd or here.state.spend(message.chat_id, time.time()) == "ok":
            await reply(message, ChatText(words))


async def _tell_stranger(message: Message, who: Asker, context: Context) -> None:
    here, user = context.here, message.from_user
    if (code := code_for(here, who)) is None:
        return
    key = "not-allowed" if who.private else "not-allowed-group"
    await reply(message, ChatText(here.say(user)(key, code=code)))
    await knock(here, context.bot, message.chat, user, code)


async def may_press(query: CallbackQuery, context: Context) -> bool:
    """Whether a press counts; if not, it is answered over the chat, or not at all."""
    here, who = context.here, Asker.who_pressed(query)
    try:
        count_question(here, who, PRESS)
    except TurnedAway as away:
        # What strangers press is counted here only: it is answered, but not for ever.
        stranger = away.why is Why.STRANGER
        if away.why is Why.TOO_OFTEN:
            await notice(query, away.words(here.say(query.from_user)), alert=True)
        elif stranger and here.state.spend(who.counted_as, time.time(), PRESS) != "silent":
            await notice(query)
        return False
    return True


def limited(handle: Handle) -> Handle:
    """The same handler for who is let in, and not more often than questions.

    Commands cost messages too.
    """

    async def run(update: Update, context: Context) -> None:
        message = update.effective_message
        if message and await may_write(message, context):
            await handle(update, context)

    return run


def for_admins(handle: Handle) -> Handle:
    """The same handler, for admins as often as they like; others, who are told why, `limited`."""
    for_others = limited(handle)

    async def run(update: Update, context: Context) -> None:
        message = update.effective_message
        if message and by_admin(message, context.here):
            await handle(update, context)
        else:
            await for_others(update, context)

    return run
