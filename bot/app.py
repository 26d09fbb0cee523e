"""The Telegram bot, wired by hand: settings, library, models, state, and the chat around them."""

import logging
import sys
import time
from contextlib import closing

from bot.answering import QuestionAnswering, open_pipeline
from bot.operations import (
    Metrics,
    Work,
    configure_logging,
    insist,
    proxy_trouble,
    unheeded,
)
from bot.settings import BotSettings
from bot.state import State, open_state
from bot.telegram import (
    ALLOWED_UPDATES,
    Access,
    Examples,
    Parts,
    Sharing,
    WrongToken,
    build,
    serve,
)

logger = logging.getLogger(__name__)

# Two questions at a time fill two cores; so many more wait, about half a minute's worth.
THREADS, MOST_WAITING = 2, 250
# Changes of the library, one after the other.
REBUILDS_WAITING = 8


def run(settings: BotSettings) -> int:
    """Run until SIGINT or SIGTERM: 0, or 2 for a wrong or missing token, or a wrong proxy.

    Raises StateError where another bot runs with the same file, or the database is another bot's,
    TokenRefused when the token was revoked, and what `open_pipeline` raises.
    """
    if settings.telegram_token is None:
        sys.stderr.write("TELEGRAM_TOKEN: missing; write the token BotFather gave into .env\n")
        return 2
    if told := proxy_trouble():
        sys.stderr.write(f"{told}\n")
        return 2
    token = settings.telegram_token.get_secret_value()
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else None
    configure_logging(settings.log_level, token, secret)
    for told in unheeded(settings):
        logger.warning(told)
    # The state comes first: it refuses a second bot, or another, before that loads its models.
    per_minute, bot = settings.questions_per_minute, settings.bot_id
    with closing(open_state(settings.kept_in, per_minute, bot)) as state:
        try:
            here = parts(settings, open_pipeline(settings), state)
            sharing = _sharing(here)
            serve(build(here), settings, ALLOWED_UPDATES, here.contact, insist, sharing)
        except WrongToken as error:
            sys.stderr.write(f"{error}\n")
            return 2
    return 0


def _sharing(here: Parts) -> Sharing | None:
    """Where the state is one of several bots, the part of this one."""
    together, work = here.state.together, here.work
    if together is None:
        return None
    return Sharing(together, here.contact, lambda: work.waiting, here.renewed.set, here.unsettled)


def parts(settings: BotSettings, answering: QuestionAnswering, state: State) -> Parts:
    """All that lives as long as the bot does; the parts close the state when they are closed."""
    return Parts(
        settings=settings,
        answering=answering,
        work=Work(THREADS, MOST_WAITING),
        rebuilding=Work(1, REBUILDS_WAITING),
        state=state,
        access=Access(settings, state),
        metrics=Metrics(),
        examples=Examples(),
        started=time.monotonic(),
    )
