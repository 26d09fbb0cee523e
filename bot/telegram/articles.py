"""What there is to ask about, page by page: `/articles`, for readers and admins alike."""

import asyncio

from telegram import InlineKeyboardMarkup, Message, Update
from telegram.constants import ChatType, MessageEntityType

from bot.answering import is_web
from bot.telegram.admin_buttons import Correct, Remove, Replace
from bot.telegram.admission import by_admin
from bot.telegram.buttons import Page, Text
from bot.telegram.composing import ChatText, Composer, brief
from bot.telegram.context import Context
from bot.telegram.keyboards import button
from bot.telegram.left_out import left_out
from bot.telegram.marks import mark_of, marked_document
from bot.telegram.sending import reply
from bot.telegram.texts import Texts, short
from bot.telegram.under import Under
from index.foreign import label
from index.store import View
from index.text import Document

PAGE = 8
LONGEST_BUTTON = 50
# Of an address so many units are shown.
LONGEST_ADDRESS = 500
# So many headings of a text are named at most.
HEADINGS = 8


async def articles_command(update: Update, context: Context) -> None:
    """`/articles`: the first page."""
    message = update.effective_message
    if not message:
        return
    here, say = context.here, context.here.say(message.from_user)
    admin = by_admin(message, here) and message.chat.type == ChatType.PRIVATE
    await reply(message, *page(here.answering.view, 0, say, admin))


async def page_pressed(under: Under, message: Message, at: Page) -> None:
    """A page is turned."""
    await under.tell()
    await _turn(under, at.first)


async def text_pressed(under: Under, message: Message, at: Text) -> None:
    """One text is opened; where it is gone, the list is shown as it is now."""
    view, say = under.context.here.answering.view, under.say
    document = marked_document(at.number, at.mark, view)
    if document is None:
        await under.tell(say("changed"), alert=True)
        await _turn(under, at.first)
        return
    await under.tell()
    admin = _to_admin(under)
    text = await asyncio.to_thread(described, view, document, say, admin)
    await under.redraw(text, choices(at, say, admin))


async def _turn(under: Under, first: int) -> None:
    view = under.context.here.answering.view
    await under.redraw(*page(view, first, under.say, _to_admin(under)))


def _to_admin(under: Under) -> bool:
    """Whether an admin sees it, and nobody else."""
    return under.who.private and under.context.here.access.is_admin(under.who.user_id)


def page(
    view: View, first: int, say: Texts, admin: bool
) -> tuple[ChatText, InlineKeyboardMarkup | None]:
    """The texts from place `first` on, each a button."""
    total, number = view.generation.documents, view.generation.number
    if not total:
        return ChatText(say("empty-admin" if admin else "empty")), None
    first = first if first < total else 0
    shown = view.documents_from(first, PAGE)
    rows = [[button(_label(one, say), _text(one, view, first))] for one in shown]
    turn = []
    if first:
        turn.append(button("◀", Page(number, first=max(0, first - PAGE))))
    if first + PAGE < total:
        turn.append(button("▶", Page(number, first=first + PAGE)))
    text = say("articles", first=first + 1, last=first + len(shown), total=total)
    return ChatText(text), InlineKeyboardMarkup([*rows, turn] if turn else rows)


def _text(document: Document, view: View, first: int) -> Text:
    number, mark = view.number_of(document) or 0, mark_of(document.doc_id)
    return Text(view.generation.number, number, first, mark=mark)


def _label(document: Document, say: Texts) -> str:
    title = short(document.title or document.public_id, LONGEST_BUTTON)
    return f"{title} · {say.date(document.date)}" if document.date else title


def described(view: View, document: Document, say: Texts, admin: bool) -> ChatText:
    """One text: its title, day, language and address, and what stands in it.

    An admin also sees what it is called by where it has no address, and what of it is missing.
    """
    message = Composer()
    message.add(brief(document.title or document.public_id), MessageEntityType.BOLD)
    if facts := facts_of(document, say):
        message.add("\n").add(facts)
    if address := document.public_url or (document.public_id if admin else ""):
        _add_address(message.add("\n"), address)
    if admin and (missing := left_out(document, say)):
        message.add("\n").add(missing)
    headings = [one.heading for one in view.passages(document.doc_id) if one.heading]
    shown = [one for one in dict.fromkeys(headings) if one != document.title][:HEADINGS]
    if shown:
        lines = [f"• {brief(heading)}" for heading in shown]
        message.add("\n\n").add("\n".join([say("article-headings"), *lines]))
    return message.done()


def _add_address(message: Composer, address: str) -> None:
    """One that is shortened still leads to all of it."""
    shown = brief(address, LONGEST_ADDRESS)
    led = shown != label(address) and is_web(address)
    message.add(shown, MessageEntityType.TEXT_LINK if led else None, address if led else None)


def facts_of(document: Document, say: Texts) -> str:
    """Day and language, as far as they are known."""
    day = say.date(document.date) if document.date else ""
    language = say.language_name(document.language) if document.language else ""
    return " · ".join(part for part in (day, language) if part)


def choices(at: Text, say: Texts, admin: bool) -> InlineKeyboardMarkup:
    """Back to the list; for an admin, what can be done with the text."""
    # With the text's number it is another button than the one that turned to that page.
    there = Page(at.generation, at.number, at.first)
    back = [button(f"◀ {say('previous-button')}", there)]
    if not admin:
        return InlineKeyboardMarkup([back])
    acts = [
        button(say("replace-button"), Replace(at.generation, at.number, mark=at.mark)),
        button(say("correct-button"), Correct(at.generation, at.number, mark=at.mark)),
        button(say("remove-button"), Remove(at.generation, at.number, mark=at.mark)),
    ]
    return InlineKeyboardMarkup([acts, back])
