"""Tell me when you know: a press under a refusal, the list of what waits, and who is told."""

import asyncio
import logging
import time
from itertools import islice

from telegram import Bot, InlineKeyboardMarkup, Update
from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.answering import Answer
from bot.operations import Busy
from bot.telegram.askers import Asker
from bot.telegram.asking.again import question_under
from bot.telegram.asking.places import place_of
from bot.telegram.asking.waiting import MOST_OF_ONE, Waiting, asked_of, drop, wait, waiting, waits
from bot.telegram.buttons import Unwait, Wait
from bot.telegram.composing import ChatText
from bot.telegram.context import Context, Parts
from bot.telegram.keyboards import answer_buttons, button, citable, without
from bot.telegram.marks import mark_of_generation
from bot.telegram.memory import goes_on_from
from bot.telegram.messages import drawn, drawn_dated, headed
from bot.telegram.sending import reply, send
from bot.telegram.texts import Texts, short, texts
from bot.telegram.under import Under
from index.errors import VerbatimError

logger = logging.getLogger(__name__)

# Of a question so many code points are shown.
SHOWN = 200
ON_BUTTON = 40
# Who asks now comes first: how long to wait where they fill the line, in seconds.
LATER = 5.0


async def wait_pressed(under: Under, at: Wait) -> None:
    """Under a refusal, in private: put its question on the list."""
    here, message = under.context.here, under.message
    question = under.asked.question if under.asked else message and question_under(message, under)
    if not message or not under.who.private or not question:
        await under.tell(under.say("forgotten-question"), alert=True)
        return
    number, language, asked = message.message_id, under.say.language, under.asked
    mark, before = (asked.mark, asked.after) if asked else (0, "")
    one = Waiting(under.who.user_id, number, question, language, time.time(), mark, before)
    if not wait(here.state, one):
        await under.tell(under.say("wait-full"), alert=True)
        return
    await under.tell(under.say("wait-noted"), alert=True)
    if message.reply_markup:
        await under.set_buttons(without(message.reply_markup, Wait))
    # Texts may have gone live since it was refused.
    await _ask_again(under.context.bot, one, here)


async def waiting_command(update: Update, context: Context) -> None:
    """`/waiting`: what waits, with a button each to let it go; nobody else is to read it."""
    message = update.effective_message
    if message:
        here, say = context.here, context.here.say(message.from_user)
        private = message.chat.type == ChatType.PRIVATE
        listed = _listed(Asker.who_wrote(message).user_id, here, say)
        await reply(message, *(listed if private else (ChatText(say("only-private")), None)))


async def unwait_pressed(under: Under, at: Unwait) -> None:
    """Let a question of who presses go, and show what is left."""
    here = under.context.here
    if not under.who.private:  # a list in a group, as older versions sent
        await under.tell(under.say("only-private"), alert=True)
        return
    drop(here.state, under.who.user_id, at.number)
    await under.tell()
    await under.redraw(*_listed(under.who.user_id, here, under.say))


async def tell_known(bot: Bot, here: Parts) -> bool:
    """Ask what waits of the generation that is live now; who gets a sure quote is told, once.

    False where some could not be asked, but may be a little later.
    """
    failed: VerbatimError | None = None
    for one in list(waiting(here.state, time.time())):
        try:
            await _ask_again(bot, one, here)
        except TelegramError as error:  # of one chat; the others are told
            logger.warning("cannot tell an answer to chat %d: %s", one.user_id, error)
        except VerbatimError as error:  # as of a database that is away for a moment
            failed = error
        except Exception:
            logger.exception("a question that waits cannot be asked")
    if failed:
        logger.warning("some questions that wait could not be asked: %s", failed)
    return failed is None


async def _ask_again(bot: Bot, one: Waiting, here: Parts) -> None:
    mark = mark_of_generation(here.answering.view.generation)
    who = Asker(one.user_id, one.user_id, True)
    if one.mark == mark or not here.access.may_ask(who):
        return
    found = await _asked(one, here)
    if not waits(here.state, one):  # let go, or all of it forgotten, meanwhile
        return
    if isinstance(found, Answer) and found.sure:
        await _tell(bot, one, found, here)
    else:
        asked_of(here.state, one, mark)


async def _asked(one: Waiting, here: Parts) -> object:
    before = goes_on_from(one.question, one.before)  # older versions kept it of every question
    while True:
        try:
            return await here.work.run(here.answering.ask, one.question, before)
        except Busy:
            await asyncio.sleep(LATER)


async def _tell(bot: Bot, one: Waiting, found: Answer, here: Parts) -> None:
    say, quote = texts(one.language), found.quotes[0]
    place = place_of(quote, here.answering.view)
    said = say("wait-known", question=short(one.question, SHOWN))
    quoted = drawn_dated(found.quotes, say) if found.dated else drawn(quote, say)
    text = headed(said, quoted)
    buttons = citable(answer_buttons(place, say), say) if place else None
    drop(here.state, one.user_id, one.number)  # first: better never told than twice
    await send(bot, one.user_id, text, buttons)


def _listed(user_id: int, here: Parts, say: Texts) -> tuple[ChatText, InlineKeyboardMarkup | None]:
    found = list(islice(waiting(here.state, time.time(), user_id), MOST_OF_ONE))
    if not found:
        return ChatText(say("waiting-none")), None
    rows = [[button(f"✕ {short(one.question, ON_BUTTON)}", Unwait(one.number))] for one in found]
    return ChatText(say("waiting-list")), InlineKeyboardMarkup(rows)
