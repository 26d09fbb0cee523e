"""The bot, wired: what belongs together, and when it ends before it begins."""

import json
import os
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from bot.answering import QuestionAnswering
from bot.app import parts
from bot.settings import BotSettings
from bot.state import open_state
from bot.telegram.askers import Asker
from index.building import build
from index.sources import from_text
from index.store import open_library
from tests.bot.state.one_of_several import Told
from tests.bot_api.process import ROOT
from tests.bot_api.server import TOKEN
from tests.doubles import BagEncoder, WordReader


def test_parts_are_wired_to_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who may ask is looked up in the state that is given, as the settings say."""
    monkeypatch.chdir(tmp_path)
    library = open_library(tmp_path / "library")
    build(library, [from_text("The bridge is red.", doc_id="1")], BagEncoder(), replace=True)
    settings = BotSettings(admin_ids=(1,), state=str(tmp_path / "state.sqlite"))
    answering = QuestionAnswering(library, BagEncoder(), WordReader())
    with closing(open_state(settings.state, settings.questions_per_minute)) as state:
        here = parts(settings, answering, state)
        assert (here.settings, here.answering, here.state) == (settings, answering, state)
        assert here.access.is_admin(1)
        assert not here.access.may_ask(Asker(7, 7, private=True))
        state.allow(7, 1)
        assert here.access.may_ask(Asker(7, 7, private=True))
        assert here.work is not here.rebuilding
        assert 0 <= time.monotonic() - here.started < 5


def _run(folder: Path, **settings: str) -> tuple[int, str]:
    """`python -m bot run` where there is no library: its exit code and what it says."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    more = {"PYTHONPATH": str(ROOT), "STATE": str(folder / "state.sqlite"), **settings}
    run = subprocess.run(
        [sys.executable, "-m", "bot", "run", "--library", str(folder / "none")],
        cwd=folder,
        env=kept | more,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout == ""
    return run.returncode, run.stderr


@pytest.mark.slow
def test_a_second_bot_is_refused_before_it_loads_anything(tmp_path: Path) -> None:
    """It says with what the first runs, and does not come as far as the missing library."""
    path = tmp_path / "state.sqlite"
    with closing(open_state(path, 6)):
        code, said = _run(tmp_path, TELEGRAM_TOKEN=TOKEN)
    assert code == 1
    assert said == f"verbatim: another bot runs with {path}: stop it, or set STATE\n"


@pytest.mark.slow
def test_a_bot_with_another_token_is_refused_before_it_loads_anything(
    database: str, tmp_path: Path
) -> None:
    """It would take what comes in for the first one, and never ask its own Telegram."""
    with closing(open_state(database, 6, bot=1)) as state:
        assert state.together
        state.together.join(Told())
        code, said = _run(tmp_path, TELEGRAM_TOKEN="2:" + "a" * 35, STATE=database)
    assert code == 1
    what = f"verbatim: {database} keeps the state of another bot (1; TELEGRAM_TOKEN is of 2): "
    assert said == f"{what}set STATE to the address of another database\n"


@pytest.mark.slow
def test_the_state_is_free_again_after_a_start_that_failed(tmp_path: Path) -> None:
    """Here for want of a library; it can be opened at once."""
    code, said = _run(tmp_path, TELEGRAM_TOKEN=TOKEN)
    assert code == 1
    assert "there is no library in" in said
    open_state(tmp_path / "state.sqlite", 6).close()


@pytest.mark.slow
def test_without_a_token_it_says_where_to_write_it(tmp_path: Path) -> None:
    """Exit code 2, so that nothing restarts it; the state is not touched."""
    code, said = _run(tmp_path)
    assert (code, said) == (
        2,
        "TELEGRAM_TOKEN: missing; write the token BotFather gave into .env\n",
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_what_will_not_do_what_is_meant_is_said_at_the_start(tmp_path: Path) -> None:
    """Golden questions that are not there: no change from chat would go live."""
    code, said = _run(tmp_path, TELEGRAM_TOKEN=TOKEN, GOLDEN_QUESTIONS="none.txt")
    assert code == 1
    first = json.loads(said.splitlines()[0])
    assert first["level"] == "WARNING"
    assert first["message"].startswith("GOLDEN_QUESTIONS cannot be used ([Errno 2] No such file")


@pytest.mark.slow
def test_a_proxy_that_is_none_is_a_wrong_setting(tmp_path: Path) -> None:
    """Said in a line, with what to write, and without its password; nothing starts it again."""
    code, said = _run(tmp_path, TELEGRAM_TOKEN=TOKEN, ALL_PROXY="socks4://u:s3cret@127.0.0.1:1")
    assert (code, said.count("\n")) == (2, 1)
    assert said.startswith("the proxy in HTTPS_PROXY, HTTP_PROXY or ALL_PROXY cannot be used: ")
    assert "s3cret" not in said
