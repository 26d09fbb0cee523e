"""For admins: what is indexed, page by page; remove, replace, go back; how the bot is doing."""

import time

import psutil
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update

from bot.telegram.admin.rebuild import go_back, take_out
from bot.telegram.admin.rights import pressed_by_admin, require_admin
from bot.telegram.context import Context, Parts
from bot.telegram.keyboards import Action, Pressed, button
from bot.telegram.messages import ChatText
from bot.telegram.sending import notice, replace, reply
from bot.telegram.texts import Texts
from index.text import Document

PAGE = 8
LONGEST_BUTTON = 50


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
    yes = button(say("confirm-button"), Pressed(Action.GO_BACK, live.number, before.number))
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
    found = await pressed_by_admin(update, context)
    if found is None:
        return
    query, message, at = found
    here = context.here
    say = here.say(query.from_user)
    if at.action is not Action.NOTHING and at.generation != here.answering.generation:
        await notice(query, say("changed"), alert=True)
    else:
        await notice(query)
        await _act(message, query.from_user.id, at, say, context)


async def _act(message: Message, admin: int, at: Pressed, say: Texts, context: Context) -> None:
    here = context.here
    place = message.get_bot(), message.chat_id, message.message_id
    if at.action is Action.LIST:
        await replace(*place, *_page(here, at.rank, say))
        return
    if at.action is Action.NOTHING:
        await replace(*place, ChatText(say("cancelled")))
        return
    if at.action is Action.GO_BACK:
        await go_back(here, message, at.number, say)
        return
    document = here.answering.view.numbered(at.number)
    if document is None:
        await replace(*place, ChatText(say("expired")))
    elif at.action is Action.ONE:
        await replace(*place, ChatText(_described(document)), _choices(at, say))
    elif at.action is Action.REPLACE:
        context.here.intake.start(admin, document.doc_id)
        await replace(*place, ChatText(say("replace-start", title=document.title)))
    elif at.rank:
        await take_out(here, message, document.doc_id, say)
    else:
        sure = Pressed(Action.REMOVE, at.generation, at.number, rank=1)
        yes = button(say("remove-button"), sure)
        text = ChatText(say("remove-confirm", title=document.title))
        await replace(*place, text, _yes_or_no(yes, say))


def _page(here: Parts, first: int, say: Texts) -> tuple[ChatText, InlineKeyboardMarkup | None]:
    view = here.answering.view
    total, number = view.generation.documents, view.generation.number
    if not total:
        return ChatText(say("articles-none")), None
    shown = view.documents_from(first, PAGE)
    places = [Pressed(Action.ONE, number, view.number_of(one) or 0, rank=first) for one in shown]
    rows = [[button(_title(one), at)] for one, at in zip(shown, places, strict=True)]
    turn = []
    if first:
        turn.append(button("◀", Pressed(Action.LIST, number, rank=max(0, first - PAGE))))
    if first + PAGE < total:
        turn.append(button("▶", Pressed(Action.LIST, number, rank=first + PAGE)))
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
    def to(action: Action, rank: int = 0) -> Pressed:
        return Pressed(action, at.generation, at.number, rank=rank)

    return InlineKeyboardMarkup(
        [
            [
                button(say("remove-button"), to(Action.REMOVE)),
                button(say("replace-button"), to(Action.REPLACE)),
            ],
            [button(f"◀ {say('previous-button')}", to(Action.LIST, at.rank))],
        ]
    )


def _yes_or_no(yes: InlineKeyboardButton, say: Texts) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[yes, button(say("cancel-button"), Pressed(Action.NOTHING))]])
