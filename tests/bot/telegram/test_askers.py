"""Who asks where."""

from typing import Any

import pytest

from bot.telegram.askers import Asker
from tests.bot_api.direct import GROUP, Direct

ANN, CHANNEL_BOT = 7, 136817688
CHANNEL = {"id": -501, "type": "channel", "title": "News"}


@pytest.mark.parametrize(
    ("user_id", "chat_id", "more", "asker"),
    [
        (ANN, None, {}, Asker(ANN, ANN, True)),
        (ANN, GROUP, {}, Asker(ANN, GROUP, False)),
        (CHANNEL_BOT, GROUP, {"sender_chat": CHANNEL}, Asker(-501, GROUP, False)),
    ],
)
def test_who_wrote(
    direct: Direct, user_id: int, chat_id: int | None, more: dict[str, Any], asker: Asker
) -> None:
    """The chat in whose name they write, not the account that all who do so share."""
    direct.message(user_id, "?", chat_id, **more)
    assert direct.update
    assert direct.update.message
    assert Asker.who_wrote(direct.update.message) == asker


def test_who_pressed(direct: Direct) -> None:
    """In the chat of the message; elsewhere as if it were their own."""
    direct.message(ANN, "/ask When was the Lindholm Bridge opened?", GROUP)
    shown = direct.process()[-1].result
    direct.guest(ANN, "When was the Lindholm Bridge opened?")
    posted = direct.process()[-1].result["inline_message_id"]
    for message, asker in ((shown, Asker(8, GROUP, False)), (posted, Asker(8, 8, True))):
        direct.press(8, message, "m:")
        assert direct.update
        assert direct.update.callback_query
        assert Asker.who_pressed(direct.update.callback_query) == asker


def test_as_what_they_are_let_in_and_counted() -> None:
    """In a group it is the group that is let in, and each of its people who asks."""
    assert (Asker(7, 7, True).let_in_as, Asker(7, -1, False).let_in_as) == (7, -1)
    assert (Asker(7, -1, False).counted_as, Asker(0, -1, False).counted_as) == (7, -1)
