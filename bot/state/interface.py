"""What every backend of the bot's state promises; `tests/bot/state/contract.py` tries it.

It holds ids of people, groups and updates and nothing else about anybody: no names, no questions;
and, until it is published or cancelled, what an admin has sent for the library.
"""

from dataclasses import dataclass
from typing import Literal, Protocol

from index.errors import VerbatimError

# How long a code can be approved, in seconds, and how many may wait at a time.
CODE_LIFETIME = 3600.0
MOST_PENDING = 10

Verdict = Literal["ok", "warn", "silent"]


class StateError(VerbatimError):
    """The state cannot be opened, written or understood."""


class TooManyPending(VerbatimError):
    """Ten wait for approval already: an admin has to approve some, or an hour to pass."""


@dataclass(frozen=True, slots=True)
class Pending:
    """Someone, or a group, that waits for approval; `since` is in Unix seconds."""

    id: int
    code: str
    since: float


class State(Protocol):
    """What one bot, or several that share a backend, remember.

    Ids are Telegram's: users' are positive, groups' negative. `now` is in Unix seconds, for
    several bots share no other clock.

    Each call is atomic: it happens whole or, when it raises, not at all, and what calls of many
    threads do is what they would do one after the other. What returned without an error is there
    for every call that follows, and outlives a crash of the bot, but for what `first_time` and
    `spend` count, which may be lost when the last bot stops.

    Any thread may call anything. Calls are made on the event loop: one takes well under 1 ms or
    a round trip to a server; only `forget` may wait for the disk. Each raises StateError when the
    backend fails.
    """

    def language(self, user_id: int) -> str | None:
        """The language this user or chat chose."""
        ...

    def set_language(self, user_id: int, code: str) -> None:
        """Remember the language this user or chat chose; it takes the place of an earlier one."""
        ...

    def allowed(self, id: int) -> bool:
        """Whether an admin let this user or group ask."""
        ...

    def allow(self, id: int, by: int) -> None:
        """Let a user or group ask, who then no longer waits; `by` is the admin's id."""
        ...

    def disallow(self, id: int) -> None:
        """Take the approval of a user or group back, and its code; one unknown is no error."""
        ...

    def approvals(self) -> list[int]:
        """Users and groups that an admin let ask, by id."""
        ...

    def block(self, id: int) -> None:
        """Take approval and code of a user or group, who is to get no code again."""
        ...

    def blocked(self, id: int) -> bool:
        """Whether an admin blocked this user or group; `allow` ends it."""
        ...

    def pair(self, user_id: int, now: float) -> str:
        """The six digits an admin approves this user or group by; the same for an hour.

        No two that wait have the same. Raises TooManyPending when ten others wait.
        """
        ...

    def approve(self, code: str, by: int, now: float) -> int | None:
        """Let the user or group with this code ask: its id, or None for no such code.

        A code is void an hour after it was first given, and once it has been approved.
        """
        ...

    def pending(self, now: float) -> list[Pending]:
        """Who waits for approval, longest first; those of an hour ago no longer do."""
        ...

    def record_feedback(
        self, generation: int, document_id: str, start: int, end: int, right: bool
    ) -> None:
        """Count one opinion of a quote, a span in code points; whose it is, is not kept."""
        ...

    def keep(self, kind: str, id: int, number: int, text: str) -> None:
        """Keep a text of some kind for `id`; it takes the place of one with that number."""
        ...

    def kept(self, kind: str, id: int, number: int) -> str | None:
        """The text kept under that number, or None."""
        ...

    def all_kept(self, kind: str, id: int | None = None) -> list[tuple[int, int]]:
        """Ids and numbers of what is kept of a kind, in order, for one `id` or for all."""
        ...

    def drop(self, kind: str, id: int, number: int | None = None) -> None:
        """Keep it no longer: one number, or all of that kind for `id`; none is no error."""
        ...

    def first_time(self, update_id: int) -> bool:
        """Whether nobody asked this of the update before: True for one caller only.

        The last 10,000 updates at the least are remembered.
        """
        ...

    def spend(self, user_id: int, now: float) -> Verdict:
        """Take one of a user's questions: `ok`, or `warn` for the first too many, then `silent`.

        The limit is a minute's questions at once, at least one, and from then on as many a minute;
        questions too many cost nothing, and a clock that goes back gives nothing. The 10,000
        users who asked last are counted at the least.
        """
        ...

    def migrate(self, old_chat: int, new_chat: int) -> None:
        """Carry what is known of a group to its new id, as Telegram gives supergroups.

        It takes the place of what is known of the new one.
        """
        ...

    def forget(self, user_id: int) -> None:
        """Delete all that is stored of this user, from the disk too: the approval as well.

        What others were allowed by this user stays, without whom by. What `spend` counts and a
        block stay, or forgetting would be a way round them.
        """
        ...

    def close(self) -> None:
        """Give everything back; only `close` may be called after, and does nothing then."""
        ...
