"""Title, date and language of a text that is not live yet: corrected by a reply."""

import asyncio
import json
from dataclasses import replace

from telegram import Bot, ForceReply, Message, Update

from bot.telegram.admin.changes import Change, Changes, Kind, keep_newest
from bot.telegram.admin.preview import FIELDS
from bot.telegram.admin.showing import show_preview
from bot.telegram.admin.written import date_of, language_of
from bot.telegram.admission import by_admin
from bot.telegram.composing import LONGEST_TITLE, ChatText
from bot.telegram.context import Context, Parts
from bot.telegram.sending import reply, send
from bot.telegram.texts import short, texts
from index.text import Document, normalised

# What is said to ask for each part of a text, and where the answer is none of that.
_ASK = {"title": "edit-title", "date": "edit-date", "language": "edit-language"}
_WRONG = {"title": "edit-no-title", "date": "edit-no-date", "language": "edit-no-language"}
# What an admin writes for "none".
NOTHING = frozenset({"-", "–", "—"})

_ASKED = "edit"
# Telegram shows so much of what is to be written, in code points (Bot API, ForceReply).
_LONGEST_PLACEHOLDER = 64


class NotUnderstood(Exception):
    """A correction that is none; `key` names the sentence that says what would be."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


async def ask_for(here: Parts, bot: Bot, change: Change, place: int, field: int) -> None:
    """Ask for one part of a text, to be written in reply."""
    name = list(FIELDS)[min(field, len(FIELDS) - 1)]
    place = min(place, len(change.documents) - 1)
    say, document = texts(change.language), change.documents[place]
    now = short(getattr(document, name) or "", _LONGEST_PLACEHOLDER)
    text = say(_ASK[name], title=short(document.title, LONGEST_TITLE))
    await _ask(here, bot, change, text, (place, name), now)


async def _ask(
    here: Parts, bot: Bot, change: Change, text: str, about: tuple[int, str | None], now: str = ""
) -> None:
    """A question that is answered by a reply: which text and which part, None if any, it is of."""
    shown = ForceReply(input_field_placeholder=now or None)
    sent = await send(bot, change.admin, ChatText(text), shown)
    if sent is None:
        return
    asked = json.dumps([change.message_id, *about])
    keep_newest(here.state, _ASKED, change.admin, sent.message_id, asked)


def corrects(message: Message, here: Parts) -> bool:
    """Whether an admin's message is a reply to what was asked, or to a text that was shown."""
    answered, user = message.reply_to_message, message.from_user
    if not answered or not user or not message.text or not by_admin(message, here):
        return False
    asked = here.state.kept(_ASKED, user.id, answered.message_id) is not None
    return asked or Changes(here.state).has(user.id, answered.message_id)


async def corrected(update: Update, context: Context) -> None:
    """Put what was written into the text it is about, and show that again."""
    message, here = update.effective_message, context.here
    answered = message.reply_to_message if message else None
    if not message or not answered or not message.from_user:
        return
    admin, say = message.from_user.id, here.say(message.from_user)
    written = message.text or ""
    asked = here.state.kept(_ASKED, admin, answered.message_id)
    about, place, name = json.loads(asked) if asked else (answered.message_id, None, None)
    change = await asyncio.to_thread(Changes(here.state).get, admin, about)
    if change is None or change.under_way or not change.documents:
        await reply(message, ChatText(say("expired")))
        return
    place = change.place if place is None else place
    try:
        old = change.documents[place]
        document = await asyncio.to_thread(with_part, old, name, written, say.language)
    except NotUnderstood as error:
        again = say(error.key, most=LONGEST_TITLE)
        await _ask(here, context.bot, change, again, (place, name))
        return
    here.state.drop(_ASKED, admin, answered.message_id)
    documents = (*change.documents[:place], document, *change.documents[place + 1 :])
    changed = replace(change, documents=documents, kind=Kind.ADD, place=place)
    await show_preview(here, context.bot, changed)
    await reply(message, ChatText(say("edited")))


def with_part(document: Document, name: str | None, written: str, language: str) -> Document:
    """The document with another title, date or language; raises NotUnderstood.

    Which of them is seen from what was written where `name` is None.
    """
    text = normalised(written)
    if name != "title" and name != "language" and (day := date_of(text, language)):
        return replace(document, date=day)
    if name in (None, "date") and text in NOTHING:
        return replace(document, date=None)
    if name != "title" and name != "date" and (code := language_of(text, language)):
        return replace(document, language=code)
    says = any(letter.isalnum() for letter in text)
    fits = says and "\n" not in text and len(text) <= LONGEST_TITLE
    if name in ("date", "language") or not fits:
        raise NotUnderstood(_WRONG[name or "title"])
    return replace(document, title=text)
