"""Who may ask, who may command, and how often."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.settings import BotSettings
from bot.state.embedded import Store
from bot.telegram import access
from bot.telegram.access import Access, RateLimit

ADMIN, ANN, BOB, GROUP, OTHER = 1, 20, 30, -100, -200
ANONYMOUS = 1087968824

Make = Callable[..., Access]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store where nobody has been approved."""
    with closing(Store(tmp_path / "state.sqlite")) as opened:
        yield opened


@pytest.fixture
def make(store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Make:
    """Access with one admin and the settings given, whatever the environment says."""
    monkeypatch.chdir(tmp_path)

    def made(**settings: Any) -> Access:
        return Access(BotSettings(admin_ids=(ADMIN,), **settings), store)

    return made


def test_allowlist_lets_in_the_listed_and_the_approved(make: Make, store: Store) -> None:
    """In private, by user; the admin always."""
    access = make(access="allowlist", allowed_ids=(ANN,))
    assert access.may_ask(ANN, ANN, private=True)
    assert access.may_ask(ADMIN, ADMIN, private=True)
    assert not access.may_ask(BOB, BOB, private=True)
    store.allow(BOB, ADMIN)
    assert access.may_ask(BOB, BOB, private=True)
    store.disallow(BOB)
    assert not access.may_ask(BOB, BOB, private=True)
    assert not access.may_ask(None, BOB, private=True)


@pytest.mark.parametrize("mode", ["open", "allowlist"])
def test_groups_go_by_their_own_id(make: Make, store: Store, mode: str) -> None:
    """An approved group lets everybody in it ask; an allowed user opens no other group."""
    access = make(access=mode, allowed_ids=(GROUP, ANN))
    assert access.may_ask(BOB, GROUP, private=False)
    assert access.may_ask(None, GROUP, private=False)
    assert not access.may_ask(ANN, OTHER, private=False)
    assert access.may_ask(ADMIN, OTHER, private=False)
    store.allow(OTHER, ADMIN)
    assert access.may_ask(BOB, OTHER, private=False)


def test_open_lets_everybody_ask_in_private(make: Make) -> None:
    """But not in groups nobody approved."""
    access = make(access="open")
    assert access.may_ask(BOB, BOB, private=True)
    assert not access.may_ask(BOB, GROUP, private=False)


def test_nobody_commands_in_a_chats_name(make: Make, store: Store, tmp_path: Path) -> None:
    """An id that many write through is no admin, not even when it is listed."""
    access = make()
    assert access.is_admin(ADMIN)
    assert not access.is_admin(ADMIN, sender_chat_id=GROUP)
    assert not access.is_admin(ANN)
    assert not access.is_admin(None)
    listed = Access(BotSettings(admin_ids=(ANONYMOUS, 136817688, 777000)), store)
    for id in (ANONYMOUS, 136817688, 777000):
        assert not listed.is_admin(id)
        assert not listed.may_ask(id, OTHER, private=False)


def test_one_warning_then_silence_until_tokens_return() -> None:
    """Six a minute is one each ten seconds after the first six."""
    limit = RateLimit(6)
    assert [limit.check(ANN, 0.0) for _ in range(9)] == ["ok"] * 6 + ["warn"] + ["silent"] * 2
    assert limit.check(ANN, 9.9) == "silent"
    assert limit.check(ANN, 10.1) == "ok"
    assert limit.check(ANN, 10.2) == "warn"
    assert limit.check(BOB, 10.2) == "ok"
    assert [limit.check(ANN, 1000.0) for _ in range(7)] == ["ok"] * 6 + ["warn"]


def test_silence_costs_no_tokens() -> None:
    """Who goes on asking is answered again as soon as who waits."""
    limit = RateLimit(60, burst=1)
    answers = [limit.check(ANN, second / 4) for second in range(9)]
    assert answers == ["ok", "warn", "silent", "silent"] * 2 + ["ok"]


def test_a_slow_rate_still_allows_one() -> None:
    """Less than one a minute is one question, then a long wait; time going back gives nothing."""
    limit = RateLimit(0.5)
    assert limit.check(ANN, 100.0) == "ok"
    assert limit.check(ANN, 50.0) == "warn"
    assert limit.check(ANN, 169.0) == "silent"
    assert limit.check(ANN, 171.0) == "ok"


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more users than it counts, the one silent for longest is let go."""
    monkeypatch.setattr(access, "MOST_USERS", 3)
    limit = RateLimit(1)
    for user in (1, 2, 3):
        assert limit.check(user, 0.0) == "ok"
    assert limit.check(1, 0.0) == "warn"
    assert limit.check(4, 0.0) == "ok"
    assert limit.check(1, 0.0) == "silent"
    assert limit.check(2, 0.0) == "ok"
    assert len(limit._buckets) == 3
