"""The application around the handlers: what comes twice, how it starts and ends."""

import asyncio
import logging
import time
from collections.abc import Callable

import httpx
import pytest

from bot.state import USERNAME, StateError
from bot.telegram import background
from bot.telegram.texts import LANGUAGES
from tests.bot.telegram.living import living, until
from tests.bot_api.direct import Direct
from tests.bot_api.process import ADMIN, free_port

DirectWith = Callable[..., Direct]

ANN = 7


def _logged(caplog: pytest.LogCaptureFixture) -> list[tuple[str, str]]:
    name = "bot.telegram.application"
    return [(one.levelname, one.getMessage()) for one in caplog.records if one.name == name]


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


def test_it_starts_everything_and_ends_everything(
    direct_with: DirectWith, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Health before anything can be asked, ready once it runs; at the end the state comes last."""
    monkeypatch.setattr(background, "REFRESH_SECONDS", 0.01)
    caplog.set_level(logging.INFO, "bot.telegram.application")
    listen = f"127.0.0.1:{free_port()}"
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
            await until(lambda: (("chat", str(ADMIN))) in _menus(direct))
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


def test_its_own_name_is_kept_for_links_made_elsewhere(direct: Direct) -> None:
    """`bot cite` in a terminal leads to it."""
    known: list[str | None] = []

    async def scenario() -> None:
        known.append(direct.parts.state.kept(USERNAME, 0, 0))

    living(direct, scenario)
    assert known == [direct.application.bot.username]
