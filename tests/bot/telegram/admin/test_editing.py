"""Title, date and language are corrected before a text goes live."""

import pytest

from bot.telegram.admin.editing import NotUnderstood, with_part
from bot.telegram.texts import texts
from index.sources import from_text
from tests.bot_api.direct import Direct, said
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN

SAY = texts("en")
ZOO = "The Ansbach zoo bought its first giraffe in 1931."


def _shown(direct: Direct, name: str = "zoo.txt", data: str = f"date 2023-05-06 {ZOO}") -> Json:
    direct.send_file(ADMIN, name, data.encode())
    message: Json = direct.process()[-1].result
    return message


def _asked(direct: Direct, shown: Json, button: str) -> Json:
    """What is asked when a button is pressed; the app opens a reply to it."""
    direct.press(ADMIN, shown, f"✏️ {SAY(button)}")
    _, asked = direct.process()
    assert asked.given["reply_markup"]["force_reply"] is True
    message: Json = asked.result
    return message


def _replied(direct: Direct, to: Json, text: str) -> Json:
    """The text as it is shown after a reply."""
    direct.message(ADMIN, text, reply_to=to["message_id"])
    edit, told = direct.process()
    assert told.given["text"] == SAY("edited")
    message: Json = edit.result
    return message


@pytest.mark.parametrize(
    ("button", "key", "written", "line"),
    [
        ("title-button", "edit-title", "Giraffes of Ansbach", "Giraffes of Ansbach"),
        ("date-button", "edit-date", "2 October 2025", "2 October 2025 · English · 9 words"),
        ("date-button", "edit-date", "-", "no date · English · 9 words"),
        ("language-button", "edit-language", "Deutsch", "6 May 2023 · German · 9 words"),
    ],
)
def test_a_part_is_corrected_by_its_button(
    direct: Direct, button: str, key: str, written: str, line: str
) -> None:
    """What is written in reply to the question is shown in its place."""
    shown = _shown(direct)
    asked = _asked(direct, shown, button)
    assert asked["text"] == SAY(key, title=ZOO)
    after = _replied(direct, asked, written)
    assert after["message_id"] == shown["message_id"]
    assert line in after["text"].splitlines()


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("Giraffes of Ansbach", "Giraffes of Ansbach"),
        ("2025-10-02", "2 October 2025 · English · 9 words"),
        ("french", "6 May 2023 · French · 9 words"),
        ("-", "no date · English · 9 words"),
    ],
)
def test_a_reply_to_the_text_itself_will_do(direct: Direct, written: str, line: str) -> None:
    """Which part it is, is seen from what was written."""
    assert line in _replied(direct, _shown(direct), written)["text"].splitlines()


def test_what_is_no_date_is_asked_once_more(direct: Direct) -> None:
    """A reply to that counts as one to the first question, and so does another to the first."""
    asked = _asked(direct, _shown(direct), "date-button")
    for _ in range(2):
        direct.message(ADMIN, "soon", reply_to=asked["message_id"])
        (again,) = direct.process()
        assert again.given["text"] == SAY("edit-no-date")
        assert again.given["reply_markup"]["force_reply"] is True
    assert "2 October 2025" in _replied(direct, again.result, "2.10.2025")["text"]
    assert "3 October 2025" in _replied(direct, asked, "3.10.2025")["text"]


def test_the_corrected_text_goes_live(direct: Direct) -> None:
    """With all that was corrected, one after the other."""
    shown = _shown(direct)
    for written in ("Giraffes", "2025-10-02", "de"):
        shown = _replied(direct, shown, written)
    direct.press(ADMIN, shown, SAY("add-button"))
    direct.process()
    found = direct.document("zoo.txt")
    assert (found.title, found.date, found.language) == ("Giraffes", "2025-10-02", "de")
    assert found.text == ZOO


def test_of_several_texts_the_one_shown_is_corrected(direct: Direct) -> None:
    """The others stay as they are."""
    lines = "\n".join(f'{{"title": "T{n}", "text": "Text {n} is here."}}' for n in range(3))
    shown = _shown(direct, "many.jsonl", lines)
    direct.press(ADMIN, shown, "▶")
    shown = direct.process()[-1].result
    shown = _replied(direct, shown, "Second")
    assert shown["text"].splitlines()[:2] == [SAY("understood-of", number=2, total=3), "Second"]
    direct.press(ADMIN, shown, SAY("add-button"))
    direct.process()
    titles = [one.title for one in direct.parts.answering.view.documents()]
    assert {"T0", "Second", "T2"} <= set(titles)
    assert "T1" not in titles


def test_a_text_that_is_gone_cannot_be_corrected(direct: Direct) -> None:
    """It was cancelled meanwhile."""
    shown = _shown(direct)
    asked = _asked(direct, shown, "title-button")
    direct.press(ADMIN, shown, SAY("cancel-button"))
    direct.process()
    direct.message(ADMIN, "Giraffes", reply_to=asked["message_id"])
    assert said(direct.process()) == SAY("expired")


@pytest.mark.parametrize(
    ("name", "written", "key"),
    [
        ("title", "two\nlines", "edit-no-title"),
        ("title", "-", "edit-no-title"),
        (None, "?!", "edit-no-title"),
        (None, "x" * 201, "edit-no-title"),
        ("date", "2025-13-40", "edit-no-date"),
        ("language", "Klingonisch", "edit-no-language"),
    ],
)
def test_what_cannot_be_meant_says_what_could(name: str | None, written: str, key: str) -> None:
    """Each part in its own words."""
    with pytest.raises(NotUnderstood) as raised:
        with_part(from_text(ZOO), name, written, "en")
    assert raised.value.key == key
