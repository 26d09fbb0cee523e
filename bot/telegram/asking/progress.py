"""What a chat sees of a question that takes its time: typing, and its place in the line."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from telegram import Message
from telegram.constants import ChatAction, ChatType
from telegram.error import TelegramError

from bot.operations import Entered
from bot.telegram.composing import ChatText
from bot.telegram.sending import reply
from bot.telegram.texts import Texts

# Most answers are there sooner than this, in seconds: they need no typing.
TYPING_AFTER = 0.5
# Telegram shows it for five seconds (Bot API, sendChatAction), so it is said again before.
TYPING_EVERY = 4.5
# Who waits longer than this, in seconds, is told how many are before them.
PLACE_AFTER = 5.0


class Progress:
    """Of one question: its work, once that is taken, and the message that named its place."""

    def __init__(self) -> None:
        self.entered: Entered[object] | None = None
        self.told: Message | None = None
        self.telling = False
        """Whether that message is on its way."""

    @property
    def waits(self) -> bool:
        """Whether its work has been taken and has not begun."""
        return bool(self.entered and self.entered.place)


@asynccontextmanager
async def shown(
    message: Message, say: Texts, told: Callable[[Message], object] = lambda _: None
) -> AsyncIterator[Progress]:
    """Show in reply to a message that it is being answered, while the block runs.

    `told` hears of the message that names its place.
    """
    progress = Progress()
    typing = asyncio.create_task(_type(message, progress))
    telling = asyncio.create_task(_tell_place(message, progress, say, told))
    try:
        yield progress
    finally:
        typing.cancel()
        # What is on its way is waited for: the answer takes its place.
        if not progress.telling:
            telling.cancel()
        await asyncio.wait({telling})


async def _type(message: Message, progress: Progress) -> None:
    """Its failure is no matter. Who has been told a place needs none until it is their turn."""
    await asyncio.sleep(TYPING_AFTER)
    with contextlib.suppress(TelegramError):
        while True:
            if not (progress.told and progress.waits):
                await message.reply_chat_action(ChatAction.TYPING)
            await asyncio.sleep(TYPING_EVERY)


async def _tell_place(
    message: Message, progress: Progress, say: Texts, told: Callable[[Message], object]
) -> None:
    """In private only: a group takes 20 messages a minute, and its answers need those."""
    await asyncio.sleep(PLACE_AFTER)
    place = progress.entered.place if progress.entered else 0
    if not place or message.chat.type != ChatType.PRIVATE:
        return
    progress.telling = True
    with contextlib.suppress(TelegramError):
        progress.told = await reply(message, ChatText(say("place", place=place)))
    if progress.told:
        told(progress.told)
