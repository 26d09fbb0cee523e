"""New texts on their way in, until they are confirmed or cancelled."""

import pytest

from bot.telegram.intake import WAITING, Batch, Intake, joined
from index.errors import SourceError
from index.sources import from_text


def test_pastes_that_telegram_cut_are_joined_where_it_cut() -> None:
    """A message as long as the limit goes on in the next; shorter ones are paragraphs."""
    assert joined(["a" * 4_096, "bc", "d"]) == "a" * 4_096 + "bc\n\nd"
    assert joined(["one", "two"]) == "one\n\ntwo"


def test_a_batch_is_taken_once_by_who_sent_it() -> None:
    """And the oldest of many are let go."""
    intake = Intake()
    batch = Batch(7, (from_text("A text.", doc_id="x"),))
    number = intake.wait(batch)
    assert intake.take(number, 8) is None
    assert intake.take(number, 7) is batch
    assert intake.take(number, 7) is None
    old = intake.wait(batch)
    for _ in range(WAITING):
        intake.wait(batch)
    assert intake.take(old, 7) is None


def test_what_is_collected_becomes_one_document() -> None:
    """Under the name of the text it replaces, if it replaces one."""
    intake = Intake()
    intake.start(7, "old.txt")
    collecting = intake.collecting(7)
    assert collecting
    assert collecting.add("# New\n\nThe text.")
    assert not collecting.add("x" * 6_000_000)
    document = collecting.document()
    assert (document.doc_id, document.title) == ("old.txt", "New")
    assert intake.stop(7) is collecting
    assert intake.stop(7) is None
    intake.start(8)
    empty = intake.collecting(8)
    assert empty
    with pytest.raises(SourceError):
        empty.document()
