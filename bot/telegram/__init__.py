"""The chat on Telegram; only here is `telegram` imported."""

from bot.telegram.access import Access
from bot.telegram.application import build
from bot.telegram.context import Parts
from bot.telegram.examples import Examples
from bot.telegram.routes import ALLOWED_UPDATES
from bot.telegram.transport import Sharing, WrongToken, serve

__all__ = ["ALLOWED_UPDATES", "Access", "Examples", "Parts", "Sharing", "WrongToken", "build",
           "serve"]  # fmt: skip
