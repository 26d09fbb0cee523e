"""`/gaps`, and once a week without being asked: what readers ask and the texts do not answer."""

import asyncio
import logging
import time

from telegram import Bot, Update
from telegram.constants import MessageEntityType as Kind
from telegram.error import BadRequest

from bot.answering import Answer
from bot.gaps import LIFETIME, MOST, Gap, forget, gaps, refused
from bot.telegram.admin.rights import require_admin
from bot.telegram.composing import ChatText, Composer
from bot.telegram.context import Context, Parts
from bot.telegram.knocking import spoken_by
from bot.telegram.sending import reply, send
from bot.telegram.texts import Texts, short, texts
from index.errors import VerbatimError

logger = logging.getLogger(__name__)
# Of a day, and between two digests, in seconds.
DAY = 86_400.0
WEEK = 7 * DAY
# So many groups, at a third of a second each, are asked again at most before a list is shown.
ASKED_AGAIN = 30
# Of a question so many code points are shown.
SHOWN = 150
# Under what the state keeps when the last digest was sent.
_KIND, _NOBODY = "digest", 0


async def gaps_command(update: Update, context: Context) -> None:
    """`/gaps`: the ten most frequent of the last 90 days; or how to have questions kept."""
    message = await require_admin(update, context)
    if not message:
        return
    here, say = context.here, context.here.say(message.from_user)
    if not here.settings.gaps:
        await reply(message, ChatText(say("gaps-off")))
        return
    found = await _found(here, time.time(), LIFETIME)
    await reply(message, _listed(found, say, "gaps-list"))


async def send_digest(bot: Bot, here: Parts, now: float) -> None:
    """Tell the admins what the last week lacked, if it is a week since; nothing if it is nothing.

    The first time nothing is told: there is no week yet.
    """
    if not here.settings.gaps:
        return
    last = here.state.kept(_KIND, _NOBODY, 0)
    if last and now - float(last) < WEEK:
        return
    here.state.keep(_KIND, _NOBODY, 0, str(now))  # first: better never told than twice
    found = await _found(here, now, _since(float(last), now)) if last else []
    for admin in here.settings.admins if found else ():
        say = texts(spoken_by(here.state, admin))
        try:
            await send(bot, admin, _listed(found, say, "gaps-week"))
        except BadRequest as error:  # an admin who has not pressed start yet
            logger.info("cannot write to admin %d: %s", admin, error)


def _since(last: float, now: float) -> float:
    """How far back a digest looks, in seconds: from the day of the last one on.

    What was asked on that day after it was sent would be told by neither.
    """
    return (now // DAY - last // DAY + 1) * DAY


async def _found(here: Parts, now: float, within: float) -> list[Gap]:
    """The most frequent of those that are still gaps; others are kept no longer."""
    kept = list(refused(here.state, now, within))
    groups = await asyncio.to_thread(gaps, kept, here.answering.encoder, len(kept))
    found: list[Gap] = []
    for place, gap in enumerate(groups):
        if len(found) == MOST:
            break
        if place < ASKED_AGAIN and await _is_filled(gap, here):
            forget(here.state, gap)
        else:
            found.append(gap)
    return found


async def _is_filled(gap: Gap, here: Parts) -> bool:
    """Whether the texts of now answer it for sure; False also where they cannot be asked."""
    try:
        answer = await here.work.run(here.answering.ask, gap.question)
    except VerbatimError as error:
        logger.info("a refused question was not asked again: %s", error)
        return False
    return isinstance(answer, Answer) and answer.sure


def _listed(found: list[Gap], say: Texts, head: str) -> ChatText:
    if not found:
        return ChatText(say("gaps-none"))
    message = Composer().add(say(head), Kind.BOLD)
    for gap in found:
        message.add(f"\n{gap.count} × ").add(short(gap.question, SHOWN))
        if gap.closest:
            message.add("\n").add(say("gaps-closest", name=gap.closest), Kind.ITALIC)
    return message.done()
