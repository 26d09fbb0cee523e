"""Whether the bot wants users, or a restart: told to who watches it, beside the figures."""

import math
import time

from bot.operations import Health
from bot.state import StateError, Together
from bot.telegram.context import App, Parts

# Without a good answer from Telegram for so long, the bot wants no users: when it polls, and when
# it is called and looks every two minutes whether it still is.
UNREADY_SECONDS, UNREADY_SECONDS_WEBHOOK = 30.0, 300.0
# Without a good answer to getUpdates for so long, the bot is deaf and wants a restart.
DEAF_SECONDS = 90.0


async def health_served(application: App) -> Health | None:
    """Health where the settings say, started; None where they say nothing."""
    here = application.bot_data
    if not here.settings.health_listen:
        return None
    health = Health(
        here.settings.health_listen,
        here.metrics,
        alive=lambda: alive(here),
        ready=lambda: application.running and ready(here),
        damaged=lambda: here.answering.view.damaged(),
        trouble=lambda: trouble(here),
    )
    await health.start()
    return health


def alive(here: Parts) -> bool:
    """A restart may help a bot that polls; one that is called, Telegram has to reach.

    Nor does it help where the database is gone.
    """
    if here.settings.webhook_url or not _shares(here):
        return True
    age = here.contact.age
    return (time.monotonic() - here.started if age is None else age) < DEAF_SECONDS


def ready(here: Parts) -> bool:
    """Whether what is asked reaches it, and it can answer."""
    webhook = here.settings.webhook_url
    hears = here.contact.within(UNREADY_SECONDS_WEBHOOK if webhook else UNREADY_SECONDS)
    return hears and here.answering.answers and _shares(here)


def trouble(here: Parts) -> str:
    """What is wrong, in a line; "" where nothing is.

    What Telegram could not bring is no reason to send it no users: a balancer that asks whether
    the bot is ready would then let through no call of Telegram's, and it could never be over.
    """
    return "; ".join(one for one in (here.answering.trouble, here.contact.trouble) if one)


def _shares(here: Parts) -> bool:
    """Whether it reaches the other bots' database, if there are any."""
    together = here.state.together
    return together is None or together.connected


def watch(here: Parts) -> None:
    """Have the figures read what goes on here."""
    here.metrics.watch(
        lambda: here.work.waiting,
        lambda: here.answering.generation,
        lambda: len(here.answering.view.damaged()),
        lambda: here.answering.trouble,
        lambda: here.contact.age,
        lambda: here.contact.undelivered,
    )
    if together := here.state.together:
        here.metrics.watch_others(
            lambda: together.leads, lambda: together.connected, lambda: _waiting(together)
        )


def _waiting(together: Together) -> float:
    try:
        return together.waiting() if together.connected else math.nan
    except StateError:
        return math.nan
