"""How updates come in, and how requests go out."""

from bot.telegram.transport.polling import ChatActionLimiter, PollingRequest
from bot.telegram.transport.serving import WrongToken, serve

__all__ = ["ChatActionLimiter", "PollingRequest", "WrongToken", "serve"]
