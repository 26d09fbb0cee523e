"""How often a user may ask: a token bucket (https://en.wikipedia.org/wiki/Token_bucket)."""

from dataclasses import dataclass

from bot.state.interface import Verdict


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

    def spend(self, per_minute: float, now: float) -> tuple["Bucket", Verdict]:
        """What is left of it after one question, and what to say to that."""
        gained = max(0.0, now - self.since) * per_minute / 60
        tokens = min(_most(per_minute), self.tokens + gained)
        if tokens >= 1:
            return Bucket(tokens - 1, now), "ok"
        return Bucket(tokens, now, warned=True), "silent" if self.warned else "warn"


def _most(per_minute: float) -> float:
    return max(1.0, per_minute)
