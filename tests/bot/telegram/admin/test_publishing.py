"""What was confirmed goes live, or says why not; the old texts go on answering meanwhile."""

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.telegram.admin import progress as progress_module
from bot.telegram.admin.carrying_out import Overtaken, is_made
from bot.telegram.admin.changes import Changes, Kind
from bot.telegram.admin.progress import Progress
from bot.telegram.admin.publishing import offer_interrupted
from bot.telegram.admin.wording import TOLD, overtaken
from bot.telegram.history import Done
from bot.telegram.texts import LANGUAGES, texts
from index.building import build, remove
from index.encoding import PassageVectors
from index.errors import LibraryError, Trouble
from index.sources import from_text
from index.store import Generation
from index.text import Span
from tests.bot_api.direct import Direct
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN
from tests.bot_api.server import Call
from tests.bot_api.user import buttons, person, quoted
from tests.doubles import BagEncoder

With = Callable[..., Direct]
SAY = texts("en")
BOB = 43
TOLD_OF = {
    Trouble.BUSY: "library-busy",
    Trouble.FULL: "library-full",
    Trouble.DAMAGED: "library-damaged",
    Trouble.NOT_WRITABLE: "library-not-writable",
    Trouble.UNREACHABLE: "library-unreachable",
}
QUESTION = "When was the Lindholm Bridge opened?"
OPENED = "The Lindholm Bridge was opened on 4 May 1987 by Queen Margrethe of Denmark."
ZOO = "The Ansbach zoo bought its first giraffe in 1931. It was called Wilhelmine."
TITLE = "The Ansbach zoo bought its first giraffe in 1931. It was…"
ADD, ALL, CANCEL = SAY("add-button"), SAY("replace-all", count=4), SAY("cancel-button")


def _sent(direct: Direct, by: int = ADMIN, name: str = "zoo.txt", text: str = ZOO) -> Json:
    """A text that waits for a yes."""
    direct.send_file(by, name, text.encode())
    message: Json = direct.process()[-1].result
    return message


def _pressed(direct: Direct, message: Json, button: str, by: int = ADMIN) -> Json:
    """The message after all that a press does."""
    direct.press(by, message, button)
    after: Json = direct.process()[-1].result
    return after


def _all_replaced(direct: Direct) -> Json:
    """After the yes to replacing everything."""
    asked = _pressed(direct, _sent(direct), ALL)
    return _pressed(direct, asked, ALL)


class Doing(BagEncoder):
    """An encoder that does something before each batch of passages."""

    def __init__(self, first: Callable[[], object]) -> None:
        super().__init__()
        self._first = first

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[PassageVectors]:
        """As any other, after that."""
        self._first()
        return super().encode_passages(texts, sentences)


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
    asked = _all_replaced(direct)
    assert asked["text"] == _lost(SAY("golden-none"))
    assert buttons(asked) == [SAY("all-the-same-button"), CANCEL]
    assert direct.parts.answering.library.live().number == 1
    live = _pressed(direct, asked, SAY("all-the-same-button"))["text"]
    number = direct.parts.answering.generation
    assert live.splitlines() == [
        SAY("live", generation=number, documents=1),
        SAY("live-golden", right=0, asked=2),
    ]


def test_a_change_that_loses_nothing_needs_no_second_yes(direct_with: With, golden: Path) -> None:
    """An answer gained is reported with the others."""
    direct = direct_with(golden_questions=golden)
    shown = _sent(direct, text="Otters eat fish and crabs.")
    live = _pressed(direct, shown, ADD)["text"]
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
    one = _pressed(direct, listed, "Harbour report")
    asked = _pressed(direct, one, SAY("remove-button"))
    decided = _pressed(direct, asked, SAY("remove-button"))
    assert decided["text"] == _lost(SAY("golden-none"))
    assert _pressed(direct, decided, CANCEL)["text"] == SAY("cancelled")
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
    decided = _pressed(direct, asked, SAY("go-back-button"))
    assert decided["text"] == _lost(SAY("golden-none"))
    assert library.live().number == 3
    assert _pressed(direct, decided, SAY("all-the-same-button"))["text"].startswith("Live now")
    assert library.live().documents == 1


def test_the_last_generations_stay_and_older_ones_make_room(direct_with: With) -> None:
    """As many as the setting says, the live one among them."""
    direct = direct_with(keep_generations=3)
    for number in range(5):
        live = _pressed(direct, _sent(direct, name=f"zoo{number}.txt"), ADD)["text"]
        assert live == SAY("live", generation=number + 2, documents=number + 5)
    library = direct.parts.answering.library
    assert [one.number for one in library.generations()] == [4, 5, 6]


def test_a_golden_file_that_is_missing_stops_the_change(direct_with: With, tmp_path: Path) -> None:
    """It is named; the text still waits, for when the file is there."""
    path = tmp_path / "missing.txt"
    direct = direct_with(golden_questions=path)
    failed = _pressed(direct, _sent(direct), ADD)
    assert failed["text"].startswith("Nothing has changed: GOLDEN_QUESTIONS ")
    assert buttons(failed) == [SAY("try-again-button"), CANCEL]
    assert direct.parts.answering.library.live().number == 1
    path.write_text("", encoding="utf-8")
    assert _pressed(direct, failed, SAY("try-again-button"))["text"].startswith("Live now")


def test_what_breaks_unforeseen_changes_nothing(
    direct: Direct, caplog: pytest.LogCaptureFixture
) -> None:
    """An apology in the chat, the cause in the log; the text is still there."""

    def broken() -> None:
        raise RuntimeError("out of memory")

    direct.parts.answering.encoder = Doing(broken)
    failed = _pressed(direct, _sent(direct), ADD)
    assert failed["text"] == SAY("rebuild-failed", reason=SAY("failed"))
    assert "out of memory" in caplog.text
    assert direct.parts.answering.library.live().number == 1
    direct.message(7, QUESTION)
    assert "4 May 1987" in direct.process()[0].given["text"]
    direct.parts.answering.encoder = BagEncoder()
    assert _pressed(direct, failed, SAY("try-again-button"))["text"].startswith("Live now")


def test_a_change_that_is_turned_away_says_so_in_the_language(direct: Direct) -> None:
    """Where too many changes wait, or the bot is about to stop: of changes, not of questions."""
    say = texts("de")
    direct.parts.state.set_language(ADMIN, "de")
    shown = _sent(direct)
    direct.during(direct.parts.rebuilding.close())
    failed = _pressed(direct, shown, say("add-button"))
    assert failed["text"] == say("rebuild-failed", reason=say("changes-busy"))
    assert direct.parts.answering.library.live().number == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trouble", list(TOLD_OF))
def test_a_library_that_fails_says_what_is_wrong_in_the_language(
    direct: Direct, language: str, trouble: Trouble
) -> None:
    """And nothing of what only who runs the bot understands."""
    say = texts(language)
    direct.parts.state.set_language(ADMIN, language)

    def fails() -> None:
        raise LibraryError("SQLITE_IOERR in /srv", trouble)

    direct.parts.answering.encoder = Doing(fails)
    failed = _pressed(direct, _sent(direct), say("add-button"))
    assert failed["text"] == say("rebuild-failed", reason=say(TOLD_OF[trouble]))
    assert direct.parts.answering.library.live().number == 1


def test_what_is_published_but_cannot_be_opened_is_said_to_be_so(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not that the old generation is the new one."""
    shown, library = _sent(direct), direct.parts.answering.library
    opened = type(library).open

    def fails(self: object, number: int | None = None) -> object:
        if number is None and library.live().number > 1:
            raise LibraryError("damaged")
        return opened(library, number)

    monkeypatch.setattr(type(library), "open", fails)
    assert _pressed(direct, shown, ADD)["text"] == SAY("live-not-served", generation=2, served=1)


def test_the_old_texts_answer_until_the_new_ones_are_live(direct: Direct) -> None:
    """While the passages are encoded."""
    answering, seen = direct.parts.answering, []

    def look() -> None:
        seen.append((answering.generation, len(answering.ask(QUESTION).hits) > 0))

    answering.encoder = Doing(look)
    assert _all_replaced(direct)["text"].startswith("Live now")
    assert seen == [(1, True)]
    assert answering.generation == 2


def test_a_long_change_shows_how_far_it_is(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the message that was confirmed; the last word is how it ended."""
    monkeypatch.setattr(progress_module, "PROGRESS_SECONDS", 0.01)
    monkeypatch.setattr("index.building.BATCH", 1)
    direct.parts.answering.encoder = Doing(lambda: time.sleep(0.05))
    shown = _sent(direct, text="\n\n".join([f"{ZOO} {ZOO * 20}"] * 3))
    direct.press(ADMIN, shown, ADD)
    _, begun, *building, live = direct.process()
    assert begun.given["text"] == SAY("building-starts")
    assert building
    assert all(" % – " in call.given["text"] for call in building)
    assert live.given["text"] == SAY("live", generation=2, documents=5)
    assert {call.given["message_id"] for call in (begun, *building, live)} == {shown["message_id"]}


def test_progress_is_in_percent_with_passages_and_time_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing before the first; then how far, and how long it will take at that rate."""
    progress = Progress()
    progress("documents", 3, None)
    assert progress.text(SAY) is None
    monkeypatch.setattr(time, "monotonic", iter([100.0, 110.0]).__next__)
    progress("passages", 0, 1_000)
    assert progress.text(SAY) is None
    progress("passages", 250, 1_000)
    assert progress.text(SAY) == ("Building: 25 % – 250 of 1,000 passages, about 30 seconds left")
    monkeypatch.setattr(time, "monotonic", iter([200.0]).__next__)
    progress("golden", 3, 20)
    assert progress.text(SAY) == SAY("checking", done=3, total=20)


@pytest.fixture
def two(direct_with: With) -> Direct:
    """A bot with two admins."""
    direct = direct_with(admin_ids=(ADMIN, BOB))
    for admin in (ADMIN, BOB):
        known = person(admin)
        direct.chat(admin, first_name=known["first_name"], username=known["username"])
    return direct


def test_the_second_admin_is_told_what_the_first_did(two: Direct) -> None:
    """Nothing of theirs is published; they decide anew, and then it goes live."""
    first, second = _sent(two), _sent(two, BOB, "otters.md", "# Otters\n\nThey came in 1950.")
    _pressed(two, first, ADD)
    told = _pressed(two, second, ADD, BOB)
    assert told["text"].splitlines() == [
        SAY("meanwhile-added", who=f"Reader{ADMIN} (@secret_name_{ADMIN})", title=TITLE),
        SAY("live", generation=2, documents=5),
        SAY("meanwhile-decide"),
    ]
    assert buttons(told) == [ADD, CANCEL]
    assert two.parts.answering.library.live().documents == 5
    assert _pressed(two, told, ADD, BOB)["text"] == SAY("live", generation=3, documents=6)


def test_ones_own_additions_need_no_second_yes(two: Direct) -> None:
    """One after the other, as they were sent."""
    first, second = _sent(two), _sent(two, ADMIN, "otters.md", "# Otters\n\nThey came in 1950.")
    _pressed(two, first, ADD)
    assert _pressed(two, second, ADD)["text"] == SAY("live", generation=3, documents=6)


def test_a_change_from_elsewhere_is_told_too(two: Direct) -> None:
    """By another process, nobody knows by whom; the count on the button is that of now."""
    asked = _pressed(two, _sent(two), ALL)
    remove(two.parts.answering.library, ["music"])
    two.parts.answering.refresh()
    told = _pressed(two, asked, ALL)
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
    second = _sent(two, BOB)
    if button == "go-back-button":
        two.message(ADMIN, "/rollback")
        asked = two.process()[0].result
    else:
        two.message(ADMIN, "/articles")
        one = _pressed(two, two.process()[0].result, "Music notes")
        asked = _pressed(two, one, SAY(button))
    _pressed(two, asked, SAY(button))
    told = _pressed(two, second, ADD, BOB)
    who = f"Reader{ADMIN} (@secret_name_{ADMIN})"
    assert told["text"].splitlines()[0] == SAY(key, who=who, title="Music notes")


def _interrupted(direct: Direct) -> list[Call]:
    """What the bot does at its start."""
    return direct.during(offer_interrupted(direct.parts, direct.application.bot))


def test_a_build_that_was_cut_off_is_offered_again(direct: Direct) -> None:
    """In the message that showed it; then it goes live. What merely waits is let be."""
    shown, waits = _sent(direct), _sent(direct, name="other.txt")
    changes = Changes(direct.parts.state)
    change = changes.get(ADMIN, shown["message_id"])
    assert change
    changes.put(replace(change, under_way=True))
    (edit,) = _interrupted(direct)
    assert edit.given["message_id"] == shown["message_id"]
    assert edit.given["text"] == SAY("build-interrupted")
    assert buttons(edit.result) == [SAY("try-again-button"), CANCEL]
    assert _interrupted(direct) == []
    live = _pressed(direct, edit.result, SAY("try-again-button"))
    assert live["text"] == SAY("live", generation=2, documents=5)
    assert quoted(waits) != []


def test_what_went_live_before_the_cut_is_said_to_be_live(direct: Direct) -> None:
    """It was not interrupted, and there is nothing to try again."""
    shown = _sent(direct)
    changes = Changes(direct.parts.state)
    change = changes.get(ADMIN, shown["message_id"])
    assert change
    changes.put(replace(change, under_way=True))
    build(direct.parts.answering.library, change.documents, BagEncoder(), replace=False)
    direct.parts.answering.refresh()
    (edit,) = _interrupted(direct)
    assert edit.given["text"] == SAY("live", generation=2, documents=5)
    assert "reply_markup" not in edit.result
    assert changes.get(ADMIN, shown["message_id"]) is None


def test_what_is_made_is_told_from_what_is_not(direct: Direct) -> None:
    """Of every kind of change, in the texts of before and after it."""
    shown = _sent(direct)
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
    shown = _sent(direct)
    changes = Changes(direct.parts.state)
    change = changes.get(ADMIN, shown["message_id"])
    assert change
    changes.put(replace(change, under_way=True))
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
