"""A bot without a chat, as a process: it handles what it takes, and writes down what it did.

`python tests/bot/state/one_of_several.py ADDRESS FILE SECONDS` takes so long for each update.
"""

import sys
import threading
import time
from pathlib import Path

from bot.state import open_state
from bot.state.postgres.watch import SILENT


class Told:
    """What the watch says wakes it."""

    def __init__(self) -> None:
        self.event = threading.Event()

    def woken(self, what: str) -> None:
        """Look for more."""
        self.event.set()

    def lost(self) -> None:
        """Nobody takes it for dead here."""

    def age(self) -> float | None:
        """As one that Telegram always answers."""
        return 0.0

    def heard(self) -> None:
        """Nothing depends on it."""


def main(address: str, file: str, seconds: str) -> None:
    """Until killed. A line says `leads`, or a number and chat once it is handled, with a time."""
    state, told = open_state(address, 6), Told()
    together = state.together
    assert together
    led = False
    with Path(file).open("a", buffering=1) as lines:
        together.join(told)
        lines.write(f"{time.time()} joined\n")
        while True:
            # As long after its start: then others that are silent are given no more time for it.
            together._watch._since = -SILENT  # type: ignore[attr-defined]
            if together.leads and not led:
                led = True
                lines.write(f"{time.time()} leads\n")
            taken = together.take(3)
            for one in taken:
                time.sleep(float(seconds))
                lines.write(f"{time.time()} {one.id} {one.body}\n")
                together.done(one.id)
            if not taken:
                told.event.wait(0.5)
                told.event.clear()


if __name__ == "__main__":
    main(*sys.argv[1:])
