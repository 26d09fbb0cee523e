"""Progress on a terminal: how much is done, how fast, and how long it will still take."""

import sys
from typing import Never

from tqdm import tqdm


class Bars:
    """One bar for each kind of work, on standard error; silent where that is no terminal."""

    def __init__(self) -> None:
        self._what = ""
        self._bar: tqdm[Never] | None = None

    def __call__(self, what: str, done: int, total: int | None) -> None:
        """Show that `done` of `total` are done; total is None where it is not known."""
        if what != self._what or self._bar is None:
            self.close()
            self._what = what
            self._bar = tqdm(
                desc=what, total=total, unit="", file=sys.stderr, leave=False, disable=None
            )
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """Leave the last bar as it is."""
        if self._bar is not None:
            self._bar.close()
