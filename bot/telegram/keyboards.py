"""Keyboards: which buttons stand under what, and what stands under a message already."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answering import Label
from bot.telegram.buttons import (
    Again,
    Button,
    Cite,
    Closest,
    Example,
    Language,
    Near,
    Other,
    Right,
    Shown,
    Wait,
    Widen,
    Wrong,
    about,
)
from bot.telegram.callback_data import parse, written
from bot.telegram.texts import LANGUAGES, Texts, own_name, short

# A name on a button, in code points: a phone shows about so much of a line.
LONGEST_NAME = 46
# So many buttons under a quote are few enough to be read.
MOST = 4


def button(text: str, at: Button) -> InlineKeyboardButton:
    """One button with its label; raises ValueError for what callback data cannot say."""
    return InlineKeyboardButton(text, callback_data=written(at))


def answer_buttons(quote: Shown, say: Texts) -> InlineKeyboardMarkup:
    """Under a quote: look around it, further, judge it."""
    around = [button(say("context-button"), about(Widen, quote))]
    further: list[InlineKeyboardButton] = []
    if quote.rank:
        further.append(button(say("previous-button"), about(Other, quote, quote.rank - 1)))
        if quote.rank < quote.others:
            further.append(button(say("next-button"), about(Other, quote, quote.rank + 1)))
    elif quote.others:
        label = say("others-button", count=quote.others)
        around.append(button(label, about(Other, quote, 1)))
    judging = [button("👍", about(Right, quote)), button("👎", about(Wrong, quote))]
    # Nobody asked for what a link opens, so there is nothing to judge.
    rows = (around, further, judging if quote.label is not Label.OPENED else [])
    return InlineKeyboardMarkup([row for row in rows if row])


def citable(markup: InlineKeyboardMarkup, say: Texts) -> InlineKeyboardMarkup:
    """The buttons of a quote in a chat, with one to cite it where no more than `MOST` stand then.

    So where there is nothing else to look at, and where it has been judged.
    """
    first, *further = markup.inline_keyboard
    on = pressed_on(markup)
    quote = quote_on(markup)
    if quote is None or len(on) >= MOST or any(isinstance(one, Cite) for one in on):
        return markup
    at = Cite(quote.generation, quote.number, quote.start, quote.end, mark=quote.mark)
    cite = button(say("cite-button"), at)
    rows = [[*first, cite], *further] if len(first) == 1 else [first, *further, [cite]]
    return InlineKeyboardMarkup(rows)


def opened_buttons(quote: Shown, say: Texts) -> InlineKeyboardMarkup:
    """Under a quote that nobody asked for, in a chat: look around it, cite it."""
    return citable(answer_buttons(quote, say), say)


def pressed_on(markup: InlineKeyboardMarkup | None) -> list[Button]:
    """The buttons of ours that stand under a message, in order."""
    rows = markup.inline_keyboard if markup else ()
    found = (parse(str(one.callback_data or "")) for row in rows for one in row)
    return [at for at in found if at]


def quote_on(markup: InlineKeyboardMarkup | None) -> Shown | None:
    """The quote that a message shows, by its buttons; None where it shows none."""
    return next((at for at in pressed_on(markup) if isinstance(at, Widen)), None)


def without(markup: InlineKeyboardMarkup, *kinds: type[Button]) -> InlineKeyboardMarkup:
    """The keyboard without the buttons of some kinds."""

    def kept(one: InlineKeyboardButton) -> bool:
        return not isinstance(parse(str(one.callback_data or "")), kinds)

    rows = [[one for one in row if kept(one)] for row in markup.inline_keyboard]
    return InlineKeyboardMarkup([row for row in rows if row])


def refusal_buttons(
    closest: Shown | None,
    name: str,
    near: Sequence[tuple[str, Near]],
    say: Texts,
    may_wait: bool = False,
) -> InlineKeyboardMarkup | None:
    """Under a refusal: the closest passage, by its `name`, and questions near to the one asked.

    `closest` is None where its text has just changed. Who `may_wait` can have the question asked
    again.
    """
    rows: list[tuple[str, Button]] = list(near)
    if closest:
        label = say("closest-button", name=short(name, LONGEST_NAME))
        rows.insert(0, (label, about(Closest, closest)))
    if may_wait:
        rows.append((say("wait-button"), Wait()))
    return InlineKeyboardMarkup([[button(text, at)] for text, at in rows]) if rows else None


def again_button(generation: int, say: Texts) -> InlineKeyboardMarkup:
    """Instead of buttons that belong to a text of before."""
    return InlineKeyboardMarkup([[button(say("again-button"), Again(generation))]])


def example_buttons(generation: int, examples: list[str]) -> InlineKeyboardMarkup | None:
    """A question a row; None where there are none."""
    rows = [[button(text, Example(generation, place))] for place, text in enumerate(examples)]
    return InlineKeyboardMarkup(rows) if rows else None


def language_buttons() -> InlineKeyboardMarkup:
    """Every language by its own name, three a row."""
    buttons = [button(own_name(one), Language(one)) for one in LANGUAGES]
    rows = [buttons[place : place + 3] for place in range(0, len(buttons), 3)]
    return InlineKeyboardMarkup(rows)
