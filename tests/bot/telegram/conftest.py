"""A bot in this process for each test, over a small library where the words decide."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from bot.answering import QuestionAnswering
from bot.app import parts
from bot.settings import BotSettings
from bot.state import open_state
from index.building import build
from index.store import open_library
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.oracle import problems
from tests.bot_api.process import ADMIN, BotProcess, free_port
from tests.bot_api.server import TOKEN
from tests.bot_api.user import BotApi
from tests.doubles import BagEncoder, WordReader
from tests.telegram_library import documents


@pytest.fixture(scope="session")
def texts_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library of `tests.telegram_library`, to be copied and not to be changed."""
    folder = tmp_path_factory.mktemp("words") / "library"
    build(open_library(folder), documents(), BagEncoder(), replace=True)
    return folder


@pytest.fixture
def direct_with(
    texts_built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Direct]]:
    """A bot with other settings than those of `direct`; every call of it is well formed."""
    monkeypatch.chdir(tmp_path)  # no `.env` of whoever runs the tests
    # Nothing is connected to: loading certificates would take most of a test's time.
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    shutil.copytree(texts_built, tmp_path / "library")
    calls = []
    with ExitStack() as opened:

        def made(**settings: Any) -> Direct:
            given = BotSettings(**_SETTINGS | {"state": tmp_path / "state.sqlite"} | settings)
            answering = QuestionAnswering(
                open_library(tmp_path / "library"), BagEncoder(), WordReader()
            )
            state = open_state(given.state, given.questions_per_minute)
            direct = opened.enter_context(Direct(parts(given, answering, state)))
            calls.append(direct.calls)
            return direct

        yield made
    assert [problem for made_calls in calls for problem in problems(made_calls)] == []


@pytest.fixture
def direct(direct_with: Callable[..., Direct]) -> Direct:
    """A bot that all may ask in private and in `GROUP`, as often as they like."""
    return direct_with()


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A server; the bots are each test's own, and all that they called is judged at the end."""
    with BotApi() as api:
        yield api
    assert problems(api.calls) == []


@pytest.fixture(scope="session")
def running(
    telegram_library: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BotProcess]:
    """One bot for many tests, each in chats of its own; what it called is judged at the end."""
    with BotApi() as api:
        folder, listen = tmp_path_factory.mktemp("bot"), f"127.0.0.1:{free_port()}"
        settings = {"ALLOWED_IDS": str(GROUP), "HEALTH_LISTEN": listen}
        with BotProcess(api, folder, telegram_library, **settings) as bot:
            yield bot.ready()
            assert bot.stop() == 0
            log = bot.log()
    assert problems(api.calls) == []
    assert "Traceback" not in log, log


@pytest.fixture
def asked(running: BotProcess) -> BotApi:
    """The chats with the bot of many tests."""
    return running.api


_SETTINGS: dict[str, Any] = {
    "telegram_token": TOKEN,
    "access": "open",
    "admin_ids": (ADMIN,),
    "allowed_ids": (GROUP,),
    "questions_per_minute": 1000,
}
