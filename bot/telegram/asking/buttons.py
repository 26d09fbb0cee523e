"""The buttons under answers: look around the quote, look further, say whether it was right."""

import asyncio
import logging

from telegram import CallbackQuery, Message, Update

from bot.answering import Answer, Quote
from bot.telegram.asking.again import again, example, next_passage, notice
from bot.telegram.context import Context, Parts
from bot.telegram.keyboards import (
    AGAIN,
    CLOSEST,
    CONTEXT,
    EXAMPLE,
    NEXT,
    RIGHT,
    SOURCE,
    WRONG,
    Pressed,
    again_button,
    answer_buttons,
    parse,
)
from bot.telegram.messages import quote_messages
from bot.telegram.sending import edited, replace, reply
from bot.telegram.texts import Texts
from index.text import Span, split

logger = logging.getLogger(__name__)

# The longest notification over the chat (Bot API, answerCallbackQuery).
LONGEST_NOTICE = 200


async def pressed(update: Update, context: Context) -> None:
    """A button of an answer."""
    query = update.callback_query
    here = context.here
    at = parse(query.data or "") if query else None
    message = query.message if query else None
    if not query or not at or not isinstance(message, Message):
        if query:
            await notice(query)
        return
    say = here.say(query.from_user)
    private = message.chat.type == "private"
    if not here.access.may_ask(query.from_user.id, message.chat_id, private):
        await notice(query)
    elif at.generation != here.answering.generation and at.action != AGAIN:
        await notice(query, say("changed"), alert=True)
        await _buttons(message, again_button(here.answering.generation, say))
    else:
        await _act(query, message, at, context)


async def _act(query: CallbackQuery, message: Message, at: Pressed, context: Context) -> None:
    here = context.here
    say = here.say(query.from_user)
    if at.action in (AGAIN, EXAMPLE):
        await notice(query)
        await (again if at.action == AGAIN else example)(query, message, at, context)
        return
    quote = await asyncio.to_thread(_quoted, here, message, at)
    if quote is None:
        await notice(query, say("changed"), alert=True)
    elif at.action == SOURCE:
        await notice(query, _source(quote), alert=True)
    elif at.action in (RIGHT, WRONG):
        await _judge(query, message, quote, at, context)
    elif at.action == CONTEXT:
        await _widen(query, message, quote, at, here)
    elif at.action == CLOSEST:
        await notice(query)
        label = f"{say('no-answer')}\n{say('closest-label')}"
        await _show(message, quote, at, say, label)
    elif at.action == NEXT:
        await next_passage(query, message, at, context)
    else:
        await notice(query)


def _quoted(here: Parts, message: Message, at: Pressed) -> Quote | None:
    """The quote a button belongs to, the answering words as they were, if still known."""
    document = here.answering.view.numbered(at.document)
    if document is None or not 0 <= at.start < at.end <= len(document.text):
        return None
    span = Span(at.start, at.end)
    asked = here.memory.of_message(message.chat_id, message.message_id)
    known = asked.result.quotes if asked and isinstance(asked.result, Answer) else ()
    same = [q.answer for q in known if q.document == document and span.contains(q.answer)]
    heading = next(
        (p.heading for p in split(document) if p.span.start <= at.start < p.span.end), ""
    )
    return Quote(document, span, same[0] if same else span, heading)


def _source(quote: Quote) -> str:
    document = quote.document
    parts = (document.title or document.doc_id, document.date, quote.heading, document.url)
    text = "\n".join(part for part in parts if part)
    return text if len(text) <= LONGEST_NOTICE else text[: LONGEST_NOTICE - 1] + "…"


async def _widen(
    query: CallbackQuery, message: Message, quote: Quote, at: Pressed, here: Parts
) -> None:
    """One sentence more before and after."""
    say = here.say(query.from_user)
    wider = await asyncio.to_thread(_wider, quote)
    if wider == quote.span:
        await notice(query, say("all-shown"))
        return
    await notice(query)
    answering = quote.answer if quote.answer != quote.span else quote.span
    grown = Quote(quote.document, wider, answering, quote.heading)
    asked = here.memory.of_message(message.chat_id, message.message_id)
    refused = asked is not None and not isinstance(asked.result, Answer)
    place = Pressed(at.action, at.generation, at.document, wider.start, wider.end, at.rank)
    await _show(message, grown, place, say, say("closest-label") if refused else "")


def _wider(quote: Quote) -> Span:
    """The span with a sentence more on each side, as far as the document goes."""
    sentences = [s for passage in split(quote.document) for s in passage.sentences]
    before = [s.start for s in sentences if s.start < quote.span.start]
    after = [s.end for s in sentences if s.end > quote.span.end]
    return Span(
        max(before, default=quote.span.start),
        min(after, default=quote.span.end),
    )


async def _show(message: Message, quote: Quote, at: Pressed, say: Texts, label: str) -> None:
    """Put the quote into the message; what does not fit into one follows in reply."""
    first, *more = quote_messages(quote, say, label)
    buttons = answer_buttons(at, say)
    await replace(
        message.get_bot(), message.chat_id, message.message_id, first, None if more else buttons
    )
    for text in more:
        await reply(message, text, buttons if text is more[-1] else None)


async def _judge(
    query: CallbackQuery, message: Message, quote: Quote, at: Pressed, context: Context
) -> None:
    """Note whether it was right, without who said so; each message is judged once."""
    here = context.here
    here.state.record_feedback(
        at.generation, quote.document.doc_id, at.start, at.end, at.action == RIGHT
    )
    await notice(query, here.say(query.from_user)("thanks"))
    markup = message.reply_markup
    if markup:
        kept = [
            [
                button
                for button in row
                if str(button.callback_data or "").partition(":")[0] not in (RIGHT, WRONG)
            ]
            for row in markup.inline_keyboard
        ]
        await _buttons(message, type(markup)([row for row in kept if row]))


async def _buttons(message: Message, markup: object) -> None:
    await edited(lambda: message.edit_reply_markup(markup))  # type: ignore[arg-type]
