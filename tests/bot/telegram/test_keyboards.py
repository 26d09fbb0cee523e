"""The buttons, and what each says back when it is pressed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import InlineKeyboardMarkup

from bot.telegram.keyboards import (
    Action,
    Pressed,
    again_button,
    answer_buttons,
    closest_button,
    example_buttons,
    language_buttons,
    linked,
    parse,
    without,
)
from bot.telegram.texts import LANGUAGES, texts

BIG, HUGE = st.integers(0, 10**10 - 1), st.integers(0, 10**15 - 1)
ACTIONS = st.sampled_from([one for one in Action if one is not Action.LANGUAGE])
NUMBERED = st.builds(Pressed, ACTIONS, BIG, HUGE, BIG, BIG, BIG)
LANGUAGE = st.sampled_from(LANGUAGES).map(lambda one: Pressed(Action.LANGUAGE, language=one))
QUOTED = Pressed(Action.CONTEXT, 3, 7, 10, 20, 1)


def _buttons(markup: InlineKeyboardMarkup | None) -> list[Pressed | None]:
    rows = markup.inline_keyboard if markup else ()
    return [parse(str(button.callback_data)) for row in rows for button in row]


@given(NUMBERED | LANGUAGE)
def test_buttons_say_back_what_they_were_given(button: Pressed) -> None:
    """In at most 64 bytes, whatever the numbers."""
    assert len(button.data().encode()) <= 64
    assert parse(button.data()) == button


@given(st.text() | st.text("mnsrwcaeAWXLDRPBNl:0123456789٣-", max_size=80))
def test_no_data_is_too_odd_to_be_read(data: str) -> None:
    """It is a button of ours, or nothing; a button of ours is read the same again."""
    found = parse(data)
    assert found is None or parse(found.data()) == found


@pytest.mark.parametrize(
    "data",
    [
        "",
        "m",
        "m:1:2",
        "m:1:2:3:4:x",
        "m:-1:2:3:4:5",
        "m:1:2:3:4:5:6",
        "m:1:2:3:4:5\n",
        "z:1:2:3:4:5",
        "m:٣:2:3:4:5",
        "m:12345678901:2:3:4:5",
        "m:1:9223372036854775808:3:4:5",
        ":::::",
        "l:",
        "l:xx",
        "l:1:2:3:4:5",
        "l:fr:1",
    ],
)
def test_data_that_is_not_ours_is_nothing(data: str) -> None:
    """Forged, cut off, or so big that a database could not hold it."""
    assert parse(data) is None


LETTERS = {
    "m": Action.CONTEXT,
    "n": Action.NEXT,
    "s": Action.SOURCE,
    "r": Action.RIGHT,
    "w": Action.WRONG,
    "c": Action.CLOSEST,
    "a": Action.AGAIN,
    "e": Action.EXAMPLE,
    "A": Action.ADD,
    "W": Action.REPLACE_ALL,
    "X": Action.CANCEL,
    "L": Action.LIST,
    "D": Action.ONE,
    "R": Action.REMOVE,
    "P": Action.REPLACE,
    "B": Action.GO_BACK,
    "N": Action.NOTHING,
}


@pytest.mark.parametrize(("letter", "action"), LETTERS.items())
def test_buttons_in_old_messages_still_work(letter: str, action: Action) -> None:
    """The letters on the wire never change their meaning."""
    assert parse(f"{letter}:3:7:10:20:1") == Pressed(action, 3, 7, 10, 20, 1)
    assert parse("l:fr") == Pressed(Action.LANGUAGE, language="fr")


@pytest.mark.parametrize(
    "fields",
    [
        {"action": Action.NEXT, "generation": 10**10},
        {"action": Action.ADD, "number": 10**15},
        {"action": Action.CONTEXT, "start": -1},
        {"action": Action.CONTEXT, "language": "fr"},
        {"action": Action.LANGUAGE},
        {"action": Action.LANGUAGE, "language": "fr", "rank": 1},
    ],
)
def test_what_does_not_fit_is_no_button(fields: dict[str, object]) -> None:
    """Said where it is made, not where it is pressed."""
    with pytest.raises(ValueError, match="not a button"):
        Pressed(**fields)  # type: ignore[arg-type]


def test_the_buttons_of_an_answer() -> None:
    """Five, each with its own action on the same quote."""
    actions = [Action.CONTEXT, Action.NEXT, Action.SOURCE, Action.RIGHT, Action.WRONG]
    assert _buttons(answer_buttons(QUOTED, texts("en"))) == [
        Pressed(action, 3, 7, 10, 20, 1) for action in actions
    ]


def test_judged_answers_lose_two_of_them() -> None:
    """The others stay where they are; a row that is left empty goes."""
    markup = answer_buttons(QUOTED, texts("en"))
    left = _buttons(without(markup, Action.RIGHT, Action.WRONG))
    assert [one.action for one in left if one] == [Action.CONTEXT, Action.NEXT, Action.SOURCE]
    assert without(markup, Action.CONTEXT, Action.NEXT).inline_keyboard == (
        markup.inline_keyboard[1],
    )


def test_the_other_keyboards() -> None:
    """Under refusals, outdated answers, `/start` and `/language`."""
    say = texts("en")
    assert _buttons(closest_button(QUOTED, say)) == [Pressed(Action.CLOSEST, 3, 7, 10, 20, 1)]
    assert _buttons(again_button(4, say)) == [Pressed(Action.AGAIN, 4)]
    assert _buttons(example_buttons(4, ["a?", "b?"])) == [
        Pressed(Action.EXAMPLE, 4, rank=0),
        Pressed(Action.EXAMPLE, 4, rank=1),
    ]
    assert example_buttons(4, []) is None
    assert _buttons(language_buttons()) == [
        Pressed(Action.LANGUAGE, language=one) for one in LANGUAGES
    ]


@pytest.mark.parametrize(
    ("payload", "pressed"),
    [
        ("q_2", Pressed(Action.EXAMPLE, rank=2)),
        ("p_3_7_10_20", Pressed(Action.CONTEXT, 3, 7, 10, 20)),
        ("p_3_7_10", None),
        ("p_3_7_10_20_1", None),
        ("q_", None),
        ("q_1_2", None),
        ("q_99999999999", None),
        ("x_1", None),
        ("inline", None),
        ("", None),
    ],
)
def test_deep_links_press_a_button(payload: str, pressed: Pressed | None) -> None:
    """An example or a quote; anything else is a plain start."""
    assert linked(payload) == pressed
