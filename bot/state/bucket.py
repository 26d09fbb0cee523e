"""How often a user may ask: a token bucket (https://en.wikipedia.org/wiki/Token_bucket)."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["ok", "warn", "silent"]

# What a press costs of a question, or a look at a document: a fifth of its work or less, and it is
# made with less thought.
PRESS = 0.2
# What many small costs may be off by, so that ten tenths are one.
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Bucket:
    """A user's tokens, counted at `since` in Unix seconds, and whether the user was warned."""

    tokens: float
    since: float
    warned: bool = False

    @classmethod
    def full(cls, per_minute: float, now: float) -> "Bucket":
        """Of who has not asked lately: a minute's tokens, and at least one."""
        return cls(_most(per_minute), now)

    def spend(self, per_minute: float, now: float, cost: float = 1.0) -> tuple["Bucket", Verdict]:
        """What is left of it after so much of a question, and what to say to that."""
        gained = max(0.0, now - self.since) * per_minute / 60
        tokens = min(_most(per_minute), self.tokens + gained)
        if tokens >= cost - ROUNDING:
            return Bucket(max(0.0, tokens - cost), now), "ok"
        return Bucket(tokens, now, warned=True), "silent" if self.warned else "warn"


def _most(per_minute: float) -> float:
    return max(1.0, per_minute)
