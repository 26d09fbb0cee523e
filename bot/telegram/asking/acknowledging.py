"""Thanks, a yes and a no in a group: acknowledged by a reaction, which takes no room there."""

from telegram import Message
from telegram.constants import ReactionEmoji

from bot.answering import NoAnswer, Talk, talk_in
from bot.telegram.askers import Asker
from bot.telegram.asking.unasked import unasked
from bot.telegram.composing import ChatText
from bot.telegram.context import Context, Parts
from bot.telegram.doors import may_write
from bot.telegram.memory import Asked
from bot.telegram.sending import react, reply

_FITTING = {
    Talk.THANKS: ReactionEmoji.RED_HEART,
    Talk.YES: ReactionEmoji.THUMBS_UP,
    Talk.NO: ReactionEmoji.OK_HAND_SIGN,
}


async def acknowledged(message: Message, words: str, context: Context) -> bool:
    """Whether the words ask nothing and have been acknowledged; or who wrote them turned away.

    Where the group allows no such reaction, a word is said.
    """
    talk = talk_in(words)
    if talk not in _FITTING:
        return False
    if not await may_write(message, context):
        return True
    here, who = context.here, Asker.who_wrote(message)
    _remember(here, who, message, words)
    if not await react(message, _FITTING[talk]):
        say = here.say(message.from_user)
        await reply(message, ChatText(unasked(words, "", who.user_id, here, say)))
    return True


def _remember(here: Parts, who: Asker, message: Message, words: str) -> None:
    """So that it is answered when it is corrected into a question."""
    nothing, asked_in = NoAnswer(None, 0.0, 0.0, ()), message.message_id
    asked = Asked(who.chat_id, who.user_id, words, nothing, here.answering.generation, asked_in)
    here.memory.remember(asked)
