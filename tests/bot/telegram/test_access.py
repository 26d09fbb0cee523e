"""Who may ask, and who may command."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.settings import BotSettings
from bot.state import State, open_state
from bot.telegram.access import Access
from bot.telegram.askers import Asker

ADMIN, ANN, BOB, GROUP, OTHER = 1, 20, 30, -100, -200
ANONYMOUS = 1087968824

Make = Callable[..., Access]


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    """A state in which nobody has been approved."""
    with closing(open_state(tmp_path / "state.sqlite", 6)) as opened:
        yield opened


@pytest.fixture
def make(state: State, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Make:
    """Access with one admin and the settings given, whatever the environment says."""
    monkeypatch.chdir(tmp_path)

    def made(**settings: Any) -> Access:
        return Access(BotSettings(admin_ids=(ADMIN,), **settings), state)

    return made


def test_allowlist_lets_in_the_listed_and_the_approved(make: Make, state: State) -> None:
    """In private, by user; the admin always."""
    access = make(access="allowlist", allowed_ids=(ANN,))
    assert access.may_ask(Asker(ANN, ANN, private=True))
    assert access.may_ask(Asker(ADMIN, ADMIN, private=True))
    assert not access.may_ask(Asker(BOB, BOB, private=True))
    state.allow(BOB, ADMIN)
    assert access.may_ask(Asker(BOB, BOB, private=True))
    state.disallow(BOB)
    assert not access.may_ask(Asker(BOB, BOB, private=True))
    assert not access.may_ask(Asker(0, BOB, private=True))


@pytest.mark.parametrize("mode", ["open", "allowlist"])
def test_groups_go_by_their_own_id(make: Make, state: State, mode: str) -> None:
    """An approved group lets everybody in it ask; an allowed user opens no other group."""
    access = make(access=mode, allowed_ids=(GROUP, ANN))
    assert access.may_ask(Asker(BOB, GROUP, private=False))
    assert access.may_ask(Asker(0, GROUP, private=False))
    assert not access.may_ask(Asker(ANN, OTHER, private=False))
    assert access.may_ask(Asker(ADMIN, OTHER, private=False))
    state.allow(OTHER, ADMIN)
    assert access.may_ask(Asker(BOB, OTHER, private=False))


def test_open_lets_everybody_ask_in_private(make: Make) -> None:
    """But not in groups nobody approved."""
    access = make(access="open")
    assert access.may_ask(Asker(BOB, BOB, private=True))
    assert not access.may_ask(Asker(BOB, GROUP, private=False))


def test_who_is_blocked_may_not_ask_in_private(make: Make, state: State) -> None:
    """Not where everybody else may; being let in again ends it."""
    access = make(access="open")
    state.block(BOB)
    assert not access.may_ask(Asker(BOB, BOB, private=True))
    state.allow(BOB, ADMIN)
    assert access.may_ask(Asker(BOB, BOB, private=True))


def test_nobody_commands_in_a_chats_name(make: Make, state: State, tmp_path: Path) -> None:
    """An id that many write through is no admin, nor is a chat, not even when it is listed."""
    access = make()
    assert access.is_admin(ADMIN)
    assert not access.is_admin(ANN)
    assert not access.is_admin(0)
    listed = Access(BotSettings(admin_ids=(ANONYMOUS, 136817688, 777000, GROUP)), state)
    for id in (ANONYMOUS, 136817688, 777000, GROUP):
        assert not listed.is_admin(id)
        assert not listed.may_ask(Asker(id, OTHER, private=False))
