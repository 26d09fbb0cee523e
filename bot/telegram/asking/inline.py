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

from bot.answering import Answer, NoAnswer
from bot.telegram.admission import TurnedAway, Why, worth_a_word
from bot.telegram.askers import Asker
from bot.telegram.asking.answers import name_of
from bot.telegram.asking.places import place_of
from bot.telegram.asking.refused_parts import below
from bot.telegram.asking.unasked import unasked
from bot.telegram.asking.way_in import look_up
from bot.telegram.composing import ChatText
from bot.telegram.context import Context, Parts
from bot.telegram.incoming import said_above, words
from bot.telegram.keyboards import answer_buttons, refusal_buttons
from bot.telegram.links import address, to_given, to_question
from bot.telegram.messages import drawn, drawn_dated, refused
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
    """`@bot what did Trump decide` in any chat offers the quote.

    A stranger's is answered as seldom as a message of theirs.
    """
    query, here = update.inline_query, context.here
    if not query:
        return
    who = Asker.elsewhere(query.from_user)
    if not worth_a_word(here, who) or not await _typed(query, here):
        return
    say = here.say(query.from_user)
    results: list[InlineQueryResultArticle] = []
    label, cached = say("inline-start"), CACHED
    if query.query.strip():
        try:
            found = await look_up(here, who, query.query)
        except TurnedAway as away:
            cached = 0
            label = label if away.why is Why.STRANGER else say("inline-wait")
        else:
            results = _articles(found, say, context) if isinstance(found, Answer) else []
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
    written = " ".join(mention.sub(" ", words(message)).split())
    question = written or said_above(message, context.bot.id)
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
        return _articles(found, say, context)[0]
    if found.closest is None:
        return _said(ChatText(unasked(question, "", user_id, context.here, say)))
    at = place_of(found.closest, context.here.answering.view)
    name = name_of(found.closest)
    return _said(refused(question, "", say), refusal_buttons(at, name, (), say))


def _articles(found: Answer, say: Texts, context: Context) -> list[InlineQueryResultArticle]:
    """Each quote as in the chat; those of several dates together, for one says not all of it.

    Where a quote has no address, its source opens it in the chat. What is posted elsewhere cannot
    be read later, so those of several dates have no buttons: one quote would take their place.
    """
    view, username = context.here.answering.view, context.bot.username
    places = [place_of(quote, view) for quote in found.quotes]
    links = [
        address(username, to_given(quote)) if at else None
        for quote, at in zip(found.quotes, places, strict=True)
    ]
    if found.dated:
        return [_said(drawn_dated(found.quotes, say, links), title=found.quotes[0].text)]
    said = below(found, 0, 0, say)
    return [
        _said(
            drawn(quote, say, link=link, said=said),
            answer_buttons(at, say) if at else None,
            quote.text,
        )
        for quote, at, link in zip(found.quotes, places, links, strict=True)
    ]


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
