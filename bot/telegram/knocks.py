"""How many requests to be let in admins are told of one by one. In memory only, or all bots'."""

from collections import deque

from bot.state import Together, Verdict

# An admin is told of so many in so many seconds: a crowd outside is no reason to flood a chat.
TOLD, WITHIN = 10, 3_600.0


class Knocks:
    """When admins were told. Not for several threads."""

    def __init__(self, shared: Together | None = None) -> None:
        self._shared = shared
        self._told: deque[float] = deque(maxlen=TOLD)
        self._summed = False

    def heard(self, now: float) -> Verdict:
        """Whether to tell of one at this Unix time; `warn` to say once that there are more."""
        if self._shared:
            return self._shared.spend("knock", 0, TOLD, 60 * TOLD / WITHIN, now)
        if len(self._told) < TOLD or now - self._told[0] >= WITHIN:
            self._told.append(now)
            self._summed = False
            return "ok"
        if self._summed:
            return "silent"
        self._summed = True
        return "warn"
