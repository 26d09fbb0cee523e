"""`/start`: what the bot is, what there is to ask about, and questions that it surely answers."""

import asyncio
import contextlib

from telegram import InlineKeyboardMarkup, Message

from bot.telegram.admission import TurnedAway, by_admin
from bot.telegram.asking import offered
from bot.telegram.composing import ChatText
from bot.telegram.contents import told
from bot.telegram.context import Context, Parts
from bot.telegram.keyboards import example_buttons
from bot.telegram.sending import reply
from bot.telegram.texts import Texts


async def welcome(message: Message, context: Context) -> None:
    """Say it in reply, with a button for each example."""
    here, say = context.here, context.here.say(message.from_user)
    view = here.answering.view
    if not view.generation.documents:
        await reply(message, ChatText(nothing_yet(message, here, say)))
        return
    examples: list[str] = []
    with contextlib.suppress(TurnedAway):
        examples = await offered(here, say)
    found = await asyncio.to_thread(here.contents.of, view)
    parts = [say("start"), told(found, view.generation.documents, say)]
    parts += [say("examples")] if examples else []
    buttons: InlineKeyboardMarkup | None = example_buttons(here.answering.generation, examples)
    await reply(message, ChatText("\n\n".join(parts)), buttons)


def nothing_yet(message: Message, here: Parts, say: Texts) -> str:
    """What to say while the library is empty: to an admin, what to do."""
    return say("empty-admin" if by_admin(message, here) else "empty")
