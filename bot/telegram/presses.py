"""What a press on a button does: the kind of the button decides, once it is let in."""

import time

from telegram import Update

from bot.telegram import admin, articles, asking, buttons, commands, why
from bot.telegram.admission import TurnedAway
from bot.telegram.buttons import Button
from bot.telegram.callback_data import parse, written
from bot.telegram.context import Context
from bot.telegram.doors import may_press
from bot.telegram.sending import notice
from bot.telegram.under import Acts, Under, on, where_readable

PRESSED: Acts = {
    **asking.PRESSED,
    **admin.PRESSED,
    **dict(
        (
            on(buttons.Page, where_readable(articles.page_pressed)),
            on(buttons.Text, where_readable(articles.text_pressed)),
            on(buttons.Figures, where_readable(why.figures_pressed)),
            on(buttons.Language, commands.language_chosen),
        )
    ),
}


async def pressed(update: Update, context: Context) -> None:
    """Do it, once however often it is tapped. What is none of ours is only acknowledged."""
    query = update.callback_query
    if not query or not await may_press(query, context):
        return
    at = parse(query.data or "")
    if at is None:
        await notice(query)
        return
    here, under = context.here, Under(query, context)
    if query.message:
        here.awaited.came(under.who, time.time())
    with here.taps.first(under.key, written(at)) as first:
        if first:
            await act(under, at)
        else:
            await under.tell()


async def act(under: Under, at: Button) -> None:
    """What a button does, for whoever has been let in."""
    try:
        await PRESSED[type(at)](under, at)
    except TurnedAway as away:
        words = away.words(under.say)
        await under.tell(words, alert=words is not None)
