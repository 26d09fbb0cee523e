"""python-telegram-bot's application around our parts: its start, its end, and what goes wrong."""

import asyncio
import contextlib
import logging
import math
import time

from telegram import Bot, LinkPreviewOptions, Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import ApplicationBuilder, ApplicationHandlerStop, Defaults, TypeHandler

from bot.operations import Health
from bot.state import USERNAME, StateError, Together
from bot.telegram.admin import offer_interrupted, send_digest, unchanged
from bot.telegram.asking import tell_known, tell_unanswered
from bot.telegram.context import App, Context, Parts, context_types
from bot.telegram.menus import set_menus
from bot.telegram.messages import ChatText
from bot.telegram.routes import add_handlers
from bot.telegram.sending import reply
from bot.telegram.texts import spoken, texts
from bot.telegram.transport import CONNECTIONS, MOST_TRIES, ApiRequest, PollingRequest, SendLimiter
from index.errors import LibraryError, VerbatimError
from index.memory import give_back

logger = logging.getLogger(__name__)

REFRESH_SECONDS = 1.0
# So long after some questions that wait could not be asked, they are asked again.
AGAIN_SECONDS = 60.0
# So long a generation answers before the words of its first texts are made ready: that takes a
# processor for seconds, which the first questions after a start, or a change, want.
READY_AFTER_SECONDS = 10.0
# Without a good answer from Telegram for so long, the bot wants no users: when it polls, and when
# it is called and looks every two minutes whether it still is.
UNREADY_SECONDS, UNREADY_SECONDS_WEBHOOK = 30.0, 300.0
# Without a good answer to getUpdates for so long, the bot is deaf and wants a restart.
DEAF_SECONDS = 90.0
# How often it is looked whether the weekly digest is due.
DIGEST_SECONDS = 3_600.0
SEND_TIMEOUT = 20.0
CONFLICT_SECONDS = 60.0


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
    if parts.state.together is None:  # several bots share what came in: there each is once
        application.add_handler(TypeHandler(Update, life.once), group=-1)
    add_handlers(application)
    application.add_error_handler(life.failed)
    return application


def _defaults() -> Defaults:
    preview = LinkPreviewOptions(is_disabled=True)
    return Defaults(allow_sending_without_reply=True, link_preview_options=preview)


def _waiting(together: Together) -> float:
    try:
        return together.waiting() if together.connected else math.nan
    except StateError:
        return math.nan


class Life:
    """What goes on beside the handlers, from the application's start to its end."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._tasks: list[asyncio.Task[None]] = []
        self._health: Health | None = None
        self._conflict = -CONFLICT_SECONDS
        parts.metrics.watch(
            lambda: parts.work.waiting,
            lambda: parts.answering.generation,
            lambda: len(parts.answering.view.damaged()),
            lambda: parts.answering.trouble,
            lambda: parts.contact.age,
        )
        if together := parts.state.together:
            parts.metrics.watch_others(
                lambda: together.leads, lambda: together.connected, lambda: _waiting(together)
            )

    async def start(self, application: App) -> None:
        """Look for new generations, set the menus, serve health."""
        here = self._parts
        with contextlib.suppress(StateError):  # a full disk is told elsewhere, and stops no start
            here.state.keep(USERNAME, 0, 0, application.bot.username)
        self._tasks = [
            asyncio.create_task(self._keep_fresh()),
            asyncio.create_task(self._make_ready()),
            asyncio.create_task(set_menus(application.bot, here.settings.admin_ids)),
            *([] if here.state.together else self._left_over(application)),
            asyncio.create_task(self._tell_waiting(application.bot)),
            asyncio.create_task(self._tell_gaps(application.bot)),
        ]
        if here.settings.health_listen:
            self._health = Health(
                here.settings.health_listen,
                here.metrics,
                alive=self._alive,
                ready=lambda: (
                    application.running
                    and self._hears()
                    and here.answering.answers
                    and self._shares()
                ),
                damaged=lambda: here.answering.view.damaged(),
                trouble=lambda: here.answering.trouble,
            )
            await self._health.start()
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

    async def once(self, update: Update, _: Context) -> None:
        """A webhook may deliver an update twice: the second time it is dropped."""
        if not self._parts.state.first_time(update.update_id):
            raise ApplicationHandlerStop

    async def failed(self, update: object, context: Context) -> None:
        """Nothing is left unsaid: a log line for who runs it, an apology for who asked."""
        error = context.error
        if isinstance(error, Conflict):
            self._tell_of_conflict()
            return
        if update is None and isinstance(error, NetworkError | InvalidToken | RetryAfter):
            logger.warning("Telegram cannot be reached: %s", error)
            return
        number = update.update_id if isinstance(update, Update) else None
        if number is not None and self._waits(number, error):
            logger.warning("update %s waits for the database: %s", number, error)
            return
        told = error if isinstance(error, VerbatimError) else None
        if told:  # which says itself what to do
            logger.error("update %s failed: %s", number, error)
        else:
            logger.error("update %s failed", number, exc_info=error)
        if isinstance(update, Update) and update.message:
            with contextlib.suppress(TelegramError, StateError):  # sending is often what failed
                await reply(update.message, ChatText(self._apology(update, told)))

    def _waits(self, number: int, error: object) -> bool:
        """Whether an update that failed is handled again, as those of several bots are."""
        unsettled = self._parts.unsettled
        of_database = isinstance(error, StateError | LibraryError)
        if (
            not self._parts.state.together
            or not of_database
            or unsettled[number] >= MOST_TRIES - 1
        ):
            return False
        unsettled[number] += 1
        return True

    def _apology(self, update: Update, why: VerbatimError | None) -> str:
        """What went wrong, if that is known and an admin asks."""
        user = update.effective_user
        try:
            say = self._parts.say(user)
        except StateError:  # nobody knows which one they chose
            say = texts(spoken(user.language_code if user else None))
        if why and self._parts.access.is_admin(user.id if user else None):
            return say("rebuild-failed", reason=unchanged(why, say))
        return say("failed")

    def _tell_of_conflict(self) -> None:
        if time.monotonic() - self._conflict >= CONFLICT_SECONDS:
            self._conflict = time.monotonic()
            logger.error("another instance polls with this token: stop one of them")

    def _hears(self) -> bool:
        webhook = self._parts.settings.webhook_url
        return self._parts.contact.within(UNREADY_SECONDS_WEBHOOK if webhook else UNREADY_SECONDS)

    def _shares(self) -> bool:
        """Whether it reaches the other bots' database, if there are any."""
        together = self._parts.state.together
        return together is None or together.connected

    def _alive(self) -> bool:
        """A restart may help a bot that polls; one that is called, Telegram has to reach.

        Nor does it help where the database is gone.
        """
        if self._parts.settings.webhook_url or not self._shares():
            return True
        age = self._parts.contact.age
        return (time.monotonic() - self._parts.started if age is None else age) < DEAF_SECONDS

    async def _keep_fresh(self) -> None:
        """Swap to what another process has built, within a second or so; give back free memory.

        A crowd has 50 MB free in a minute, and as much mapped; to give that back takes 3 ms.
        """
        renewed = self._parts.renewed
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(renewed.wait(), REFRESH_SECONDS)
            renewed.clear()
            try:
                await asyncio.to_thread(self._parts.answering.refresh)
                await asyncio.to_thread(give_back)
            except Exception:
                logger.exception("looking for a new generation failed")

    async def _make_ready(self) -> None:
        """What takes seconds of each generation, and keeps the next one from nothing."""
        ready, seen, since = None, None, 0.0
        while True:
            try:
                await asyncio.to_thread(self._prepare)
                live = self._parts.answering.view.generation
                if live != seen:
                    seen, since = live, time.monotonic()
                if live != ready and time.monotonic() - since >= READY_AFTER_SECONDS:
                    ready = live
                    await asyncio.to_thread(self._parts.answering.make_ready)
            except Exception:
                logger.exception("making a generation ready failed")
            await asyncio.sleep(REFRESH_SECONDS)

    async def _tell_waiting(self, bot: Bot) -> None:
        """Ask what waits for an answer again, of each generation; of several bots, one does."""
        asked, together = None, self._parts.state.together
        while True:
            await asyncio.sleep(REFRESH_SECONDS)
            live = self._parts.answering.view.generation
            if live == asked or not (together is None or together.leads):
                continue
            try:
                all_asked = await tell_known(bot, self._parts)
            except Exception:
                logger.exception("asking the questions that wait failed")
                all_asked = False
            if all_asked:
                asked = live
            else:
                await asyncio.sleep(AGAIN_SECONDS)

    async def _tell_gaps(self, bot: Bot) -> None:
        """Look every hour whether a week is over; of several bots, one does."""
        while True:
            together = self._parts.state.together
            if together is None or together.leads:
                try:
                    await send_digest(bot, self._parts, time.time())
                except Exception:
                    logger.exception("telling what the texts do not answer failed")
            await asyncio.sleep(DIGEST_SECONDS)

    def _prepare(self) -> None:
        """Have examples ready of what has gone live."""
        here = self._parts
        here.contents.of(here.answering.view)
        here.examples.renew(here.answering.view, here.answering.ask)
