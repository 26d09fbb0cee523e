"""Buttons that go back to a question: its other passages, the same again, one that is offered."""

from telegram import Message

from bot.answering import quotes_of
from bot.telegram.asking.answers import passage, rendered, show, unjudged
from bot.telegram.asking.near import opened
from bot.telegram.asking.places import place_of
from bot.telegram.asking.progress import shown
from bot.telegram.asking.way_in import look_up_in_chat, offered, worked
from bot.telegram.buttons import Again, Example, Near, Other
from bot.telegram.incoming import question_in
from bot.telegram.keyboards import opened_buttons
from bot.telegram.marks import mark_of_generation
from bot.telegram.memory import Asked
from bot.telegram.messages import drawn
from bot.telegram.sending import reply
from bot.telegram.under import Under


async def other_passage(under: Under, at: Other) -> None:
    """Another of the passages found for the question, in the place of the one that is shown."""
    here = under.context.here
    asked = await _asked(under)
    if asked is None:
        await under.tell(under.say("forgotten-question"), alert=True)
    elif at.rank >= len(quotes_of(asked.result)):
        await under.tell(under.say("no-more"))
    else:
        await under.tell()
        text, buttons = passage(asked, at.rank, under.say, here)
        await under.redraw(text, unjudged(buttons, at, under) if buttons else None)


async def again(under: Under, at: Again) -> None:
    """Ask the same question of the text as it is now, in the place of the old answer."""
    asked = await _asked(under)
    if asked is None:
        await under.tell(under.say("forgotten-question"), alert=True)
        return
    await under.tell()
    await under.redraw(*rendered(asked, under.say, under.context.here))


async def example(under: Under, at: Example) -> None:
    """Ask one of the examples that `/start` offered."""
    examples = await offered(under.context.here, under.say)
    await _ask(under, examples[at.place] if at.place < len(examples) else "")


async def near_question(under: Under, at: Near) -> None:
    """Show how the text begins that a refusal offered a question about."""
    here, message = under.context.here, under.message
    view = here.answering.view
    quote = await worked(here, opened, at, view)
    if not quote:
        await under.tell(under.say("changed"), alert=True)
    elif message:
        await under.tell()
        place = place_of(quote, view)
        buttons = opened_buttons(place, under.say) if place else None
        await reply(message, drawn(quote, under.say), buttons)


async def _ask(under: Under, question: str) -> None:
    """Answer a question that was pressed, in the name of who pressed; "" is let be."""
    message, here = under.message, under.context.here
    if not message or not question:
        await under.tell()
        return
    async with shown(message, under.say):
        asked = await look_up_in_chat(here, under.who, question)
    await under.tell()
    await show(message, asked, under.say, here)


async def _asked(under: Under) -> Asked | None:
    """The question that a message answers; asked again if the text is another since.

    None if nobody knows it any more; raises TurnedAway.
    """
    here, message, asked = under.context.here, under.message, under.asked
    live = mark_of_generation(here.answering.view.generation)
    if message is None or (asked and asked.mark == live):
        return asked
    question = asked.question if asked else question_under(message, under)
    if not question:
        return None
    anew = await look_up_in_chat(here, under.who, question, asked)
    anew.shown_in = [message.message_id]
    anew.asked_in = asked.asked_in if asked else _asked_in(message)
    here.memory.remember(anew)
    return anew


def question_under(message: Message, under: Under) -> str:
    """The question of the message that one of ours replies to."""
    bot, asked = under.context.bot, message.reply_to_message
    if not asked or (asked.from_user and asked.from_user.is_bot):
        return ""
    return question_in(asked, bot.username, bot.id)


def _asked_in(message: Message) -> int | None:
    return message.reply_to_message.message_id if message.reply_to_message else None
