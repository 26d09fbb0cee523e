"""Buttons: what each does, and what it says back when it is pressed.

Only here are buttons written as callback data and read again; the rest of the code knows actions.
Callback data is at most 64 bytes (Bot API, InlineKeyboardButton), so a button names its quote by
generation, the document's number in the library, and a span.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update

from bot.answering import Label
from bot.telegram.texts import LANGUAGES, Texts, own_name, short

# A name on a button, in code points: a phone shows about so much of a line.
LONGEST_NAME = 46
# So many buttons under a quote are few enough to be read.
MOST = 4


class Action(StrEnum):
    """What a button does; the value is its letter in callback data."""

    # Under answers.
    CONTEXT = "m"
    OTHER = "o"
    RIGHT = "r"
    WRONG = "w"
    CLOSEST = "c"
    AGAIN = "a"
    EXAMPLE = "e"
    NEAR = "q"
    CITE = "i"
    WAIT = "t"
    # Under the list of questions that wait.
    UNWAIT = "u"
    # Under changes of the library that wait for an admin's yes.
    PUBLISH = "A"
    REPLACE_ALL = "W"
    SHOW = "V"
    EDIT = "T"
    CANCEL = "X"
    # Under lists of what is indexed.
    LIST = "L"
    ONE = "D"
    REMOVE = "R"
    REPLACE = "P"
    CORRECT = "C"
    # Under requests to be let in, and under the list of who was.
    LET_IN = "I"
    REFUSE = "F"
    BLOCK = "K"
    PEOPLE = "Q"
    REVOKE = "O"
    # Under `/why`.
    FIGURES = "f"
    # Under `/language`.
    LANGUAGE = "l"


# What stands under a quote, and so says which, and what it is to the question.
QUOTED = frozenset({Action.CONTEXT, Action.OTHER, Action.RIGHT, Action.WRONG, Action.CLOSEST})

# How many digits each number of a button has at most, in the order of its data; the last two
# stand only under quotes. Together with the letter and the colons 64 bytes, and no number that a
# database could not hold.
_DIGITS = (10, 15, 10, 10, 8, 1, 2)
_PLACE = 5
_DATA = re.compile(
    "([A-Za-z])"
    + "".join(f":([0-9]{{1,{most}}})" for most in _DIGITS[:_PLACE])
    + "(?:" + "".join(f":([0-9]{{1,{most}}})" for most in _DIGITS[_PLACE:]) + ")?"
)  # fmt: skip
_LETTERS = frozenset(Action) - {Action.LANGUAGE}
# Buttons under quotes that older versions sent: they do not say what the quote is to the question.
_UNLABELLED = frozenset("mnsrwc")


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button: its action, and what that is about. Raises ValueError for what does not fit.

    `number` names a document of the library; under a request to be let in it is the code, under
    who was let in an id (of a group if `start` is 1). `start` and `end` are a quote's span; with
    NEAR a passage's. `rank` is the place of the passage among the others found (0 the answer
    itself), an example's, or a list's first. Under a quote (`QUOTED`) it is what the quote is to
    the question and how many other passages were found. Under a change `rank` is which of its
    texts, `start` which part of that; with PUBLISH it is 1 if golden questions have been decided
    on. Under a request it is which of `LANGUAGES` is spoken. LANGUAGE has a `language` of ours,
    and nothing else; the other actions have none.
    """

    action: Action
    generation: int = 0
    number: int = 0
    start: int = 0
    end: int = 0
    rank: int = 0
    label: Label = Label.SURE
    others: int = 0
    language: str = ""

    def __post_init__(self) -> None:
        digits = zip(self._numbers, _DIGITS, strict=True)
        fits = not self.language and all(0 <= number < 10**most for number, most in digits)
        if self.action is Action.LANGUAGE:
            fits = self.language in LANGUAGES and not any(self._numbers)
        elif self.action not in QUOTED:
            fits = fits and not any(self._numbers[_PLACE:])
        if not fits:
            raise ValueError(f"not a button: {self}")

    @property
    def _numbers(self) -> tuple[int, ...]:
        place = self.generation, self.number, self.start, self.end, self.rank
        return *place, int(self.label), self.others

    def data(self) -> str:
        """As callback data, at most 64 bytes; `parse` reads it."""
        if self.action is Action.LANGUAGE:
            return f"{self.action}:{self.language}"
        numbers = self._numbers if self.action in QUOTED else self._numbers[:_PLACE]
        return ":".join((self.action, *map(str, numbers)))


def parse(data: str) -> Pressed | None:
    """The button that was pressed, or None for data that is not ours.

    One that an older version put under a quote asks the question again: it does not say what the
    quote is to it.
    """
    letter, _, language = data.partition(":")
    if letter == Action.LANGUAGE:
        return Pressed(Action.LANGUAGE, language=language) if language in LANGUAGES else None
    found = _DATA.fullmatch(data)
    if found is None:
        return None
    labelled = found[_PLACE + 2] is not None
    if letter in _UNLABELLED and not labelled:
        return Pressed(Action.AGAIN, int(found[2]))
    if letter not in _LETTERS or labelled != (letter in QUOTED):
        return None
    generation, number, start, end, rank, label, others = map(int, found.groups("0")[1:])
    if label not in list(Label):
        return None
    return Pressed(Action(letter), generation, number, start, end, rank, Label(label), others)


def pressed_in(update: Update) -> tuple[CallbackQuery, Message, Pressed] | None:
    """The press, the message it was under, and the button; None if one of them is not there."""
    query = update.callback_query
    at = parse(query.data or "") if query else None
    if not query or not at or not isinstance(query.message, Message):
        return None
    return query, query.message, at


def button(text: str, at: Pressed) -> InlineKeyboardButton:
    """One button with its label."""
    return InlineKeyboardButton(text, callback_data=at.data())


def answer_buttons(at: Pressed, say: Texts) -> InlineKeyboardMarkup:
    """Under a quote, whose place, label and rank `at` says: look around it, further, judge it."""

    def to(action: Action, label: str, rank: int = at.rank) -> InlineKeyboardButton:
        return button(label, replace(at, action=action, rank=rank))

    around = [to(Action.CONTEXT, say("context-button"))]
    further: list[InlineKeyboardButton] = []
    if at.rank:
        further.append(to(Action.OTHER, say("previous-button"), at.rank - 1))
        if at.rank < at.others:
            further.append(to(Action.OTHER, say("next-button"), at.rank + 1))
    elif at.others:
        around.append(to(Action.OTHER, say("others-button", count=at.others), 1))
    # Nobody asked for what a link opens, so there is nothing to judge.
    asked = at.label is not Label.OPENED
    judging = [to(Action.RIGHT, "👍"), to(Action.WRONG, "👎")] if asked else []
    return InlineKeyboardMarkup([row for row in (around, further, judging) if row])


def citable(markup: InlineKeyboardMarkup, say: Texts) -> InlineKeyboardMarkup:
    """The buttons of a quote in a chat, with one to cite it where no more than `MOST` stand then.

    So where there is nothing else to look at, and where it has been judged.
    """
    first, *further = markup.inline_keyboard
    on = pressed_on(markup)
    shown = next((at for at in on if at.action is Action.CONTEXT), None)
    if shown is None or len(on) >= MOST or any(at.action is Action.CITE for at in on):
        return markup
    at = Pressed(Action.CITE, shown.generation, shown.number, shown.start, shown.end)
    cite = button(say("cite-button"), at)
    rows = [[*first, cite], *further] if len(first) == 1 else [first, *further, [cite]]
    return InlineKeyboardMarkup(rows)


def opened_buttons(at: Pressed, say: Texts) -> InlineKeyboardMarkup:
    """Under a quote that nobody asked for, in a chat: look around it, cite it."""
    return citable(answer_buttons(at, say), say)


def pressed_on(markup: InlineKeyboardMarkup | None) -> list[Pressed]:
    """The buttons of ours that stand under a message, in order."""
    rows = markup.inline_keyboard if markup else ()
    found = (parse(str(one.callback_data or "")) for row in rows for one in row)
    return [at for at in found if at]


def without(markup: InlineKeyboardMarkup, *actions: Action) -> InlineKeyboardMarkup:
    """The keyboard without the buttons of some actions."""

    def kept(one: InlineKeyboardButton) -> bool:
        at = parse(str(one.callback_data or ""))
        return at is None or at.action not in actions

    rows = [[one for one in row if kept(one)] for row in markup.inline_keyboard]
    return InlineKeyboardMarkup([row for row in rows if row])


def refusal_buttons(
    closest: Pressed | None,
    name: str,
    near: Sequence[tuple[str, Pressed]],
    say: Texts,
    may_wait: bool = False,
) -> InlineKeyboardMarkup | None:
    """Under a refusal: the closest passage, by its `name`, and questions near to the one asked.

    `closest` is None where its text has just changed. Who `may_wait` can have the question asked
    again.
    """
    rows = list(near)
    if closest:
        to = replace(closest, action=Action.CLOSEST)
        rows.insert(0, (say("closest-button", name=short(name, LONGEST_NAME)), to))
    if may_wait:
        rows.append((say("wait-button"), Pressed(Action.WAIT)))
    return InlineKeyboardMarkup([[button(text, at)] for text, at in rows]) if rows else None


def again_button(generation: int, say: Texts) -> InlineKeyboardMarkup:
    """Instead of buttons that belong to a text of before."""
    return _alone(say("again-button"), Pressed(Action.AGAIN, generation))


def example_buttons(generation: int, examples: list[str]) -> InlineKeyboardMarkup | None:
    """A question a row; None where there are none."""
    rows = [
        [button(text, Pressed(Action.EXAMPLE, generation, rank=place))]
        for place, text in enumerate(examples)
    ]
    return InlineKeyboardMarkup(rows) if rows else None


def language_buttons() -> InlineKeyboardMarkup:
    """Every language by its own name, three a row."""
    buttons = [button(own_name(one), Pressed(Action.LANGUAGE, language=one)) for one in LANGUAGES]
    rows = [buttons[place : place + 3] for place in range(0, len(buttons), 3)]
    return InlineKeyboardMarkup(rows)


def _alone(label: str, at: Pressed) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[button(label, at)]])
