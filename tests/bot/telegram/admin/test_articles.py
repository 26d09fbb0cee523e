"""The list of texts, going back, and how the bot is doing: button by button."""

import re
from collections.abc import Sequence

import pytest

from bot.telegram.admin import articles
from bot.telegram.keyboards import Action, Pressed
from bot.telegram.texts import texts
from index.building import build, remove
from index.sources import from_text
from tests.bot_api.direct import Direct, said
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
    (call,) = direct.call(articles.articles_command)
    message: Json = call.result
    return message


def _pressed(direct: Direct, message: Json, button: str, by: int = ADMIN) -> list[Call]:
    """All that a press does after it was answered, without a word over the chat."""
    query = direct.press(by, message, button)
    noticed, *calls = direct.call(articles.pressed)
    assert noticed.method == "answerCallbackQuery"
    assert (noticed.given["callback_query_id"], noticed.given.get("text")) == (query, None)
    return calls


def _shown(calls: Sequence[Call]) -> Json:
    """What the message is after the only edit."""
    (call,) = calls
    assert call.method == "editMessageText"
    message: Json = call.result
    return message


def _titles(direct: Direct) -> list[str]:
    return [
        f"{one.title} · {one.date}" if one.date else one.title
        for one in direct.parts.answering.view.documents()
    ]


def test_all_texts_are_listed_with_their_dates(direct: Direct) -> None:
    """A button each."""
    listed = _listed(direct)
    assert listed["text"] == SAY("articles", first=1, last=4, total=4)
    assert sorted(buttons(listed)) == sorted(_titles(direct))
    assert "Harbour report · 2024-03-01" in buttons(listed)


def test_many_texts_are_turned_page_by_page(direct: Direct) -> None:
    """Eight a page, each text once; back leads to the page one came from."""
    many = [from_text(f"Text number {n}.", f"T{n:02}", doc_id=f"{n:02}") for n in range(20)]
    build(direct.parts.answering.library, many, BagEncoder(), replace=True)
    direct.parts.answering.refresh()
    first = _listed(direct)
    second = _shown(_pressed(direct, first, "▶"))
    third = _shown(_pressed(direct, second, "▶"))
    assert [page["text"] for page in (first, second, third)] == [
        SAY("articles", first=1, last=8, total=20),
        SAY("articles", first=9, last=16, total=20),
        SAY("articles", first=17, last=20, total=20),
    ]
    pages = [buttons(page) for page in (first, second, third)]
    assert [page[8:] for page in pages[:2]] == [["▶"], ["◀", "▶"]]
    assert pages[2][4:] == ["◀"]
    assert sorted(pages[0][:8] + pages[1][:8] + pages[2][:4]) == [f"T{n:02}" for n in range(20)]
    one = _shown(_pressed(direct, second, pages[1][0]))
    assert buttons(_shown(_pressed(direct, one, f"◀ {SAY('previous-button')}"))) == pages[1]


def test_a_long_title_is_cut_to_fit_a_button(direct: Direct) -> None:
    """With a sign that it goes on."""
    build(direct.parts.answering.library, [from_text(ZOO, "T" * 60)], BagEncoder(), replace=True)
    direct.parts.answering.refresh()
    assert buttons(_listed(direct)) == ["T" * 49 + "…"]


def test_no_texts_no_buttons(direct: Direct) -> None:
    """Only that there are none."""
    remove(direct.parts.answering.library, [d.doc_id for d in
                                            direct.parts.answering.view.documents()])  # fmt: skip
    direct.parts.answering.refresh()
    listed = _listed(direct)
    assert (listed["text"], buttons(listed)) == (SAY("articles-none"), [])


def test_one_text_is_shown_with_what_can_be_done(direct: Direct) -> None:
    """Title, date and address; a text without an address by its name."""
    listed = _listed(direct)
    one = _shown(_pressed(direct, listed, "Harbour report"))
    assert one["message_id"] == listed["message_id"]
    assert one["text"] == "Harbour report\n2024-03-01\nhttps://example.org/harbour"
    back = f"◀ {SAY('previous-button')}"
    assert buttons(one) == [SAY("remove-button"), SAY("replace-button"), back]
    assert _shown(_pressed(direct, listed, "Music notes"))["text"] == "Music notes\nmusic"


def test_a_text_is_removed_after_a_yes(direct: Direct) -> None:
    """And then answers no longer."""
    one = _shown(_pressed(direct, _listed(direct), "Music notes"))
    asked = _shown(_pressed(direct, one, SAY("remove-button")))
    assert asked["text"] == SAY("remove-confirm", title="Music notes")
    assert buttons(asked) == [SAY("remove-button"), SAY("cancel-button")]
    done = _shown(_pressed(direct, asked, SAY("remove-button")))
    assert done["text"] == SAY("live", generation=2, documents=3)
    assert "Music notes" not in _titles(direct)


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
    direct.press(ADMIN, understood, SAY("add-button"))
    assert direct.process()[-1].given["text"] == SAY("live", generation=2, documents=4)
    assert direct.document("music").text == ZOO


def test_a_text_is_replaced_by_a_paste(direct: Direct) -> None:
    """Complete at `/done`."""
    one = _shown(_pressed(direct, _listed(direct), "Music notes"))
    _pressed(direct, one, SAY("replace-button"))
    for text in (ZOO, "/done"):
        direct.message(ADMIN, text)
        calls = direct.process()
    direct.press(ADMIN, calls[-1].result, SAY("add-button"))
    direct.process()
    assert direct.document("music").text == ZOO


def _alert(calls: Sequence[Call]) -> str:
    """What is said over the chat, when nothing else is done."""
    (notice,) = calls
    assert notice.method == "answerCallbackQuery"
    assert notice.given["show_alert"] is True
    return str(notice.given["text"])


def test_a_list_of_before_changes_nothing(direct: Direct) -> None:
    """Its numbers may mean other texts by now."""
    listed = _listed(direct)
    remove(direct.parts.answering.library, ["music"])
    direct.parts.answering.refresh()
    direct.press(ADMIN, listed, "Harbour report")
    assert _alert(direct.call(articles.pressed)) == SAY("changed")


def test_nobody_else_presses(direct: Direct) -> None:
    """A reader is told so over the chat."""
    direct.press(7, _listed(direct), "Harbour report", "de")
    assert _alert(direct.call(articles.pressed)) == texts("de")("only-admin")


WHOLE = Pressed(Action.ONE, 1, 2).data()


@pytest.mark.parametrize("data", [WHOLE[:1], WHOLE[:5], f"{WHOLE}x"])
def test_forged_buttons_are_let_be(direct: Direct, data: str) -> None:
    """Nothing is called."""
    forged = {"inline_keyboard": [[{"text": "One", "callback_data": data}]]}
    direct.press(ADMIN, {**_listed(direct), "reply_markup": forged}, "One")
    assert direct.call(articles.pressed) == []


def _back(direct: Direct) -> Json:
    direct.message(ADMIN, "/rollback")
    (call,) = direct.call(articles.rollback_command)
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
        "rollback-confirm", live=2, previous=before.number, date=before.created[:10]
    )
    assert buttons(asked) == [SAY("confirm-button"), SAY("cancel-button")]
    assert _shown(_pressed(direct, asked, SAY("cancel-button")))["text"] == SAY("cancelled")
    assert len(_titles(direct)) == 3
    done = _shown(_pressed(direct, asked, SAY("confirm-button")))
    generation = direct.parts.answering.generation
    assert done["text"] == SAY("live", generation=generation, documents=4)
    assert "Music notes" in _titles(direct)


def test_going_back_is_off_once_the_texts_have_changed(direct: Direct) -> None:
    """The yes was to another step."""
    for name in ("music", "lighthouse"):
        remove(direct.parts.answering.library, [name])
        direct.parts.answering.refresh()
        if name == "music":
            asked = _back(direct)
    direct.press(ADMIN, asked, SAY("confirm-button"))
    assert _alert(direct.call(articles.pressed)) == SAY("changed")
    assert len(_titles(direct)) == 2


def test_status_counts_the_texts_and_the_questions(direct: Direct) -> None:
    """Memory in megabytes that this process can have, time since the start."""
    for question in ("When was the Lindholm Bridge opened?", "Do elephants drink lemonade?"):
        direct.message(7, question)
        direct.process()
    direct.message(ADMIN, "/status")
    first, second, third = said(direct.call(articles.status_command)).splitlines()
    live = direct.parts.answering.view.generation
    date = live.created[:16].replace("T", " ")
    assert first == f"Generation 1 of {date}: 4 texts, {live.passages} passages."
    assert second == "2 questions since I started, 1 not answered, 0 waiting."
    found = re.fullmatch(r"(\d+) MB of memory, running for 0:00:\d\d\.", third)
    assert found
    assert 20 < int(found[1]) < 20_000
