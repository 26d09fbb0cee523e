"""What every backend of the bot's state promises; `tests/bot/state/contract.py` tries it.

It holds ids of people, groups, messages and updates and nothing else about anybody: no names, no
questions but those whose answer somebody waits for; what an admin has sent for the library, until
it is published or cancelled; and which admin changed which text of it, by id and title.
"""

from dataclasses import dataclass
from typing import Protocol

from bot.state.bucket import Verdict
from bot.state.together import Together
from index.errors import VerbatimError

# How long a request to be let in waits, in seconds: a day, for an admin sleeps too, and nobody is
# told a code more than once a day.
CODE_LIFETIME = 86_400.0
# How many may wait at a time, about what an admin can look through, and how many of them by one
# account, which can put the bot into any number of groups. A new one puts out the oldest.
MOST_PENDING = 100
MOST_OF_ONE = 3
# Of questions that were begun and never ended so many are kept: more than can be at work at once.
MOST_UNANSWERED = 1_000
# The kind under which the bot's own name is kept, for links to it that are made elsewhere.
USERNAME = "username"
# The kinds under which is kept what readers leave: questions whose answer they wait for, and that
# their next words are to be verified.
WAITING, VERIFY = "waiting", "verify"


class StateError(VerbatimError):
    """The state cannot be opened, written or understood."""


@dataclass(frozen=True, slots=True)
class Pending:
    """Someone, or a group, that waits for approval; `since` is in Unix seconds."""

    id: int
    code: str
    since: float


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The message that asked a question which a bot began to answer and never ended."""

    chat_id: int
    message_id: int
    user_id: int
    language: str
    """The language the bot spoke to them."""
    told: int | None
    """The message that told them their place in the line, if there is one."""


class Keeping(Protocol):
    """Texts kept of some kind, by an id and a number."""

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

    def close(self) -> None:
        """Let go of the backend, once or more often; nothing may be called after that."""
        ...


class State(Keeping, Protocol):
    """What one bot, or several that share a backend, remember.

    Ids are Telegram's: users' are positive, groups' negative. `now` is in Unix seconds, for
    several bots share no other clock.

    Each call is atomic: it happens whole or, when it raises, not at all, and what calls of many
    threads do is what they would do one after the other. What returned without an error is there
    for every call that follows, and outlives a crash of the bot, but for what `first_time` and
    `spend` count, which may be lost when the last bot stops.

    What several bots do together is in `together`; None where only one bot can be.

    Any thread may call anything. Calls are made on the event loop: one takes well under 1 ms or
    a round trip to a server; only `forget` may wait for the disk. Each raises StateError when the
    backend fails.
    """

    @property
    def together(self) -> Together | None:
        """The other bots."""
        ...

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
        """Take the approval of a user or group back, its code, its language and its questions.

        What an admin has sent stays: one may be an admin without approval. One unknown is no
        error.
        """
        ...

    def approvals(self) -> list[int]:
        """Users and groups that an admin let ask, by id."""
        ...

    def block(self, id: int) -> None:
        """Take from a user or group what `disallow` does; it is to get no code again."""
        ...

    def blocked(self, id: int) -> bool:
        """Whether an admin blocked this user or group; `allow` ends it."""
        ...

    def pair(self, id: int, by: int, now: float) -> str:
        """The six digits an admin approves this user or group by; the same for a day.

        No two that wait have the same. `by` is the account that asks, for a group too; where
        three of its requests wait, or a hundred of all, this one takes the place of the oldest.
        """
        ...

    def approve(self, code: str, by: int, now: float) -> int | None:
        """Let the user or group with this code ask: its id, or None for no such code.

        A code is void a day after it was first given, once it has been approved, and when another
        request has taken its place.
        """
        ...

    def pending(self, now: float) -> list[Pending]:
        """Who waits for approval, longest first; those of a day ago no longer do."""
        ...

    def record_feedback(
        self, generation: int, document_id: str, start: int, end: int, right: bool
    ) -> None:
        """Count one opinion of a quote, a span in code points; whose it is, is not kept."""
        ...

    def first_time(self, update_id: int) -> bool:
        """Whether nobody asked this of the update before: True for one caller only.

        The last 10,000 updates at the least are remembered.
        """
        ...

    def begin(self, chat_id: int, message_id: int, user_id: int, language: str) -> int | None:
        """A message's question is to be answered; until `end` the bot owes an answer.

        The last thousand at the least are remembered. Where another bot had begun it, and died,
        the message that told their place is returned, if there is one.
        """
        ...

    def told(self, chat_id: int, message_id: int, told: int) -> None:
        """The message `told` says that the question waits; one that was not begun is no error."""
        ...

    def end(self, chat_id: int, message_id: int) -> None:
        """The question was answered, or who asked was told why not; one unknown is no error."""
        ...

    def unanswered(self) -> list[Unanswered]:
        """Questions begun and not ended, oldest first.

        To a bot that starts: those left behind by one that was stopped or killed.
        """
        ...

    def spend(self, user_id: int, now: float, cost: float = 1.0) -> Verdict:
        """Take one of a user's questions: `ok`, or `warn` for the first too many, then `silent`.

        `cost` is how much of a question it is, at most 1.

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

    def knows(self, user_id: int) -> bool:
        """Whether there is anything of this user that `forget` would delete."""
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
