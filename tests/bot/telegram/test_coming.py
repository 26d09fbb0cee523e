"""Groups that the bot comes into, and groups that move."""

import re
from collections.abc import Callable

import pytest

from bot.telegram import coming
from bot.telegram.texts import texts
from tests.bot_api.direct import GROUP, Direct, said
from tests.bot_api.process import ADMIN
from tests.bot_api.server import Call
from tests.bot_api.user import quoted

With = Callable[..., Direct]
SAY = texts("en")
QUESTION = "When was the Lindholm Bridge opened?"
OPENED = "The Lindholm Bridge was opened on 4 May 1987 by Queen Margrethe of Denmark."
READER = 7


def _code(text: str) -> str:
    """The code for an admin that somebody was told."""
    found = re.search(r"\b\d{6}\b", text)
    assert found, text
    return found.group()


def _let_in(direct: Direct, user_id: int, chat_id: int | None = None) -> list[Call]:
    """Let a user or a group ask, as an admin does it."""
    direct.message(user_id, f"/ask {QUESTION}", chat_id)
    direct.message(ADMIN, f"/approve {_code(said(direct.process()))}")
    return direct.process()


def test_a_group_that_moves_takes_its_permission_along(direct_with: With) -> None:
    """The old number may ask no more."""
    direct = direct_with(allowed_ids=())
    moved = -1002
    _let_in(direct, READER, GROUP)
    direct.group_message(GROUP, READER, None, migrate_to_chat_id=moved)
    assert direct.call(coming.migrated) == []
    direct.group_message(moved, READER, f"/ask {QUESTION}")
    assert quoted(direct.process()[0].result) == [OPENED]
    direct.group_message(GROUP, READER, f"/ask {QUESTION}")
    assert direct.process() == []


def test_a_new_group_is_told_how_to_ask_or_to_be_approved(direct: Direct) -> None:
    """Once, when the bot comes in; in the language of who brought it."""
    direct.puts_bot(READER, GROUP)
    (call,) = direct.call(coming.joined)
    assert (call.given["chat_id"], call.given["text"]) == (GROUP, SAY("help"))
    direct.puts_bot(READER, -1005, "administrator", "kicked")
    call, *_ = direct.call(coming.joined)
    code = _code(call.given["text"])
    assert call.given["chat_id"] == -1005
    assert call.given["text"] == SAY("not-allowed-group", code=code)
    direct.message(ADMIN, f"/approve {code}")
    assert [call.given["chat_id"] for call in direct.process()] == [ADMIN, -1005]


def test_a_group_is_to_be_approved_whoever_brings_the_bot(direct: Direct) -> None:
    """Also an admin, who may ask anywhere: others ask there too."""
    direct.puts_bot(ADMIN, -1006)
    call, *_ = direct.call(coming.joined)
    assert call.given["text"] == SAY("not-allowed-group", code=_code(call.given["text"]))


@pytest.mark.parametrize(
    ("chat_id", "after", "before"),
    [
        (READER, "member", "kicked"),
        (GROUP, "left", "member"),
        (GROUP, "kicked", "administrator"),
        (GROUP, "administrator", "member"),
        (GROUP, "member", "administrator"),
    ],
)
def test_other_changes_of_membership_are_let_be(
    direct: Direct, chat_id: int, after: str, before: str
) -> None:
    """Unblocked in private, gone, or promoted: nothing to say."""
    direct.puts_bot(READER, chat_id, after, before)
    assert direct.call(coming.joined) == []
