"""When the bot last heard from where its questions come from: a bot that hears nothing is deaf."""

import time


class Contact:
    """Any thread may note and ask."""

    def __init__(self) -> None:
        self.last: float | None = None
        """`time.monotonic()` of the last good answer; None before the first."""
        self.undelivered = 0
        """How many questions wait there that could not be brought here."""
        self.trouble = ""
        """Why, and what to do, in a sentence; "" where none waits so."""

    def heard(self) -> None:
        """There was a good answer just now."""
        self.last = time.monotonic()

    @property
    def age(self) -> float | None:
        """Seconds since the last good answer; None before the first."""
        return None if self.last is None else time.monotonic() - self.last

    def within(self, seconds: float) -> bool:
        """Whether there was one so lately."""
        return self.age is not None and self.age < seconds
