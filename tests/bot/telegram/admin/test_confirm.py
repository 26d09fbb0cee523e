"""What admins are shown and confirm: pressed button by button."""

from collections.abc import Callable

import pytest

from bot.telegram.admin import confirm
from bot.telegram.keyboards import Action, Pressed
from bot.telegram.texts import texts
from tests.bot_api.direct import Direct, said
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN
from tests.bot_api.user import quoted

With = Callable[..., Direct]
SAY = texts("en")
ZOO = "The Ansbach zoo bought its first giraffe in 1931. It was called Wilhelmine."
ZOO_QUESTION = "When did the Ansbach zoo buy its first giraffe?"
ADD, ALL, CANCEL = SAY("add-button"), SAY("replace-all-button"), SAY("cancel-button")


def _shown(direct: Direct, admin: int = ADMIN) -> Json:
    """A text that waits for a yes."""
    direct.send_file(admin, "zoo.txt", ZOO.encode())
    message: Json = direct.process()[-1].result
    return message


def _answer(direct: Direct, question: str) -> list[str]:
    direct.message(7, question)
    return quoted(direct.process()[0].result)


def test_add_puts_the_text_beside_the_others(direct: Direct) -> None:
    """The press is answered, and the message says how it goes on, and that it is live."""
    assert _answer(direct, ZOO_QUESTION) == []
    shown = _shown(direct)
    query = direct.press(ADMIN, shown, ADD)
    noticed, reading, live = direct.call(confirm.confirmed)
    assert noticed.given["callback_query_id"] == query
    assert reading.given["text"] == SAY("reading")
    assert live.given["text"] == SAY("live", generation=2, documents=5)
    assert {reading.given["message_id"], live.given["message_id"]} == {shown["message_id"]}
    assert _answer(direct, ZOO_QUESTION) == ["The Ansbach zoo bought its first giraffe in 1931."]
    assert direct.document("zoo.txt").text == ZOO


def test_replace_everything_leaves_nothing_else(direct: Direct) -> None:
    """The other texts answer no longer."""
    direct.press(ADMIN, _shown(direct), ALL)
    assert said(direct.call(confirm.confirmed)[2:]) == SAY("live", generation=2, documents=1)
    assert [one.doc_id for one in direct.parts.answering.view.documents()] == ["zoo.txt"]


def test_cancel_changes_nothing(direct: Direct) -> None:
    """And what was cancelled cannot be added any more."""
    shown = _shown(direct)
    direct.press(ADMIN, shown, CANCEL)
    assert said(direct.call(confirm.confirmed)) == SAY("cancelled")
    direct.press(ADMIN, shown, ADD)
    assert said(direct.call(confirm.confirmed)) == SAY("expired")
    assert direct.parts.answering.library.live().number == 1


def test_a_text_is_added_once(direct: Direct) -> None:
    """However often the button is pressed."""
    shown = _shown(direct)
    for expected in (SAY("live", generation=2, documents=5), SAY("expired")):
        direct.press(ADMIN, shown, ADD)
        assert direct.call(confirm.confirmed)[-1].given["text"] == expected
    assert direct.parts.answering.library.live().number == 2


@pytest.mark.parametrize("button", [ADD, ALL, CANCEL])
def test_nobody_else_confirms(direct: Direct, button: str) -> None:
    """A reader is told so over the chat, and the admin may still choose."""
    shown = _shown(direct)
    direct.press(7, shown, button, "de")
    (notice,) = direct.call(confirm.confirmed)
    assert notice.method == "answerCallbackQuery"
    assert notice.given["text"] == texts("de")("only-admin")
    assert notice.given["show_alert"] is True
    direct.press(ADMIN, shown, ADD)
    assert direct.call(confirm.confirmed)[-1].given["text"].startswith("Live now")


def test_another_admin_confirms_only_what_is_their_own(direct_with: With) -> None:
    """What one admin sent waits for that one."""
    direct = direct_with(admin_ids=(ADMIN, 43))
    shown = _shown(direct)
    direct.press(43, shown, ADD)
    assert said(direct.call(confirm.confirmed)) == SAY("expired")
    direct.press(ADMIN, shown, ADD)
    assert direct.call(confirm.confirmed)[-1].given["text"].startswith("Live now")


WHOLE = Pressed(Action.ADD, number=12).data()


@pytest.mark.parametrize("data", [WHOLE[:1], WHOLE[:5], f"{WHOLE}x"])
def test_forged_buttons_are_let_be(direct: Direct, data: str) -> None:
    """Nothing is called, and nothing changes."""
    forged = {"inline_keyboard": [[{"text": "Add", "callback_data": data}]]}
    direct.press(ADMIN, {**_shown(direct), "reply_markup": forged}, "Add")
    assert direct.call(confirm.confirmed) == []
    assert direct.parts.answering.library.live().number == 1
