"""The buttons, and what each says back when it is pressed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.keyboards import Pressed, answer_buttons, example_buttons, parse
from bot.telegram.texts import texts

BIG = st.integers(0, 10**9)


@given(st.sampled_from("mnsrwcaeAWXLDRPBN"), BIG, BIG, BIG, BIG, st.integers(0, 99))
def test_buttons_say_back_what_they_were_given(
    action: str, generation: int, document: int, start: int, end: int, rank: int
) -> None:
    """In at most 64 bytes."""
    pressed = Pressed(action, generation, document, start, end, rank)
    assert len(pressed.data().encode()) <= 64
    assert parse(pressed.data()) == pressed


@pytest.mark.parametrize(
    "data", ["", "m", "m:1:2", "m:1:2:3:4:x", "m:-1:2:3:4:5", "l:fr", ":::::"]
)
def test_data_that_is_not_ours_is_nothing(data: str) -> None:
    """Old or forged."""
    assert parse(data) is None


def test_the_buttons_of_an_answer() -> None:
    """Five, each with its own action on the same quote."""
    markup = answer_buttons(Pressed("m", 3, 7, 10, 20), texts("en"))
    data = [str(button.callback_data) for row in markup.inline_keyboard for button in row]
    assert [one[0] for one in data] == ["m", "n", "s", "r", "w"]
    assert {one[1:] for one in data} == {":3:7:10:20:0"}
    assert example_buttons(1, []) is None
