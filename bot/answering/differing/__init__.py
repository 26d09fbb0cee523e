"""Whether texts answer a question otherwise: each of several dates then has its quote."""

from bot.answering.differing.dates import dated, may_say_otherwise

__all__ = ["dated", "may_say_otherwise"]
