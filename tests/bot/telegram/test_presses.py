"""Presses: each button through the whole application, to what showed it, and how often."""

from collections.abc import Callable

import pytest

from bot.telegram.callback_data import KINDS
from bot.telegram.presses import PRESSED
from bot.telegram.taps import Taps
from bot.telegram.texts import own_name, texts
from tests.bot_api.direct import Direct, said
from tests.bot_api.process import ADMIN
from tests.bot_api.user import person

With = Callable[..., Direct]
SAY = texts("en")
READER = 7
QUESTION = "When was the Lindholm Bridge opened?"


def test_buttons_go_to_what_showed_them(direct: Direct) -> None:
    """Languages, the admins' list, new texts, and answers."""
    for user_id, text, button, expected in (
        (READER, "/language", own_name("de"), texts("de")("language-set")),
        (ADMIN, "/articles", "Music notes", "Music notes\nEnglish\nmusic"),
        (ADMIN, "zoo.txt", SAY("cancel-button"), SAY("cancelled")),
        (READER, QUESTION, texts("de")("context-button"), "It is 312 metres long"),
    ):
        if text == "zoo.txt":
            direct.send_file(user_id, text, b"The zoo has a giraffe.")
        else:
            direct.message(user_id, text)
        shown = direct.process()[-1].result
        query = direct.press(user_id, shown, button)
        calls = direct.process()
        assert query not in direct.state.open_queries
        assert expected in said(calls)


@pytest.mark.parametrize("data", ["x", "z:1:2:3:4:5", "?", "m:0"])
def test_a_button_of_nobody_is_only_answered(direct: Direct, data: str) -> None:
    """So that it does not go on turning."""
    direct.message(READER, "/help")
    shown = direct.process()[0].result
    direct.state.open_queries.add("1")
    pressed = {"id": "1", "from": person(READER), "chat_instance": "1", "message": shown}
    direct.arrives("callback_query", {**pressed, "data": data})
    assert [call.method for call in direct.process()] == ["answerCallbackQuery"]


def test_every_kind_of_button_has_its_act() -> None:
    """A new button that nobody takes is found here, not by who presses it."""
    assert set(PRESSED) == set(KINDS.values())


def test_pressing_is_limited_like_asking_and_cheaper(direct_with: With) -> None:
    """Five presses to a question; one warning over the chat, then nothing at all."""
    direct = direct_with(questions_per_minute=2)
    direct.message(READER, QUESTION)
    answer = direct.process()[0].result
    said_over = []
    for _ in range(7):
        direct.parts.taps = Taps()  # as if there were pauses between
        direct.press(READER, answer, "👍")
        pressed = direct.process()
        said_over += [call.given.get("text") for call in pressed if "Callback" in call.method]
    assert said_over == [SAY("thanks")] * 5 + [SAY("slow-down")]


def test_buttons_are_pressed_where_a_quote_was_posted_too(direct: Direct) -> None:
    """In a chat that the bot does not know, as often as there is more to show."""
    direct.guest(READER, QUESTION)
    (call,) = direct.process()
    calls = []
    for _ in range(2):
        direct.press(READER, str(call.result["inline_message_id"]), SAY("context-button"))
        calls.append([one.method for one in direct.process()])
    assert calls == [["answerCallbackQuery", "editMessageText"]] * 2


def test_a_double_tap_is_answered_once(direct: Direct) -> None:
    """The second press of the same button does nothing but stop turning."""
    direct.message(READER, "/start")
    shown = direct.process()[0].result
    calls = []
    for _ in range(2):
        direct.press(READER, shown, SAY("example-question", heading="Lindholm Bridge"))
        calls.append([call.method for call in direct.process()])
    assert calls == [["answerCallbackQuery", "sendMessage"], ["answerCallbackQuery"]]


def test_a_stranger_can_press_nothing(direct_with: With) -> None:
    """What is pressed is not stored: not even a language, for who is not let in."""
    direct = direct_with(access="allowlist", allowed_ids=(READER,))
    direct.message(READER, "/language")
    shown = direct.process()[0].result
    direct.press(8, shown, own_name("de"))
    assert [call.method for call in direct.process()] == ["answerCallbackQuery"]
    assert direct.parts.state.language(8) is None
    direct.press(READER, shown, own_name("de"))
    direct.process()
    assert direct.parts.state.language(READER) == "de"
