"""How far a change of the library is, in the words of the chat."""

import asyncio
import time
from datetime import timedelta

from telegram import Bot

from bot.telegram.composing import ChatText
from bot.telegram.sending import replace
from bot.telegram.texts import Texts

# How often the message with the progress is edited, in seconds; Telegram allows about one.
PROGRESS_SECONDS = 2.0


class Progress:
    """How far a build is, written by its thread and shown by the chat."""

    def __init__(self) -> None:
        self._what, self._done, self._total = "", 0, 0
        self._since, self._at = 0.0, 0.0

    def __call__(self, what: str, done: int, total: int | None) -> None:
        """Take note of what takes time: passages, and golden questions."""
        if not total:
            return
        self._at = time.monotonic()
        if what != self._what:
            self._what, self._since = what, self._at
        self._done, self._total = done, total

    def text(self, say: Texts) -> str | None:
        """The line to show, or None before there is anything to count."""
        if not self._done:
            return None
        if self._what == "golden":
            return say("checking", done=self._done, total=self._total)
        took = self._at - self._since
        left = timedelta(seconds=took / self._done * (self._total - self._done))
        return say(
            "building",
            percent=100 * self._done // self._total,
            done=self._done,
            total=self._total,
            left=say.duration(left),
        )


async def show_progress(
    bot: Bot, chat_id: int, message_id: int, progress: Progress, say: Texts
) -> None:
    """Edit the message as it goes on, until cancelled."""
    while True:
        await asyncio.sleep(PROGRESS_SECONDS)
        if text := progress.text(say):
            await replace(bot, chat_id, message_id, ChatText(text))
