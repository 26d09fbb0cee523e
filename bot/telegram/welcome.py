"""`/start`: what the bot is, what there is to ask about, and questions that it surely answers."""

import asyncio
import contextlib

from telegram import InlineKeyboardMarkup, Message

from bot.telegram.asking import TurnedAway, offered
from bot.telegram.context import Context, Parts
from bot.telegram.keyboards import example_buttons
from bot.telegram.messages import LONGEST_TITLE, ChatText
from bot.telegram.sending import reply
from bot.telegram.texts import Texts, short
from index.store import View
from index.text import Document

# So many titles are named; dates and languages are those of so many texts at most.
NAMED, LOOKED_AT = 3, 200


async def welcome(message: Message, context: Context) -> None:
    """Say it in reply, with a button for each example."""
    here, say = context.here, context.here.say(message.from_user)
    view = here.answering.view
    if not view.generation.documents:
        await reply(message, ChatText(nothing_yet(message, here, say)))
        return
    examples: list[str] = []
    with contextlib.suppress(TurnedAway):
        examples = await offered(here, say)
    parts = [say("start"), await asyncio.to_thread(contents, view, say)]
    parts += [say("examples")] if examples else []
    buttons: InlineKeyboardMarkup | None = example_buttons(here.answering.generation, examples)
    await reply(message, ChatText("\n\n".join(parts)), buttons)


def nothing_yet(message: Message, here: Parts, say: Texts) -> str:
    """What to say while the library is empty: to an admin, what to do."""
    admin = here.access.is_admin(message.from_user.id if message.from_user else 0)
    return say("empty-admin" if admin else "empty")


def contents(view: View, say: Texts) -> str:
    """Titles with their days and languages; of many texts, the days and languages of all."""
    total, found = view.generation.documents, view.documents_from(0, LOOKED_AT)
    lines = [f"• {_line(one, say)}" for one in found[:NAMED]]
    if total > NAMED:
        lines.append(say("start-more", count=total - NAMED))
        if about := _span(found, say):
            lines.append(about)
    return "\n".join(lines)


def _line(document: Document, say: Texts) -> str:
    parts = [short(document.title or document.doc_id, LONGEST_TITLE)]
    if document.date:
        parts.append(say.date(document.date))
    if document.language:
        parts.append(say.language_name(document.language))
    return " · ".join(parts)


def _span(documents: list[Document], say: Texts) -> str:
    """From which day to which, and in which languages."""
    days = sorted(one.date for one in documents if one.date)
    languages = dict.fromkeys(one.language for one in documents if one.language)
    parts = [say("start-days", first=say.date(days[0]), last=say.date(days[-1]))] if days else []
    if languages:
        parts.append(", ".join(say.language_name(code) for code in languages))
    return " · ".join(parts)
