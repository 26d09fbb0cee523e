"""How updates come in, and how requests go out."""

from bot.telegram.transport.answers import ApiRequest
from bot.telegram.transport.limiter import CONNECTIONS, SendLimiter
from bot.telegram.transport.polling import PollingRequest
from bot.telegram.transport.refusals import TokenRefused
from bot.telegram.transport.serving import WrongToken, serve
from bot.telegram.transport.sharing import MOST_TRIES, Sharing

__all__ = [
    "CONNECTIONS",
    "MOST_TRIES",
    "ApiRequest",
    "PollingRequest",
    "SendLimiter",
    "Sharing",
    "TokenRefused",
    "WrongToken",
    "serve",
]
