"""Inline and guest mode: quotes to post in any chat."""

import asyncio
import contextlib
import hashlib

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.error import BadRequest

from bot.answering import Answer
from bot.operations import Busy
from bot.telegram.context import Context
from bot.telegram.messages import ChatText, answer_messages, refusal_message
from bot.telegram.texts import Texts

# A query comes with every key; what follows within this many seconds replaces it.
PAUSE = 0.3
# How long Telegram may show the same results again, in seconds: short, for texts change.
CACHED = 30
LONGEST_LINE = 120


async def inline_query(update: Update, context: Context) -> None:
    """`@bot what did Trump decide` in any chat offers the quote."""
    query = update.inline_query
    if not query:
        return
    here = context.here
    say = here.say(query.from_user)
    user_id = query.from_user.id
    newest = here.typing
    newest[user_id] = query.id
    await asyncio.sleep(PAUSE)
    if newest.get(user_id) != query.id:
        return
    del newest[user_id]
    results: list[InlineQueryResultArticle] = []
    button = InlineQueryResultsButton(say("inline-start"), start_parameter="inline")
    if query.query.strip() and here.access.may_ask(user_id, user_id, True):
        with contextlib.suppress(Busy):
            found = await here.work.run(here.answering.ask, query.query)
            if isinstance(found, Answer):
                results = _articles(found, say)
            else:
                button = InlineQueryResultsButton(say("inline-none"), start_parameter="inline")
    with contextlib.suppress(BadRequest):
        await query.answer(
            results, cache_time=CACHED, is_personal=True, button=None if results else button
        )


async def guest_message(update: Update, context: Context) -> None:
    """A mention in a chat that the bot is no member of: one answer, by the inline way."""
    message = update.guest_message
    if not message or not message.guest_query_id or not message.from_user:
        return
    here = context.here
    say = here.say(message.from_user)
    name = f"@{context.bot.username}"
    question = (message.text or message.caption or "").replace(name, " ").strip()
    if not question or not here.access.may_ask(message.from_user.id, message.from_user.id, True):
        return
    try:
        found = await here.work.run(here.answering.ask, question)
    except Busy:
        text = ChatText(say("busy"))
    else:
        text = (
            answer_messages(found, say)[0]
            if isinstance(found, Answer)
            else refusal_message(found, say)
        )
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
