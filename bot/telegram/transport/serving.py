"""Serve until told to stop: the bot asks Telegram for updates, or Telegram calls it."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import Callable, Sequence
from typing import Any

from telegram.error import InvalidToken, NetworkError, TelegramError
from telegram.ext import Application

from bot.operations import Contact
from bot.settings import BotSettings
from bot.telegram.transport.limiter import SendLimiter
from bot.telegram.transport.polling import Polling
from bot.telegram.transport.receiving import Led, Receiving
from bot.telegram.transport.sharing import Sharing
from bot.telegram.transport.under_way import UnderWay
from bot.telegram.transport.webhook import Webhook
from index.errors import VerbatimError

logger = logging.getLogger(__name__)

# How long what is at work when the bot is told to stop may take to end, in seconds.
GRACE = 1.8
# How long the last call may take, which tells Telegram what has been taken, in seconds.
FAREWELL = 0.5
# Between attempts to reach Telegram at the start, in seconds: doubling, and at most.
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0

App = Application[Any, Any, Any, Any, Any, Any]


class WrongToken(VerbatimError):
    """Telegram does not know the token."""


def serve(
    application: App,
    settings: BotSettings,
    updates: Sequence[str],
    contact: Contact | None = None,
    stopping: Callable[[], object] = lambda: None,
    sharing: Sharing | None = None,
) -> None:
    """Run until SIGINT or SIGTERM; `updates` are the kinds to ask for.

    A webhook's contact with Telegram is noted in `contact`. `stopping` is called when the signal
    comes. With other bots the updates are shared. Raises WrongToken at the start, TokenRefused
    later, and ListenError.
    """

    async def fail(error: TelegramError) -> None:
        await application.process_error(None, error)

    def polling() -> Polling:
        return Polling(application.bot, updates, fail)

    receiving: Receiving
    if settings.webhook_url:
        noted = contact or Contact()
        leads = sharing.leads if sharing else lambda: True
        receiving = Webhook(application.bot, settings, updates, fail, noted, leads)
    else:
        receiving = Led(polling, sharing.leads) if sharing else polling()
    asyncio.run(_serve(application, receiving, stopping, sharing))


async def _serve(
    application: App,
    receiving: Receiving,
    stopping: Callable[[], object],
    sharing: Sharing | None,
) -> None:
    told = asyncio.Event()

    def stop() -> None:
        stopping()
        told.set()

    loop = asyncio.get_running_loop()
    for by in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(by, stop)
    try:
        await _until(told, _run(application, receiving, sharing))
    finally:
        if application.post_shutdown:
            await application.post_shutdown(application)
        await application.shutdown()


async def _until(told: asyncio.Event, work: Any) -> None:
    """Do the work until it is told to stop; raises what the work raises."""
    running, stopped = asyncio.create_task(work), asyncio.create_task(told.wait())
    await asyncio.wait({running, stopped}, return_when=asyncio.FIRST_COMPLETED)
    for task in (running, stopped):
        task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


async def _run(application: App, receiving: Receiving, sharing: Sharing | None) -> None:
    await _initialized(application)
    if application.post_init:
        await application.post_init(application)
    await application.start()
    process = application.process_update
    under_way = UnderWay(sharing.settling(process) if sharing else process)
    try:
        if sharing:
            await sharing.run(receiving, under_way, application.bot)
        else:
            await receiving.run(under_way.take)
    finally:
        limiter = application.bot.rate_limiter
        await under_way.end(GRACE, limiter.finish if isinstance(limiter, SendLimiter) else None)
        with contextlib.suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(FAREWELL):
                await receiving.acknowledge()
        await application.stop()


async def _initialized(application: App) -> None:
    """Make contact, however long that takes. Raises WrongToken."""
    pause = FIRST_PAUSE
    while True:
        try:
            await application.initialize()
        except InvalidToken as error:
            raise WrongToken(
                "TELEGRAM_TOKEN: Telegram does not know this token; copy it from BotFather again"
                " (or TELEGRAM_BASE_URL is not a Bot API server)"
            ) from error
        except (NetworkError, TelegramError) as error:
            logger.warning("Telegram cannot be reached: %s", error)
            await asyncio.sleep(pause)
            pause = min(LONGEST_PAUSE, 2 * pause)
        else:
            return
