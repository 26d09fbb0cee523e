"""Who is let in and how often: what is said to those who are not."""

import time
from collections.abc import Callable

from telegram import Update

from bot.telegram import commands
from bot.telegram.admission import admitted, limited, within_limit
from bot.telegram.asking import ask_command
from bot.telegram.context import Context
from bot.telegram.texts import texts
from tests.bot_api.direct import Direct
from tests.bot_api.process import ADMIN
from tests.bot_api.server import Call

DirectWith = Callable[..., Direct]

STRANGER, OTHER_GROUP = 7, -500
ENGLISH, FRENCH = texts("en"), texts("fr")


class Gate:
    """A handler that asks whether its message may come in, and keeps what it heard."""

    def __init__(self, may: Callable[..., object]) -> None:
        self._may = may
        self.heard: list[object] = []

    async def __call__(self, update: Update, context: Context) -> None:
        """Ask for the message's user."""
        message = update.effective_message
        assert message
        self.heard.append(await self._may(message, message.from_user, context))  # type: ignore[misc]


def _said(calls: list[Call]) -> str:
    """What the only message sent says."""
    (text,) = [call.given["text"] for call in calls if call.method == "sendMessage"]
    return str(text)


def test_who_may_ask_is_let_in_without_a_word(direct_with: DirectWith) -> None:
    """An admin, the listed, all in a listed group; it costs nothing of the limit."""
    direct = direct_with(
        access="allowlist", allowed_ids=(STRANGER, OTHER_GROUP), questions_per_minute=1
    )
    gate = Gate(admitted)
    for user, chat in ((ADMIN, None), (STRANGER, None), (STRANGER, None), (8, OTHER_GROUP)):
        direct.message(user, "May I?", chat)
        assert direct.call(gate) == []
    assert gate.heard == [True] * 4
    assert direct.parts.state.spend(STRANGER, time.time()) == "ok"


def test_a_stranger_is_told_a_code_and_how_to_use_it(direct_with: DirectWith) -> None:
    """In their own language, the same code each time; once approved they are let in."""
    direct, gate = direct_with(access="allowlist", allowed_ids=()), Gate(admitted)
    direct.message(STRANGER, "Puis-je ?", language="fr")
    calls = direct.call(gate)
    (waits,) = direct.parts.state.pending(time.time())
    assert waits.id == STRANGER
    assert _said(calls) == FRENCH("not-allowed", code=waits.code)
    direct.message(STRANGER, "Et maintenant ?", language="fr")
    assert _said(direct.call(gate)) == FRENCH("not-allowed", code=waits.code)
    assert direct.parts.state.approve(waits.code, ADMIN, time.time()) == STRANGER
    direct.message(STRANGER, "Et maintenant ?", language="fr")
    assert direct.call(gate) == []
    assert gate.heard == [False, False, True]


def test_in_a_group_it_is_the_group_that_waits(direct_with: DirectWith) -> None:
    """One code for all who ask there."""
    direct, gate = direct_with(access="allowlist", allowed_ids=()), Gate(admitted)
    for user in (STRANGER, 8):
        direct.message(user, "May we?", OTHER_GROUP)
        calls = direct.call(gate)
        (waits,) = direct.parts.state.pending(time.time())
        assert waits.id == OTHER_GROUP
        assert _said(calls) == ENGLISH("not-allowed-group", code=waits.code)
    assert gate.heard == [False, False]


def test_a_stranger_is_told_no_more_often_than_answered(direct_with: DirectWith) -> None:
    """Then there is silence, without a warning."""
    direct = direct_with(access="allowlist", allowed_ids=(), questions_per_minute=2)
    gate = Gate(admitted)
    sent = []
    for _ in range(4):
        direct.message(STRANGER, "May I?")
        sent.append(len(direct.call(gate)))
    assert sent == [1, 1, 0, 0]
    assert gate.heard == [False] * 4


def test_the_eleventh_stranger_has_to_wait(direct_with: DirectWith) -> None:
    """Is told so, and gets no code."""
    direct, gate = direct_with(access="allowlist", allowed_ids=()), Gate(admitted)
    for user in range(100, 110):
        direct.parts.state.pair(user, time.time())
    direct.message(STRANGER, "May I?")
    assert _said(direct.call(gate)) == ENGLISH("too-many-pending")
    assert STRANGER not in [one.id for one in direct.parts.state.pending(time.time())]


def test_one_warning_then_silence(direct_with: DirectWith) -> None:
    """For each user by themselves, in their language."""
    direct, gate = direct_with(questions_per_minute=2), Gate(within_limit)
    told = []
    for _ in range(5):
        direct.message(STRANGER, "?", language="fr")
        told.append([call.given["text"] for call in direct.call(gate)])
    assert told == [[], [], [FRENCH("slow-down")], [], []]
    direct.message(8, "?")
    assert direct.call(gate) == []
    assert gate.heard == [True, True, False, False, False, True]


def test_who_writes_without_a_name_is_counted_by_chat(direct_with: DirectWith) -> None:
    """So that nobody gets round the limit by having none."""
    direct = direct_with(questions_per_minute=1)

    async def nameless(message: object, _: object, context: Context) -> bool:
        return await within_limit(message, None, context)  # type: ignore[arg-type]

    gate = Gate(nameless)
    for chat in (-501, -501, -502):
        direct.message(STRANGER, "?", chat)
        direct.call(gate)
    assert gate.heard == [True, False, True]


def test_a_limited_command_runs_as_often_as_it_may(direct_with: DirectWith) -> None:
    """What has no message is not run at all."""
    direct = direct_with(questions_per_minute=1)
    ran = []

    async def command(update: Update, _: Context) -> None:
        ran.append(update.update_id)

    for _ in range(3):
        direct.message(STRANGER, "/help")
        direct.call(limited(command))
    assert ran == [1]
    direct.inline(8, "no message")
    direct.call(limited(command))
    assert ran == [1]


def test_questions_and_commands_come_out_of_one_purse(direct_with: DirectWith) -> None:
    """A command after the last question is one too many, and so on, by Unix time everywhere."""
    direct = direct_with(questions_per_minute=1)
    help_command = limited(commands.help_command)
    direct.message(STRANGER, "/ask When was the Lindholm Bridge opened?")
    assert direct.call(ask_command) != []
    direct.message(STRANGER, "/help")
    assert _said(direct.call(help_command)) == ENGLISH("slow-down")
    direct.message(8, "/help")
    assert _said(direct.call(help_command)) == ENGLISH("help")
    direct.message(8, "/ask When was the Lindholm Bridge opened?")
    assert _said(direct.call(ask_command)) == ENGLISH("slow-down")
    direct.message(9, "/help")
    assert _said(direct.call(help_command)) == ENGLISH("help")
    assert direct.parts.state.spend(9, time.time()) == "warn"
