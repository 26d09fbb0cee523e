"""Who asks to be let in is shown to admins, who let in, refuse or block."""

import re
from collections.abc import Callable

import pytest

from bot.telegram.texts import texts
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN
from tests.bot_api.server import Call
from tests.bot_api.user import buttons, quoted

With = Callable[..., Direct]
SAY, SAGE = texts("en"), texts("de")
QUESTION = "When was the Lindholm Bridge opened?"
OPENED = "The Lindholm Bridge was opened on 4 May 1987 by Queen Margrethe of Denmark."
STRANGER, READER = 8, 7
NAME = f"Reader{STRANGER} (@secret_name_{STRANGER})"
DECIDE = [SAY("let-in-button"), SAY("refuse-button"), SAY("block-button")]


@pytest.fixture
def closed(direct_with: With) -> Direct:
    """A bot that nobody may ask yet, and an admin who has pressed start."""
    direct = direct_with(access="allowlist", allowed_ids=())
    direct.chat(ADMIN)
    return direct


def _knocks(direct: Direct, chat_id: int | None = None) -> tuple[Json, Json]:
    """What a stranger who asks is told, in German, and what the admin is."""
    direct.message(STRANGER, f"/ask {QUESTION}", chat_id, language="de")
    told, shown = direct.process()
    return told.result, shown.result


def _said_to(calls: list[Call], chat_id: int) -> list[str]:
    return [call.given["text"] for call in calls if call.given.get("chat_id") == chat_id]


def test_an_admin_sees_who_asks(closed: Direct) -> None:
    """By name and username, in the admin's language, with what to do about it."""
    told, shown = _knocks(closed)
    assert re.search(r"\b\d{6}\b", told["text"])
    assert (shown["chat"]["id"], shown["text"]) == (ADMIN, SAY("knock", who=NAME))
    assert buttons(shown) == DECIDE


def test_an_admin_is_told_in_the_language_of_the_app(closed: Direct) -> None:
    """As everything else is said to them, whatever they write; the one they chose comes first."""
    german = texts("de")
    closed.message(ADMIN, "/help", language="de")
    closed.process()
    for user, say in ((STRANGER, german), (STRANGER + 1, german), (STRANGER + 2, SAY)):
        if say is SAY:
            closed.parts.state.set_language(ADMIN, "en")
        closed.message(user, QUESTION, language="fr")
        _, shown = closed.process()
        assert shown.result["text"].startswith(say("knock", who="|").partition("|")[0])
        assert buttons(shown.result)[0] == say("let-in-button")
        assert shown.result["text"].endswith(say("knock", who="|").partition("|")[2])


def test_an_admin_sees_which_group_asks(closed: Direct) -> None:
    """And who brought the bot there."""
    _, shown = _knocks(closed, GROUP)
    assert shown["text"] == SAY("knock-group", group="A group", who=NAME)


def test_a_group_the_bot_is_put_into_is_shown_too(closed: Direct) -> None:
    """Before anybody asks there."""
    closed.puts_bot(STRANGER, -1005)
    _, shown = closed.process()
    assert shown.given["text"] == SAY("knock-group", group="A group", who=NAME)


def test_who_is_let_in_is_told_in_their_language(closed: Direct) -> None:
    """That of their app, where they chose none; the admin sees that it is done."""
    _, shown = _knocks(closed)
    closed.press(ADMIN, shown, SAY("let-in-button"))
    calls = closed.process()
    assert _said_to(calls, STRANGER) == [SAGE("approved-you")]
    assert _said_to(calls, ADMIN) == [f"{SAY('knock', who=NAME)}\n{SAY('approved')}"]
    assert buttons(calls[-1].result) == []
    closed.message(STRANGER, QUESTION)
    assert quoted(closed.process()[0].result) == [OPENED]


def test_who_is_refused_is_told_and_may_ask_another_day(closed: Direct) -> None:
    """The request is gone."""
    _, shown = _knocks(closed)
    closed.press(ADMIN, shown, SAY("refuse-button"))
    calls = closed.process()
    assert _said_to(calls, STRANGER) == [SAGE("refused-you")]
    assert _said_to(calls, ADMIN)[0].endswith(SAY("refused"))
    assert closed.parts.state.pending(0) == []
    assert not closed.parts.state.blocked(STRANGER)


def test_who_is_blocked_is_never_answered_again(closed: Direct) -> None:
    """Until an admin lets them in after all, as the message says."""
    _, shown = _knocks(closed)
    closed.press(ADMIN, shown, SAY("block-button"))
    calls = closed.process()
    assert _said_to(calls, STRANGER) == []
    assert _said_to(calls, ADMIN)[0].endswith(SAY("blocked", id=str(STRANGER)))
    closed.message(STRANGER, QUESTION)
    assert closed.process() == []
    closed.message(ADMIN, f"/approve {STRANGER}")
    assert _said_to(closed.process(), ADMIN) == [SAY("approved")]
    closed.message(STRANGER, QUESTION)
    assert quoted(closed.process()[0].result) == [OPENED]


def test_what_another_admin_has_decided_is_decided(closed: Direct) -> None:
    """The second is told so, and the buttons go."""
    _, shown = _knocks(closed)
    for _ in range(2):
        closed.press(ADMIN, shown, SAY("let-in-button"))
        calls = closed.process()
        closed.parts.taps.__init__()  # type: ignore[misc]  # a second has passed
    notice, edit = calls
    assert (notice.given["text"], notice.given["show_alert"]) == (SAY("waits-no-longer"), True)
    assert buttons(edit.result) == []


def test_nobody_else_decides(closed: Direct) -> None:
    """Not even who is let in."""
    _, shown = _knocks(closed)
    closed.parts.state.allow(READER, ADMIN)
    closed.press(READER, shown, SAY("let-in-button"))
    (notice,) = closed.process()
    assert notice.given["text"] == SAY("only-admin")
    assert not closed.parts.state.allowed(STRANGER)


def test_who_waits_is_listed(closed: Direct) -> None:
    """By `/approve` without a code, each with the buttons; or nobody is."""
    closed.message(ADMIN, "/approve")
    assert _said_to(closed.process(), ADMIN) == [SAY("nobody-waits")]
    _knocks(closed)
    closed.message(ADMIN, "/approve")
    listed = [call for call in closed.process() if call.method == "sendMessage"]
    assert [call.given["text"] for call in listed] == [SAY("knock", who="Reader")]
    assert buttons(listed[0].result) == DECIDE


def test_who_is_let_in_by_a_code_is_told_in_their_language(closed: Direct) -> None:
    """As by the button: that of their app, where they chose none; also from the list."""
    told, _ = _knocks(closed)
    found = re.search(r"\b\d{6}\b", told["text"])
    assert found
    closed.message(ADMIN, "/approve")
    closed.process()
    closed.message(ADMIN, f"/approve {found.group()}")
    assert _said_to(closed.process(), STRANGER) == [SAGE("approved-you")]
    assert closed.parts.state.all_kept("spoken") == [(ADMIN, 0)]


def test_who_is_refused_from_the_list_is_told_in_their_language(closed: Direct) -> None:
    """No matter how the admin came to the button."""
    _knocks(closed)
    closed.message(ADMIN, "/approve")
    listed = [call for call in closed.process() if call.method == "sendMessage"]
    closed.press(ADMIN, listed[0].result, SAY("refuse-button"))
    assert _said_to(closed.process(), STRANGER) == [SAGE("refused-you")]


def test_the_languages_of_those_who_wait_no_longer_are_not_kept(closed: Direct) -> None:
    """Nor is more kept of strangers than of those who wait."""
    _knocks(closed)
    closed.parts.state.disallow(STRANGER)
    closed.puts_bot(STRANGER, -1005)
    closed.process()
    assert closed.parts.state.all_kept("spoken") == [(-1005, 0)]


def test_the_code_still_lets_in(closed: Direct) -> None:
    """Both are told, each in their language; it counts once."""
    closed.parts.state.set_language(STRANGER, "de")
    told, _ = _knocks(closed)
    found = re.search(r"\b\d{6}\b", told["text"])
    assert found
    closed.message(ADMIN, f"/approve {found.group()}")
    calls = closed.process()
    assert _said_to(calls, ADMIN) == [SAY("approved")]
    assert _said_to(calls, STRANGER) == [SAGE("approved-you")]
    closed.message(ADMIN, f"/approve {found.group()}")
    assert _said_to(closed.process(), ADMIN) == [SAY("unknown-code")]


@pytest.mark.parametrize(
    ("user_id", "text", "key"),
    [
        (ADMIN, "/approve 000", "unknown-code"),
        (ADMIN, "/approve Ann", "unknown-code"),
        (READER, "/approve 123456", "only-admin"),
    ],
)
def test_why_nobody_is_let_in(direct: Direct, user_id: int, text: str, key: str) -> None:
    """No such code, no admin."""
    direct.message(user_id, text)
    assert _said_to(direct.process(), user_id) == [SAY(key)]
