"""For admins: what is indexed, page by page; remove, replace, go back; how the bot is doing."""

import time

import psutil
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update

from bot.telegram.admin.add import require_admin
from bot.telegram.admin.rebuild import go_back, take_out
from bot.telegram.asking.again import notice
from bot.telegram.context import Context, Parts
from bot.telegram.keyboards import Pressed, parse
from bot.telegram.messages import ChatText
from bot.telegram.sending import replace, reply
from bot.telegram.texts import Texts
from index.text import Document

PAGE = 8
LONGEST_BUTTON = 50
# What the buttons do: turn the page; show one text; ask, then remove; replace; go back.
LIST, ONE, REMOVE, REPLACE, BACK, NOTHING = "LDRPBN"


async def articles_command(update: Update, context: Context) -> None:
    """`/articles`: the first page."""
    message = await require_admin(update, context)
    if message:
        here = context.here
        text, keyboard = _page(here, 0, here.say(message.from_user))
        await reply(message, text, keyboard)


async def rollback_command(update: Update, context: Context) -> None:
    """`/rollback`: to the generation before the live one, after a yes."""
    message = await require_admin(update, context)
    if not message:
        return
    here = context.here
    say = here.say(message.from_user)
    live = here.answering.library.live()
    earlier = [one for one in here.answering.library.generations() if one.number < live.number]
    if not earlier:
        await reply(message, ChatText(say("rollback-none")))
        return
    before = max(earlier, key=lambda one: one.number)
    text = say(
        "rollback-confirm", live=live.number, previous=before.number, date=before.created[:10]
    )
    yes = _button(say("confirm-button"), Pressed(BACK, live.number, before.number))
    await reply(message, ChatText(text), _yes_or_no(yes, say))


async def status_command(update: Update, context: Context) -> None:
    """`/status`: generation, questions, memory."""
    message = await require_admin(update, context)
    if not message:
        return
    here = context.here
    generation = here.answering.view.generation
    text = here.say(message.from_user)(
        "status",
        generation=generation.number,
        date=generation.created[:16].replace("T", " "),
        documents=generation.documents,
        passages=generation.passages,
        questions=here.metrics.questions(),
        refused=here.metrics.questions("refused"),
        waiting=here.work.waiting,
        memory=resident_megabytes(),
        uptime=_duration(time.monotonic() - here.started),
    )
    await reply(message, ChatText(text))


def resident_megabytes() -> int:
    """Memory of this process, in MB."""
    return psutil.Process().memory_info().rss // 1_000_000


def _duration(seconds: float) -> str:
    hours, rest = divmod(int(seconds), 3_600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}"


async def pressed(update: Update, context: Context) -> None:
    """A button of these lists; only an admin's press counts."""
    query = update.callback_query
    at = parse(query.data or "") if query else None
    if not query or not at or not isinstance(query.message, Message):
        return
    here = context.here
    say = here.say(query.from_user)
    if not here.access.is_admin(query.from_user.id):
        await notice(query, say("only-admin"), alert=True)
    elif at.action != NOTHING and at.generation != here.answering.generation:
        await notice(query, say("changed"), alert=True)
    else:
        await notice(query)
        await _act(query.message, query.from_user.id, at, say, context)


async def _act(message: Message, admin: int, at: Pressed, say: Texts, context: Context) -> None:
    here = context.here
    place = message.get_bot(), message.chat_id, message.message_id
    if at.action == LIST:
        await replace(*place, *_page(here, at.rank, say))
        return
    if at.action == NOTHING:
        await replace(*place, ChatText(say("cancelled")))
        return
    if at.action == BACK:
        await go_back(here, message, at.document, say)
        return
    document = here.answering.view.numbered(at.document)
    if document is None:
        await replace(*place, ChatText(say("expired")))
    elif at.action == ONE:
        await replace(*place, ChatText(_described(document)), _choices(at, say))
    elif at.action == REPLACE:
        context.here.intake.start(admin, document.doc_id)
        await replace(*place, ChatText(say("replace-start", title=document.title)))
    elif at.rank:
        await take_out(here, message, document.doc_id, say)
    else:
        yes = _button(say("remove-button"), Pressed(REMOVE, at.generation, at.document, rank=1))
        text = ChatText(say("remove-confirm", title=document.title))
        await replace(*place, text, _yes_or_no(yes, say))


def _page(here: Parts, first: int, say: Texts) -> tuple[ChatText, InlineKeyboardMarkup | None]:
    snapshot = here.answering.view
    total, number = snapshot.generation.documents, snapshot.generation.number
    if not total:
        return ChatText(say("articles-none")), None
    shown = snapshot.documents_from(first, PAGE)
    rows = [
        [_button(_title(one), Pressed(ONE, number, snapshot.number_of(one) or 0, rank=first))]
        for one in shown
    ]
    turn = []
    if first:
        turn.append(_button("◀", Pressed(LIST, number, rank=max(0, first - PAGE))))
    if first + PAGE < total:
        turn.append(_button("▶", Pressed(LIST, number, rank=first + PAGE)))
    text = say("articles", first=first + 1, last=first + len(shown), total=total)
    return ChatText(text), InlineKeyboardMarkup([*rows, turn] if turn else rows)


def _title(document: Document) -> str:
    title = document.title or document.doc_id
    shown = title if len(title) <= LONGEST_BUTTON else title[: LONGEST_BUTTON - 1] + "…"
    return f"{shown} · {document.date}" if document.date else shown


def _described(document: Document) -> str:
    parts = (document.title, document.date, document.url or document.doc_id)
    return "\n".join(part for part in parts if part)


def _choices(at: Pressed, say: Texts) -> InlineKeyboardMarkup:
    def to(action: str, rank: int = 0) -> Pressed:
        return Pressed(action, at.generation, at.document, rank=rank)

    return InlineKeyboardMarkup(
        [
            [
                _button(say("remove-button"), to(REMOVE)),
                _button(say("replace-button"), to(REPLACE)),
            ],
            [_button(f"◀ {say('previous-button')}", to(LIST, at.rank))],
        ]
    )


def _yes_or_no(yes: InlineKeyboardButton, say: Texts) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[yes, _button(say("cancel-button"), Pressed(NOTHING, 0))]])


def _button(text: str, at: Pressed) -> InlineKeyboardButton:
    return InlineKeyboardButton(text, callback_data=at.data())
