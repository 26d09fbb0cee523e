"""Buttons as what stands on the wire, and back: only here is callback data written and read.

It is at most 64 bytes (Bot API, InlineKeyboardButton): a letter and five numbers, seven under a
quote, which say the place of the quote, and what it is to the question. Data that was once sent
stays in chats: a letter never changes its meaning, nor does the place of a number. The mark of
what stands there goes along in the number of the generation, which older versions read too.
"""

import re
from collections.abc import Callable
from typing import get_type_hints

from bot.telegram import admin_buttons, buttons
from bot.telegram.buttons import GENERATION, MARK, Again, Button, Language, Shown
from bot.telegram.marks import LEAST
from bot.telegram.texts import LANGUAGES

KINDS: dict[str, type[Button]] = {
    "m": buttons.Widen,
    "o": buttons.Other,
    "r": buttons.Right,
    "w": buttons.Wrong,
    "c": buttons.Closest,
    "a": buttons.Again,
    "e": buttons.Example,
    "q": buttons.Near,
    "i": buttons.Cite,
    "t": buttons.Wait,
    "u": buttons.Unwait,
    "A": admin_buttons.Publish,
    "W": admin_buttons.ReplaceAll,
    "V": admin_buttons.Show,
    "T": admin_buttons.Edit,
    "X": admin_buttons.Cancel,
    "L": buttons.Page,
    "D": buttons.Text,
    "R": admin_buttons.Remove,
    "P": admin_buttons.Replace,
    "C": admin_buttons.Correct,
    "I": admin_buttons.LetIn,
    "F": admin_buttons.Refuse,
    "K": admin_buttons.Block,
    "Q": admin_buttons.People,
    "O": admin_buttons.Person,
    "f": buttons.Figures,
    "l": buttons.Language,
}
_LETTERS = {kind: letter for letter, kind in KINDS.items()}


def _fields(kind: type[Button]) -> dict[str, tuple[int, Callable[[int], object]]]:
    """The place of each field's number, and what makes it of that."""
    hints = get_type_hints(kind, include_extras=True).items()
    return {name: (hint.__metadata__[0], hint.__origin__) for name, hint in hints}


_FIELDS = {kind: _fields(kind) for kind in KINDS.values() if kind is not Language}

# How many digits each number has at most, in order. Together with the letter and the colons 64
# bytes, and no number that a database could not hold.
_DIGITS = (10, 15, 10, 10, 8, 1, 2)
_FIVE = 5
_DATA = re.compile(
    "([A-Za-z])"
    + "".join(f":([0-9]{{1,{most}}})" for most in _DIGITS[:_FIVE])
    + "(?:" + "".join(f":([0-9]{{1,{most}}})" for most in _DIGITS[_FIVE:]) + ")?"
)  # fmt: skip
# Buttons under quotes that older versions sent: they do not say what the quote is to the question.
_UNLABELLED = frozenset("mnsrwc")
# A generation below this has room for a mark before it, with which it is more than any comes to.
_MARKED = 10_000
_LEAST_MARKED = LEAST * _MARKED


def written(button: Button) -> str:
    """A button as callback data; raises ValueError for what does not fit."""
    letter = _LETTERS[type(button)]
    if isinstance(button, Language):
        if button.language not in LANGUAGES:
            raise ValueError(f"not a button: {button}")
        return f"{letter}:{button.language}"
    fields = _FIELDS[type(button)].items()
    values = {place: int(getattr(button, name)) for name, (place, _) in fields}
    if MARK in values:
        values[GENERATION] = _marked(values[GENERATION], values[MARK])
    many = len(_DIGITS) if isinstance(button, Shown) else _FIVE
    numbers = [values.get(place, 0) for place in range(many)]
    if any(not 0 <= one < 10**most for one, most in zip(numbers, _DIGITS, strict=False)):
        raise ValueError(f"not a button: {button}")
    return ":".join((letter, *map(str, numbers)))


def _marked(generation: int, mark: int) -> int:
    """Both in one number; without the mark where there is no room, -1 for what is none."""
    if generation >= _LEAST_MARKED:
        return -1
    return mark * _MARKED + generation if 0 <= generation < _MARKED else generation


def parse(data: str) -> Button | None:
    """The button that was pressed, or None for data that is not ours.

    One that an older version put under a quote asks the question again: it does not say what the
    quote is to it.
    """
    letter, _, rest = data.partition(":")
    kind = KINDS.get(letter)
    if kind is Language:
        return Language(rest) if rest in LANGUAGES else None
    found = _DATA.fullmatch(data)
    if found is None:
        return None
    labelled = found[_FIVE + 2] is not None
    if letter in _UNLABELLED and not labelled:
        return Again(int(found[2]))
    if kind is None or labelled != issubclass(kind, Shown):
        return None
    return _read(kind, [int(number) for number in found.groups("0")[1:]])


def _read(kind: type[Button], numbers: list[int]) -> Button | None:
    generation, mark = numbers[GENERATION], 0
    if any(place == MARK for place, _ in _FIELDS[kind].values()) and generation >= _LEAST_MARKED:
        mark, generation = divmod(generation, _MARKED)
    numbers = [generation, *numbers[1:], mark]
    try:
        return kind(
            **{name: made(numbers[place]) for name, (place, made) in _FIELDS[kind].items()}
        )
    except ValueError:  # a label that is none
        return None
