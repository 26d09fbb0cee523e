"""What several bots on one database do together: share updates, a poller, and what was asked.

One bot alone needs none of it. A chat is one bot's at a time: of what has come in from it the
others take nothing while that bot works on it, and a moment longer. So what is in order within a
bot is in order, and what belongs together, an album, a correction, comes together.
"""

from collections.abc import Collection
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from bot.state.bucket import Verdict

LIBRARY = "library"
"""That another generation has gone live."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An update that this bot has to handle: JSON as it came, and how often one was to."""

    id: int
    body: str
    tries: int


@dataclass(frozen=True, slots=True)
class Conversation:
    """A question as all bots remember it: its messages, and what was asked before it.

    `goes_on` where a follow-up goes on from it; `topic` is that of a forum, 0 for none.
    """

    chat_id: int
    user_id: int
    question: str
    before: str
    asked_in: int | None
    shown_in: tuple[int, ...]
    goes_on: bool
    topic: int = 0


class Watched(Protocol):
    """Who is told what the watch sees; called from its thread."""

    def woken(self, what: str) -> None:
        """Something came in (""), another generation went live (`LIBRARY`), or a second passed."""

    def lost(self) -> None:
        """The others took this bot for dead, and have its updates: what is at work is theirs."""

    def age(self) -> float | None:
        """Seconds since Telegram last answered this bot."""

    def heard(self) -> None:
        """Telegram has just answered the bot that polls."""


class Together(Protocol):
    """The bots of one database, as one of them sees it.

    Any thread may call anything; each raises StateError where the database cannot be used.
    """

    @property
    def leads(self) -> bool:
        """Whether this bot is the one that asks Telegram for updates, or sets the webhook.

        When it is gone, or cannot reach the database, another leads within ten seconds.
        """

    @property
    def connected(self) -> bool:
        """Whether the database answered in the last seconds."""

    def join(self, watched: Watched) -> None:
        """Be one of them, until `leave`; raises StateError also where they are another bot's."""

    def leave(self) -> None:
        """Let others have what is not done; a second time it does nothing."""

    def put(self, update_id: int, chat: int, body: str) -> None:
        """Keep an update until it is handled; one that came before is let be."""

    def take(self, most: int) -> list[Taken]:
        """Updates that are now this bot's, oldest first.

        Of chats that are free at most so many, and all that has come in of chats that are its own.
        """

    def drop(self, kept: Collection[int]) -> None:
        """Let go of what is this bot's but not at hand: taken, when the answer was lost.

        `kept` are the updates at hand.
        """

    def done(self, update_id: int) -> None:
        """An update of this bot has been handled: what it said is deleted.

        Also one that it has lost and nobody else has taken.
        """

    def waiting(self) -> int:
        """How many updates have not been handled."""

    def remember(self, asked: Conversation) -> None:
        """Keep a question for a day, for whichever bot is asked about it."""

    def of_message(self, chat_id: int, message_id: int) -> Conversation | None:
        """The question that a message asked or answered."""

    def last(self, chat_id: int, user_id: int, topic: int) -> Conversation | None:
        """What this user last asked in this topic that a follow-up goes on from."""

    def forget(self, user_id: int) -> None:
        """Keep no question of a user, or of a chat in whose name it was asked."""

    def spend(self, what: str, id: int, most: float, per_minute: float, now: float) -> Verdict:
        """Take one of what all bots may do altogether; as `State.spend`, with another limit."""

    def give_back(self, what: str, id: int) -> None:
        """What was taken with `spend` was not done."""

    def alone(self, what: str) -> AbstractContextManager[None]:
        """In the block no other bot is in one of that name; waits for its turn."""

    def tell(self, what: str) -> None:
        """Wake all bots, and say what for."""
