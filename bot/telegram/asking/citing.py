"""`/cite`, and its buttons: a quote with its source as other programs take it, or as a picture."""

from dataclasses import replace

from telegram import InlineKeyboardMarkup, InputFile, Message, Update
from telegram.constants import MessageEntityType as Kind

from bot.answering import Answer, Quote
from bot.citing import Format, card, card_ready, cited
from bot.telegram.asking.answers import place
from bot.telegram.asking.places import quote_at
from bot.telegram.asking.questions import tell
from bot.telegram.asking.under import Under
from bot.telegram.asking.way_in import TurnedAway, worked
from bot.telegram.context import Context, is_ours
from bot.telegram.cutting import LONGEST_MESSAGE, units
from bot.telegram.incoming import sender_of
from bot.telegram.keyboards import Action, Pressed, button, parse
from bot.telegram.links import address, to_given
from bot.telegram.messages import ChatText, Composer
from bot.telegram.sending import reply, reply_file
from bot.telegram.texts import Texts, short

_NAMES = {
    Format.MARKDOWN: "Markdown",
    Format.BIBTEX: "BibTeX",
    Format.RIS: "RIS",
    Format.CSL_JSON: "CSL-JSON",
}


async def cite_command(update: Update, context: Context) -> None:
    """`/cite` in reply to a quote, or for the last answer: as text, and buttons for the rest."""
    message = update.effective_message
    if not message or is_ours(update):
        return
    here, say = context.here, context.here.say(message.from_user)
    at = _replied_to(message) or _last(message, context)
    view = here.answering.view
    try:
        quote = await worked(here, quote_at, at, view) if at else None
    except TurnedAway as away:
        await tell(message, away, context)
        return
    if at is None or quote is None:
        await reply(message, ChatText(say("cite-nothing")))
        return
    await reply(message, _written(quote, Format.PLAIN, context, say), _buttons(at, say))


async def cite_pressed(under: Under, at: Pressed) -> None:
    """Write it down otherwise in the place of what is there; from under a quote, in reply."""
    here, message = under.context.here, under.message
    quote = await worked(here, quote_at, at, here.answering.view)
    if quote is None:
        await under.tell(under.say("changed"), alert=True)
        return
    await under.tell()
    form = Format(at.rank) if at.rank < len(Format) else Format.PLAIN
    if form is Format.CARD:
        if message and card_ready():
            await _send_card(message, quote, under.context)
        return
    text, buttons = _written(quote, form, under.context, under.say), _buttons(at, under.say)
    if message and _is_quote(message):
        await reply(message, text, buttons)
    else:
        await under.redraw(text, buttons)


async def _send_card(message: Message, quote: Quote, context: Context) -> None:
    drawn = await worked(context.here, card, quote, _link(quote, context))
    await reply_file(message, InputFile(drawn, "quote.png"))


def _written(quote: Quote, form: Format, context: Context, say: Texts) -> ChatText:
    """The citation, to be copied, and below it the link that outlasts what happens to the text."""
    link = _link(quote, context)
    text = cited(quote, form, link)
    lasting = say("cite-lasting", link=link)
    if units(text) + units(lasting) >= LONGEST_MESSAGE:
        text = short(text, LONGEST_MESSAGE // 2)
    return Composer().add(text, Kind.PRE).add("\n").add(lasting).done()


def _link(quote: Quote, context: Context) -> str:
    return address(context.bot.username, to_given(quote))


def _buttons(at: Pressed, say: Texts) -> InlineKeyboardMarkup:
    names = {
        Format.PLAIN: say("cite-plain-button"),
        **_NAMES,
        Format.ANNOTATION: say("cite-annotation-button"),
        **({Format.CARD: say("cite-card-button")} if card_ready() else {}),
    }
    made = [button(name, cite_place(at, form)) for form, name in names.items()]
    return InlineKeyboardMarkup([made[start : start + 3] for start in range(0, len(made), 3)])


def cite_place(at: Pressed, form: Format = Format.PLAIN) -> Pressed:
    """The button that writes down the quote of a place."""
    return Pressed(Action.CITE, at.generation, at.number, at.start, at.end, int(form))


def _replied_to(message: Message) -> Pressed | None:
    """The quote that a message of ours shows, by its buttons."""
    other = message.reply_to_message
    rows = other.reply_markup.inline_keyboard if other and other.reply_markup else ()
    found = [parse(str(one.callback_data or "")) for row in rows for one in row]
    shown = next((at for at in found if at and at.action in (Action.CONTEXT, Action.CITE)), None)
    return replace(shown, action=Action.CONTEXT) if shown else None


def _is_quote(message: Message) -> bool:
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    found = [parse(str(one.callback_data or "")) for row in rows for one in row]
    return any(at and at.action is Action.CONTEXT for at in found)


def _last(message: Message, context: Context) -> Pressed | None:
    """The quote of the last answer in this chat."""
    here = context.here
    asked = here.memory.last(message.chat_id, sender_of(message))
    if answered := message.reply_to_message:
        asked = here.memory.of_message(message.chat_id, answered.message_id) or asked
    if asked is None or not isinstance(asked.result, Answer):
        return None
    return place(asked, 0, here)
