"""The Telegram bot, wired by hand: services, handlers, transport, and an orderly end."""

import asyncio
import logging
import sys
import time
from collections import OrderedDict
from urllib.parse import urlsplit

from telegram import LinkPreviewOptions, Update
from telegram.error import Conflict, InvalidToken, NetworkError
from telegram.ext import ApplicationBuilder, ApplicationHandlerStop, Defaults, TypeHandler

from bot.answering.pipeline import QuestionAnswering, open_pipeline
from bot.operations import logs
from bot.operations.health import Health, Metrics
from bot.operations.work import Work
from bot.settings import BotSettings
from bot.state.embedded import Store
from bot.telegram import context as services
from bot.telegram.access import Access, RateLimit
from bot.telegram.context import App, Context, Services
from bot.telegram.examples import Examples
from bot.telegram.menus import set_menus
from bot.telegram.messages import ChatText
from bot.telegram.routes import ALLOWED_UPDATES, add_handlers
from bot.telegram.sending import reply
from bot.telegram.transport.polling import ChatActionLimiter, PollingRequest
from index.store.embedded import locks

logger = logging.getLogger(__name__)

# Two questions at a time fill two cores; so many more wait, about half a minute's worth.
THREADS, MOST_WAITING = 2, 250
CONCURRENT_UPDATES = 512
REFRESH_SECONDS = 1.0
# Without a good answer to getUpdates for so long, the bot is deaf and wants a restart.
DEAF_SECONDS = 90.0
SEND_TIMEOUT = 20.0
CONFLICT_SECONDS = 60.0
REMEMBERED_UPDATES = 10_000


def run(settings: BotSettings) -> int:
    """Run until SIGINT or SIGTERM: 0; 1 if it cannot start, 2 for a wrong or missing token."""
    if settings.telegram_token is None:
        sys.stderr.write("TELEGRAM_TOKEN: missing; write the token BotFather gave into .env\n")
        return 2
    token = settings.telegram_token.get_secret_value()
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else None
    logs.configure(settings.log_level, token, secret)
    with locks.exclusive(settings.state.with_suffix(".lock"), timeout=0) as alone:
        if not alone:
            sys.stderr.write(f"another bot runs with {settings.state}: stop it, or set STATE\n")
            return 1
        application = build(settings, open_pipeline(settings))
        try:
            _serve(application, settings)
        except InvalidToken:
            sys.stderr.write(
                "TELEGRAM_TOKEN: Telegram does not know this token; copy it from BotFather again"
                " (or TELEGRAM_BASE_URL is not a Bot API server)\n"
            )
            return 2
    return 0


def build(settings: BotSettings, answering: QuestionAnswering) -> App:
    """The application with all its parts, not started."""
    assert settings.telegram_token is not None
    polling = PollingRequest()
    application = (
        ApplicationBuilder()
        .token(settings.telegram_token.get_secret_value())
        .base_url(settings.telegram_base_url)
        .base_file_url(settings.telegram_base_file_url)
        .get_updates_request(polling)
        .read_timeout(SEND_TIMEOUT)
        .rate_limiter(ChatActionLimiter())
        .concurrent_updates(CONCURRENT_UPDATES)
        .defaults(_defaults())
        .post_init(_started)
        .post_shutdown(_stopped)
        .build()
    )
    _services(settings, answering, polling).attach(application)
    application.bot_data["polling"] = polling
    application.add_handler(TypeHandler(Update, _once), group=-1)
    add_handlers(application)
    application.add_error_handler(_failed)
    return application


def _services(
    settings: BotSettings, answering: QuestionAnswering, polling: PollingRequest
) -> Services:
    store = Store(settings.state)
    here = Services(
        settings=settings,
        answering=answering,
        work=Work(THREADS, MOST_WAITING),
        rebuilding=Work(1, 8),
        store=store,
        access=Access(settings, store),
        limit=RateLimit(settings.questions_per_minute),
        metrics=Metrics(),
        examples=Examples(),
        started=time.monotonic(),
    )
    here.metrics.watch(
        lambda: here.work.waiting, lambda: answering.generation, lambda: _poll_age(polling)
    )
    return here


def _defaults() -> Defaults:
    preview = LinkPreviewOptions(is_disabled=True)
    return Defaults(allow_sending_without_reply=True, link_preview_options=preview)


def _serve(application: App, settings: BotSettings) -> None:
    if settings.webhook_url is None or settings.webhook_secret is None:
        application.run_polling(allowed_updates=ALLOWED_UPDATES, bootstrap_retries=-1)
        return
    host, _, port = settings.webhook_listen.rpartition(":")
    application.run_webhook(
        listen=host.strip("[]"),
        port=int(port),
        url_path=urlsplit(settings.webhook_url).path.lstrip("/"),
        webhook_url=settings.webhook_url,
        secret_token=settings.webhook_secret.get_secret_value(),
        allowed_updates=ALLOWED_UPDATES,
        bootstrap_retries=-1,
    )


async def _started(application: App) -> None:
    here = application.bot_data["services"]
    assert isinstance(here, Services)
    running = [
        asyncio.create_task(_keep_fresh(here)),
        asyncio.create_task(set_menus(application.bot, here.settings.admin_ids)),
    ]
    health = None
    if here.settings.health_listen:
        health = Health(
            here.settings.health_listen,
            here.metrics,
            alive=lambda: _alive(application, here),
            ready=lambda: application.running,
        )
        await health.start()
    application.bot_data["running"] = (running, health)
    logger.info("ready: generation %d", here.answering.generation)


async def _stopped(application: App) -> None:
    here = application.bot_data["services"]
    running, health = application.bot_data.pop("running", ([], None))
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)
    if health:
        await health.stop()
    await here.work.close()
    await here.rebuilding.close()
    here.store.close()


def _poll_age(polling: PollingRequest) -> float | None:
    return time.monotonic() - polling.last_success if polling.last_success else None


def _alive(application: App, here: Services) -> bool:
    if here.settings.webhook_url:
        return True
    age = _poll_age(application.bot_data["polling"])
    return (time.monotonic() - here.started if age is None else age) < DEAF_SECONDS


async def _keep_fresh(here: Services) -> None:
    """Swap to what another process has built, within a second or so."""
    while True:
        await asyncio.sleep(REFRESH_SECONDS)
        try:
            await asyncio.to_thread(here.answering.refresh)
        except Exception:
            logger.exception("looking for a new generation failed")


async def _once(update: Update, context: Context) -> None:
    """A webhook may deliver an update twice: the second time it is dropped."""
    seen: OrderedDict[int, None] = context.bot_data.setdefault("seen", OrderedDict())
    if update.update_id in seen:
        raise ApplicationHandlerStop
    seen[update.update_id] = None
    if len(seen) > REMEMBERED_UPDATES:
        seen.popitem(last=False)


async def _failed(update: object, context: Context) -> None:
    """Nothing is left unsaid: a log line for who runs it, an apology for who asked."""
    error = context.error
    if isinstance(error, Conflict):
        last = context.bot_data.get("conflict", -CONFLICT_SECONDS)
        if time.monotonic() - last >= CONFLICT_SECONDS:
            context.bot_data["conflict"] = time.monotonic()
            logger.error("another instance polls with this token: stop one of them")
        return
    if update is None and isinstance(error, NetworkError):
        logger.warning("Telegram cannot be reached: %s", error)
        return
    number = update.update_id if isinstance(update, Update) else None
    logger.error("update %s failed", number, exc_info=error)
    if isinstance(update, Update) and update.message:
        say = services.of(context).say(update.effective_user)
        await reply(update.message, ChatText(say("failed")))
