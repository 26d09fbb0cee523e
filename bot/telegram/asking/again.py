"""Buttons that go back to the question: its next passage, the same again, one of the examples."""

from telegram import CallbackQuery, Message

from bot.answering import Answer
from bot.telegram.asking.answers import Shown, place, rendered, show, show_more
from bot.telegram.asking.places import quote_of
from bot.telegram.asking.progress import shown as progress_shown
from bot.telegram.asking.way_in import Asker, look_up_in_chat, offered
from bot.telegram.context import Context
from bot.telegram.incoming import question_in
from bot.telegram.keyboards import Pressed, answer_buttons
from bot.telegram.memory import Asked
from bot.telegram.messages import ChatText, quote_messages
from bot.telegram.sending import notice, replace, reply


async def next_passage(
    query: CallbackQuery, message: Message, at: Pressed, context: Context
) -> None:
    """The next passage found for the same question, as a message of its own."""
    here = context.here
    say = here.say(query.from_user)
    asked = await _asked(query, message, context)
    if asked is None:
        await notice(query, say("forgotten-question"), alert=True)
        return
    hits, rank = asked.result.hits, at.rank + 1
    if rank >= len(hits):
        await notice(query, say("no-more"))
        return
    await notice(query)
    quote = quote_of(hits[rank].passage)
    label = "" if isinstance(asked.result, Answer) else say("closest-label")
    there = place(asked, quote, rank, here)
    buttons = answer_buttons(there, say) if there else None
    shown: list[Shown] = [(text, buttons) for text in quote_messages(quote, say, label)]
    await show_more(message, asked, shown, here)


async def again(query: CallbackQuery, message: Message, at: Pressed, context: Context) -> None:
    """Ask the same question of the text as it is now, in the place of the old answer."""
    here = context.here
    say = here.say(query.from_user)
    asked = await _asked(query, message, context)
    await notice(query)
    if asked is None:
        await reply(message, ChatText(say("forgotten-question")))
        return
    first, *more = rendered(asked, say, here)
    await replace(message.get_bot(), message.chat_id, message.message_id, *first)
    asked.shown_in = [message.message_id]
    await show_more(message, asked, more, here)


async def example(query: CallbackQuery, message: Message, at: Pressed, context: Context) -> None:
    """Ask one of the examples that `/start` offered."""
    here = context.here
    say = here.say(query.from_user)
    examples = await offered(here, say)
    if at.rank >= len(examples):
        await notice(query)
        return
    who = Asker.of(query.from_user, message)
    async with progress_shown(message, say):
        found = await look_up_in_chat(here, who, examples[at.rank])
    await notice(query)
    await show(message, found, say, here)


async def _asked(query: CallbackQuery, message: Message, context: Context) -> Asked | None:
    """The question that a message answers; asked again if the text is another since.

    None if nobody knows it any more; raises TurnedAway.
    """
    here = context.here
    asked = here.memory.of_message(message.chat_id, message.message_id)
    if asked and asked.generation == here.answering.generation:
        return asked
    question = asked.question if asked else _question(message, context)
    if not question:
        return None
    found = await look_up_in_chat(here, Asker.of(query.from_user, message), question)
    found.shown_in = [message.message_id]
    return found


def _question(message: Message, context: Context) -> str:
    """The question that a message of ours replies to."""
    asked = message.reply_to_message
    if not asked or (asked.from_user and asked.from_user.is_bot):
        return ""
    return question_in(asked, context.bot.username, context.bot.id)
