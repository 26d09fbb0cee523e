"""The buttons under an answer of several dates: they are of the newest, and the others stay."""

import pytest

from tests.bot.telegram.asking.pool import (
    EARLIER,
    NEW,
    NEWEST,
    OLD,
    QUESTION,
    WARM,
    open_pool,
    publish,
)
from tests.bot.telegram.asking.ways import READER, SAY, ask, noticed, press, shown
from tests.bot_api.direct import Direct
from tests.bot_api.limits import Json
from tests.bot_api.user import buttons, covered, quoted

HEAD = "On 2 October 2025:\n"
BELOW = (
    "Pool · 2\u00a0October\u00a02025\n\n"
    f"Earlier, on 3 March 2024:\n{EARLIER}\nPool · 3\u00a0March\u00a02024"
)


@pytest.fixture
def answer(direct: Direct) -> Json:
    """By two texts that say otherwise."""
    open_pool(direct)
    sent = ask(direct, QUESTION)
    assert sent["text"] == f"{HEAD}{NEWEST}\n{BELOW}"
    return sent


@pytest.mark.parametrize("remembered", [True, False])
def test_more_context_widens_the_newest_and_leaves_the_others(
    direct: Direct, answer: Json, remembered: bool
) -> None:
    """What answers stays bold, letter for letter, and every date is told; after a restart too."""
    if not remembered:
        direct.parts.memory.forget(READER)
    assert noticed(press(direct, answer["message_id"], "context-button")) is None
    wide = shown(direct, answer)
    assert wide["text"] == f"{HEAD}{NEWEST} {WARM}\n{BELOW}"
    assert quoted(wide) == [f"{NEWEST} {WARM}", EARLIER]
    assert covered(wide, "bold") == ["9 euros", "still only"]
    assert buttons(wide) == buttons(answer)
    assert noticed(press(direct, answer["message_id"], "context-button")) == SAY("all-shown")


@pytest.mark.parametrize("button", ["context-button", "👍"])
def test_the_newest_text_changed_is_told(direct: Direct, answer: Json, button: str) -> None:
    """An earlier one that still stands is not taken for it, nor judged in its place."""
    publish(direct, {NEW: f"The pool costs 11 euros. {WARM}"})
    assert noticed(press(direct, answer, button)) == SAY("changed")
    assert buttons(shown(direct, answer)) == [SAY("again-button")]
    assert shown(direct, answer)["text"] == answer["text"]


def test_an_earlier_text_changed_is_no_matter(direct: Direct, answer: Json) -> None:
    """The buttons are not of that."""
    publish(direct, {OLD: "The pool cost 4 euros."})
    assert noticed(press(direct, answer, "👍")) == SAY("thanks")
    assert noticed(press(direct, answer["message_id"], "context-button")) is None
    assert quoted(shown(direct, answer)) == [f"{NEWEST} {WARM}", EARLIER]


def test_the_words_of_the_newest_are_found_where_they_moved(direct: Direct, answer: Json) -> None:
    """By what the message shows of it."""
    publish(direct, {NEW: f"News. {NEWEST} {WARM}"})
    assert noticed(press(direct, answer["message_id"], "context-button")) is None
    assert quoted(shown(direct, answer)) == [f"News. {NEWEST} {WARM}", EARLIER]


def test_it_grows_no_further_than_a_message_holds(direct: Direct, answer: Json) -> None:
    """With what it says of the other dates."""
    long = " ".join(f"The keeper lit lamp {number} of the pool." for number in range(120))
    publish(direct, {NEW: f"{NEWEST} {long}"})
    while noticed(calls := press(direct, answer["message_id"], "context-button")) is None:
        pass
    assert noticed(calls) == SAY("message-full")
    wide = shown(direct, answer)
    assert 3_000 < len(wide["text"]) <= 4_096
    assert quoted(wide)[-1] == EARLIER
