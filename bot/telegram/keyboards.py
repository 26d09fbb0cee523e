"""Buttons: what each does, and what it says back when it is pressed.

Only here are buttons written as callback data and read again; the rest of the code knows actions.
Callback data is at most 64 bytes (Bot API, InlineKeyboardButton), so a button names its quote by
generation, the document's number in the library, and a span.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update

from bot.telegram.texts import LANGUAGES, Texts, own_name


class Action(StrEnum):
    """What a button does; the value is its letter in callback data."""

    # Under answers.
    CONTEXT = "m"
    NEXT = "n"
    SOURCE = "s"
    RIGHT = "r"
    WRONG = "w"
    CLOSEST = "c"
    AGAIN = "a"
    EXAMPLE = "e"
    # Under texts that an admin has sent.
    ADD = "A"
    REPLACE_ALL = "W"
    CANCEL = "X"
    # Under lists of what is indexed.
    LIST = "L"
    ONE = "D"
    REMOVE = "R"
    REPLACE = "P"
    GO_BACK = "B"
    NOTHING = "N"
    # Under `/language`.
    LANGUAGE = "l"


# How many digits each number of a button has at most, in the order of its data: together with the
# letter and the colons 61 bytes, and no number that a database could not hold.
_DIGITS = (10, 15, 10, 10, 10)
_DATA = re.compile(":".join(["([A-Za-z])", *(f"([0-9]{{1,{most}}})" for most in _DIGITS)]))
_LETTERS = frozenset(Action) - {Action.LANGUAGE}


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button: its action, and what that is about. Raises ValueError for what does not fit.

    `number` names a document of the library; with ADD, REPLACE_ALL and CANCEL a batch that waits,
    with GO_BACK the generation to go back to. `start` and `end` are a quote's span, `rank` its
    place among the hits (0 the best), an example's, or a list's first. LANGUAGE has a `language`
    of ours, and nothing else; the other actions have none.
    """

    action: Action
    generation: int = 0
    number: int = 0
    start: int = 0
    end: int = 0
    rank: int = 0
    language: str = ""

    def __post_init__(self) -> None:
        digits = zip(self._numbers, _DIGITS, strict=True)
        fits = not self.language and all(0 <= number < 10**most for number, most in digits)
        if self.action is Action.LANGUAGE:
            fits = self.language in LANGUAGES and not any(self._numbers)
        if not fits:
            raise ValueError(f"not a button: {self}")

    @property
    def _numbers(self) -> tuple[int, ...]:
        return self.generation, self.number, self.start, self.end, self.rank

    def data(self) -> str:
        """As callback data, at most 64 bytes; `parse` reads it."""
        if self.action is Action.LANGUAGE:
            return f"{self.action}:{self.language}"
        return ":".join((self.action, *map(str, self._numbers)))


def parse(data: str) -> Pressed | None:
    """The button that was pressed, or None for data that is not ours."""
    letter, _, language = data.partition(":")
    if letter == Action.LANGUAGE:
        return Pressed(Action.LANGUAGE, language=language) if language in LANGUAGES else None
    found = _DATA.fullmatch(data)
    if found is None or found[1] not in _LETTERS:
        return None
    letter, *numbers = found.groups()
    generation, number, start, end, rank = map(int, numbers)
    return Pressed(Action(letter), generation, number, start, end, rank)


def linked(payload: str) -> Pressed | None:
    """What a deep link (`?start=PAYLOAD`) presses, or None for a plain start.

    `q_N` is example N, `p_GENERATION_DOCUMENT_START_END` a quote.
    """
    kind, _, numbers = payload.partition("_")
    if kind == "q":
        return parse(f"{Action.EXAMPLE}:0:0:0:0:{numbers}")
    return parse(f"{Action.CONTEXT}:{numbers.replace('_', ':')}:0") if kind == "p" else None


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
    """Under an answer (or a passage that is none): look around, look further, judge."""

    def to(action: Action, label: str) -> InlineKeyboardButton:
        return button(label, replace(at, action=action))

    return InlineKeyboardMarkup(
        [
            [
                to(Action.CONTEXT, say("context-button")),
                to(Action.NEXT, say("next-button")),
            ],
            [
                to(Action.SOURCE, say("source-button")),
                to(Action.RIGHT, "👍 " + say("right-button")),
                to(Action.WRONG, "👎 " + say("wrong-button")),
            ],
        ]
    )


def without(markup: InlineKeyboardMarkup, *actions: Action) -> InlineKeyboardMarkup:
    """The keyboard without the buttons of some actions."""

    def kept(one: InlineKeyboardButton) -> bool:
        at = parse(str(one.callback_data or ""))
        return at is None or at.action not in actions

    rows = [[one for one in row if kept(one)] for row in markup.inline_keyboard]
    return InlineKeyboardMarkup([row for row in rows if row])


def closest_button(at: Pressed, say: Texts) -> InlineKeyboardMarkup:
    """Under a refusal."""
    return _alone(say("closest-button"), replace(at, action=Action.CLOSEST))


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
