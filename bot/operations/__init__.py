"""For who runs the bot: health, logs, checks, bounded work."""

from bot.operations.check import examine
from bot.operations.health import Health, Metrics
from bot.operations.logs import configure as configure_logging
from bot.operations.work import Busy, Work

__all__ = [
    "Busy",
    "Health",
    "Metrics",
    "Work",
    "configure_logging",
    "examine",
]
