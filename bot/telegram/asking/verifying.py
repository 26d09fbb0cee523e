"""`/verify`: whether words that are said to be from the texts stand there, word for word."""

import time

from telegram import InlineKeyboardMarkup, Message, Update

from bot.answering import LEFT_OUT
from bot.telegram.admission import TurnedAway
from bot.telegram.askers import Asker
from bot.telegram.asking.places import place_of
from bot.telegram.asking.quoted import QUOTATIONS
from bot.telegram.asking.verdicts import sentence_of, verdict_text
from bot.telegram.asking.way_in import turn, worked
from bot.telegram.composing import ChatText
from bot.telegram.context import Context, Parts
from bot.telegram.doors import may_write, turn_away
from bot.telegram.incoming import argument, command_in, words
from bot.telegram.keyboards import opened_buttons
from bot.telegram.sending import replace, reply
from bot.telegram.texts import Texts
from bot.verifying import Verified, verify


async def verify_command(update: Update, context: Context) -> None:
    """`/verify WORDS`, or in reply to a message, or alone: then the next message has the words."""
    message = update.effective_message
    if not message:
        return
    pasted = argument(message) or _replied_to(message)
    if pasted:
        await _verify(message, pasted, context)
    elif await may_write(message, context):
        context.here.awaited.expect(Asker.who_wrote(message), time.time())
        await reply(message, ChatText(context.here.say(message.from_user)("verify-usage")))


async def verify_next(message: Message, context: Context) -> bool:
    """Whether the message was to be verified, as `/verify` before it asked; then it has been."""
    expected = context.here.awaited.came(Asker.who_wrote(message), time.time())
    if not expected or not words(message).strip():
        return False
    await _verify(message, words(message), context)
    return True


async def verdict_corrected(message: Message, context: Context) -> bool:
    """Whether a message that was corrected had been verified: then its verdict is corrected."""
    if (message.chat_id, message.message_id) not in context.here.verdicts:
        return False
    command = command_in(message, context.bot.username)
    pasted = argument(message) if command == "verify" else words(message)
    if pasted.strip() and command in ("verify", None):
        await _verify(message, pasted, context)
    return True


async def _verify(message: Message, pasted: str, context: Context) -> None:
    """Compare, and say in reply what came of it, or in the place of what was said before."""
    if not await may_write(message, context):
        return
    here, who = context.here, Asker.who_wrote(message)
    say, answering = here.say(message.from_user), here.answering
    here.verdicts.setdefault((message.chat_id, message.message_id), None)
    try:
        async with turn(here, who):
            found = await worked(here, verify, answering.view, answering.encoder, pasted)
            text, buttons = await worked(here, _drawn, found, here, say)
            await _show(message, text, buttons, context)
    except TurnedAway as away:
        await turn_away(message, away, context)


async def _show(
    message: Message, text: ChatText, buttons: InlineKeyboardMarkup | None, context: Context
) -> None:
    verdicts, place = context.here.verdicts, (message.chat_id, message.message_id)
    before = verdicts.get(place)
    if before and await replace(context.bot, message.chat_id, before, text, buttons):
        return
    sent = await reply(message, text, buttons)
    verdicts[place] = sent.message_id if sent else None


def _drawn(
    found: Verified, here: Parts, say: Texts
) -> tuple[ChatText, InlineKeyboardMarkup | None]:
    """The message, and a button to read on around the first place."""
    view = here.answering.view
    text = verdict_text(found, view, say)
    first = next(iter(found.places), found.translation)
    place = place_of(sentence_of(first, view), view) if first else None
    return text, opened_buttons(place, say) if place else None


def _replied_to(message: Message) -> str:
    """What the message says that this replies to: the part it quotes, its quotations, or all."""
    other = message.reply_to_message
    if message.quote:
        return message.quote.text
    if not other:
        return ""
    entities = other.parse_entities() if other.text else other.parse_caption_entities()
    quoted = [text for entity, text in entities.items() if entity.type in QUOTATIONS]
    return f" {LEFT_OUT} ".join(quoted) or words(other)
