"""Buttons on the wire, and what each says back when it is pressed."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering import Label
from bot.telegram import admin_buttons, buttons
from bot.telegram.admin_buttons import Person, Remove
from bot.telegram.buttons import Button
from bot.telegram.callback_data import KINDS, parse, written
from bot.telegram.marks import ABOVE, LEAST
from bot.telegram.texts import LANGUAGES

BIG, HUGE, RANK = (st.integers(0, 10**most - 1) for most in (10, 15, 8))
# With a mark it is greater.
GENERATION = st.integers(0, 10**9 - 1)
PLACE = GENERATION, HUGE, BIG, BIG
UNDER = st.sampled_from([buttons.Widen, buttons.Other, buttons.Right, buttons.Wrong])
ANY: st.SearchStrategy[Button] = st.one_of(
    UNDER.flatmap(
        lambda kind: st.builds(kind, *PLACE, RANK, st.sampled_from(Label), st.integers(0, 99))
    ),
    st.builds(buttons.Near, *PLACE),
    st.builds(buttons.Cite, *PLACE, RANK),
    st.builds(buttons.Example, BIG, RANK),
    st.builds(buttons.Text, GENERATION, HUGE, RANK),
    st.builds(admin_buttons.Publish, HUGE, st.booleans()),
    st.builds(admin_buttons.Edit, BIG, RANK),
    st.builds(admin_buttons.Person, HUGE, st.booleans(), BIG, RANK),
    st.builds(buttons.Wait),
    st.builds(buttons.Language, st.sampled_from(LANGUAGES)),
)


@given(ANY)
def test_buttons_say_back_what_they_were_given(button: Button) -> None:
    """In at most 64 bytes, whatever the numbers."""
    assert len(written(button).encode()) <= 64
    assert parse(written(button)) == button


@given(
    st.sampled_from([buttons.Widen, buttons.Cite, buttons.Near, buttons.Text, Remove]),
    st.integers(0, 20_000),
    st.integers(LEAST, ABOVE - 1),
)
def test_a_mark_goes_along(kind: Callable[..., Any], generation: int, mark: int) -> None:
    """Up to a generation that no library comes to, by then without."""
    button = kind(generation, 7, mark=mark)
    found: Any = parse(written(button))
    assert found == button
    assert found.mark == (mark if generation < 10_000 else 0)


@given(st.text() | st.text("morwcaeqAWXLDRPBNl:0123456789٣-", max_size=80))
def test_no_data_is_too_odd_to_be_read(data: str) -> None:
    """It is a button of ours, or nothing; a button of ours is read the same again."""
    found = parse(data)
    assert found is None or parse(written(found)) == found


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


LABELLED: dict[str, Callable[..., Button]] = {
    "m": buttons.Widen,
    "o": buttons.Other,
    "r": buttons.Right,
    "w": buttons.Wrong,
    "c": buttons.Closest,
}
READ: dict[str, Button] = {
    "a:3:7:10:20:1": buttons.Again(3),
    "e:3:7:10:20:1": buttons.Example(3, 1),
    "q:3:7:10:20:1": buttons.Near(3, 7, 10, 20),
    "i:3:7:10:20:1": buttons.Cite(3, 7, 10, 20, 1),
    "t:3:7:10:20:1": buttons.Wait(),
    "u:3:7:10:20:1": buttons.Unwait(7),
    "A:3:7:10:20:1": admin_buttons.Publish(7, sure=True),
    "W:3:7:10:20:1": admin_buttons.ReplaceAll(),
    "V:3:7:10:20:1": admin_buttons.Show(1),
    "T:3:7:10:20:1": admin_buttons.Edit(10, 1),
    "X:3:7:10:20:1": admin_buttons.Cancel(),
    "L:3:7:10:20:1": buttons.Page(3, 7, 1),
    "D:3:7:10:20:1": buttons.Text(3, 7, 1),
    "R:3:7:10:20:1": admin_buttons.Remove(3, 7),
    "P:3:7:10:20:1": admin_buttons.Replace(3, 7),
    "C:3:7:10:20:1": admin_buttons.Correct(3, 7),
    "I:3:7:10:20:1": admin_buttons.LetIn(7),
    "F:3:7:10:20:1": admin_buttons.Refuse(7),
    "K:3:7:10:20:1": admin_buttons.Block(7),
    "Q:3:7:10:20:1": admin_buttons.People(1),
    "O:3:7:1:2:1": admin_buttons.Person(7, True, 2, 1),
    "O:0:7:0:1:0": admin_buttons.Person(7, False, 1),
    "f:3:7:10:20:1": buttons.Figures(7),
    "l:fr": buttons.Language("fr"),
}


def test_buttons_in_old_messages_still_work() -> None:
    """The letters never change their meaning, nor the numbers, nor those of the labels."""
    assert {data: parse(data) for data in READ} == READ
    for letter, kind in LABELLED.items():
        for number, label in enumerate(("SURE", "UNSURE", "CLOSEST", "OPENED")):
            at = kind(3, 7, 10, 20, 1, Label[label], 4)
            assert parse(f"{letter}:3:7:10:20:1:{number}:4") == at
    assert {data[0] for data in READ} | set(LABELLED) == set(KINDS)


@pytest.mark.parametrize("letter", ["m", "n", "s", "r", "w", "c"])
def test_a_button_that_does_not_say_what_its_quote_is_asks_again(letter: str) -> None:
    """Older versions sent such: a label must not get lost on the way."""
    assert parse(f"{letter}:3:7:10:20:1") == buttons.Again(3)


@pytest.mark.parametrize(
    "button",
    [
        buttons.Other(10**9),
        buttons.Again(10**10),
        buttons.Other(others=100),
        admin_buttons.Publish(10**15),
        buttons.Widen(start=-1),
        buttons.Language(""),
        buttons.Language("xx"),
    ],
)
def test_what_does_not_fit_is_no_button(button: Button) -> None:
    """Said where it is made, not where it is pressed."""
    with pytest.raises(ValueError, match="not a button"):
        written(button)


def test_a_person_is_known_by_an_id() -> None:
    """A group's is negative."""
    assert Person.of(-13, 8, 1) == Person(13, True, 1, 8)
    assert [Person.of(who, 0, 0).who for who in (-13, 12)] == [-13, 12]
