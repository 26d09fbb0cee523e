"""How long it takes to verify, in a library where every sentence stands in many passages."""

from pathlib import Path

import pytest

from tests.pastes import TRIED, measured


@pytest.mark.slow
def test_every_paste_is_verified_within_a_second(tmp_path: Path) -> None:
    """Among 4,000 passages here; `python -m tests.pastes` does it among 100,000."""
    found = measured(tmp_path / "library", 4_000)
    assert len(found) == 7
    assert all(len(seconds) == TRIED for seconds in found.values())
    assert max(seconds[-1] for seconds in found.values()) < 1.0
