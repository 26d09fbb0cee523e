"""Who was let in, with buttons to take it back: `/revoke`."""

import asyncio

from telegram import InlineKeyboardMarkup, Message, Update

from bot.telegram.admin.approve import named
from bot.telegram.admin.rights import admins, require_admin
from bot.telegram.admin_buttons import ASK, BLOCK, REVOKE, People, Person
from bot.telegram.composing import ChatText
from bot.telegram.context import Context
from bot.telegram.keyboards import button
from bot.telegram.sending import reply
from bot.telegram.texts import Texts, short
from bot.telegram.under import Under

PAGE = 8
LONGEST_BUTTON = 50


async def revoke_command(update: Update, context: Context) -> None:
    """`/revoke`: the first of those who were let in."""
    message = await require_admin(update, context)
    if message:
        say = context.here.say(message.from_user)
        await reply(message, *await _page(context, 0, say))


@admins
async def page_pressed(under: Under, _: Message, at: People) -> None:
    """A page of that list."""
    await under.tell()
    await _turn(under, at.first)


@admins
async def person_pressed(under: Under, _: Message, at: Person) -> None:
    """One of them, or a permission to take back."""
    here, say = under.context.here, under.say
    if not here.state.allowed(at.who):
        await under.tell(say("revoked-before"), alert=True)
    elif at.act == ASK:
        await under.tell()
        await _ask(under, at)
        return
    else:
        (here.state.block if at.act == BLOCK else here.state.disallow)(at.who)
        here.strangers.forget(at.who)  # who asks again is told how to get in
        await under.tell(say("revoked"))
    await _turn(under, at.first)


async def _ask(under: Under, at: Person) -> None:
    say = under.say
    text = ChatText(say("revoke-confirm", who=await named(under.context.bot, at.who)))
    rows = [
        [
            button(say("revoke-button"), Person.of(at.who, at.first, REVOKE)),
            button(say("block-button"), Person.of(at.who, at.first, BLOCK)),
        ],
        [button(f"◀ {say('previous-button')}", People(at.first))],
    ]
    await under.redraw(text, InlineKeyboardMarkup(rows))


async def _turn(under: Under, first: int) -> None:
    await under.redraw(*await _page(under.context, first, under.say))


async def _page(
    context: Context, first: int, say: Texts
) -> tuple[ChatText, InlineKeyboardMarkup | None]:
    let_in = context.here.state.approvals()
    if not let_in:
        return ChatText(say("nobody-let-in")), None
    first = first if first < len(let_in) else 0
    shown = let_in[first : first + PAGE]
    names = await asyncio.gather(*[named(context.bot, who) for who in shown])
    rows = [
        [button(short(name, LONGEST_BUTTON), Person.of(who, first, ASK))]
        for who, name in zip(shown, names, strict=True)
    ]
    turn = []
    if first:
        turn.append(button("◀", People(max(0, first - PAGE))))
    if first + PAGE < len(let_in):
        turn.append(button("▶", People(first + PAGE)))
    text = say("let-in", first=first + 1, last=first + len(shown), total=len(let_in))
    return ChatText(text), InlineKeyboardMarkup([*rows, turn] if turn else rows)
