"""Golden questions are asked before a change goes live."""

from pathlib import Path

import pytest

from index.building import build
from index.sources import from_text
from tests.bot.telegram.admin.confirmed import (
    ADD,
    CANCEL,
    OPENED,
    QUESTION,
    SAY,
    ZOO,
    With,
    all_replaced,
    pressed,
    sent_in,
)
from tests.bot_api.process import ADMIN
from tests.bot_api.user import buttons
from tests.doubles import BagEncoder


@pytest.fixture
def golden(tmp_path: Path) -> Path:
    """A golden question that the texts answer, and one that they do not."""
    path = tmp_path / "golden.txt"
    lines = (f"{QUESTION} -> The Lindholm Bridge was opened", "What do otters eat? -> Otters eat")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _lost(after: str) -> str:
    """What is said where the golden question loses its answer."""
    quote = SAY("quoted", words=OPENED)
    return "\n".join(
        [
            SAY("golden-changed"),
            f"⚠️ {QUESTION}",
            SAY("golden-before", words=quote),
            SAY("golden-after", words=after),
        ]
    )


def test_an_answer_that_would_be_lost_is_shown_first(direct_with: With, golden: Path) -> None:
    """Question by question; nothing has changed, until the admin says all the same."""
    direct = direct_with(golden_questions=golden)
    asked = all_replaced(direct)
    assert asked["text"] == _lost(SAY("golden-none"))
    assert buttons(asked) == [SAY("all-the-same-button"), CANCEL]
    assert direct.parts.answering.library.live().number == 1
    live = pressed(direct, asked, SAY("all-the-same-button"))["text"]
    number = direct.parts.answering.generation
    assert live.splitlines() == [
        SAY("live", generation=number, documents=1),
        SAY("live-golden", right=0, asked=2),
    ]


def test_a_change_that_loses_nothing_needs_no_second_yes(direct_with: With, golden: Path) -> None:
    """An answer gained is reported with the others."""
    direct = direct_with(golden_questions=golden)
    shown = sent_in(direct, text="Otters eat fish and crabs.")
    live = pressed(direct, shown, ADD)["text"]
    assert live.splitlines() == [
        SAY("live", generation=2, documents=5),
        SAY("live-golden", right=2, asked=2),
    ]


def test_golden_questions_are_asked_before_a_text_is_removed(
    direct_with: With, golden: Path
) -> None:
    """The same of a removal."""
    direct = direct_with(golden_questions=golden)
    direct.message(ADMIN, "/articles")
    listed = direct.process()[0].result
    one = pressed(direct, listed, "Harbour report")
    asked = pressed(direct, one, SAY("remove-button"))
    decided = pressed(direct, asked, SAY("remove-button"))
    assert decided["text"] == _lost(SAY("golden-none"))
    assert pressed(direct, decided, CANCEL)["text"] == SAY("cancelled")
    assert direct.document("harbour")


def test_golden_questions_are_asked_before_going_back(direct_with: With, golden: Path) -> None:
    """What the texts of before did not answer."""
    direct = direct_with(golden_questions=golden)
    library = direct.parts.answering.library
    build(library, [from_text(ZOO)], BagEncoder(), replace=True)
    harbour = direct.parts.answering.view.document("harbour")
    assert harbour
    build(library, [harbour], BagEncoder(), replace=False)
    direct.parts.answering.refresh()
    direct.message(ADMIN, "/rollback")
    asked = direct.process()[0].result
    decided = pressed(direct, asked, SAY("go-back-button"))
    assert decided["text"] == _lost(SAY("golden-none"))
    assert library.live().number == 3
    assert pressed(direct, decided, SAY("all-the-same-button"))["text"].startswith("Live now")
    assert library.live().documents == 1


def test_a_golden_file_that_is_missing_stops_the_change(direct_with: With, tmp_path: Path) -> None:
    """It is named; the text still waits, for when the file is there."""
    path = tmp_path / "missing.txt"
    direct = direct_with(golden_questions=path)
    failed = pressed(direct, sent_in(direct), ADD)
    why = SAY("golden-unreadable", place="missing.txt")
    assert failed["text"] == SAY("rebuild-failed", reason=why)
    assert buttons(failed) == [SAY("try-again-button"), CANCEL]
    assert direct.parts.answering.library.live().number == 1
    path.write_text("", encoding="utf-8")
    assert pressed(direct, failed, SAY("try-again-button"))["text"].startswith("Live now")
