"""What all tests of questions share."""

import pytest

from bot.telegram.asking import inline, questions


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody types, and no backlog comes in, unless a test says so."""
    monkeypatch.setattr(inline, "PAUSE", 0.0)
    monkeypatch.setattr(questions, "GATHER_SECONDS", 0.0)
