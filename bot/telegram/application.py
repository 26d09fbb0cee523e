"""python-telegram-bot's application around our parts, wired by hand: its start and its end."""

import asyncio
import contextlib
import logging

from telegram import LinkPreviewOptions
from telegram.ext import ApplicationBuilder, Defaults

from bot.operations import Health
from bot.state import USERNAME, StateError
from bot.telegram.admin import offer_interrupted
from bot.telegram.asking import tell_unanswered
from bot.telegram.background import begun
from bot.telegram.context import App, Parts, context_types
from bot.telegram.failing import Failing
from bot.telegram.menus import set_menus
from bot.telegram.readiness import health_served, watch
from bot.telegram.routes import add_handlers
from bot.telegram.transport import CONNECTIONS, ApiRequest, PollingRequest, SendLimiter

logger = logging.getLogger(__name__)

SEND_TIMEOUT = 20.0


def build(parts: Parts) -> App:
    """The application with all its handlers, not started."""
    settings = parts.settings
    assert settings.telegram_token is not None
    life = Life(parts)
    application: App = (
        ApplicationBuilder()
        .context_types(context_types(parts))
        .token(settings.telegram_token.get_secret_value())
        .base_url(settings.telegram_base_url)
        .base_file_url(settings.telegram_base_file_url)
        .updater(None)
        .request(ApiRequest(CONNECTIONS, read_timeout=SEND_TIMEOUT, pool_timeout=SEND_TIMEOUT))
        .get_updates_request(PollingRequest(parts.contact))
        .rate_limiter(SendLimiter(shared=parts.state.together))
        .defaults(_defaults())
        .post_init(life.start)
        .post_shutdown(life.stop)
        .build()
    )
    add_handlers(application)
    application.add_error_handler(Failing().failed)
    return application


def _defaults() -> Defaults:
    preview = LinkPreviewOptions(is_disabled=True)
    return Defaults(allow_sending_without_reply=True, link_preview_options=preview)


class Life:
    """What is begun with the application, and ends with it."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._tasks: list[asyncio.Task[None]] = []
        self._health: Health | None = None
        watch(parts)

    async def start(self, application: App) -> None:
        """Begin what goes on beside the handlers, set the menus, serve health."""
        here, bot = self._parts, application.bot
        with contextlib.suppress(StateError):  # a full disk is told elsewhere, and stops no start
            here.state.keep(USERNAME, 0, 0, bot.username)
        self._tasks = [
            asyncio.create_task(set_menus(bot, here.settings.admins)),
            *([] if here.state.together else self._left_over(application)),
            *begun(here, bot),
        ]
        self._health = await health_served(application)
        logger.info("ready: generation %d", here.answering.generation)

    def _left_over(self, application: App) -> list[asyncio.Task[None]]:
        """What the bot before this one did not end. Of several, another one goes on with it."""
        here = self._parts
        left = here.state.unanswered()  # before new ones are begun
        return [
            asyncio.create_task(tell_unanswered(application.bot, left, here)),
            asyncio.create_task(offer_interrupted(here, application.bot)),
        ]

    async def stop(self, _: App) -> None:
        """End what was started, and close the parts."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._health:
            await self._health.stop()
        await self._parts.close()
