"""What the command line shows while it works."""

import io
import sys

import pytest

from index.show import Bars


class Screen(io.StringIO):
    """A terminal that remembers what was written to it."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def _show(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    bars = Bars()
    bars("reading", 1, None)
    bars("encoding", 0, 4)
    bars("encoding", 4, 4)
    bars.close()
    return stream.getvalue()


def test_bars_show_each_kind_of_work_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """How much is done, and of how much where that is known."""
    shown = _show(Screen(), monkeypatch)
    assert "reading: 0" in shown
    assert "encoding:   0%" in shown


def test_bars_are_silent_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log is no place for them."""
    assert _show(io.StringIO(), monkeypatch) == ""
