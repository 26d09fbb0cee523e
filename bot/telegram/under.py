"""The message that a button was pressed under: in a chat, or posted elsewhere through the bot."""

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from telegram import CallbackQuery, InlineKeyboardMarkup, Message
from telegram.ext import ExtBot

from bot.telegram.askers import Asker
from bot.telegram.buttons import Button
from bot.telegram.composing import ChatText
from bot.telegram.context import Context
from bot.telegram.memory import Asked
from bot.telegram.sending import edited, notice
from bot.telegram.texts import Texts


@dataclass(frozen=True, slots=True)
class Under:
    """What a press says of the message, and what can be done with it."""

    query: CallbackQuery
    context: Context

    @property
    def message(self) -> Message | None:
        """The message itself, if it is in a chat and the bot may still read it."""
        return self.query.message if isinstance(self.query.message, Message) else None

    @property
    def key(self) -> tuple[int, int] | str:
        """What it is known by: its chat and number, or the name of what was posted elsewhere."""
        message = self.query.message
        if message:
            return message.chat.id, message.message_id
        return self.query.inline_message_id or ""

    @property
    def who(self) -> Asker:
        """Who presses, and where."""
        return Asker.who_pressed(self.query)

    @property
    def say(self) -> Texts:
        """The sentences in the language of who presses."""
        return self.context.here.say(self.query.from_user)

    @property
    def asked(self) -> Asked | None:
        """The question that it answers, if that is remembered."""
        message = self.message
        if message is None:
            return None
        return self.context.here.memory.of_message(message.chat_id, message.message_id)

    async def tell(self, words: str | None = None, alert: bool = False) -> None:
        """Answer the press, over the chat."""
        await notice(self.query, words, alert)

    async def redraw(self, text: ChatText, keyboard: InlineKeyboardMarkup | None = None) -> None:
        """Make it say this."""
        bot, chat, number, name = self._where
        await edited(
            lambda: bot.edit_message_text(
                text.text,
                chat_id=chat,
                message_id=number,
                inline_message_id=name,
                entities=text.entities,
                reply_markup=keyboard,
            )
        )

    async def set_buttons(self, keyboard: InlineKeyboardMarkup) -> None:
        """Exchange what stands under it."""
        bot, chat, number, name = self._where
        await edited(
            lambda: bot.edit_message_reply_markup(chat, number, name, reply_markup=keyboard)
        )

    @property
    def _where(self) -> tuple[ExtBot[None], int | None, int | None, str | None]:
        """The bot, and the message as the Bot API names it."""
        message = self.query.message
        if message:
            return self.context.bot, message.chat.id, message.message_id, None
        return self.context.bot, None, None, self.query.inline_message_id


Kind = TypeVar("Kind", bound=Button)
# What a press does; it answers the press. May raise TurnedAway, which is told for it.
Act = Callable[[Under, Kind], Coroutine[Any, Any, None]]
# The same, where the message is one that the bot may still read.
ActInChat = Callable[[Under, Message, Kind], Coroutine[Any, Any, None]]
# Which kind of button does what.
Acts = Mapping[type[Button], Act[Any]]


def on(kind: type[Kind], act: Act[Kind]) -> tuple[type[Button], Act[Any]]:
    """A line of `Acts`, in which the act is one of that kind."""
    return kind, act


def where_readable(act: ActInChat[Kind]) -> Act[Kind]:
    """The same act, not done where the message cannot be read."""

    async def run(under: Under, at: Kind) -> None:
        if under.message:
            await act(under, under.message, at)

    return run
