"""What there is to ask about, page by page: `/articles`, for readers and admins alike."""

import asyncio

from telegram import Chat, InlineKeyboardMarkup, Message, Update
from telegram.constants import MessageEntityType

from bot.telegram.admission import admitted
from bot.telegram.context import Context, is_ours
from bot.telegram.keyboards import Action, Pressed, button, pressed_in
from bot.telegram.left_out import left_out
from bot.telegram.messages import LONGEST_TITLE, ChatText, Composer
from bot.telegram.sending import notice, replace, reply
from bot.telegram.texts import Texts, short
from index.foreign import label
from index.store import View
from index.text import Document

PAGE = 8
LONGEST_BUTTON = 50
# So many headings of a text are named at most.
HEADINGS = 8


async def articles_command(update: Update, context: Context) -> None:
    """`/articles`: the first page."""
    message = update.effective_message
    if not message or is_ours(update) or not await admitted(message, message.from_user, context):
        return
    here, say = context.here, context.here.say(message.from_user)
    known = here.access.is_admin(message.from_user.id if message.from_user else 0)
    admin = known and message.chat.type == Chat.PRIVATE
    await reply(message, *page(here.answering.view, 0, say, admin))


async def article_pressed(update: Update, context: Context) -> None:
    """A page is turned, or one text opened."""
    found = pressed_in(update)
    if found is None:
        return
    query, message, at = found
    here, say = context.here, context.here.say(query.from_user)
    if not here.access.may_ask(
        query.from_user.id, message.chat_id, message.chat.type == "private"
    ):
        await notice(query)
        return
    admin = here.access.is_admin(query.from_user.id) and message.chat.type == "private"
    view = here.answering.view
    document = view.numbered(at.number) if at.action is Action.ONE else None
    if at.action is Action.ONE and document is None:
        await notice(query, say("changed"), alert=True)
    else:
        await notice(query)
    if document is None:
        await _put(message, *page(view, at.rank, say, admin))
        return
    text = await asyncio.to_thread(described, view, document, say, admin)
    await _put(message, text, choices(at, say, admin))


async def _put(message: Message, text: ChatText, keyboard: InlineKeyboardMarkup | None) -> None:
    await replace(message.get_bot(), message.chat_id, message.message_id, text, keyboard)


def page(
    view: View, first: int, say: Texts, admin: bool
) -> tuple[ChatText, InlineKeyboardMarkup | None]:
    """The texts from place `first` on, each a button."""
    total, number = view.generation.documents, view.generation.number
    if not total:
        return ChatText(say("empty-admin" if admin else "empty")), None
    first = first if first < total else 0
    shown = view.documents_from(first, PAGE)
    rows = [
        [
            button(
                _label(one, say), Pressed(Action.ONE, number, view.number_of(one) or 0, rank=first)
            )
        ]
        for one in shown
    ]
    turn = []
    if first:
        turn.append(button("◀", Pressed(Action.LIST, number, rank=max(0, first - PAGE))))
    if first + PAGE < total:
        turn.append(button("▶", Pressed(Action.LIST, number, rank=first + PAGE)))
    text = say("articles", first=first + 1, last=first + len(shown), total=total)
    return ChatText(text), InlineKeyboardMarkup([*rows, turn] if turn else rows)


def _label(document: Document, say: Texts) -> str:
    title = short(document.title or document.doc_id, LONGEST_BUTTON)
    return f"{title} · {say.date(document.date)}" if document.date else title


def described(view: View, document: Document, say: Texts, admin: bool) -> ChatText:
    """One text: its title, day, language and address, and what stands in it.

    An admin also sees what it is called by where it has no address, and what of it is missing.
    """
    message = Composer()
    message.add(short(document.title or document.doc_id, LONGEST_TITLE), MessageEntityType.BOLD)
    if facts := facts_of(document, say):
        message.add("\n").add(facts)
    if address := document.url or (document.doc_id if admin else ""):
        message.add("\n").add(label(address))
    if admin and (missing := left_out(document, say)):
        message.add("\n").add(missing)
    headings = [one.heading for one in view.passages(document.doc_id) if one.heading]
    shown = [one for one in dict.fromkeys(headings) if one != document.title][:HEADINGS]
    if shown:
        lines = [f"• {short(heading, LONGEST_TITLE)}" for heading in shown]
        message.add("\n\n").add("\n".join([say("article-headings"), *lines]))
    return message.done()


def facts_of(document: Document, say: Texts) -> str:
    """Day and language, as far as they are known."""
    day = say.date(document.date) if document.date else ""
    language = say.language_name(document.language) if document.language else ""
    return " · ".join(part for part in (day, language) if part)


def choices(at: Pressed, say: Texts, admin: bool) -> InlineKeyboardMarkup:
    """Back to the list; for an admin, what can be done with the text."""
    # With the text's number it is another button than the one that turned to that page.
    there = Pressed(Action.LIST, at.generation, at.number, rank=at.rank)
    back = [button(f"◀ {say('previous-button')}", there)]
    if not admin:
        return InlineKeyboardMarkup([back])
    names = {
        Action.REPLACE: "replace-button",
        Action.CORRECT: "correct-button",
        Action.REMOVE: "remove-button",
    }
    acts = [
        button(say(key), Pressed(action, at.generation, at.number))
        for action, key in names.items()
    ]
    return InlineKeyboardMarkup([acts, back])
