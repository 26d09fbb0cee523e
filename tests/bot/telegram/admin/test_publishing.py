"""What was confirmed goes live, or says why not; the old texts go on answering meanwhile."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot.state import StateError
from bot.telegram.admin import progress as progress_module
from bot.telegram.admin.carrying_out import Outcome
from bot.telegram.admin.golden import Compared
from bot.telegram.admin.progress import Progress
from bot.telegram.admin.wording import published
from bot.telegram.texts import LANGUAGES, texts
from index.encoding import PassageVectors
from index.errors import LibraryError, Trouble
from index.sources import from_text
from index.store import Generation
from index.text import LeftOut, Missing, Span
from tests.bot.telegram.admin.confirmed import (
    ADD,
    QUESTION,
    SAY,
    ZOO,
    With,
    all_replaced,
    pressed,
    sent_in,
)
from tests.bot_api.direct import Direct
from tests.bot_api.process import ADMIN
from tests.doubles import BagEncoder

TOLD_OF = {
    Trouble.BUSY: "library-busy",
    Trouble.FULL: "library-full",
    Trouble.DAMAGED: "library-damaged",
    Trouble.NOT_WRITABLE: "library-not-writable",
    Trouble.UNREACHABLE: "library-unreachable",
    Trouble.OTHER: "library-other",
}


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


def test_the_last_generations_stay_and_older_ones_make_room(direct_with: With) -> None:
    """As many as the setting says, the live one among them."""
    direct = direct_with(keep_generations=3)
    for number in range(5):
        live = pressed(direct, sent_in(direct, name=f"zoo{number}.txt"), ADD)["text"]
        assert live == SAY("live", generation=number + 2, documents=number + 5)
    library = direct.parts.answering.library
    assert [one.number for one in library.generations()] == [4, 5, 6]


def test_what_breaks_unforeseen_changes_nothing(
    direct: Direct, caplog: pytest.LogCaptureFixture
) -> None:
    """An apology in the chat, the cause in the log; the text is still there."""

    def broken() -> None:
        raise RuntimeError("out of memory")

    direct.parts.answering.encoder = Doing(broken)
    failed = pressed(direct, sent_in(direct), ADD)
    assert failed["text"] == SAY("rebuild-failed", reason=SAY("failed"))
    assert "out of memory" in caplog.text
    assert direct.parts.answering.library.live().number == 1
    direct.message(7, QUESTION)
    assert "4 May 1987" in direct.process()[0].given["text"]
    direct.parts.answering.encoder = BagEncoder()
    assert pressed(direct, failed, SAY("try-again-button"))["text"].startswith("Live now")


def test_a_change_that_is_turned_away_says_so_in_the_language(direct: Direct) -> None:
    """Where too many changes wait, or the bot is about to stop: of changes, not of questions."""
    say = texts("de")
    direct.parts.state.set_language(ADMIN, "de")
    shown = sent_in(direct)
    direct.during(direct.parts.rebuilding.close())
    failed = pressed(direct, shown, say("add-button"))
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
    failed = pressed(direct, sent_in(direct), say("add-button"))
    assert failed["text"] == say("rebuild-failed", reason=say(TOLD_OF[trouble]))
    assert direct.parts.answering.library.live().number == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_else_fails_is_said_in_the_language(
    direct_with: With, tmp_path: Path, language: str
) -> None:
    """The state that cannot be written, the golden questions that cannot be read."""
    golden = tmp_path / "golden.txt"
    golden.write_text("# none\nno arrow\n")
    direct, say = direct_with(golden_questions=golden), texts(language)
    direct.parts.state.set_language(ADMIN, language)
    shown, add = sent_in(direct), say("add-button")
    unread = say("golden-unreadable", place="golden.txt:2")
    failed = pressed(direct, shown, add)
    assert failed["text"] == say("rebuild-failed", reason=unread)

    def fails() -> None:
        raise StateError("/srv/state.sqlite cannot be used (disk I/O error)")

    golden.write_text("")
    direct.parts.answering.encoder = Doing(fails)
    failed = pressed(direct, failed, say("try-again-button"))
    assert failed["text"] == say("rebuild-failed", reason=say("state-failed"))


def test_what_is_live_without_all_of_its_file_says_so(direct: Direct) -> None:
    """Of one text what is missing; of several each by its title."""
    direct.parts.state.set_language(ADMIN, "de")
    say = texts("de")
    page = "<html><h1>{}</h1><p>It is lit. <del>It is not.</del></p></html>"
    shown = sent_in(direct, name="a.html", text=page.format("The lamp"))
    missing = say("understood-left-out", what="durchgestrichener Text")
    assert missing in shown["text"]
    live = pressed(direct, shown, say("add-button"))["text"]
    assert live == f"{say('live', generation=2, documents=5)}\n{missing}"


def test_of_several_texts_each_says_what_is_missing() -> None:
    """By its title; so many at most."""
    whole = from_text("The lamp is lit.", "Lamp")
    lost = (LeftOut(Missing.PICTURES),)
    some = [replace(whole, title=f"T{n}", left_out=lost) for n in range(7)]
    live = Outcome(Generation(2, "", "", "", 1, 8, 8), Compared())
    _, *lines = published(live, 2, SAY, [whole, *some]).splitlines()
    missing = SAY("understood-left-out", what="pictures")
    assert lines == [*(f"T{n} · {missing}" for n in range(5)), SAY("and-more", count=2)]
    assert published(live, 2, SAY, [whole, whole]) == SAY("live", generation=2, documents=8)


def test_what_is_published_but_cannot_be_opened_is_said_to_be_so(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not that the old generation is the new one."""
    shown, library = sent_in(direct), direct.parts.answering.library
    opened = type(library).open

    def fails(self: object, number: int | None = None) -> object:
        if number is None and library.live().number > 1:
            raise LibraryError("damaged")
        return opened(library, number)

    monkeypatch.setattr(type(library), "open", fails)
    assert pressed(direct, shown, ADD)["text"] == SAY("live-not-served", generation=2, served=1)


def test_the_old_texts_answer_until_the_new_ones_are_live(direct: Direct) -> None:
    """While the passages are encoded."""
    answering, seen = direct.parts.answering, []

    def look() -> None:
        seen.append((answering.generation, len(answering.ask(QUESTION).hits) > 0))

    answering.encoder = Doing(look)
    assert all_replaced(direct)["text"].startswith("Live now")
    assert seen == [(1, True)]
    assert answering.generation == 2


def test_a_long_change_shows_how_far_it_is(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the message that was confirmed; the last word is how it ended."""
    monkeypatch.setattr(progress_module, "PROGRESS_SECONDS", 0.01)
    monkeypatch.setattr("index.building.BATCH", 1)
    direct.parts.answering.encoder = Doing(lambda: time.sleep(0.05))
    shown = sent_in(direct, text="\n\n".join([f"{ZOO} {ZOO * 20}"] * 3))
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
