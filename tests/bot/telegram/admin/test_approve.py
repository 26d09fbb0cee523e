"""An admin lets in who waits with a code."""

import re
from collections.abc import Callable

import pytest

from bot.telegram.admin.approve import approve_command
from bot.telegram.texts import texts
from tests.bot_api.direct import GROUP, Direct, said
from tests.bot_api.process import ADMIN
from tests.bot_api.user import quoted

With = Callable[..., Direct]
SAY, SAGE = texts("en"), texts("de")
QUESTION = "When was the Lindholm Bridge opened?"
OPENED = "The Lindholm Bridge was opened on 4 May 1987 by Queen Margrethe of Denmark."
STRANGER, READER = 8, 7


def _code(direct: Direct, chat_id: int | None = None) -> str:
    """The code that a stranger is told who asks."""
    direct.message(STRANGER, f"/ask {QUESTION}", chat_id)
    found = re.search(r"\b\d{6}\b", said(direct.process()))
    assert found
    return found.group()


def test_the_stranger_with_that_code_may_ask(direct_with: With) -> None:
    """Both are told, each in their language; a code counts once."""
    direct = direct_with(access="allowlist", allowed_ids=())
    direct.parts.state.set_language(STRANGER, "de")
    code = _code(direct)
    direct.message(ADMIN, f"/approve {code}")
    told, welcome = direct.call(approve_command)
    assert (told.given["chat_id"], told.given["text"]) == (ADMIN, SAY("approved"))
    assert (welcome.given["chat_id"], welcome.given["text"]) == (STRANGER, SAGE("approved-you"))
    direct.message(STRANGER, QUESTION)
    assert quoted(direct.process()[0].result) == [OPENED]
    direct.message(ADMIN, f"/approve {code}")
    assert said(direct.call(approve_command)) == SAY("unknown-code")


def test_a_group_may_ask(direct_with: With) -> None:
    """The welcome goes to the group."""
    direct = direct_with(access="allowlist", allowed_ids=())
    direct.message(ADMIN, f"/approve {_code(direct, GROUP)}")
    _, welcome = direct.call(approve_command)
    assert (welcome.given["chat_id"], welcome.given["text"]) == (GROUP, SAY("approved-you"))
    direct.group_message(GROUP, STRANGER, f"/ask {QUESTION}")
    assert quoted(direct.process()[0].result) == [OPENED]


@pytest.mark.parametrize(
    ("user_id", "text", "key"),
    [
        (ADMIN, "/approve", "approve-usage"),
        (ADMIN, "/approve 000", "unknown-code"),
        (READER, "/approve 123456", "only-admin"),
    ],
)
def test_why_nobody_is_let_in(direct: Direct, user_id: int, text: str, key: str) -> None:
    """No code, no such code, no admin."""
    direct.message(user_id, text)
    assert said(direct.call(approve_command)) == SAY(key)
