"""What the handlers work with: a typed context, and the parts of the bot behind it."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, cast

from cachetools import LRUCache
from telegram import User
from telegram.ext import Application, CallbackContext, ContextTypes, ExtBot

from bot.answering import QuestionAnswering
from bot.operations import Contact, Metrics, Work
from bot.settings import BotSettings
from bot.state import State
from bot.telegram.access import Access
from bot.telegram.albums import Albums
from bot.telegram.awaited import Awaited
from bot.telegram.contents import Contents
from bot.telegram.examples import Examples
from bot.telegram.knocks import Knocks
from bot.telegram.memory import Memory
from bot.telegram.strangers import Strangers
from bot.telegram.taps import Taps
from bot.telegram.texts import Texts, spoken, texts
from bot.telegram.turns import Turns
from bot.telegram.wordings import Wordings

# python-telegram-bot's data of users and chats: always empty, all we keep is in `Parts`.
_Data = dict[Any, Any]

# Of so many users or chats at a time it is known what came in last.
MOST_NEWEST = 10_000


@dataclass(slots=True)
class Parts:
    """Everything that lives as long as the bot does; wired in `bot.app`."""

    settings: BotSettings
    answering: QuestionAnswering
    work: Work
    """Where questions are answered."""
    rebuilding: Work
    """Where the library is changed, one change after the other."""
    state: State
    access: Access
    metrics: Metrics
    examples: Examples
    started: float
    """`time.monotonic()` of the start."""
    contact: Contact = field(default_factory=Contact)
    """With Telegram."""
    contents: Contents = field(default_factory=Contents)
    memory: Memory = field(init=False)
    typing: LRUCache[int, str] = field(default_factory=lambda: LRUCache(MOST_NEWEST))
    """The newest inline query of each user who types one."""
    turns: Turns = field(default_factory=Turns)
    wordings: Wordings = field(default_factory=Wordings)
    judged: LRUCache[tuple[object, int], bool] = field(
        default_factory=lambda: LRUCache(MOST_NEWEST)
    )
    """The quotes that have been judged, by the message that shows them and their rank in it."""
    albums: Albums = field(default_factory=Albums)
    knocks: Knocks = field(init=False)
    strangers: Strangers = field(init=False)
    taps: Taps = field(default_factory=Taps)
    stale: LRUCache[tuple[int, int], int] = field(default_factory=lambda: LRUCache(MOST_NEWEST))
    """The newest message of each chat, and topic, that was asked while the bot was off."""
    verdicts: LRUCache[tuple[int, int], int | None] = field(
        default_factory=lambda: LRUCache(MOST_NEWEST)
    )
    """The verdict on each message that was verified; None until it is sent."""
    told_how: LRUCache[tuple[int, int], int] = field(default_factory=lambda: LRUCache(MOST_NEWEST))
    """What told how to ask, by the message that did not."""
    awaited: Awaited = field(init=False)
    """Whose next words are to be verified."""
    publishing: set[tuple[int, int]] = field(default_factory=set)
    """The changes that this bot is carrying out, by the admin and the message that shows them."""
    renewed: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when another bot has let a generation go live."""
    unsettled: Counter[int] = field(default_factory=Counter)
    """How often updates failed because of the database, by their numbers: they are tried again."""

    def __post_init__(self) -> None:
        """What several bots know of each other goes through the state."""
        together = self.state.together
        self.memory, self.awaited = Memory(together), Awaited(self.state)
        self.knocks, self.strangers = Knocks(together), Strangers(together)

    async def close(self) -> None:
        """Let what has begun come to its end, if that is soon, and close what is open."""
        await asyncio.gather(self.work.close(), self.rebuilding.close())
        self.state.close()

    def say(self, user: User | None) -> Texts:
        """The sentences in a user's language: the one chosen, else that of the app."""
        if user is None:
            return texts(spoken(None))
        return texts(self.state.language(user.id) or spoken(user.language_code))


class Context(CallbackContext[ExtBot[None], _Data, _Data, Parts]):
    """python-telegram-bot's context, whose `bot_data` are our parts."""

    @property
    def here(self) -> Parts:
        """The parts of the bot."""
        return self.bot_data


App = Application[Any, Context, _Data, _Data, Parts, Any]


def context_types(parts: Parts) -> ContextTypes[Context, _Data, _Data, Parts]:
    """The types of an application whose handlers get `parts`.

    python-telegram-bot calls what it is given as the type of `bot_data`, once and without
    arguments: a function that returns the parts does.
    """
    return ContextTypes(context=Context, bot_data=cast("type[Parts]", lambda: parts))
