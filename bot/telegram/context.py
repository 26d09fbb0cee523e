"""What the handlers work with, wired once in `bot.app`."""

from dataclasses import dataclass, field
from typing import Any

from telegram import Update, User
from telegram.ext import Application, CallbackContext, ExtBot

from bot.answering.pipeline import QuestionAnswering
from bot.operations.health import Metrics
from bot.operations.work import Work
from bot.settings import BotSettings
from bot.state.embedded import Store
from bot.telegram.access import Access, RateLimit
from bot.telegram.examples import Examples
from bot.telegram.memory import Memory
from bot.telegram.texts import Texts, spoken, texts

Context = CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]
App = Application[Any, Any, Any, Any, Any, Any]
_KEY = "services"


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that lives as long as the bot does."""

    settings: BotSettings
    answering: QuestionAnswering
    work: Work
    rebuilding: Work
    store: Store
    access: Access
    limit: RateLimit
    metrics: Metrics
    examples: Examples
    started: float
    memory: Memory = field(default_factory=Memory)

    def attach(self, application: App) -> None:
        """Let the application's handlers find the services."""
        application.bot_data[_KEY] = self

    def say(self, user: User | None) -> Texts:
        """The sentences in a user's language: the one chosen, else that of the app."""
        if user is None:
            return texts(spoken(None))
        return texts(self.store.language(user.id) or spoken(user.language_code))


def of(context: Context) -> Services:
    """The services of a handler's context."""
    found = context.bot_data[_KEY]
    assert isinstance(found, Services)
    return found


def is_ours(update: Update, context: Context) -> bool:
    """Whether a message came through ourselves, from a bot, or by itself: never a question."""
    message = update.effective_message
    if message is None:
        return True
    sender = message.from_user
    return bool(
        message.via_bot
        or message.is_automatic_forward
        or (sender and sender.is_bot and message.sender_chat is None)
        or (message.sender_chat and message.sender_chat.type == "channel")
    )
