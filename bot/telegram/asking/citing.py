"""`/cite`, and its buttons: a quote with its source as other programs take it, or as a picture."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup, InputFile, Message, Update

from bot.answering import Answer
from bot.citing import Format, card, card_ready
from bot.telegram.admission import TurnedAway
from bot.telegram.askers import Asker
from bot.telegram.asking.answers import place
from bot.telegram.asking.citations import Citation, citing, lasting, places_in
from bot.telegram.asking.moved import quote_now
from bot.telegram.asking.way_in import worked
from bot.telegram.buttons import Cite
from bot.telegram.composing import ChatText
from bot.telegram.context import Context, Parts
from bot.telegram.doors import turn_away
from bot.telegram.incoming import others
from bot.telegram.keyboards import quote_on
from bot.telegram.memory import Asked
from bot.telegram.sending import reply, reply_file
from bot.telegram.under import Under


async def cite_command(update: Update, context: Context) -> None:
    """`/cite` in reply to a quote, or for the last answer: as text, and buttons for the rest."""
    message = update.effective_message
    if not message:
        return
    here, say = context.here, context.here.say(message.from_user)
    places = _meant(message, here)
    try:
        cited = await _cited(places, places[0], Format.PLAIN, context) if places else None
    except TurnedAway as away:
        await turn_away(message, away, context)
        return
    if cited is None:
        await reply(message, ChatText(say("cite-nothing")))
        return
    await reply(message, cited.text(say), cited.buttons(say))
    await _send_long(message, cited)


async def cite_pressed(under: Under, at: Cite) -> None:
    """Write it down otherwise in the place of what is there; from under a quote, in reply."""
    here, message, say = under.context.here, under.message, under.say
    form = Format(at.form) if at.form < len(Format) else Format.PLAIN
    cited = await _cited(_beside(under, citing(at)), citing(at), form, under.context)
    if cited is None:
        await under.tell(say("changed"), alert=True)
        return
    await under.tell()
    if form is Format.CARD:
        if message and card_ready():
            drawn = await worked(here, card, cited.quote, cited.link)
            await reply_file(message, InputFile(drawn, "quote.png"))
        return
    if message and _shown_above(message.reply_markup):
        await reply(message, cited.text(say), cited.buttons(say))
    else:
        await under.redraw(cited.text(say), cited.buttons(say))
    if message:
        await _send_long(message, cited)


async def _send_long(message: Message, cited: Citation) -> None:
    """What no message holds, as a file: cut, it would say less, and no program could read it."""
    if file := cited.file:
        await reply_file(message, file)


async def _cited(
    places: Sequence[Cite], at: Cite, form: Format, context: Context
) -> Citation | None:
    """The quote of a place, and the others beside it; None if it stands there no more."""
    answering = context.here.answering

    def found() -> Citation | None:
        quotes = {one: quote for one in places if (quote := quote_now(one, answering))}
        if at not in quotes:
            return None
        dated = [(one, quote.document.date or "") for one, quote in quotes.items()]
        return Citation(quotes[at], at, form, lasting(quotes[at], context.bot.username), dated)

    return await worked(context.here, found)


def _beside(under: Under, at: Cite) -> Sequence[Cite]:
    """The place that is pressed, among those of the same answer."""
    markup = under.message.reply_markup if under.message else None
    shown = _shown_above(markup)
    places = _of_answer(under.asked, under.context.here) if shown else places_in(markup)
    beside = [at if _same(one, at) else one for one in places]
    return beside if at in beside else [at]


def _meant(message: Message, here: Parts) -> Sequence[Cite]:
    """The quotes of the message that this replies to, or else of the last answer in the chat.

    The buttons say what is shown, which may be another passage, or wider, than the answer. What
    somebody else wrote quotes nothing.
    """
    other, who = message.reply_to_message, Asker.who_wrote(message)
    markup = other.reply_markup if other else None
    remembered = here.memory.of_message(message.chat_id, other.message_id) if other else None
    shown = [one for one in [_shown_above(markup)] if one] or places_in(markup)
    if not shown and remembered is None and others(message, message.get_bot().id):
        return []
    if not shown:
        last = here.memory.last(who.chat_id, who.user_id, who.topic)
        return _of_answer(remembered or last, here)
    places = _of_answer(remembered, here)
    return places if places and _same(shown[0], places[0]) else shown


def _of_answer(asked: Asked | None, here: Parts) -> Sequence[Cite]:
    """Where the quote of an answer is; where it is dated, that of each date, newest first."""
    if asked is None or not isinstance(asked.result, Answer):
        return []
    quotes = asked.result.quotes if asked.result.dated else asked.result.quotes[:1]
    found = [place(asked, rank, here) for rank in range(len(quotes))]
    return [citing(at) for at in found if at]


def _same(one: Cite, other: Cite) -> bool:
    """Whether two places are one, of whichever generations."""
    return (one.number, one.start, one.end) == (other.number, other.start, other.end)


def _shown_above(markup: InlineKeyboardMarkup | None) -> Cite | None:
    """The quote that a message shows, by its buttons; None where it shows none, or a citation."""
    shown = quote_on(markup)
    return citing(shown) if shown else None
