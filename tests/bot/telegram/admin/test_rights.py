"""Who may command."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.telegram import admin
from bot.telegram.texts import texts
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN

With = Callable[..., Direct]
SAY = texts("en")
READER = 7
COMMANDS = [
    admin.add_command,
    admin.done_command,
    admin.cancel_command,
    admin.file_sent,
    admin.approve_command,
    admin.revoke_command,
    admin.rollback_command,
    admin.status_command,
]
AS_GROUP: Json = {"sender_chat": {"id": GROUP, "type": "supergroup", "title": "A group"}}
ANONYMOUS = {**AS_GROUP, "from": {"id": 1087968824, "is_bot": True, "first_name": "Group"}}


@pytest.mark.parametrize("handler", COMMANDS, ids=lambda one: one.__name__)
@pytest.mark.parametrize(
    ("user_id", "chat_id", "more", "key"),
    [
        (READER, None, {}, "only-admin"),
        (READER, GROUP, {}, "only-admin"),
        (ADMIN, GROUP, {}, "only-private"),
        (ADMIN, GROUP, ANONYMOUS, "anonymous"),
        (ADMIN, GROUP, AS_GROUP, "anonymous"),
    ],
    ids=["reader", "reader in a group", "admin in a group", "anonymous", "in a group's name"],
)
def test_only_an_admin_and_only_in_private(
    direct: Direct, handler: Any, user_id: int, chat_id: int | None, more: Json, key: str
) -> None:
    """Who may ask is told why not."""
    direct.message(user_id, "/add", chat_id, **more)
    (call,) = direct.call(handler)
    assert (call.given["chat_id"], call.given["text"]) == (chat_id or user_id, SAY(key))


@pytest.mark.parametrize("command", ["/add", "/approve", "/status"])
def test_strangers_are_told_only_how_to_get_in(direct_with: With, command: str) -> None:
    """Once, and not even that there are admins."""
    direct = direct_with(access="allowlist", allowed_ids=())
    direct.message(8, command)
    asked = direct.process()[0].given["text"]
    assert asked.startswith(SAY("not-allowed", code="|").partition("|")[0])
    direct.message(8, command)
    assert direct.process() == []
