"""The doors of messages and commands: what is said to those who are not let in."""

import time
from collections.abc import Callable

from telegram import Update

from bot.telegram import commands
from bot.telegram.asking import ask_command
from bot.telegram.context import Context
from bot.telegram.doors import for_admins, limited, may_write
from bot.telegram.texts import texts
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.process import ADMIN
from tests.bot_api.server import Call

DirectWith = Callable[..., Direct]

STRANGER, OTHER_GROUP, CHANNEL_BOT = 7, -500, 136817688
ENGLISH, FRENCH = texts("en"), texts("fr")


class Gate:
    """A handler that asks whether its message may come in, and keeps what it heard."""

    def __init__(self) -> None:
        self.heard: list[bool] = []

    async def __call__(self, update: Update, context: Context) -> None:
        """Ask for who wrote it."""
        assert update.effective_message
        self.heard.append(await may_write(update.effective_message, context))


def _said(calls: list[Call]) -> str:
    """What the only message sent says; an admin who has not pressed start hears nothing."""
    sent = [call for call in calls if call.method == "sendMessage" and call.error is None]
    (text,) = [call.given["text"] for call in sent]
    return str(text)


def test_who_may_ask_is_let_in_without_a_word(direct_with: DirectWith) -> None:
    """An admin, the listed, all in a listed group."""
    direct = direct_with(access="allowlist", allowed_ids=(STRANGER, OTHER_GROUP))
    gate = Gate()
    for user, chat in ((ADMIN, None), (STRANGER, None), (STRANGER, None), (8, OTHER_GROUP)):
        direct.message(user, "May I?", chat)
        assert direct.call(gate) == []
    assert gate.heard == [True] * 4


def test_a_stranger_is_told_a_code_and_how_to_use_it(direct_with: DirectWith) -> None:
    """In their own language, once; after that there is silence, until they are approved."""
    direct, gate = direct_with(access="allowlist", allowed_ids=()), Gate()
    direct.message(STRANGER, "Puis-je ?", language="fr")
    calls = direct.call(gate)
    (waits,) = direct.parts.state.pending(time.time())
    assert waits.id == STRANGER
    assert _said(calls) == FRENCH("not-allowed", code=waits.code)
    direct.message(STRANGER, "Et maintenant ?", language="fr")
    assert direct.call(gate) == []
    assert direct.parts.state.approve(waits.code, ADMIN, time.time()) == STRANGER
    direct.message(STRANGER, "Et maintenant ?", language="fr")
    assert direct.call(gate) == []
    assert gate.heard == [False, False, True]


def test_in_a_group_it_is_the_group_that_waits(direct_with: DirectWith) -> None:
    """Told once, whoever asks there; the request counts for who asked first."""
    direct, gate = direct_with(access="allowlist", allowed_ids=()), Gate()
    direct.message(STRANGER, "May we?", OTHER_GROUP)
    calls = direct.call(gate)
    (waits,) = direct.parts.state.pending(time.time())
    assert waits.id == OTHER_GROUP
    assert _said(calls) == ENGLISH("not-allowed-group", code=waits.code)
    direct.message(8, "May we?", OTHER_GROUP)
    assert direct.call(gate) == []
    assert gate.heard == [False, False]
    for group in range(-600, -597):
        direct.message(STRANGER, "May we?", group)
        direct.call(gate)
    waiting = [one.id for one in direct.parts.state.pending(time.time())]
    assert OTHER_GROUP not in waiting
    assert len(waiting) == 3


def test_strangers_share_a_small_purse(direct_with: DirectWith) -> None:
    """Of a crowd twenty a minute are told; of the others nothing is kept."""
    direct, gate = direct_with(access="allowlist", allowed_ids=()), Gate()
    told = 0
    for user in range(1_000, 1_100):
        direct.message(user, "May I?")
        told += sum(call.error is None for call in direct.call(gate))
    assert 20 <= told <= 22
    assert len(direct.parts.state.pending(time.time())) == told


def test_a_blocked_stranger_is_told_nothing(direct_with: DirectWith) -> None:
    """And waits for nothing."""
    direct, gate = direct_with(access="allowlist", allowed_ids=()), Gate()
    direct.parts.state.block(STRANGER)
    direct.message(STRANGER, "May I?")
    assert direct.call(gate) == []
    assert direct.parts.state.pending(time.time()) == []


def test_one_warning_then_silence(direct_with: DirectWith) -> None:
    """For each user by themselves, in their language."""
    direct, gate = direct_with(questions_per_minute=2), Gate()
    told = []
    for _ in range(5):
        direct.message(STRANGER, "?", language="fr")
        told.append([call.given["text"] for call in direct.call(gate)])
    assert told == [[], [], [FRENCH("slow-down")], [], []]
    direct.message(8, "?")
    assert direct.call(gate) == []
    assert gate.heard == [True, True, False, False, False, True]


def test_who_writes_in_a_chats_name_is_counted_by_it(direct_with: DirectWith) -> None:
    """Not by Telegram's own account, which all of them share."""
    direct = direct_with(questions_per_minute=1, allowed_ids=(GROUP,))
    gate = Gate()
    for channel in (-501, -501, -502):
        sender = {"id": channel, "type": "channel", "title": "Channel"}
        direct.message(CHANNEL_BOT, "?", GROUP, sender_chat=sender)
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


def test_what_is_for_admins_is_limited_for_others_only(direct_with: DirectWith) -> None:
    """A paste comes in many messages; others are told why not, as often as answered."""
    direct = direct_with(questions_per_minute=1)
    ran = []

    async def command(update: Update, _: Context) -> None:
        assert update.effective_user
        ran.append(update.effective_user.id)

    for user in (ADMIN, ADMIN, ADMIN, STRANGER, STRANGER, STRANGER):
        direct.message(user, "/status")
        direct.call(for_admins(command))
    assert ran == [ADMIN] * 3 + [STRANGER]
    direct.message(ADMIN, "/status", GROUP, sender_chat={"id": GROUP, "type": "supergroup"})
    direct.call(for_admins(command))
    direct.message(ADMIN, "/status", GROUP, sender_chat={"id": GROUP, "type": "supergroup"})
    direct.call(for_admins(command))
    assert ran == [ADMIN] * 3 + [STRANGER, ADMIN]
