"""The message that a button was pressed under: in a chat, or posted elsewhere through the bot."""

from dataclasses import dataclass

from telegram import CallbackQuery, InlineKeyboardMarkup, Message
from telegram.constants import ChatType
from telegram.constants import MessageEntityType as Kind
from telegram.ext import ExtBot

from bot.telegram.asking.way_in import Asker
from bot.telegram.context import Context
from bot.telegram.keyboards import Action, pressed_on
from bot.telegram.memory import Asked
from bot.telegram.messages import ChatText
from bot.telegram.sending import edited, notice
from bot.telegram.texts import Texts
from index.text import Span

QUOTATIONS = (Kind.BLOCKQUOTE, Kind.EXPANDABLE_BLOCKQUOTE)


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
        user, message = self.query.from_user, self.query.message
        if message is None:
            return Asker.elsewhere(user)
        return Asker(user.id, message.chat.id, message.chat.type == ChatType.PRIVATE)

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

    @property
    def judged(self) -> bool:
        """Whether it shows a quote, and no buttons to judge it by."""
        markup = self.message.reply_markup if self.message else None
        actions = {at.action for at in pressed_on(markup)}
        return Action.CONTEXT in actions and Action.RIGHT not in actions

    def words(self, length: int) -> str:
        """The last words it quotes, so many code points; "" if they cannot be read."""
        span = self._quoted(length)
        return span.of(self._text) if span else ""

    def emphasised(self, length: int) -> Span | None:
        """Which of those words are bold, counted from the first of them; None if none are."""
        whole = self._quoted(length)
        bold = [span for span in self._marked(Kind.BOLD) if whole and whole.contains(span)]
        return bold[-1].shift(-whole.start) if whole and bold else None

    async def tell(self, words: str | None = None, alert: bool = False) -> None:
        """Answer the press, over the chat."""
        await notice(self.query, words, alert)

    async def redraw(self, text: ChatText, keyboard: InlineKeyboardMarkup | None) -> None:
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

    @property
    def _text(self) -> str:
        return (self.message.text or "") if self.message else ""

    def _quoted(self, length: int) -> Span | None:
        """The end of the last quotation; before it may stand what it is not understood without."""
        quotations = self._marked(*QUOTATIONS)
        if not quotations or len(quotations[-1]) < length:
            return None
        return Span(quotations[-1].end - length, quotations[-1].end)

    def _marked(self, *kinds: str) -> list[Span]:
        """The spans of some entities in code points, in order."""
        data = self._text.encode("utf-16-le")
        entities = self.message.entities if self.message else ()

        def place(units: int) -> int:
            return len(data[: 2 * units].decode("utf-16-le", "ignore"))

        return sorted(
            Span(place(one.offset), place(one.offset + one.length))
            for one in entities
            if one.type in kinds
        )
