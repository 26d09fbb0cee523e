"""What there is to ask about, page by page: for readers, and with more buttons for admins."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from bot.telegram.buttons import Text
from bot.telegram.callback_data import written
from bot.telegram.texts import texts
from index.building import build, remove
from index.sources import from_text
from index.text import LeftOut, Missing
from tests.bot.telegram.asking.ways import replace_library
from tests.bot_api.direct import GROUP, Direct, said
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN
from tests.bot_api.server import Call
from tests.bot_api.user import buttons
from tests.doubles import BagEncoder

With = Callable[..., Direct]
SAY = texts("en")
READER = 7
ZOO = "The Ansbach zoo bought its first giraffe in 1931."
BACK = f"◀ {SAY('previous-button')}"


def _listed(direct: Direct, by: int = READER) -> Json:
    """The first page of the list."""
    direct.message(by, "/articles")
    (call,) = direct.process()
    message: Json = call.result
    return message


def _pressed(direct: Direct, message: Json, button: str, by: int = READER) -> list[Call]:
    """All that a press does after it was answered, without a word over the chat."""
    query = direct.press(by, message, button)
    noticed, *calls = direct.process()
    assert noticed.method == "answerCallbackQuery"
    assert (noticed.given["callback_query_id"], noticed.given.get("text")) == (query, None)
    return calls


def _shown(calls: Sequence[Call]) -> Json:
    """What the message is after the only edit."""
    (call,) = calls
    assert call.method == "editMessageText"
    message: Json = call.result
    return message


def _built(direct: Direct, number: int) -> None:
    many = [from_text(f"Text number {n}.", f"T{n:02}", doc_id=f"{n:02}") for n in range(number)]
    build(direct.parts.answering.library, many, BagEncoder(), replace=True)
    direct.parts.answering.refresh()


def test_all_texts_are_listed_with_their_days(direct: Direct) -> None:
    """A button each, for readers as for admins."""
    expected = [
        f"{one.title} · {SAY.date(one.date)}" if one.date else one.title
        for one in direct.parts.answering.view.documents()
    ]
    for who in (READER, ADMIN):
        listed = _listed(direct, who)
        assert listed["text"] == SAY("articles", first=1, last=4, total=4)
        assert "Harbour report · 1 March 2024" in buttons(listed)
        assert [
            one.rstrip("…") in full for one, full in zip(buttons(listed), expected, strict=True)
        ]


def test_what_is_missing_of_a_text_is_told_to_admins(direct: Direct) -> None:
    """In their language; readers ask the text that is there."""
    pictures = LeftOut(Missing.PICTURES, count=2)
    lamp = replace(from_text("The lamp is lit.", "Lamp"), left_out=(pictures,))
    build(direct.parts.answering.library, [lamp], BagEncoder(), replace=True)
    direct.parts.answering.refresh()
    for who in (READER, ADMIN):
        direct.parts.state.set_language(who, "uk")
        shown = _shown(_pressed(direct, _listed(direct, who), "Lamp", who))
        missing = texts("uk")("understood-left-out", what="2 зображення")
        assert (missing in shown["text"]) is (who == ADMIN)


def test_many_texts_are_turned_page_by_page(direct: Direct) -> None:
    """Eight a page, each text once; back leads to the page one came from."""
    _built(direct, 20)
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
    assert buttons(_shown(_pressed(direct, one, BACK))) == pages[1]


def test_a_long_title_is_cut_to_fit_a_button(direct: Direct) -> None:
    """With a sign that it goes on."""
    build(direct.parts.answering.library, [from_text(ZOO, "T" * 60)], BagEncoder(), replace=True)
    direct.parts.answering.refresh()
    assert buttons(_listed(direct)) == ["T" * 49 + "…"]


def test_an_empty_library_says_what_to_do(direct: Direct) -> None:
    """To an admin; to a reader that there is nothing yet."""
    names = [one.doc_id for one in direct.parts.answering.view.documents()]
    remove(direct.parts.answering.library, names)
    direct.parts.answering.refresh()
    for who, key in ((READER, "empty"), (ADMIN, "empty-admin")):
        listed = _listed(direct, who)
        assert (listed["text"], buttons(listed)) == (SAY(key), [])


def test_one_text_is_described(direct: Direct) -> None:
    """Title, day, language, address and headings; a reader can only go back."""
    listed = _listed(direct)
    one = _shown(_pressed(direct, listed, "Harbour report"))
    assert one["message_id"] == listed["message_id"]
    assert one["text"].splitlines() == [
        "Harbour report",
        "1 March 2024 · English",
        "https://example.org/harbour",
        "",
        SAY("article-headings"),
        "• The bridge",
        "• The fish market",
    ]
    assert buttons(one) == [BACK]


def test_another_librarys_text_is_not_opened(direct: Direct) -> None:
    """The list is shown as it is now, though a text has that number."""
    listed = _listed(direct)
    replace_library(direct, [from_text(ZOO, f"Zoo {n}", doc_id=str(n)) for n in range(5)])
    direct.press(READER, listed, "Harbour report")
    noticed, shown = direct.process()
    assert noticed.given["text"] == SAY("changed")
    assert buttons(shown.result) == [f"Zoo {n}" for n in range(5)]


def test_an_admin_can_do_something_with_it(direct: Direct) -> None:
    """And sees what a text without an address is called by; in a group there is nothing to do."""
    one = _shown(_pressed(direct, _listed(direct, ADMIN), "Music notes", ADMIN))
    assert one["text"].splitlines()[-1] == "music"
    keys = ("replace-button", "correct-button", "remove-button")
    assert buttons(one) == [*(SAY(key) for key in keys), BACK]
    direct.group_message(GROUP, ADMIN, "/articles")
    listed = direct.process()[0].result
    assert buttons(_shown(_pressed(direct, listed, "Music notes", ADMIN))) == [BACK]


def test_a_list_of_before_opens_what_is_still_there(direct: Direct) -> None:
    """What is not says so, and the list is shown as it is now."""
    listed = _listed(direct)
    remove(direct.parts.answering.library, ["music"])
    direct.parts.answering.refresh()
    assert _shown(_pressed(direct, listed, "Harbour"))["text"].startswith("Harbour report")
    direct.press(READER, listed, "Music notes")
    alert, edit = direct.process()
    assert (alert.given["text"], alert.given["show_alert"]) == (SAY("changed"), True)
    assert edit.given["text"] == SAY("articles", first=1, last=3, total=3)


def test_strangers_are_shown_nothing(direct_with: With) -> None:
    """They are told how to get in."""
    direct = direct_with(access="allowlist", allowed_ids=(READER,))
    listed = _listed(direct)
    direct.message(8, "/articles")
    assert said(direct.process()).startswith(SAY("not-allowed", code="")[:20])
    direct.press(8, listed, "Music notes")
    assert all(call.method == "answerCallbackQuery" for call in direct.process())


WHOLE = written(Text(1, 2))


@pytest.mark.parametrize("data", [WHOLE[:1], WHOLE[:5], f"{WHOLE}x"])
def test_forged_buttons_are_let_be(direct: Direct, data: str) -> None:
    """Nothing is shown."""
    forged = {"inline_keyboard": [[{"text": "One", "callback_data": data}]]}
    direct.press(READER, {**_listed(direct), "reply_markup": forged}, "One")
    assert [call.method for call in direct.process()] == ["answerCallbackQuery"]


def test_a_page_that_is_not_there_is_the_first(direct: Direct) -> None:
    """The library has become smaller."""
    _built(direct, 20)
    second = _shown(_pressed(direct, _listed(direct), "▶"))
    _built(direct, 3)
    assert _shown(_pressed(direct, second, "▶"))["text"] == SAY(
        "articles", first=1, last=3, total=3
    )


@pytest.mark.parametrize("letter", ["T", "🎻"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_longest_text_has_room_in_a_message(
    direct: Direct, letter: str, language: str
) -> None:
    """Its address is shortened, and leads to all of it; headings and what is missing are, too."""
    address = "https://ru.wikipedia.org/wiki/" + "%D0%90" * 700
    words = "\n\n".join(f"## {n} {letter * 200}\n\nFerry {n} sails." for n in range(12))
    long = from_text(words, letter * 300, "2025-10-02", address, "ferries", "ar")
    said = tuple(LeftOut(Missing.SAID, f"{n} {letter * 60}") for n in range(40))
    build(
        direct.parts.answering.library,
        [replace(long, left_out=said)],
        BagEncoder(),
        replace=False,
    )
    direct.parts.answering.refresh()
    direct.message(ADMIN, "/articles", language=language)
    (call,) = direct.process()
    direct.press(ADMIN, call.result, letter * 20, language=language)
    _, shown = direct.process()
    assert shown.error is None
    text = shown.result["text"]
    assert text.count(f"{letter * 60}") >= 8
    assert "\nhttps://ru.wikipedia.org/wiki/%D0%90%D0%90" in text
    (link,) = [one for one in shown.result["entities"] if one["type"] == "text_link"]
    assert link["url"] == address
    assert text.endswith("…")
