"""A press, without whether it is let in and how often: for `Direct.call`."""

from telegram import Update

from bot.telegram.callback_data import parse
from bot.telegram.context import Context
from bot.telegram.presses import act
from bot.telegram.under import Under


async def pressed(update: Update, context: Context) -> None:
    """What the button does."""
    query = update.callback_query
    assert query
    at = parse(query.data or "")
    assert at
    await act(Under(query, context), at)
