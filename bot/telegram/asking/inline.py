"""Inline and guest mode: quotes to post in any chat."""

import asyncio
import contextlib
import hashlib

from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.error import BadRequest

from bot.answering import Answer
from bot.telegram.asking.way_in import Asker, TurnedAway, Why, look_up
from bot.telegram.context import Context, Parts
from bot.telegram.incoming import words
from bot.telegram.messages import ChatText, answer_messages, refusal_message
from bot.telegram.texts import Texts

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
            results = _articles(found, say) if isinstance(found, Answer) else []
            label = say("inline-none")
    button = None if results else InlineQueryResultsButton(label, start_parameter="inline")
    with contextlib.suppress(BadRequest):
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
    if not message or not message.guest_query_id or not message.from_user:
        return
    here = context.here
    say = here.say(message.from_user)
    question = words(message).replace(f"@{context.bot.username}", " ").strip()
    if not question:
        return
    try:
        found = await look_up(here, Asker.elsewhere(message.from_user), question)
    except TurnedAway as away:
        text = ChatText(away.words(say) or "")
    else:
        text = (
            answer_messages(found, say)[0]
            if isinstance(found, Answer)
            else refusal_message(found, say)
        )
    if text.text:
        with contextlib.suppress(BadRequest):
            await context.bot.answer_guest_query(message.guest_query_id, _article(text))


def _articles(found: Answer, say: Texts) -> list[InlineQueryResultArticle]:
    return [_article(text) for text in answer_messages(found, say)]


def _article(text: ChatText) -> InlineQueryResultArticle:
    line = " ".join(text.text.split())
    return InlineQueryResultArticle(
        hashlib.blake2b(text.text.encode(), digest_size=8).hexdigest(),
        line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…",
        InputTextMessageContent(text.text, entities=text.entities),
    )
