"""Menus and descriptions, as Telegram has them after the start."""

import pytest

from bot.telegram.menus import set_admin_menu, set_menus, set_reader_menu
from bot.telegram.texts import LANGUAGES, texts
from tests.bot_api.direct import Direct
from tests.bot_api.limits import Refused
from tests.bot_api.process import ADMIN

# What a menu without a language is: everybody's whose language has none of its own.
CODES = ["", *LANGUAGES]
GROUP = ["ask", "articles", "why", "verify", "cite", "about"]
PRIVATE = ["articles", "why", "verify", "cite", "waiting", "about", "language", "privacy",
           "forget", "help"]  # fmt: skip
ADMINS = ["add", "done", "cancel", "rollback", "gaps", "status", "approve", "revoke", *PRIVATE]


def _menu(direct: Direct, scope: str, code: str) -> list[tuple[str, str]]:
    return [
        (one["command"], one["description"])
        for one in direct.state.commands.get((scope, code), [])
    ]


def _expected(names: list[str], code: str) -> list[tuple[str, str]]:
    return [(name, texts(code or "en")(f"command-{name}")) for name in names]


@pytest.mark.parametrize("code", CODES)
def test_each_language_has_its_menus_and_descriptions(direct: Direct, code: str) -> None:
    """In groups, in private, and for the admin; without a language in English."""
    direct.chat(ADMIN)
    direct.during(set_menus(direct.application.bot, (ADMIN,)))
    assert _menu(direct, "default", code) == _expected(GROUP, code)
    assert _menu(direct, "all_group_chats", code) == _expected(GROUP, code)
    assert _menu(direct, "all_private_chats", code) == _expected(PRIVATE, code)
    assert _menu(direct, f"chat:{ADMIN}", code) == _expected(ADMINS, code)
    say = texts(code or "en")
    assert direct.state.descriptions["description", code] == say("description")
    assert direct.state.descriptions["short_description", code] == say("short-description")


def test_an_admin_who_has_not_pressed_start_is_left_for_later(direct: Direct) -> None:
    """Asked about once, not once for each language; the next admin has a menu."""
    direct.chat(ADMIN)
    calls = direct.during(set_menus(direct.application.bot, (43, ADMIN)))
    unknown = [call for call in calls if call.given.get("scope", {}).get("chat_id") == 43]
    assert [call.error for call in unknown] == ["Bad Request: chat not found"]
    assert _menu(direct, f"chat:{ADMIN}", "fr") == _expected(ADMINS, "fr")


def test_a_menu_that_is_refused_stops_no_other(
    direct: Direct, caplog: pytest.LogCaptureFixture
) -> None:
    """It is logged; all others are set."""
    refused = Refused(400, "Bad Request: BOT_COMMAND_INVALID")
    direct.fail_next("setMyCommands", refused)
    direct.fail_next("setMyDescription", refused)
    direct.during(set_menus(direct.application.bot, ()))
    assert caplog.text.count("a menu could not be set") == 2
    assert len(direct.state.commands) == 3 * len(CODES) - 1
    assert len(direct.state.descriptions) == 2 * len(CODES) - 1


def test_an_admins_menu_is_the_admins_alone(direct: Direct) -> None:
    """No other chat and no other scope gets one."""
    direct.chat(ADMIN)
    direct.during(set_admin_menu(direct.application.bot, ADMIN))
    assert set(direct.state.commands) == {(f"chat:{ADMIN}", code) for code in CODES}


def test_an_admins_menu_may_be_in_another_language(direct: Direct) -> None:
    """The one they chose, whatever that of their app."""
    direct.chat(ADMIN)
    direct.during(set_admin_menu(direct.application.bot, ADMIN, "fr"))
    for code in CODES:
        assert _menu(direct, f"chat:{ADMIN}", code) == _expected(ADMINS, "fr")


def test_a_readers_menu_is_in_the_language_they_chose(direct: Direct) -> None:
    """In their chat alone."""
    direct.chat(7)
    direct.during(set_reader_menu(direct.application.bot, 7, "uk"))
    assert list(direct.state.commands) == [("chat:7", "")]
    assert _menu(direct, "chat:7", "") == _expected(PRIVATE, "uk")
