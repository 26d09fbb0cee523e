"""What fails: told to who runs the bot, and to who asked."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing

import pytest
from telegram import Update
from telegram.error import Conflict, NetworkError
from telegram.ext import TypeHandler

from bot.state import StateError
from bot.telegram import failing
from bot.telegram.context import Context
from bot.telegram.failing import CONFLICT_SECONDS
from bot.telegram.texts import texts
from bot.telegram.transport import MOST_TRIES
from index.errors import LibraryError
from tests.bot_api.direct import Direct
from tests.bot_api.process import ADMIN
from tests.bot_api.server import Call

DirectWith = Callable[..., Direct]

ANN = 7


def _logged(caplog: pytest.LogCaptureFixture) -> list[tuple[str, str]]:
    name = "bot.telegram.failing"
    return [(one.levelname, one.getMessage()) for one in caplog.records if one.name == name]


def test_another_instance_is_told_of_once_a_minute(
    direct: Direct, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often Telegram refuses in between; nobody in a chat hears of it."""
    conflict = Conflict("terminated by other getUpdates request")

    def refused() -> list[object]:
        return list(direct.during(direct.application.process_error(None, conflict)))

    told = ("ERROR", "another instance polls with this token: stop one of them")
    assert [refused() for _ in range(3)] == [[]] * 3
    assert _logged(caplog) == [told]
    assert CONFLICT_SECONDS == 60
    monkeypatch.setattr(failing, "CONFLICT_SECONDS", 0.05)
    time.sleep(0.06)
    refused()
    refused()
    assert _logged(caplog) == [told] * 2


def test_an_unreachable_telegram_is_one_warning(
    direct: Direct, caplog: pytest.LogCaptureFixture
) -> None:
    """Without a trace, for fetching updates goes on by itself."""
    error = NetworkError("connection refused")
    assert direct.during(direct.application.process_error(None, error)) == []
    assert _logged(caplog) == [("WARNING", "Telegram cannot be reached: connection refused")]
    assert caplog.records[0].exc_info is None


@pytest.mark.parametrize("error", [ZeroDivisionError("no words of people"), NetworkError("lost")])
def test_who_asked_gets_an_apology(
    direct: Direct, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    """In their language and in reply; the log has the error, and the number of the update."""

    async def broken(_: Update, __: Context) -> None:
        raise error

    direct.application.add_handler(TypeHandler(Update, broken), group=-2)
    asked = direct.message(ANN, "/help secret words", language="fr")
    sorry, *_ = direct.process()
    assert sorry.method == "sendMessage"
    assert sorry.given["chat_id"] == ANN
    assert sorry.given["text"] == texts("fr")("failed")
    assert sorry.given["reply_parameters"]["message_id"] == asked
    assert direct.update
    assert _logged(caplog) == [("ERROR", f"update {direct.update.update_id} failed")]
    (record,) = caplog.records
    assert record.exc_info
    assert record.exc_info[1] is error
    assert "secret words" not in caplog.text


@pytest.mark.slow
def test_what_fails_because_of_a_shared_database_waits_before_an_apology(
    direct_with: DirectWith, database: str
) -> None:
    """Whether it holds the state or the library, which may be back later; not for ever."""
    direct = direct_with(state=database)
    direct.message(ANN, "/help")
    assert direct.update
    number = direct.update.update_id

    def failed(error: Exception) -> list[Call]:
        return direct.during(direct.application.process_error(direct.update, error))

    for tries in range(1, MOST_TRIES):
        error = LibraryError("gone") if tries % 2 else StateError("gone")
        assert (failed(error), direct.parts.unsettled) == ([], {number: tries})
    (sorry,) = failed(LibraryError("gone"))
    assert sorry.given["text"] == texts("en")("failed")


def test_what_says_itself_what_to_do_is_one_line_of_the_log(
    direct: Direct, caplog: pytest.LogCaptureFixture
) -> None:
    """A question that a damaged library cannot answer, once and again, leaves no trace of code."""
    asked = direct.message(ANN, "/help")
    assert direct.update
    error = LibraryError("the index is damaged: run `python -m index doctor --repair`")
    (sorry,) = direct.during(direct.application.process_error(direct.update, error))
    assert sorry.given["reply_parameters"]["message_id"] == asked
    number = direct.update.update_id
    assert _logged(caplog) == [("ERROR", f"update {number} failed: {error}")]
    assert caplog.records[0].exc_info is None


def test_an_admin_is_told_what_is_wrong_with_the_state(
    direct: Direct, caplog: pytest.LogCaptureFixture
) -> None:
    """In one line, in the log too; a reader gets an apology."""
    with closing(sqlite3.connect(direct.parts.settings.state)) as connection:
        connection.execute("DROP TABLE kept")
        connection.execute("DROP TABLE languages")
    caplog.clear()
    for user, said_to in ((ADMIN, texts("en")("state-failed")), (ANN, texts("en")("failed"))):
        direct.message(user, "/language")
        direct.process()
        (sent,) = direct.shown(user)
        assert said_to in sent["text"]
    assert not any(one.exc_info for one in caplog.records)


def test_a_failure_nobody_wrote_a_message_for_is_only_logged(
    direct: Direct, caplog: pytest.LogCaptureFixture
) -> None:
    """An inline query, or work of the bot's own."""
    direct.inline(ANN, "When?")
    for update in (direct.update, None):
        assert direct.during(direct.application.process_error(update, KeyError("x"))) == []
    assert [text for _, text in _logged(caplog)] == ["update 1 failed", "update None failed"]
