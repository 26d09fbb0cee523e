"""Questions: answered with quotes in reply, edited when the question is."""

import asyncio
import contextlib
import logging
import time
from datetime import UTC, datetime
from functools import partial

from telegram import Chat, InlineKeyboardMarkup, Message, Update
from telegram.constants import ChatAction, ChatType
from telegram.error import TelegramError

from bot.answering import Answer, NoAnswer, Quote, is_follow_up
from bot.operations import Busy
from bot.telegram.admission import admitted, within_limit
from bot.telegram.context import Context, Parts, is_ours
from bot.telegram.keyboards import CONTEXT, Pressed, answer_buttons, closest_button
from bot.telegram.memory import Asked
from bot.telegram.messages import ChatText, quote_messages, refusal_message, reservation
from bot.telegram.sending import edited, replace, reply
from bot.telegram.texts import Texts

logger = logging.getLogger(__name__)

# Questions older than this were asked while the bot was off: only the newest is still wanted.
STALE_SECONDS = 600
GATHER_SECONDS = 1.5
TYPING_AFTER = 0.5


async def private_question(update: Update, context: Context) -> None:
    """Any text in a private chat is a question."""
    message = update.effective_message
    if message and message.text and not is_ours(update):
        await ask(message, message.text, context)


async def group_question(update: Update, context: Context) -> None:
    """In a group only what is addressed to the bot: a mention, or a reply to it."""
    message = update.effective_message
    if not message or is_ours(update):
        return
    question = addressed(message, context.bot.username, context.bot.id)
    if question is not None:
        await ask(message, question, context)


def addressed(message: Message, username: str, bot_id: int) -> str | None:
    """The question without the mention of the bot; None if it is not addressed to it."""
    text = message.text or message.caption or ""
    entities = message.parse_entities() if message.text else message.parse_caption_entities()
    mentioned = False
    for entity, words in entities.items():
        by_name = entity.type == "mention" and words.lower() == f"@{username}".lower()
        by_id = entity.type == "text_mention" and entity.user and entity.user.id == bot_id
        if by_name or by_id:
            mentioned, text = True, text.replace(words, " ", 1)
    answered = message.reply_to_message
    to_bot = bool(answered and answered.from_user and answered.from_user.id == bot_id)
    return text.strip() if mentioned or to_bot else None


async def ask_command(update: Update, context: Context) -> None:
    """`/ask QUESTION`, or `/ask` in reply to the message that asks."""
    message = update.effective_message
    if not message or is_ours(update):
        return
    question = argument(message)
    if not question and message.reply_to_message:
        question = message.reply_to_message.text or message.reply_to_message.caption or ""
    if question:
        await ask(message, question, context)
    elif await admitted(message, message.from_user, context):
        await reply(message, ChatText(context.here.say(message.from_user)("ask-usage")))


def argument(message: Message) -> str:
    """What follows the command."""
    _, *rest = (message.text or "").split(maxsplit=1)
    return rest[0].strip() if rest else ""


async def ask(message: Message, question: str, context: Context) -> None:
    """Answer one question in reply to its message, if who asks may and not too often."""
    here = context.here
    say = here.say(message.from_user)
    if not await admitted(message, message.from_user, context):
        return
    late = (datetime.now(UTC) - message.date).total_seconds() > STALE_SECONDS
    if late and not await _is_newest(message, context):
        return
    if not late and not await within_limit(message, message.from_user, context):
        return
    question = question.strip()
    if not question:
        await reply(message, ChatText(say("ask-usage")))
        return
    found = await answer(message, question, context)
    if found is None:
        return
    if late:
        await reply(message, ChatText(say("offline")))
    await show(message, found, say, context)


async def answer(message: Message, question: str, context: Context) -> Asked | None:
    """What the text says; None when it could not be asked, which the user has been told."""
    here = context.here
    user_id = message.from_user.id if message.from_user else 0
    typing = context.application.create_task(_typing(message))
    generation = here.answering.generation
    try:
        result = await look_up(here, message.chat_id, user_id, question)
    except Busy:
        here.metrics.turned_away("busy")
        await reply(message, ChatText(here.say(message.from_user)("busy")))
        return None
    finally:
        typing.cancel()
    return Asked(message.chat_id, user_id, question, result, generation, message.message_id)


async def look_up(here: Parts, chat_id: int, user_id: int, question: str) -> Answer | NoAnswer:
    """Ask the text; a follow-up together with the question before. Raises Busy."""
    before = here.memory.last(chat_id, user_id)
    started = time.monotonic()
    context = before.question if before and is_follow_up(question) else ""
    result = await here.work.run(here.answering.ask, question, context)
    outcome = "answered" if isinstance(result, Answer) else "refused"
    here.metrics.answered(outcome, time.monotonic() - started)
    return result


async def show(message: Message, asked: Asked, say: Texts, context: Context) -> None:
    """Send the answer in reply, and remember where it stands."""
    shown = rendered(asked, say, context)
    for text, keyboard in shown:
        sent = await reply(message, text, keyboard)
        if sent:
            asked.shown_in.append(sent.message_id)
    context.here.memory.remember(asked)


def rendered(
    asked: Asked, say: Texts, context: Context
) -> list[tuple[ChatText, InlineKeyboardMarkup | None]]:
    """The messages of an answer or refusal; the last of each quote has its buttons."""
    result, here = asked.result, context.here
    if not isinstance(result, Answer):
        at = _place(asked, result.closest, here) if result.closest else None
        return [(refusal_message(result, say), closest_button(at, say) if at else None)]
    shown: list[tuple[ChatText, InlineKeyboardMarkup | None]] = []
    for quote in result.quotes:
        *first, last = quote_messages(quote, say, reservation(result, say))
        at = _place(asked, quote, here)
        shown += [(text, None) for text in first]
        shown.append((last, answer_buttons(at, say) if at else None))
    return shown


def _place(asked: Asked, quote: Quote, here: Parts) -> Pressed | None:
    """Where a quote is, for its buttons; None if the text has just changed."""
    snapshot = here.answering.view
    if snapshot.generation.number != asked.generation:
        return None
    number = snapshot.number_of(quote.document)
    if number is None:
        return None
    # The next passage is the one after all that are quoted.
    quoted = len(asked.result.quotes) if isinstance(asked.result, Answer) else 1
    start, end = quote.span.start, quote.span.end
    return Pressed(CONTEXT, asked.generation, number, start, end, quoted - 1)


async def edited_question(update: Update, context: Context) -> None:
    """The old answer becomes the answer to the corrected question; unknown ones are let be."""
    message = update.edited_message
    here = context.here
    before = message and here.memory.of_message(message.chat_id, message.message_id)
    if not message or not before or before.asked_in != message.message_id:
        return
    text = message.text or message.caption or ""
    if message.chat.type != ChatType.PRIVATE:
        text = addressed(message, context.bot.username, context.bot.id) or text
    if text.startswith("/"):
        text = argument(message)
    if not text.strip() or text.strip() == before.question:
        return
    if not await within_limit(message, message.from_user, context):
        return
    found = await answer(message, text.strip(), context)
    if found:
        await _edit(message, before, found, context)


async def _edit(message: Message, before: Asked, found: Asked, context: Context) -> None:
    """Put the new answer's messages in the place of the old ones."""
    here = context.here
    say = here.say(message.from_user)
    old = list(before.shown_in)
    for text, keyboard in rendered(found, say, context):
        if old and await replace(context.bot, message.chat_id, old[0], text, keyboard):
            found.shown_in.append(old.pop(0))
        elif sent := await reply(message, text, keyboard):
            found.shown_in.append(sent.message_id)
    for left in old:
        await edited(partial(context.bot.delete_message, message.chat_id, left))
    here.memory.remember(found)


async def _is_newest(message: Message, context: Context) -> bool:
    """Of the questions of a chat that waited while the bot was off, whether this is the last."""
    waiting = context.here.stale
    newest = max(waiting.get(message.chat_id, 0), message.message_id)
    waiting[message.chat_id] = newest
    await asyncio.sleep(GATHER_SECONDS)
    return waiting.get(message.chat_id) == message.message_id


async def _typing(message: Message) -> None:
    """Show that work is going on, if it takes longer than a moment; its failure is no matter."""
    if message.chat.type != Chat.PRIVATE:
        return
    await asyncio.sleep(TYPING_AFTER)
    with contextlib.suppress(TelegramError):
        await message.reply_chat_action(ChatAction.TYPING)
