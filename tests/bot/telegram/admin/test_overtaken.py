"""Two admins, and changes that were cut off: who is told of what the other did."""

from contextlib import closing
from dataclasses import replace

import pytest

from bot.telegram.admin.carrying_out import Overtaken, is_made
from bot.telegram.admin.changes import Change, Changes, Kind
from bot.telegram.admin.publishing import offer_interrupted
from bot.telegram.admin.wording import TOLD, overtaken
from bot.telegram.history import Done, History
from index.building import build, remove
from index.sources import from_text
from index.store import Generation
from tests.bot.telegram.admin.confirmed import (
    ADD,
    ALL,
    CANCEL,
    SAY,
    TITLE,
    ZOO,
    With,
    pressed,
    sent_in,
)
from tests.bot.telegram.asking.ways import replace_library
from tests.bot_api.direct import Direct
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN
from tests.bot_api.server import Call
from tests.bot_api.user import buttons, person, quoted
from tests.doubles import BagEncoder

BOB = 43


@pytest.fixture
def two(direct_with: With) -> Direct:
    """A bot with two admins."""
    direct = direct_with(admin_ids=(ADMIN, BOB))
    for admin in (ADMIN, BOB):
        known = person(admin)
        direct.chat(admin, first_name=known["first_name"], username=known["username"])
    return direct


def _under_way(direct: Direct) -> tuple[Json, Change]:
    """A change that has been begun: the message that shows it, and what is kept of it."""
    shown, changes = sent_in(direct), Changes(direct.parts.state)
    change = changes.get(ADMIN, shown["message_id"])
    assert change
    changes.put(replace(change, under_way=True))
    return shown, change


def test_the_second_admin_is_told_what_the_first_did(two: Direct) -> None:
    """Nothing of theirs is published; they decide anew, and then it goes live."""
    first, second = sent_in(two), sent_in(two, BOB, "otters.md", "# Otters\n\nThey came in 1950.")
    pressed(two, first, ADD)
    told = pressed(two, second, ADD, BOB)
    assert told["text"].splitlines() == [
        SAY("meanwhile-added", who=f"Reader{ADMIN} (@secret_name_{ADMIN})", title=TITLE),
        SAY("live", generation=2, documents=5),
        SAY("meanwhile-decide"),
    ]
    assert buttons(told) == [ADD, CANCEL]
    assert two.parts.answering.library.live().documents == 5
    assert pressed(two, told, ADD, BOB)["text"] == SAY("live", generation=3, documents=6)


def test_ones_own_additions_need_no_second_yes(two: Direct) -> None:
    """One after the other, as they were sent."""
    first, second = (
        sent_in(two),
        sent_in(two, ADMIN, "otters.md", "# Otters\n\nThey came in 1950."),
    )
    pressed(two, first, ADD)
    assert pressed(two, second, ADD)["text"] == SAY("live", generation=3, documents=6)


def test_two_files_of_one_name_are_not_put_one_over_the_other(two: Direct) -> None:
    """The second was shown as a new text: it takes the first one's place after another yes."""
    first, second = (
        sent_in(two, name="notes.txt", text=text) for text in (ZOO, "The otters came in 1950.")
    )
    assert buttons(second)[0] == ADD
    pressed(two, first, ADD)
    told = pressed(two, second, ADD)
    who = f"Reader{ADMIN} (@secret_name_{ADMIN})"
    assert told["text"].splitlines()[0] == SAY("meanwhile-added", who=who, title=TITLE)
    assert buttons(told) == [SAY("replace-button"), CANCEL]
    assert two.document("notes.txt").text == ZOO
    assert pressed(two, told, SAY("replace-button"))["text"] == SAY(
        "live", generation=3, documents=5
    )


def test_a_correction_of_a_text_that_was_replaced_since_is_asked_anew(two: Direct) -> None:
    """It has the words of then; those of now would be lost."""
    two.message(ADMIN, "/articles")
    one = pressed(two, two.process()[0].result, "Music notes")
    stale = pressed(two, one, SAY("correct-button"))
    build(two.parts.answering.library, [from_text("Rütli, 1904.", doc_id="music")], BagEncoder(),
          replace=False)  # fmt: skip
    two.parts.answering.refresh()
    History(two.parts.state).note(Done(1, 2, ADMIN, Kind.ADD, "Rütli"))
    told = pressed(two, stale, SAY("replace-button"))
    assert told["text"].splitlines()[-1] == SAY("meanwhile-decide")
    assert two.document("music").text == "Rütli, 1904."


def test_what_is_no_longer_known_may_have_been_changed(two: Direct) -> None:
    """Where the texts of then are deleted: what is new goes in, what replaces a text is asked."""
    first, second, third = (
        sent_in(two, name=name, text=text)
        for name, text in (("zoo.txt", ZOO), ("otters.txt", "They came."), ("music", "Rütli."))
    )
    pressed(two, first, ADD)
    two.parts.answering.library.prune(keep=0)
    assert pressed(two, second, ADD)["text"] == SAY("live", generation=3, documents=6)
    told = pressed(two, third, SAY("replace-button"))
    assert told["text"].splitlines()[-1] == SAY("meanwhile-decide")


def test_another_library_of_the_same_number_is_told(two: Direct) -> None:
    """What is moved into the place of the library is not what the admin was shown."""
    asked = sent_in(two)
    replace_library(two, [from_text(f"Otter {n}.", doc_id=str(n)) for n in range(7)])
    told = pressed(two, asked, ADD)
    assert told["text"].splitlines()[-1] == SAY("meanwhile-decide")
    assert two.parts.answering.library.live().documents == 7
    assert pressed(two, told, ADD)["text"] == SAY("live", generation=2, documents=8)


def test_a_change_from_elsewhere_is_told_too(two: Direct) -> None:
    """By another process, nobody knows by whom; the count on the button is that of now."""
    asked = pressed(two, sent_in(two), ALL)
    remove(two.parts.answering.library, ["music"])
    two.parts.answering.refresh()
    told = pressed(two, asked, ALL)
    assert told["text"].splitlines()[0] == SAY("meanwhile-changed")
    assert buttons(told) == [SAY("replace-all", count=3), CANCEL]


@pytest.mark.parametrize(
    ("button", "key"),
    [("remove-button", "meanwhile-removed"), ("go-back-button", "meanwhile-back")],
)
def test_every_kind_of_change_is_told(two: Direct, button: str, key: str) -> None:
    """What was taken away, or taken back."""
    remove(two.parts.answering.library, ["lighthouse"])
    two.parts.answering.refresh()
    second = sent_in(two, BOB)
    if button == "go-back-button":
        two.message(ADMIN, "/rollback")
        asked = two.process()[0].result
    else:
        two.message(ADMIN, "/articles")
        one = pressed(two, two.process()[0].result, "Music notes")
        asked = pressed(two, one, SAY(button))
    pressed(two, asked, SAY(button))
    told = pressed(two, second, ADD, BOB)
    who = f"Reader{ADMIN} (@secret_name_{ADMIN})"
    assert told["text"].splitlines()[0] == SAY(key, who=who, title="Music notes")


def _interrupted(direct: Direct) -> list[Call]:
    """What the bot does at its start."""
    return direct.during(offer_interrupted(direct.parts, direct.application.bot))


def test_a_build_that_was_cut_off_is_offered_again(direct: Direct) -> None:
    """In the message that showed it; then it goes live. What merely waits is let be."""
    shown, waits = sent_in(direct), sent_in(direct, name="other.txt")
    changes = Changes(direct.parts.state)
    change = changes.get(ADMIN, shown["message_id"])
    assert change
    changes.put(replace(change, under_way=True))
    (edit,) = _interrupted(direct)
    assert edit.given["message_id"] == shown["message_id"]
    assert edit.given["text"] == SAY("build-interrupted")
    assert buttons(edit.result) == [SAY("try-again-button"), CANCEL]
    assert _interrupted(direct) == []
    live = pressed(direct, edit.result, SAY("try-again-button"))
    assert live["text"] == SAY("live", generation=2, documents=5)
    assert quoted(waits) != []


def test_what_went_live_before_the_cut_is_said_to_be_live(direct: Direct) -> None:
    """It was not interrupted, and there is nothing to try again."""
    shown, change = _under_way(direct)
    build(direct.parts.answering.library, change.documents, BagEncoder(), replace=False)
    direct.parts.answering.refresh()
    (edit,) = _interrupted(direct)
    assert edit.given["text"] == SAY("live", generation=2, documents=5)
    assert "reply_markup" not in edit.result
    assert Changes(direct.parts.state).get(ADMIN, shown["message_id"]) is None


def test_what_is_made_is_told_from_what_is_not(direct: Direct) -> None:
    """Of every kind of change, in the texts of before and after it."""
    shown = sent_in(direct)
    change = Changes(direct.parts.state).get(ADMIN, shown["message_id"])
    assert change
    gone = replace(change, kind=Kind.REMOVE, documents=(), doc_id="music")
    everything = replace(change, kind=Kind.REPLACE_ALL)
    back = replace(change, kind=Kind.GO_BACK, documents=(), generation=1, seen=2)
    library = direct.parts.answering.library

    def made() -> list[bool]:
        with closing(library.open()) as view:
            return [is_made(view, one) for one in (change, gone, everything, back)]

    assert made() == [False, False, False, True]
    build(library, change.documents, BagEncoder(), replace=False)
    assert made() == [True, False, False, False]
    remove(library, ["music"])
    assert made() == [True, True, False, False]
    build(library, change.documents, BagEncoder(), replace=True)
    assert made() == [True, True, True, False]


def test_a_change_under_way_is_not_begun_twice(direct: Direct) -> None:
    """Who presses is told so."""
    shown, _ = _under_way(direct)
    direct.press(ADMIN, shown, ADD)
    (notice,) = direct.process()
    assert notice.given["text"] == SAY("under-way")


def test_of_many_changes_the_first_are_told() -> None:
    """However many others were made meanwhile, it is one message."""
    done = [Done(number, number + 1, BOB, Kind.ADD, "W" * 400) for number in range(1, 90)]
    live = Generation(90, "2025-10-02T10:00:00+00:00", "bag", "1", 64, documents=5, passages=5)
    told = overtaken(Overtaken(live, done), {BOB: "B" * 100}, SAY)
    assert told.splitlines()[TOLD] == SAY("and-more", count=89 - TOLD)
    assert len(told) < 2_048
