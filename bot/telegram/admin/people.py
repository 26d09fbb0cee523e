"""Who was let in, with buttons to take it back: `/revoke`."""

import asyncio

from telegram import InlineKeyboardMarkup, Message, Update

from bot.telegram.admin.approve import named
from bot.telegram.admin.rights import pressed_by_admin, require_admin
from bot.telegram.context import Context
from bot.telegram.keyboards import Action, Pressed, button
from bot.telegram.messages import ChatText
from bot.telegram.sending import notice, replace, reply
from bot.telegram.texts import Texts, short

PAGE = 8
LONGEST_BUTTON = 50
# What a press on a person does: ask, take the permission back, and keep them out for good too.
_ASK, _REVOKE, _BLOCK = 0, 1, 2


async def revoke_command(update: Update, context: Context) -> None:
    """`/revoke`: the first of those who were let in."""
    message = await require_admin(update, context)
    if message:
        say = context.here.say(message.from_user)
        await reply(message, *await _page(context, 0, say))


async def person_pressed(update: Update, context: Context) -> None:
    """A page of that list, one of them, or a permission to take back."""
    found = await pressed_by_admin(update, context)
    if found is None:
        return
    query, message, at = found
    here, say = context.here, context.here.say(query.from_user)
    who = -at.number if at.start else at.number
    if at.action is Action.PEOPLE:
        await notice(query)
    elif not here.state.allowed(who):
        await notice(query, say("revoked-before"), alert=True)
    elif at.end == _ASK:
        await notice(query)
        await _ask(message, who, at, say)
        return
    else:
        (here.state.block if at.end == _BLOCK else here.state.disallow)(who)
        here.strangers.forget(who)  # who asks again is told how to get in
        await notice(query, say("revoked"))
    place = context.bot, message.chat_id, message.message_id
    await replace(*place, *await _page(context, at.rank, say))


async def _ask(message: Message, who: int, at: Pressed, say: Texts) -> None:
    bot = message.get_bot()
    text = ChatText(say("revoke-confirm", who=await named(bot, who)))
    rows = [
        [
            button(say("revoke-button"), _of(who, at.rank, _REVOKE)),
            button(say("block-button"), _of(who, at.rank, _BLOCK)),
        ],
        [button(f"◀ {say('previous-button')}", Pressed(Action.PEOPLE, rank=at.rank))],
    ]
    await replace(bot, message.chat_id, message.message_id, text, InlineKeyboardMarkup(rows))


def _of(who: int, rank: int, end: int) -> Pressed:
    return Pressed(Action.REVOKE, number=abs(who), start=int(who < 0), end=end, rank=rank)


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
        [button(short(name, LONGEST_BUTTON), _of(who, first, _ASK))]
        for who, name in zip(shown, names, strict=True)
    ]
    turn = []
    if first:
        turn.append(button("◀", Pressed(Action.PEOPLE, rank=max(0, first - PAGE))))
    if first + PAGE < len(let_in):
        turn.append(button("▶", Pressed(Action.PEOPLE, rank=first + PAGE)))
    text = say("let-in", first=first + 1, last=first + len(shown), total=len(let_in))
    return ChatText(text), InlineKeyboardMarkup([*rows, turn] if turn else rows)
