"""The next message after `/verify` is verified, whatever it is; what is done instead ends that."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.telegram.admin.paste import Paste
from bot.telegram.texts import texts
from tests.bot.telegram.admin.sent import from_channel
from tests.bot.telegram.asking.ways import FISH, HERRING, OPENED, QUESTION, READER, SAY, last
from tests.bot_api.direct import GROUP, Direct, said
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN
from tests.bot_api.state import USERNAME

VERBATIM = SAY("verify-verbatim")


def _says(direct: Direct, user: int, text: str | None, **more: Any) -> Json:
    direct.message(user, text, **more)
    return last(direct.process())


@pytest.mark.parametrize(
    ("before", "more"),
    [
        ([], {"forward_origin": from_channel("zoonews")}),
        (["/add"], {}),
        (["/add", "The otters came in 1950."], {}),
    ],
    ids=["a forwarded post", "where a text was announced", "while one is collected"],
)
def test_an_admins_words_are_verified_first(
    direct: Direct, before: list[str], more: dict[str, Any]
) -> None:
    """They were asked for; nothing of them goes into the library, and the text goes on."""
    for text in (*before, "/verify"):
        _says(direct, ADMIN, text)
    paste = Paste(direct.parts.state, ADMIN)
    collecting, messages = paste.collecting, paste.messages
    assert _says(direct, ADMIN, OPENED, **more)["text"].startswith(VERBATIM)
    assert (paste.collecting, paste.messages) == (collecting, messages)


def test_a_link_is_verified_too(direct: Direct) -> None:
    """It stands nowhere, and is not fetched."""
    _says(direct, ADMIN, "/verify")
    assert _says(direct, ADMIN, "https://example.org/zoo")["text"] == SAY("verify-absent")


def test_a_correction_of_a_text_that_is_shown_comes_first(direct: Direct) -> None:
    """The reply says what it is about."""
    direct.send_file(ADMIN, "zoo.txt", b"The zoo has a giraffe.")
    shown = direct.process()[-1].result["message_id"]
    _says(direct, ADMIN, "/verify")
    assert _says(direct, ADMIN, "Giraffes", reply_to=shown)["text"] == SAY("edited")


def _asks(direct: Direct) -> None:
    _says(direct, READER, f"/ask {FISH}")


def _does_not_know(direct: Direct) -> None:
    _says(direct, READER, "/unknown")


def _verifies_at_once(direct: Direct) -> None:
    _says(direct, READER, f"/verify {OPENED}")


def _presses(direct: Direct) -> None:
    direct.press(READER, direct.shown(READER)[0]["message_id"], SAY("context-button"))
    direct.process()


@pytest.mark.parametrize("does", [_asks, _does_not_know, _verifies_at_once, _presses])
def test_what_is_done_instead_ends_it(direct: Direct, does: Callable[[Direct], None]) -> None:
    """What is written then is a question."""
    assert _says(direct, READER, FISH)["text"].startswith(HERRING)
    _says(direct, READER, "/verify")
    does(direct)
    assert _says(direct, READER, QUESTION)["text"].startswith(OPENED)


def test_a_question_in_a_group_ends_it_there(direct: Direct) -> None:
    """For who asks it; talk that is not for the bot ends nothing."""
    asked = _says(direct, READER, "/verify", chat_id=GROUP)["message_id"]
    direct.message(READER, "Wait a moment.", chat_id=GROUP)
    assert direct.process() == []
    direct.message(8, f"@{USERNAME} {FISH}", chat_id=GROUP)
    direct.process()
    direct.message(READER, OPENED, chat_id=GROUP, reply_to=asked)
    assert said(direct.process()).startswith(VERBATIM)
    asked = _says(direct, READER, "/verify", chat_id=GROUP)["message_id"]
    assert HERRING in _says(direct, READER, f"@{USERNAME} {FISH}", chat_id=GROUP)["text"]
    direct.message(READER, QUESTION, chat_id=GROUP, reply_to=asked)
    assert said(direct.process()).startswith(OPENED)


def test_an_admins_file_is_a_text_and_ends_it(direct: Direct) -> None:
    """A file has no words to verify."""
    _says(direct, ADMIN, "/verify")
    direct.send_file(ADMIN, "zoo.txt", b"The zoo has a giraffe.")
    direct.process()
    assert _says(direct, ADMIN, QUESTION)["text"].startswith(OPENED)


def test_a_sticker_ends_nothing(direct: Direct) -> None:
    """It says nothing, which is told; then come the words."""
    _says(direct, READER, "/verify")
    file = {"file_id": "f", "file_unique_id": "f", "duration": 1}
    assert _says(direct, READER, None, voice=file)["text"] == texts("en")("only-text")
    assert _says(direct, READER, OPENED)["text"].startswith(VERBATIM)
