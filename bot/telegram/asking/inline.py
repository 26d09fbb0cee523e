"""Inline and guest mode: quotes to post in any chat."""

import asyncio
import contextlib
import hashlib
import re

from telegram import (
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.error import BadRequest, NetworkError

from bot.answering import Answer, NoAnswer, Quote
from bot.telegram.asking.answers import name_of
from bot.telegram.asking.places import place_of
from bot.telegram.asking.unasked import unasked
from bot.telegram.asking.way_in import Asker, TurnedAway, Why, look_up
from bot.telegram.context import Context, Parts
from bot.telegram.incoming import words
from bot.telegram.keyboards import answer_buttons, refusal_buttons
from bot.telegram.links import address, to_given, to_question
from bot.telegram.messages import ChatText, drawn, refused
from bot.telegram.patience import patiently
from bot.telegram.texts import Texts, short

# A query comes with every key; what follows within this many seconds replaces it. Long enough for
# a slow typist, since every query that is asked counts in the user's limit.
PAUSE = 0.7
# How long Telegram may show the same results again, in seconds: short, for texts change. That a
# question was not put to the text is not kept at all.
CACHED = 30
LONGEST_LINE = 120


async def inline_query(update: Update, context: Context) -> None:
    """`@bot what did Trump decide` in any chat offers the quote."""
    query = update.inline_query
    if not query or not await _typed(query, context.here):
        return
    here = context.here
    say = here.say(query.from_user)
    results: list[InlineQueryResultArticle] = []
    label, cached = say("inline-start"), CACHED
    if query.query.strip():
        try:
            found = await look_up(here, Asker.elsewhere(query.from_user), query.query)
        except TurnedAway as away:
            cached = 0
            label = label if away.why is Why.STRANGER else say("inline-wait")
        else:
            quotes = found.quotes if isinstance(found, Answer) else ()
            results = [_article(one, say, context) for one in quotes]
            label = say("inline-none")
    # In the chat with the bot a refusal says more, so that is where the question goes on.
    start = to_question(query.query) or "inline"
    button = None if results else InlineQueryResultsButton(label, start_parameter=start)
    with contextlib.suppress(BadRequest, NetworkError):  # too late, they type on
        await query.answer(results, cache_time=cached, is_personal=True, button=button)


async def _typed(query: InlineQuery, here: Parts) -> bool:
    """Whether no other query of the same user follows for a moment."""
    newest, user_id = here.typing, query.from_user.id
    newest[user_id] = query.id
    await asyncio.sleep(PAUSE)
    if newest.get(user_id) != query.id:
        return False
    del newest[user_id]
    return True


async def guest_message(update: Update, context: Context) -> None:
    """A mention in a chat that the bot is no member of: one answer, by the inline way."""
    message = update.guest_message
    guest = message.guest_query_id if message else None
    if not message or not guest or not message.from_user:
        return
    here = context.here
    say = here.say(message.from_user)
    mention = re.compile(re.escape(f"@{context.bot.username}"), re.IGNORECASE)
    question = " ".join(mention.sub(" ", words(message)).split())
    if not question:
        return
    try:
        found = await look_up(here, Asker.elsewhere(message.from_user), question)
    except TurnedAway as away:
        told = away.words(say)
        result = _said(ChatText(told)) if told else None
    else:
        result = _guests(found, question, message.from_user.id, say, context)
    if result:
        with contextlib.suppress(BadRequest):
            await patiently(lambda: context.bot.answer_guest_query(guest, result))


def _guests(
    found: Answer | NoAnswer, question: str, user_id: int, say: Texts, context: Context
) -> InlineQueryResultArticle:
    """The one message that a guest is answered with."""
    if isinstance(found, Answer):
        return _article(found.quotes[0], say, context)
    if found.closest is None:
        return _said(ChatText(unasked(question, "", user_id, context.here, say)))
    at = place_of(found.closest, context.here.answering.view)
    name = name_of(found.closest)
    return _said(refused(question, "", say), refusal_buttons(at, name, (), say))


def _article(quote: Quote, say: Texts, context: Context) -> InlineQueryResultArticle:
    """A quote as in the chat; where it has no address, its source opens it in the chat."""
    at = place_of(quote, context.here.answering.view)
    link = address(context.bot.username, to_given(quote)) if at else None
    text = drawn(quote, say, link=link)
    return _said(text, answer_buttons(at, say) if at else None, quote.text)


def _said(
    text: ChatText, buttons: InlineKeyboardMarkup | None = None, title: str = ""
) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        hashlib.blake2b(text.text.encode(), digest_size=8).hexdigest(),
        short(title or text.text, LONGEST_LINE),
        InputTextMessageContent(text.text, entities=text.entities),
        reply_markup=buttons,
        description=short(text.text.replace(title, ""), LONGEST_LINE) if title else None,
    )
