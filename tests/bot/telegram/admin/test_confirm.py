"""What admins are shown and confirm: pressed button by button."""

from collections.abc import Callable

import pytest

from bot.telegram.admin_buttons import Edit, Publish, Show
from bot.telegram.buttons import Button
from bot.telegram.callback_data import written
from bot.telegram.texts import texts
from tests.bot.telegram.pressing import pressed
from tests.bot_api.direct import Direct, said
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN
from tests.bot_api.user import buttons, quoted

With = Callable[..., Direct]
SAY = texts("en")
ZOO = "The Ansbach zoo bought its first giraffe in 1931. It was called Wilhelmine."
ZOO_QUESTION = "When did the Ansbach zoo buy its first giraffe?"
ADD, CANCEL = SAY("add-button"), SAY("cancel-button")
ALL = SAY("replace-all", count=4)


def _shown(direct: Direct, admin: int = ADMIN) -> Json:
    """A text that waits for a yes."""
    direct.send_file(admin, "zoo.txt", ZOO.encode())
    message: Json = direct.process()[-1].result
    return message


def _pressed(direct: Direct, message: Json, button: str) -> Json:
    """The message after a press that changes it once."""
    direct.press(ADMIN, message, button)
    _, edit = direct.call(pressed)
    after: Json = edit.result
    return after


def _answer(direct: Direct, question: str) -> list[str]:
    direct.message(7, question)
    return quoted(direct.process()[0].result)


def test_add_puts_the_text_beside_the_others(direct: Direct) -> None:
    """The press is answered, and the message says how it goes on, and that it is live."""
    assert _answer(direct, ZOO_QUESTION) == []
    shown = _shown(direct)
    query = direct.press(ADMIN, shown, ADD)
    noticed, building, live = direct.call(pressed)
    assert noticed.given["callback_query_id"] == query
    assert building.given["text"] == SAY("building-starts")
    assert live.given["text"] == SAY("live", generation=2, documents=5)
    assert {building.given["message_id"], live.given["message_id"]} == {shown["message_id"]}
    assert "The Ansbach zoo bought its first giraffe in 1931." in _answer(direct, ZOO_QUESTION)[0]
    assert direct.document("zoo.txt").text == ZOO


def test_replace_everything_says_what_goes_first(direct: Direct) -> None:
    """The count on the button, the titles below it; after a yes nothing else is left."""
    asked = _pressed(direct, _shown(direct), ALL)
    head, *titles = asked["text"].splitlines()
    assert head == SAY("replace-all-confirm", count=4, kept=1)
    assert "• Harbour report" in titles
    assert len(titles) == 4
    back = f"◀ {SAY('previous-button')}"
    assert buttons(asked) == [ALL, CANCEL, back]
    assert direct.parts.answering.library.live().number == 1
    direct.press(ADMIN, asked, ALL)
    assert said(direct.call(pressed)[2:]) == SAY("live", generation=2, documents=1)
    assert [one.doc_id for one in direct.parts.answering.view.documents()] == ["zoo.txt"]


def test_replacing_everything_may_be_thought_better_of(direct: Direct) -> None:
    """Back to the text, which can be added then."""
    shown = _shown(direct)
    asked = _pressed(direct, shown, ALL)
    again = _pressed(direct, asked, "◀")
    assert (again["text"], buttons(again)) == (shown["text"], buttons(shown))
    direct.press(ADMIN, again, ADD)
    assert said(direct.call(pressed)[2:]) == SAY("live", generation=2, documents=5)


def test_cancel_changes_nothing(direct: Direct) -> None:
    """And what was cancelled cannot be added any more; the message stays as it is."""
    shown = _shown(direct)
    assert _pressed(direct, shown, CANCEL)["text"] == SAY("cancelled")
    direct.press(ADMIN, shown, ADD)
    (notice,) = direct.call(pressed)
    assert (notice.given["text"], notice.given["show_alert"]) == (SAY("expired"), True)
    assert direct.parts.answering.library.live().number == 1


def test_a_text_is_added_once(direct: Direct) -> None:
    """However often the button is pressed; what the message says stays."""
    shown = _shown(direct)
    direct.press(ADMIN, shown, ADD)
    assert direct.call(pressed)[-1].given["text"].startswith("Live now")
    direct.press(ADMIN, shown, ADD)
    (notice,) = direct.call(pressed)
    assert notice.given["text"] == SAY("expired")
    assert direct.parts.answering.library.live().number == 2


def test_a_text_outlives_a_restart(direct: Direct, direct_with: With) -> None:
    """It can be added after it."""
    shown = _shown(direct)
    direct.during(direct.parts.close())
    again = direct_with()
    again.chat(ADMIN)
    again.state.messages.update(direct.state.messages)
    again.press(ADMIN, shown, ADD)
    assert again.process()[-1].given["text"] == SAY("live", generation=2, documents=5)


@pytest.mark.parametrize("button", [ADD, ALL, CANCEL])
def test_nobody_else_confirms(direct: Direct, button: str) -> None:
    """A reader is told so over the chat, and the admin may still choose."""
    shown = _shown(direct)
    direct.press(7, shown, button, "de")
    (notice,) = direct.call(pressed)
    assert notice.method == "answerCallbackQuery"
    assert notice.given["text"] == texts("de")("only-admin")
    assert notice.given["show_alert"] is True
    direct.press(ADMIN, shown, ADD)
    assert direct.call(pressed)[-1].given["text"].startswith("Live now")


WHOLE = written(Publish(12))


@pytest.mark.parametrize("data", [WHOLE[:1], WHOLE[:5], f"{WHOLE}x"])
def test_forged_buttons_are_let_be(direct: Direct, data: str) -> None:
    """Nothing is done, and nothing changes."""
    forged = {"inline_keyboard": [[{"text": "Add", "callback_data": data}]]}
    direct.press(ADMIN, {**_shown(direct), "reply_markup": forged}, "Add")
    assert [call.method for call in direct.process()] == ["answerCallbackQuery"]
    assert direct.parts.answering.library.live().number == 1


@pytest.mark.parametrize(
    "forged",
    [Show(99), Edit(99, 99)],
    ids=["a text", "a part"],
)
def test_a_place_that_is_not_there_is_the_nearest(direct: Direct, forged: Button) -> None:
    """Forged buttons ask for nothing that could fail."""
    shown = _shown(direct)
    markup = {"inline_keyboard": [[{"text": "Go", "callback_data": written(forged)}]]}
    direct.press(ADMIN, {**shown, "reply_markup": markup}, "Go")
    assert all(call.error is None or "not modified" in call.error for call in direct.process())
