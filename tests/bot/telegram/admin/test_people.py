"""Who was let in is listed, and the permission taken back."""

import time
from collections.abc import Callable

import pytest

from bot.telegram.texts import texts
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN
from tests.bot_api.server import Call
from tests.bot_api.user import buttons

With = Callable[..., Direct]
SAY = texts("en")
ANN = 21


@pytest.fixture
def open_to(direct_with: With) -> Direct:
    """A bot that an admin let a user and a group ask; their names are known."""
    direct = direct_with(access="allowlist", allowed_ids=())
    direct.chat(ANN, first_name="Ann", username="ann_writes")
    direct.chat(-1005, "supergroup", title="Harbour friends")
    for id in (ANN, -1005):
        direct.parts.state.allow(id, ADMIN)
    return direct


def _listed(direct: Direct) -> Json:
    direct.message(ADMIN, "/revoke")
    message: Json = direct.process()[-1].result
    return message


def _pressed(direct: Direct, message: Json, button: str) -> list[Call]:
    direct.press(ADMIN, message, button)
    return [call for call in direct.process() if call.method != "getChat"]


def test_everybody_let_in_is_listed_by_name(open_to: Direct) -> None:
    """People and groups; the id where Telegram tells no name."""
    open_to.parts.state.allow(99, ADMIN)
    listed = _listed(open_to)
    assert listed["text"] == SAY("let-in", first=1, last=3, total=3)
    assert buttons(listed) == ["Harbour friends", "Ann (@ann_writes)", "99"]


@pytest.mark.parametrize(("name", "who"), [("Ann", ANN), ("Harbour", -1005)])
def test_a_permission_is_taken_back_after_a_yes(open_to: Direct, name: str, who: int) -> None:
    """And the list is shown as it is then."""
    _, asked = _pressed(open_to, _listed(open_to), name)
    assert asked.given["text"].startswith(SAY("revoke-confirm", who=name)[: len(name)])
    back = f"◀ {SAY('previous-button')}"
    assert buttons(asked.result) == [SAY("revoke-button"), SAY("block-button"), back]
    notice, edit = _pressed(open_to, asked.result, SAY("revoke-button"))
    assert notice.given["text"] == SAY("revoked")
    assert edit.given["text"] == SAY("let-in", first=1, last=1, total=1)
    assert not open_to.parts.state.allowed(who)
    assert not open_to.parts.state.blocked(who)


def test_whose_permission_was_taken_back_is_told_how_to_get_in(open_to: Direct) -> None:
    """As a stranger is, though that was told before they were let in."""
    stranger = 22
    open_to.chat(ADMIN)
    for _ in range(2):
        open_to.message(stranger, "May I?")
        told, knock = open_to.process()
        code = open_to.parts.state.pending(time.time())[0].code
        assert told.given["text"] == SAY("not-allowed", code=code)
        open_to.press(ADMIN, knock.result, SAY("let-in-button"))
        open_to.process()
        _, asked = _pressed(open_to, _listed(open_to), "Reader")
        _pressed(open_to, asked.result, SAY("revoke-button"))


def test_somebody_may_be_blocked_at_once(open_to: Direct) -> None:
    """They get no code again."""
    _, asked = _pressed(open_to, _listed(open_to), "Ann")
    _pressed(open_to, asked.result, SAY("block-button"))
    assert open_to.parts.state.blocked(ANN)
    open_to.message(ANN, "hello")
    assert open_to.process() == []


def test_a_no_leads_back_to_the_list(open_to: Direct) -> None:
    """Nothing has changed."""
    _, asked = _pressed(open_to, _listed(open_to), "Ann")
    _, edit = _pressed(open_to, asked.result, "◀")
    assert edit.given["text"] == SAY("let-in", first=1, last=2, total=2)
    assert open_to.parts.state.allowed(ANN)


def test_what_was_taken_back_before_is_said_to_be_so(open_to: Direct) -> None:
    """By another admin; the last one leaves an empty list."""
    listed = _listed(open_to)
    for id in (ANN, -1005):
        open_to.parts.state.disallow(id)
    notice, edit = _pressed(open_to, listed, "Ann")
    assert (notice.given["text"], notice.given["show_alert"]) == (SAY("revoked-before"), True)
    assert edit.given["text"] == SAY("nobody-let-in")


def test_many_are_turned_page_by_page(open_to: Direct) -> None:
    """Eight a page."""
    for id in range(1, 11):
        open_to.parts.state.allow(id, ADMIN)
    first = _listed(open_to)
    assert first["text"] == SAY("let-in", first=1, last=8, total=12)
    assert buttons(first)[8:] == ["▶"]
    _, second = _pressed(open_to, first, "▶")
    assert second.given["text"] == SAY("let-in", first=9, last=12, total=12)
    assert buttons(second.result)[-2:] == ["Ann (@ann_writes)", "◀"]


def test_nobody_else_sees_the_list(direct: Direct) -> None:
    """In a group not even an admin does."""
    direct.message(7, "/revoke")
    assert direct.process()[0].given["text"] == SAY("only-admin")
    direct.group_message(GROUP, ADMIN, "/revoke")
    assert direct.process()[0].given["text"] == SAY("only-private")
