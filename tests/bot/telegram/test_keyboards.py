"""The keyboards: which buttons stand under what."""

from dataclasses import replace

import pytest
from telegram import InlineKeyboardMarkup

from bot.answering import Label
from bot.telegram.buttons import (
    Again,
    Button,
    Closest,
    Example,
    Language,
    Near,
    Other,
    Right,
    Shown,
    Widen,
    Wrong,
    about,
)
from bot.telegram.callback_data import parse
from bot.telegram.keyboards import (
    again_button,
    answer_buttons,
    example_buttons,
    language_buttons,
    quote_on,
    refusal_buttons,
    without,
)
from bot.telegram.texts import LANGUAGES, texts

ANSWER = Shown(3, 7, 10, 20, 0, Label.UNSURE, 4)


def _buttons(markup: InlineKeyboardMarkup | None) -> list[Button | None]:
    rows = markup.inline_keyboard if markup else ()
    return [parse(str(button.callback_data)) for row in rows for button in row]


def _rows(markup: InlineKeyboardMarkup) -> list[list[tuple[str, int]]]:
    """Each button's words and the rank it carries."""
    return [
        [(one.text, _rank(str(one.callback_data))) for one in row]
        for row in markup.inline_keyboard
    ]


def _rank(data: str) -> int:
    at = parse(data)
    assert isinstance(at, Shown)
    return at.rank


def test_the_buttons_of_an_answer() -> None:
    """More context, other passages, right and wrong: no more, each under the answer's label."""
    markup = answer_buttons(ANSWER, texts("en"))
    assert _rows(markup) == [
        [("More context", 0), ("Other passages (4)", 1)],
        [("👍", 0), ("👎", 0)],
    ]
    expected: list[Button | None] = [
        about(Widen, ANSWER),
        about(Other, ANSWER, 1),
        about(Right, ANSWER),
        about(Wrong, ANSWER),
    ]
    assert _buttons(markup) == expected
    assert quote_on(markup) == about(Widen, ANSWER)


@pytest.mark.parametrize(
    ("rank", "further"),
    [(1, [("Previous", 0), ("Next", 2)]), (4, [("Previous", 3)])],
)
def test_another_passage_goes_back_as_well_as_on(
    rank: int, further: list[tuple[str, int]]
) -> None:
    """To the answer from the first of them; no further than the last."""
    rows = _rows(answer_buttons(replace(ANSWER, rank=rank), texts("en")))
    judged = [("👍", rank), ("👎", rank)]
    assert rows == [[("More context", rank)], further, judged]


def test_what_nobody_asked_for_is_not_judged() -> None:
    """A quote that a link opens; and without other passages there is no way to them."""
    opened = replace(ANSWER, label=Label.OPENED, others=0)
    assert _rows(answer_buttons(opened, texts("en"))) == [[("More context", 0)]]


def test_judged_answers_lose_two_of_them() -> None:
    """The others stay where they are; a row that is left empty goes."""
    markup = answer_buttons(ANSWER, texts("en"))
    left = without(markup, Right, Wrong)
    assert left.inline_keyboard == (markup.inline_keyboard[0],)


def test_the_buttons_of_a_refusal() -> None:
    """The closest passage by its name, cut to a line, and the questions near."""
    near = Near(3, 7, 0, 90)
    markup = refusal_buttons(ANSWER, "The bridge " * 9, [("And the bridge?", near)], texts("en"))
    assert markup
    (closest,), (other,) = markup.inline_keyboard
    assert closest.text == "Closest: The bridge The bridge The bridge The bridge T…"
    assert parse(str(closest.callback_data)) == about(Closest, ANSWER)
    assert (other.text, parse(str(other.callback_data))) == ("And the bridge?", near)
    assert refusal_buttons(None, "", (), texts("en")) is None


def test_the_other_keyboards() -> None:
    """Under outdated answers, `/start` and `/language`."""
    say = texts("en")
    assert _buttons(again_button(4, say)) == [Again(4)]
    assert _buttons(example_buttons(4, ["a?", "b?"])) == [
        Example(4, 0),
        Example(4, 1),
    ]
    assert example_buttons(4, []) is None
    assert _buttons(language_buttons()) == [Language(one) for one in LANGUAGES]
