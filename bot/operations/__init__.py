"""For who runs the bot: health, logs, checks, bounded work, contact with the world."""

from bot.operations.addresses import ListenError, listening
from bot.operations.check import examine
from bot.operations.contact import Contact
from bot.operations.health import Health, Metrics
from bot.operations.in_vain import unheeded
from bot.operations.logs import configure as configure_logging
from bot.operations.proxies import proxy_trouble
from bot.operations.stopping import insist
from bot.operations.work import Busy, Entered, Work

__all__ = [
    "Busy",
    "Contact",
    "Entered",
    "Health",
    "ListenError",
    "Metrics",
    "Work",
    "configure_logging",
    "examine",
    "insist",
    "listening",
    "proxy_trouble",
    "unheeded",
]
