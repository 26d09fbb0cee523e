"""The application around the handlers: what fails, what comes twice, how it starts and ends."""

import asyncio
import logging
import socket
import sqlite3
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing

import httpx
import pytest
from telegram import Update
from telegram.error import Conflict, NetworkError
from telegram.ext import TypeHandler

from bot.answering import Answer, NoAnswer
from bot.state import USERNAME, StateError
from bot.telegram import application
from bot.telegram.application import CONFLICT_SECONDS, DEAF_SECONDS, Life
from bot.telegram.asking.waiting import Waiting, wait
from bot.telegram.context import Context
from bot.telegram.texts import LANGUAGES, texts
from bot.telegram.transport import MOST_TRIES
from index.building import build
from index.errors import LibraryError
from index.retriever import Hit
from index.sources import from_text
from tests.bot_api.direct import Direct
from tests.bot_api.process import ADMIN
from tests.bot_api.server import Call
from tests.doubles import BagEncoder, WordReader

DirectWith = Callable[..., Direct]

ANN = 7


def _logged(caplog: pytest.LogCaptureFixture) -> list[tuple[str, str]]:
    name = "bot.telegram.application"
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
    monkeypatch.setattr(application, "CONFLICT_SECONDS", 0.05)
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


def test_an_update_that_comes_twice_is_handled_once(direct: Direct) -> None:
    """Only by its number: the same words in another update are answered again."""
    direct.message(ANN, "/help")
    first = direct.update
    assert [call.method for call in direct.process()] == ["sendMessage"]
    assert direct.process() == []
    direct.message(ANN, "/help")
    assert [call.method for call in direct.process()] == ["sendMessage"]
    direct.update = first
    assert direct.process() == []


def test_what_is_sent_has_no_preview_and_needs_no_question(direct: Direct) -> None:
    """A link in a quote is not unfolded; a question that was deleted is answered all the same."""
    direct.message(ANN, "/help")
    (call,) = direct.process()
    assert call.given["link_preview_options"] == {"is_disabled": True}
    assert call.given["reply_parameters"]["allow_sending_without_reply"] is True


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class _Unsteady(WordReader):
    """A reader that fails at the first question about a giraffe."""

    failed = False

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """As a `WordReader`."""
        if "giraffe" in question and not self.failed:
            self.failed = True
            raise LibraryError("gone")
        return super().read(question, hits)


async def _until(found: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not found():
            await asyncio.sleep(0.01)


def test_it_starts_everything_and_ends_everything(
    direct_with: DirectWith, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Health before anything can be asked, ready once it runs; at the end the state comes last."""
    monkeypatch.setattr(application, "REFRESH_SECONDS", 0.01)
    caplog.set_level(logging.INFO, "bot.telegram.application")
    listen = f"127.0.0.1:{_free_port()}"
    direct = direct_with(health_listen=listen)
    here, built = direct.parts, direct.application
    direct.chat(ADMIN)

    def late() -> None:
        time.sleep(0.1)
        here.state.set_language(ANN, "de")
        assert here.state.language(ANN) == "de"

    async def scenario() -> None:
        await built.stop()  # as it is before it was started
        assert built.post_init
        assert built.post_shutdown
        await built.post_init(built)
        async with httpx.AsyncClient(base_url=f"http://{listen}", trust_env=False) as client:
            probes = [(await client.get(page)).status_code for page in ("/healthz", "/readyz")]
            assert probes == [200, 503]
            await built.start()
            assert (await client.get("/readyz")).status_code == 503
            here.contact.heard()
            assert (await client.get("/readyz")).status_code == 200
            await _until(lambda: (("chat", str(ADMIN))) in _menus(direct))
            figures = (await client.get("/metrics")).text
            assert "verbatim_generation 1.0" in figures
            assert "verbatim_last_poll_age_seconds 0." in figures
            taken = asyncio.ensure_future(here.work.run(late))
            await asyncio.sleep(0.02)
            await built.stop()
            await built.post_shutdown(built)
            assert taken.exception() is None
            with pytest.raises(httpx.ConnectError):
                await client.get("/healthz")
        assert len(asyncio.all_tasks()) == 1
        await built.start()  # for the fixture, which stops it

    direct.during(scenario())
    assert _logged(caplog) == [("INFO", "ready: generation 1")]
    with pytest.raises(StateError):
        here.state.language(ANN)


def _menus(direct: Direct) -> set[tuple[str, str]]:
    """The kinds of chat, and chats, that have a menu in every language."""
    told: dict[tuple[str, str], set[str]] = {}
    for call in direct.calls:
        if call.method == "setMyCommands":
            scope = call.given["scope"]
            where = scope["type"], str(scope.get("chat_id", ""))
            told.setdefault(where, set()).add(call.given.get("language_code") or "")
    return {where for where, languages in told.items() if languages >= set(LANGUAGES)}


def _living(direct: Direct, scenario: Callable[[], Awaitable[None]]) -> None:
    """Run it between a start and an end of the life around the handlers."""

    async def lived() -> None:
        life = Life(direct.parts)
        await life.start(direct.application)
        try:
            await scenario()
        finally:
            await life.stop(direct.application)

    direct.during(lived())


def test_its_own_name_is_kept_for_links_made_elsewhere(direct: Direct) -> None:
    """`bot cite` in a terminal leads to it."""
    known: list[str | None] = []

    async def scenario() -> None:
        known.append(direct.parts.state.kept(USERNAME, 0, 0))

    _living(direct, scenario)
    assert known == [direct.application.bot.username]


@pytest.mark.parametrize(("webhook", "most"), [(False, 30), (True, 300)])
def test_a_bot_that_hears_nothing_is_not_ready(
    direct_with: DirectWith, webhook: bool, most: int
) -> None:
    """Half a minute after the last good poll; five after Telegram last said that it calls."""
    listen = f"127.0.0.1:{_free_port()}"
    hook = (
        {"webhook_url": "https://bot.example/hook", "webhook_secret": "x" * 16} if webhook else {}
    )
    direct = direct_with(health_listen=listen, **hook)

    async def scenario() -> None:
        found = []
        async with httpx.AsyncClient(base_url=f"http://{listen}", trust_env=False) as client:
            for age in (0, most - 1, most + 1):
                direct.parts.contact.last = time.monotonic() - age
                found.append((await client.get("/readyz")).status_code)
        assert found == [200, 200, 503]

    _living(direct, scenario)


@pytest.mark.parametrize("webhook", [False, True])
def test_a_deaf_bot_is_not_alive(direct_with: DirectWith, webhook: bool) -> None:
    """90 s after the last good answer, or after the start; one that is called cannot tell."""
    listen = f"127.0.0.1:{_free_port()}"
    hook = (
        {"webhook_url": "https://bot.example/hook", "webhook_secret": "x" * 16} if webhook else {}
    )
    direct = direct_with(health_listen=listen, **hook)
    assert DEAF_SECONDS == 90

    async def scenario() -> None:
        async with httpx.AsyncClient(base_url=f"http://{listen}", trust_env=False) as client:

            async def alive() -> bool:
                return (await client.get("/healthz")).status_code == 200

            found = [await alive()]
            direct.parts.started = time.monotonic() - 91
            found.append(await alive())
            for age in (0, 89, 91):
                direct.parts.contact.last = time.monotonic() - age
                found.append(await alive())
            assert found == [True, webhook, True, True, webhook]
            figures = (await client.get("/metrics")).text
            (age_now,) = [
                float(line.split()[1])
                for line in figures.splitlines()
                if line.startswith("verbatim_last_poll_age_seconds ")
            ]
            assert 91 <= age_now < 101

    _living(direct, scenario)


def test_a_new_generation_goes_live_by_itself(
    direct: Direct, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault while looking for one is logged and looked over."""
    monkeypatch.setattr(application, "REFRESH_SECONDS", 0.01)
    answering = direct.parts.answering
    library = answering.library

    async def scenario() -> None:
        answering.library = None  # type: ignore[assignment]
        await _until(lambda: _logged(caplog))
        answering.library = library
        text = from_text("The zoo bought a giraffe in 1931.", doc_id="zoo")
        await asyncio.to_thread(build, library, [text], BagEncoder(), replace=True)
        await _until(lambda: answering.generation == 2)

    _living(direct, scenario)
    assert set(_logged(caplog)) == {("ERROR", "looking for a new generation failed")}
    assert [one.doc_id for one in answering.view.documents()] == ["zoo"]


def test_what_waits_is_asked_again_until_all_of_it_was(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database that is away for a moment is no reason to wait for the next generation."""
    monkeypatch.setattr(application, "REFRESH_SECONDS", 0.01)
    monkeypatch.setattr(application, "AGAIN_SECONDS", 0.01)
    answering, question = direct.parts.answering, "When did the zoo buy its first giraffe?"
    zoo = from_text("The zoo bought its first giraffe in 1931.", doc_id="zoo")
    build(answering.library, [zoo], BagEncoder(), replace=False)
    answering.refresh()
    answering.reader = _Unsteady()
    direct.chat(ANN)
    assert wait(direct.parts.state, Waiting(ANN, 1, question, "en", time.time(), 0))

    async def scenario() -> None:
        await _until(lambda: direct.shown(ANN))

    _living(direct, scenario)
    (told,) = direct.shown(ANN)
    assert zoo.text in told["text"]
