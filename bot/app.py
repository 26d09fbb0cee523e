"""The Telegram bot, wired by hand: settings, library, models, state, and the chat around them."""

import sys
import time

from filelock import FileLock, Timeout

from bot.answering import QuestionAnswering, open_pipeline
from bot.operations import Metrics, Work, configure_logging
from bot.settings import BotSettings
from bot.state.embedded import Store
from bot.telegram import (
    ALLOWED_UPDATES,
    Access,
    Examples,
    Parts,
    RateLimit,
    WrongToken,
    build,
    serve,
)

# Two questions at a time fill two cores; so many more wait, about half a minute's worth.
THREADS, MOST_WAITING = 2, 250
# Changes of the library, one after the other.
REBUILDS_WAITING = 8


def run(settings: BotSettings) -> int:
    """Run until SIGINT or SIGTERM: 0; 1 if it cannot start, 2 for a wrong or missing token."""
    if settings.telegram_token is None:
        sys.stderr.write("TELEGRAM_TOKEN: missing; write the token BotFather gave into .env\n")
        return 2
    token = settings.telegram_token.get_secret_value()
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else None
    configure_logging(settings.log_level, token, secret)
    try:
        with FileLock(settings.state.with_suffix(".lock"), timeout=0):
            serve(build(parts(settings, open_pipeline(settings))), settings, ALLOWED_UPDATES)
    except Timeout:
        sys.stderr.write(f"another bot runs with {settings.state}: stop it, or set STATE\n")
        return 1
    except WrongToken as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def parts(settings: BotSettings, answering: QuestionAnswering) -> Parts:
    """All that lives as long as the bot does; raises StateError if its state cannot be opened."""
    store = Store(settings.state)
    return Parts(
        settings=settings,
        answering=answering,
        work=Work(THREADS, MOST_WAITING),
        rebuilding=Work(1, REBUILDS_WAITING),
        store=store,
        access=Access(settings, store),
        limit=RateLimit(settings.questions_per_minute),
        metrics=Metrics(),
        examples=Examples(),
        started=time.monotonic(),
    )
