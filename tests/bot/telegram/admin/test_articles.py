"""A text of the list is removed, replaced or corrected, and all go back: button by button."""

import asyncio
import dataclasses
from collections.abc import Sequence

from bot.telegram.admin.paste import Paste
from bot.telegram.texts import texts
from index.building import build, remove
from index.sources import from_text
from tests.bot.telegram.asking.ways import replace_library
from tests.bot_api.direct import Direct
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN
from tests.bot_api.server import Call
from tests.bot_api.user import buttons
from tests.doubles import BagEncoder

SAY = texts("en")
ZOO = "The Ansbach zoo bought its first giraffe in 1931."


def _listed(direct: Direct) -> Json:
    """The first page of the list."""
    direct.message(ADMIN, "/articles")
    (call,) = direct.process()
    message: Json = call.result
    return message


def _pressed(direct: Direct, message: Json, button: str, by: int = ADMIN) -> list[Call]:
    """All that a press does after it was answered, without a word over the chat."""
    query = direct.press(by, message, button)
    noticed, *calls = direct.process()
    assert noticed.method == "answerCallbackQuery"
    assert (noticed.given["callback_query_id"], noticed.given.get("text")) == (query, None)
    return calls


def _shown(calls: Sequence[Call]) -> Json:
    """What the message is after the last edit."""
    *_, call = calls
    assert call.method == "editMessageText"
    message: Json = call.result
    return message


def _titles(direct: Direct) -> list[str]:
    return [
        f"{one.title} · {one.date}" if one.date else one.title
        for one in direct.parts.answering.view.documents()
    ]


def test_a_text_is_removed_after_a_yes(direct: Direct) -> None:
    """And then answers no longer."""
    one = _shown(_pressed(direct, _listed(direct), "Music notes"))
    asked = _shown(_pressed(direct, one, SAY("remove-button")))
    assert asked["text"] == SAY("remove-confirm", title="Music notes", left=3)
    assert buttons(asked) == [SAY("remove-button"), SAY("cancel-button")]
    done = _shown(_pressed(direct, asked, SAY("remove-button")))
    assert done["text"] == SAY("live", generation=2, documents=3)
    assert "Music notes" not in _titles(direct)


def test_another_librarys_text_is_not_taken_away(direct: Direct) -> None:
    """Nor replaced or corrected, though it has the number of the one that was opened."""
    one = _shown(_pressed(direct, _listed(direct), "Music notes"))
    replace_library(direct, [from_text(ZOO, f"Zoo {n}", doc_id=str(n)) for n in range(5)])
    for key in ("remove-button", "replace-button", "correct-button"):
        direct.press(ADMIN, one, SAY(key))
        (notice,) = direct.process()
        assert notice.given["text"] == SAY("changed")


def test_a_text_stays_after_a_no(direct: Direct) -> None:
    """As it was."""
    one = _shown(_pressed(direct, _listed(direct), "Music notes"))
    asked = _shown(_pressed(direct, one, SAY("remove-button")))
    assert _shown(_pressed(direct, asked, SAY("cancel-button")))["text"] == SAY("cancelled")
    assert direct.parts.answering.library.live().number == 1


def test_a_text_is_replaced_under_its_name(direct: Direct) -> None:
    """By what the admin sends next."""
    one = _shown(_pressed(direct, _listed(direct), "Music notes"))
    waits = _shown(_pressed(direct, one, SAY("replace-button")))
    assert waits["text"] == SAY("replace-start", title="Music notes")
    direct.send_file(ADMIN, "zoo.txt", ZOO.encode())
    understood = direct.process()[-1].result
    assert buttons(understood)[0] == SAY("replace-button")
    direct.press(ADMIN, understood, SAY("replace-button"))
    assert direct.process()[-1].given["text"] == SAY("live", generation=2, documents=4)
    assert direct.document("music").text == ZOO


def test_a_text_is_replaced_by_a_paste(direct: Direct) -> None:
    """Complete at `/done`."""
    one = _shown(_pressed(direct, _listed(direct), "Music notes"))
    _pressed(direct, one, SAY("replace-button"))
    for text in (ZOO, "/done"):
        direct.message(ADMIN, text)
        calls = direct.process()
    direct.press(ADMIN, calls[-1].result, SAY("replace-button"))
    direct.process()
    assert direct.document("music").text == ZOO


def test_of_two_files_sent_together_one_takes_the_place(direct: Direct) -> None:
    """The other is a new text, and says so."""
    one = _shown(_pressed(direct, _listed(direct), "Music notes"))
    _pressed(direct, one, SAY("replace-button"))
    sent = []
    for name, text in (("one.txt", ZOO), ("two.txt", "The otters came in 1950.")):
        direct.send_file(ADMIN, name, text.encode(), media_group_id="album")
        sent.append(direct.update)

    async def at_once() -> None:
        await asyncio.gather(*map(direct.application.process_update, sent))

    shown = {
        call.given["message_id"]: buttons(call.result)[0]
        for call in direct.during(at_once())
        if call.method == "editMessageText"
    }
    assert sorted(shown.values()) == [SAY("add-button"), SAY("replace-button")]
    assert not Paste(direct.parts.state, ADMIN).collecting


def test_a_file_that_cannot_be_read_leaves_the_place_to_the_next(direct: Direct) -> None:
    """Nothing was put there yet."""
    one = _shown(_pressed(direct, _listed(direct), "Music notes"))
    _pressed(direct, one, SAY("replace-button"))
    for text in (b" ", ZOO.encode()):
        direct.send_file(ADMIN, "zoo.txt", text)
        calls = direct.process()
    assert buttons(calls[-1].result)[0] == SAY("replace-button")


def test_a_live_text_is_corrected(direct: Direct) -> None:
    """As a new one is: by a reply, and live after a yes; its words stay."""
    before = direct.document("music")
    one = _shown(_pressed(direct, _listed(direct), "Music notes"))
    shown = _shown(_pressed(direct, one, SAY("correct-button")))
    assert SAY("understood-same") in shown["text"]
    direct.message(ADMIN, "Notes on music", reply_to=shown["message_id"])
    edit, _ = direct.process()
    direct.press(ADMIN, edit.result, SAY("replace-button"))
    assert direct.process()[-1].given["text"] == SAY("live", generation=2, documents=4)
    assert direct.document("music") == dataclasses.replace(before, title="Notes on music")


def test_nothing_is_replaced_while_a_text_is_being_sent(direct: Direct) -> None:
    """What was sent so far would be lost."""
    direct.message(ADMIN, f"/add {ZOO}")
    direct.process()
    one = _shown(_pressed(direct, _listed(direct), "Music notes"))
    direct.press(ADMIN, one, SAY("replace-button"))
    assert _alert(direct.process()) == SAY("paste-first")


def _alert(calls: Sequence[Call]) -> str:
    """What is said over the chat, when nothing else is done."""
    (notice,) = calls
    assert notice.method == "answerCallbackQuery"
    assert notice.given["show_alert"] is True
    return str(notice.given["text"])


def test_a_text_that_is_gone_cannot_be_removed(direct: Direct) -> None:
    """The button says that the texts have changed."""
    one = _shown(_pressed(direct, _listed(direct), "Music notes"))
    remove(direct.parts.answering.library, ["music"])
    direct.parts.answering.refresh()
    direct.press(ADMIN, one, SAY("remove-button"))
    assert _alert(direct.process()) == SAY("changed")


def test_nobody_else_presses(direct: Direct) -> None:
    """A reader is told so over the chat."""
    one = _shown(_pressed(direct, _listed(direct), "Music notes"))
    direct.press(7, one, SAY("remove-button"), "de")
    assert _alert(direct.process()) == texts("de")("only-admin")


def _back(direct: Direct) -> Json:
    direct.message(ADMIN, "/rollback")
    (call,) = direct.process()
    message: Json = call.result
    return message


def test_going_back_needs_a_yes(direct: Direct) -> None:
    """It names both generations; then the texts of before answer again."""
    assert _back(direct)["text"] == SAY("rollback-none")
    before = direct.parts.answering.view.generation
    remove(direct.parts.answering.library, ["music"])
    direct.parts.answering.refresh()
    asked = _back(direct)
    assert asked["text"] == SAY(
        "rollback-confirm",
        live=2,
        now=3,
        previous=before.number,
        date=SAY.date(before.created[:10]),
        documents=4,
    )
    assert buttons(asked) == [SAY("go-back-button"), SAY("cancel-button")]
    assert _shown(_pressed(direct, asked, SAY("cancel-button")))["text"] == SAY("cancelled")
    assert len(_titles(direct)) == 3
    asked = _back(direct)
    done = _shown(_pressed(direct, asked, SAY("go-back-button")))
    generation = direct.parts.answering.generation
    assert done["text"] == SAY("live", generation=generation, documents=4)
    assert "Music notes" in _titles(direct)


def test_going_back_is_not_to_what_was_thrown_away(direct: Direct) -> None:
    """A bad text, taken back, stays away when a good one that came after it goes."""
    answering = direct.parts.answering
    build(answering.library, [from_text(ZOO, doc_id="bad")], BagEncoder(), replace=False)
    answering.library.rollback()
    build(
        answering.library, [from_text("Otters came.", doc_id="good")], BagEncoder(), replace=False
    )
    answering.refresh()
    asked = _back(direct)
    before = answering.library.generations()[0]
    date = SAY.date(before.created[:10])
    assert asked["text"] == SAY(
        "rollback-confirm", live=3, now=5, previous=1, date=date, documents=4
    )
    done = _shown(_pressed(direct, asked, SAY("go-back-button")))
    assert done["text"] == SAY("live", generation=1, documents=4)
    assert _back(direct)["text"] == SAY("rollback-none")


def test_going_back_is_asked_anew_once_the_texts_have_changed(direct: Direct) -> None:
    """The yes was to another step."""
    for name in ("music", "lighthouse"):
        remove(direct.parts.answering.library, [name])
        direct.parts.answering.refresh()
        if name == "music":
            asked = _back(direct)
    told = _shown(_pressed(direct, asked, SAY("go-back-button")))
    assert told["text"].splitlines()[0] == SAY("meanwhile-changed")
    assert len(_titles(direct)) == 2


def test_going_back_to_texts_that_have_been_deleted_says_so(direct: Direct) -> None:
    """In the admin's language, with what to do."""
    say, library = texts("de"), direct.parts.answering.library
    direct.parts.state.set_language(ADMIN, "de")
    remove(library, ["music"])
    direct.parts.answering.refresh()
    asked = _back(direct)
    library.prune(keep=0)
    told = _shown(_pressed(direct, asked, say("go-back-button")))
    assert told["text"] == say("rebuild-failed", reason=say("library-gone"))
    assert library.live().number == 2
