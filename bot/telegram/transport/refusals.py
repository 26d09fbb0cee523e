"""When Telegram refuses the token: once may be a hiccup on the way, for a minute it is meant."""

import time
from collections.abc import Callable

from telegram.error import InvalidToken, TelegramError

from index.errors import VerbatimError

# After so many seconds of 401 and nothing else the bot stops: only a new token helps then.
LONGEST = 60.0
# How the Bot API says 401, in the description of its answer.
UNAUTHORIZED = "Unauthorized"


class TokenRefused(VerbatimError):
    """Telegram knows the token no more."""


class Refusals:
    """How long the token has been refused without a break."""

    def __init__(self, timer: Callable[[], float] = time.monotonic) -> None:
        self._timer = timer
        self._since: float | None = None

    def note(self, error: TelegramError) -> None:
        """A call failed; raises TokenRefused if for a minute all were refused with 401."""
        # A 404 is an InvalidToken too: it comes from proxies, and from servers being replaced.
        if not (isinstance(error, InvalidToken) and UNAUTHORIZED.lower() in str(error).lower()):
            self._since = None
            return
        now = self._timer()
        self._since = now if self._since is None else self._since
        if now - self._since >= LONGEST:
            raise TokenRefused(
                "TELEGRAM_TOKEN: Telegram has refused this token for a minute; it was revoked,"
                " so copy the new one from BotFather"
            )

    def over(self) -> None:
        """A call was answered well."""
        self._since = None
