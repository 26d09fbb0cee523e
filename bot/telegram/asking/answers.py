"""Answers as messages with their buttons, sent in reply and remembered."""

from telegram import InlineKeyboardMarkup, Message

from bot.answering import Answer, Quote
from bot.telegram.asking.places import place_of
from bot.telegram.context import Parts
from bot.telegram.keyboards import Pressed, answer_buttons, closest_button
from bot.telegram.memory import Asked
from bot.telegram.messages import ChatText, quote_messages, refusal_message, reservation
from bot.telegram.sending import reply
from bot.telegram.texts import Texts

Shown = tuple[ChatText, InlineKeyboardMarkup | None]


async def show(message: Message, asked: Asked, say: Texts, here: Parts) -> None:
    """Send the answer in reply, and remember where it stands."""
    await show_more(message, asked, rendered(asked, say, here), here)


async def show_more(message: Message, asked: Asked, shown: list[Shown], here: Parts) -> None:
    """Send these messages of an answer in reply, and remember that they belong to it."""
    for text, keyboard in shown:
        if sent := await reply(message, text, keyboard):
            asked.shown_in.append(sent.message_id)
    here.memory.remember(asked)


def rendered(asked: Asked, say: Texts, here: Parts) -> list[Shown]:
    """The messages of an answer or refusal; the last of each quote has its buttons."""
    result = asked.result
    if not isinstance(result, Answer):
        at = place(asked, result.closest, 0, here) if result.closest else None
        return [(refusal_message(result, say), closest_button(at, say) if at else None)]
    shown: list[Shown] = []
    for quote in result.quotes:
        *first, last = quote_messages(quote, say, reservation(result, say))
        # The next passage is the one after all that are quoted.
        at = place(asked, quote, len(result.quotes) - 1, here)
        shown += [(text, None) for text in first]
        shown.append((last, answer_buttons(at, say) if at else None))
    return shown


def place(asked: Asked, quote: Quote, rank: int, here: Parts) -> Pressed | None:
    """Where a quote of this question is, for its buttons; None if the text has just changed.

    `rank` is the place of its passage among the hits.
    """
    view = here.answering.view
    return place_of(quote, view, rank) if view.generation.number == asked.generation else None
