"""When a refused token is meant, and when it is a hiccup."""

import pytest
from telegram.error import InvalidToken, NetworkError, TelegramError

from bot.telegram.transport.refusals import Refusals, TokenRefused

REFUSED = InvalidToken("Unauthorized")


@pytest.mark.parametrize(
    "between", [InvalidToken("Not Found"), NetworkError("down"), TelegramError("odd"), None]
)
def test_only_a_minute_of_nothing_but_401_is_meant(between: TelegramError | None) -> None:
    """Anything else in between, good or bad, and the minute begins anew."""
    clock = iter([0.0, 30.0, 59.0, 60.0, 119.0, 120.0])
    refusals = Refusals(lambda: next(clock))
    for _ in range(3):
        refusals.note(REFUSED)
    if between:
        refusals.note(between)
    else:
        refusals.over()
    for _ in range(2):
        refusals.note(REFUSED)
    with pytest.raises(TokenRefused):
        refusals.note(REFUSED)
