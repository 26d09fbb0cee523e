"""A text of several messages, kept in the state."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.state import State, open_state
from bot.telegram.admin.paste import LONGEST_PASTE, Paste, joined
from bot.telegram.cutting import LONGEST_MESSAGE

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
    assert joined([*paste.parts().values()]) == "First,\n\nsecond,\n\nthird."
    paste.stop()
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


def test_what_was_read_is_no_longer_collected(state: State) -> None:
    """What came meanwhile, or was corrected, is a text of its own."""
    paste = Paste(state, ANN)
    paste.start("old.txt")
    for number, text in ((1, "First"), (2, "secnd")):
        paste.take(number, text)
    read = paste.parts()
    paste.take(2, "second")
    paste.take(3, "third")
    paste.forget(read)
    assert paste.parts() == {2: "second", 3: "third"}
    assert (paste.collecting, paste.doc_id) == (True, None)
    paste.forget(paste.parts())
    assert (paste.collecting, paste.messages) == (False, 0)


HALF = LONGEST_MESSAGE // 2
SENTENCE = "Every master of a ship pays its toll at the harbour of Lindholm. "
PARAGRAPH = (SENTENCE * 4).strip()
LINES = "Every master of a ship\npays its toll at the harbour\n"


@pytest.mark.parametrize(
    "text",
    [
        (SENTENCE * 200).strip(),
        "\n\n".join([PARAGRAPH] * 60),
        "\n".join([PARAGRAPH] * 60),
        "\n\n".join(f"## Ship {number}\n\n{PARAGRAPH}" for number in range(60)),
        ("every ship pays " * 1_000).strip(),
        "船长在港口付费" * 1_500,
    ],
    ids=["sentences", "paragraphs", "lines", "headings", "words", "no spaces"],
)
def test_a_long_text_is_what_was_pasted(text: str) -> None:
    """Telegram's apps cut it where that does least harm, and trim what they send."""
    parts = _sent(text)
    assert len(parts) > 1
    assert joined(parts) == text


def _sent(text: str) -> list[str]:
    """The messages that an app makes of a long text, cut in the second half of each."""
    parts = []
    while len(text) > LONGEST_MESSAGE:
        cuts = [text.rfind(gap, HALF, LONGEST_MESSAGE + 1) for gap in ("\n\n", "\n", ". ", " ")]
        at = next((cut for cut in cuts if cut >= 0), LONGEST_MESSAGE)
        at += text[at] == "."
        parts.append(text[:at].strip())
        text = text[at:].strip()
    return [*parts, text]


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("short", "and on", "\n\n"),
        ("x" * LONGEST_MESSAGE, "and on", ""),
        ("🎻" * HALF, "🎻", ""),
        (("🎻 " * 1_365).strip(), "🎻", " "),
        (("word " * 819).strip(), "and on", " "),
        ((SENTENCE * 63).strip(), "Then", " "),
        (f"{'word ' * 818}words.", "Then", " "),
        # One whole paragraph, shorter than an app would cut it: it ended there, or was sent so.
        ((SENTENCE * 40).strip(), "Then", "\n\n"),
        # A paragraph does not begin with a small letter.
        ("\n\n".join([PARAGRAPH] * 15)[:4_000].strip(), "and on", " "),
        ((LINES * 80)[:4_000].strip(), "and on", "\n"),
    ],
)
def test_between_two_messages_stands_what_the_app_took_away(
    before: str, after: str, between: str
) -> None:
    """As far as the messages show it."""
    assert joined([before, after]) == f"{before}{between}{after}"


def test_no_messages_are_no_text() -> None:
    """Nor is anything put before or after them."""
    assert (joined([]), joined(["alone"])) == ("", "alone")
