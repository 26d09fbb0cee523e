"""The buttons, and what each says back when it is pressed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import InlineKeyboardMarkup

from bot.answering import Label
from bot.telegram.keyboards import (
    QUOTED,
    Action,
    Pressed,
    again_button,
    answer_buttons,
    example_buttons,
    language_buttons,
    parse,
    refusal_buttons,
    without,
)
from bot.telegram.texts import LANGUAGES, texts

BIG, HUGE, RANK = (st.integers(0, 10**most - 1) for most in (10, 15, 8))
UNDER = sorted(QUOTED)
ACTIONS = st.sampled_from([one for one in Action if one not in {*UNDER, Action.LANGUAGE}])
NUMBERED = st.builds(Pressed, ACTIONS, BIG, HUGE, BIG, BIG, RANK)
LABELLED = st.builds(
    Pressed,
    st.sampled_from(UNDER),
    BIG,
    HUGE,
    BIG,
    BIG,
    RANK,
    st.sampled_from(Label),
    st.integers(0, 99),
)
LANGUAGE = st.sampled_from(LANGUAGES).map(lambda one: Pressed(Action.LANGUAGE, language=one))
ANSWER = Pressed(Action.CONTEXT, 3, 7, 10, 20, 0, Label.UNSURE, 4)


def _buttons(markup: InlineKeyboardMarkup | None) -> list[Pressed | None]:
    rows = markup.inline_keyboard if markup else ()
    return [parse(str(button.callback_data)) for row in rows for button in row]


@given(NUMBERED | LABELLED | LANGUAGE)
def test_buttons_say_back_what_they_were_given(button: Pressed) -> None:
    """In at most 64 bytes, whatever the numbers."""
    assert len(button.data().encode()) <= 64
    assert parse(button.data()) == button


@given(st.text() | st.text("morwcaeqAWXLDRPBNl:0123456789٣-", max_size=80))
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
        "m:1:2:3:4:5:4:0",
        "m:1:2:3:4:5:0:100",
        "n:1:2:3:4:5:0:0",
        "e:1:2:3:4:5:0:0",
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


LABELLED_LETTERS = {
    "m": Action.CONTEXT,
    "o": Action.OTHER,
    "r": Action.RIGHT,
    "w": Action.WRONG,
    "c": Action.CLOSEST,
}
LETTERS = {
    "a": Action.AGAIN,
    "e": Action.EXAMPLE,
    "q": Action.NEAR,
    "i": Action.CITE,
    "A": Action.PUBLISH,
    "V": Action.SHOW,
    "T": Action.EDIT,
    "W": Action.REPLACE_ALL,
    "X": Action.CANCEL,
    "L": Action.LIST,
    "D": Action.ONE,
    "R": Action.REMOVE,
    "P": Action.REPLACE,
    "C": Action.CORRECT,
    "I": Action.LET_IN,
    "F": Action.REFUSE,
    "K": Action.BLOCK,
    "Q": Action.PEOPLE,
    "O": Action.REVOKE,
    "f": Action.FIGURES,
}


def test_buttons_in_old_messages_still_work() -> None:
    """The letters on the wire never change their meaning, nor do the labels' numbers."""
    for letter, action in LETTERS.items():
        assert parse(f"{letter}:3:7:10:20:1") == Pressed(action, 3, 7, 10, 20, 1)
    for letter, action in LABELLED_LETTERS.items():
        for number, label in enumerate(("SURE", "UNSURE", "CLOSEST", "OPENED")):
            at = Pressed(action, 3, 7, 10, 20, 1, Label[label], 4)
            assert parse(f"{letter}:3:7:10:20:1:{number}:4") == at
    assert parse("l:fr") == Pressed(Action.LANGUAGE, language="fr")


@pytest.mark.parametrize("letter", ["m", "n", "s", "r", "w", "c"])
def test_a_button_that_does_not_say_what_its_quote_is_asks_again(letter: str) -> None:
    """Older versions sent such: a label must not get lost on the way."""
    assert parse(f"{letter}:3:7:10:20:1") == Pressed(Action.AGAIN, 3)


@pytest.mark.parametrize(
    "fields",
    [
        {"action": Action.OTHER, "generation": 10**10},
        {"action": Action.OTHER, "others": 100},
        {"action": Action.AGAIN, "label": Label.UNSURE},
        {"action": Action.PUBLISH, "number": 10**15},
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


def _rows(markup: InlineKeyboardMarkup) -> list[list[tuple[str, int]]]:
    """Each button's words and the rank it carries."""
    return [
        [(one.text, at.rank) for one in row if (at := parse(str(one.callback_data)))]
        for row in markup.inline_keyboard
    ]


def test_the_buttons_of_an_answer() -> None:
    """More context, other passages, right and wrong: no more, each under the answer's label."""
    markup = answer_buttons(ANSWER, texts("en"))
    assert _rows(markup) == [
        [("More context", 0), ("Other passages (4)", 1)],
        [("👍", 0), ("👎", 0)],
    ]
    actions = [Action.CONTEXT, Action.OTHER, Action.RIGHT, Action.WRONG]
    assert _buttons(markup) == [
        replace(ANSWER, action=action, rank=int(action is Action.OTHER)) for action in actions
    ]


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
    left = without(markup, Action.RIGHT, Action.WRONG)
    assert left.inline_keyboard == (markup.inline_keyboard[0],)


def test_the_buttons_of_a_refusal() -> None:
    """The closest passage by its name, cut to a line, and the questions near."""
    near = Pressed(Action.NEAR, 3, 7, 0, 90)
    markup = refusal_buttons(ANSWER, "The bridge " * 9, [("And the bridge?", near)], texts("en"))
    assert markup
    (closest,), (other,) = markup.inline_keyboard
    assert closest.text == "Closest: The bridge The bridge The bridge The bridge T…"
    assert parse(str(closest.callback_data)) == replace(ANSWER, action=Action.CLOSEST)
    assert (other.text, parse(str(other.callback_data))) == ("And the bridge?", near)
    assert refusal_buttons(None, "", (), texts("en")) is None


def test_the_other_keyboards() -> None:
    """Under outdated answers, `/start` and `/language`."""
    say = texts("en")
    assert _buttons(again_button(4, say)) == [Pressed(Action.AGAIN, 4)]
    assert _buttons(example_buttons(4, ["a?", "b?"])) == [
        Pressed(Action.EXAMPLE, 4, rank=0),
        Pressed(Action.EXAMPLE, 4, rank=1),
    ]
    assert example_buttons(4, []) is None
    assert _buttons(language_buttons()) == [
        Pressed(Action.LANGUAGE, language=one) for one in LANGUAGES
    ]
