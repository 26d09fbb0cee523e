"""What a deep link opens: a quote, or a question."""

import asyncio

from telegram import Message

from bot.telegram.admission import within_limit
from bot.telegram.asking.places import quote_at
from bot.telegram.asking.questions import ask, ask_example
from bot.telegram.context import Context
from bot.telegram.keyboards import Action, Pressed, answer_buttons
from bot.telegram.links import linked
from bot.telegram.messages import ChatText, drawn
from bot.telegram.sending import reply


async def open_link(message: Message, payload: str, context: Context) -> bool:
    """Do what the link of a `/start` says; False if it says nothing that can be done."""
    at = linked(payload)
    if isinstance(at, str):
        await ask(message, at, context)
        return True
    # Questions are counted on their way in.
    if at and at.action is Action.EXAMPLE:
        return await ask_example(message, at.rank, context)
    return at is not None and await _open_quote(message, at, context)


async def _open_quote(message: Message, at: Pressed, context: Context) -> bool:
    """Show a quote for itself; where its text is another since, say so."""
    here, view = context.here, context.here.answering.view
    say = here.say(message.from_user)
    quote = await asyncio.to_thread(quote_at, at, view)
    gone = quote is None and view.numbered(at.number) is None
    if not quote and not gone:
        return False
    if await within_limit(message, message.from_user, context):
        text = drawn(quote, say) if quote else ChatText(say("changed"))
        await reply(message, text, answer_buttons(at, say) if quote else None)
    return True
