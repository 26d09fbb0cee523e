"""A change as its message shows it: kept as it is now, then shown, with its buttons."""

import asyncio

from telegram import Bot, InlineKeyboardMarkup

from bot.telegram.admin.changes import Change, Changes
from bot.telegram.admin.preview import buttons, preview, yes_label
from bot.telegram.admin.wording import consequence
from bot.telegram.admin_buttons import Cancel, Publish, Show
from bot.telegram.composing import ChatText
from bot.telegram.context import Parts
from bot.telegram.keyboards import button
from bot.telegram.sending import replace
from bot.telegram.texts import texts


async def show_preview(here: Parts, bot: Bot, change: Change) -> bool:
    """One of the texts that would go in; False if its message is gone."""
    await asyncio.to_thread(Changes(here.state).put, change)
    view = here.answering.view
    text = await asyncio.to_thread(preview, view, change)
    return await show(bot, change, text, buttons(view, change))


async def ask_for_yes(here: Parts, bot: Bot, change: Change) -> None:
    """What it would take away."""
    await asyncio.to_thread(Changes(here.state).put, change)
    view, say = here.answering.view, texts(change.language)
    text = ChatText(await asyncio.to_thread(consequence, view, change, say))
    keyboard = yes_or_no(change, yes_label(view, change))
    if change.documents:
        back = button(f"◀ {say('previous-button')}", Show())
        keyboard = InlineKeyboardMarkup([*keyboard.inline_keyboard, [back]])
    await show(bot, change, text, keyboard)


def yes_or_no(change: Change, label: str, sure: bool = False) -> InlineKeyboardMarkup:
    """A button that carries a change out, `sure` whatever golden questions say; one to cancel."""
    # Of each try another button: pressed soon after the last one, it is no second tap on that.
    yes = button(label, Publish(change.tries, sure))
    no = button(texts(change.language)("cancel-button"), Cancel())
    return InlineKeyboardMarkup([[yes, no]])


async def show(
    bot: Bot, change: Change, text: ChatText, keyboard: InlineKeyboardMarkup | None = None
) -> bool:
    """Put something into the message of a change; False if that is gone."""
    return await replace(bot, change.admin, change.message_id, text, keyboard)
