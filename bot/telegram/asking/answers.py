"""Answers as messages with their buttons, sent in reply and remembered."""

from telegram import InlineKeyboardMarkup, Message

from bot.answering import Answer, Quote, quotes_of
from bot.telegram.asking.near import near_questions
from bot.telegram.asking.places import place_of
from bot.telegram.asking.refused_parts import below
from bot.telegram.asking.unasked import unasked
from bot.telegram.buttons import Right, Shown, Wrong
from bot.telegram.composing import ChatText
from bot.telegram.context import Parts
from bot.telegram.incoming import quotable
from bot.telegram.keyboards import answer_buttons, citable, refusal_buttons, without
from bot.telegram.memory import Asked
from bot.telegram.messages import drawn, drawn_dated, refused
from bot.telegram.sending import reply
from bot.telegram.texts import Texts
from bot.telegram.under import Under

Rendered = tuple[ChatText, InlineKeyboardMarkup | None]


async def show(message: Message, asked: Asked, say: Texts, here: Parts) -> None:
    """Send the answer in reply, and remember where it stands."""
    text, buttons = rendered(asked, say, here)
    here.memory.remember(asked)  # who reads it may ask on before this is told that it was sent
    if sent := await reply(message, text, buttons, quotable(message, asked.question)):
        asked.shown_in.append(sent.message_id)
    here.memory.remember(asked)


def rendered(asked: Asked, say: Texts, here: Parts) -> Rendered:
    """The message of an answer or a refusal, with its buttons."""
    result = asked.result
    if isinstance(result, Answer):
        return passage(asked, 0, say, here)
    if result.closest is None:
        return ChatText(unasked(asked.question, asked.before, asked.user_id, here, say)), None
    text = refused(asked.question, asked.after, say)
    at = place(asked, 0, here)
    near = near_questions(result, here.answering.view, say)
    private = asked.chat_id == asked.user_id > 0  # a group may ask in its own name
    return text, refusal_buttons(at, name_of(result.closest), near, say, may_wait=private)


def name_of(quote: Quote) -> str:
    """What a quote is called on a button: its heading, its title, or its own words."""
    return quote.heading or quote.document.stated_title or quote.text


def passage(asked: Asked, rank: int, say: Texts, here: Parts) -> Rendered:
    """One of the passages found as a message, with its buttons; 0 is the answer or the closest."""
    at, quotes = place(asked, rank, here), quotes_of(asked.result)
    result = asked.result
    if rank == 0 and isinstance(result, Answer) and result.dated:
        text = drawn_dated(result.quotes, say)
    else:
        others = len(quotes) - 1
        said = below(result, rank, others, say)
        text = drawn(quotes[rank], say, rank, others, said=said)
    return text, citable(answer_buttons(at, say), say) if at else None


def place(asked: Asked, rank: int, here: Parts) -> Shown | None:
    """Where a passage found is, for its buttons; None if its text has just changed."""
    quotes = quotes_of(asked.result)
    return place_of(quotes[rank], here.answering.view, rank, len(quotes) - 1)


def unjudged(buttons: InlineKeyboardMarkup, at: Shown, under: Under) -> InlineKeyboardMarkup:
    """The buttons of a quote, without those to judge by where it has been judged.

    What they leave free, in a chat, is for citing it.
    """
    judged = (under.key, at.rank) in under.context.here.judged
    left = without(buttons, Right, Wrong) if judged else buttons
    return citable(left, under.say) if under.message else left
