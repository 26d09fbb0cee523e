"""A text of several messages, kept in the state."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.state import State, open_state
from bot.telegram.admin.paste import LONGEST_PASTE, Paste, joined

ANN, BOB = 7, 8


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    """An empty state."""
    with closing(open_state(tmp_path / "state.sqlite", 6)) as opened:
        yield opened


def test_messages_are_one_text_in_the_order_they_were_sent(state: State) -> None:
    """However they arrive; a correction takes the place of what it corrects."""
    paste = Paste(state, ANN)
    assert not paste.collecting
    paste.start("old.txt")
    for number, text in ((30, "third."), (10, "First,"), (20, "wrong"), (20, "second,")):
        assert paste.take(number, text)
    assert (paste.messages, paste.doc_id) == (3, "old.txt")
    assert (paste.has(20), paste.has(40), Paste(state, BOB).has(20)) == (True, False, False)
    assert paste.stop() == "First,\n\nsecond,\n\nthird."
    assert (paste.collecting, paste.messages) == (False, 0)


def test_a_text_that_grows_too_long_is_not_taken(state: State) -> None:
    """What came before is kept."""
    paste = Paste(state, ANN)
    paste.start()
    assert paste.take(1, "x" * (LONGEST_PASTE - 1))
    assert not paste.take(2, "xx")
    assert paste.take(1, "shorter")
    assert paste.take(2, "xx")
    assert paste.messages == 2


def test_a_message_at_the_limit_goes_on_in_the_next() -> None:
    """Telegram cuts there; shorter ones are paragraphs."""
    long = "word " * 810
    assert joined([long, "and on"]) == f"{long}and on"
    assert joined(["short", "and on"]) == "short\n\nand on"
    assert joined([]) == ""
