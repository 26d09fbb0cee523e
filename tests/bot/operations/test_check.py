"""`check`: what is wrong, in plain words; and the unit that starts the bot."""

import gc
import http.server
import json
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.operations.addresses import listening
from bot.operations.check import TELEGRAM, examine
from bot.operations.in_vain import unheeded
from bot.operations.proxies import UNUSABLE
from bot.settings import BotSettings
from bot.state import open_state
from index.building import build
from index.store import open_library
from index.text.documents import Document
from tests.bot_api.process import free_port
from tests.doubles import BagEncoder

ROOT = Path(__file__).parents[3]
TOKEN = "123:good"
SECRET = "a-long-random-word"

Run = Callable[..., dict[bool, list[str]]]


class _BotApi(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.startswith("/strange"):
            self._send(200, "<html>")
        elif self.path == f"/bot{TOKEN}/getMe":
            self._send(200, json.dumps({"ok": True, "result": {"username": "verbatim_bot"}}))
        elif self.path == f"/bot{TOKEN}/getWebhookInfo":
            told = {"pending_update_count": 3, "last_error_message": "Connection refused"}
            self._send(200, json.dumps({"ok": True, "result": told}))
        else:
            self._send(401, json.dumps({"ok": False, "description": "Unauthorized"}))

    def _send(self, status: int, body: str) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a Bot API server that knows one token."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _BotApi) as api:
        thread = threading.Thread(target=api.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{api.server_port}"
        api.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small library, built once."""
    folder = tmp_path_factory.mktemp("check") / "library"
    document = Document("a", "A", "Bern is the capital.")
    build(open_library(folder), [document], BagEncoder(), replace=True)
    return folder


@pytest.fixture
def run(server: str, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the check with settings in which all is right but for what a test gives."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")

    def ran(encoder: str = "bag", **changes: Any) -> dict[bool, list[str]]:
        right: dict[str, Any] = {
            "telegram_token": TOKEN,
            "telegram_base_url": f"{server}/bot",
            "telegram_base_file_url": f"{server}/file/bot",
            "admin_ids": (1,),
            "library": library,
            "state": tmp_path / "state.sqlite",
            "reader": "none",
        }
        settings = BotSettings(**{**right, **changes})
        findings = examine(settings, lambda name, device: BagEncoder(encoder))
        assert TOKEN not in str(findings)
        return {ok: [one.what for one in findings if one.ok is ok] for ok in (True, False)}

    return ran


def test_all_right(run: Run, tmp_path: Path, library: Path) -> None:
    """Each part is named with what was found; nothing is left behind."""
    found = run()
    assert found[False] == []
    text = "\n".join(found[True])
    for what in (
        "knows the bot: @verbatim_bot",
        f"{library} can be searched: 1 documents, 1 passages, generation 1",
        "built with the encoder bag",
        "the reader none can be loaded",
        "state.sqlite can be written",
        "1 may command the bot",
        "GB are free",
    ):
        assert what in text
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"telegram_token": None}, "TELEGRAM_TOKEN is not set: @BotFather"),
        ({"telegram_token": "123:bad"}, "does not know TELEGRAM_TOKEN: copy it again"),
        ({"admin_ids": ()}, "ADMIN_IDS is empty, so nobody can approve"),
        ({"library": Path("none")}, "python -m index build"),
        ({"encoder": "other"}, "set ENCODER=bag"),
        ({"reader": "/no/such/model"}, "READER=bundled"),
        ({"state": Path("/proc/no/state.sqlite")}, "STATE cannot be used"),
        ({"golden_questions": Path("none.txt")}, "GOLDEN_QUESTIONS cannot be used"),
        ({"golden_questions": Path("/dev/zero")}, "/dev/zero: no regular file"),
        ({"health_listen": "192.0.2.1:80"}, "HEALTH_LISTEN=192.0.2.1:80 cannot be listened on"),
        ({"telegram_base_file_url": "https://api.telegram.org/file/bot"}, "different servers"),
    ],
)
def test_each_fault_is_the_one_told(run: Run, changes: dict[str, Any], told: str) -> None:
    """One thing wrong, one sentence, with what to do."""
    (what,) = run(**changes)[False]
    assert told in what


def test_servers_that_are_none(run: Run, server: str) -> None:
    """No listener, an answer that is not Telegram's, no address: told, without the token."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    (what,) = run(telegram_base_url=f"http://127.0.0.1:{port}/bot")[False]
    assert f"127.0.0.1:{port} cannot be reached" in what
    (what,) = run(telegram_base_url=f"{server}/strange/bot")[False]
    assert "is no Bot API server" in what
    (what,) = run(telegram_base_url="http://[::1/bot")[False]
    assert "TELEGRAM_" in what
    assert run(telegram_base_url=f"{server}/bot{{token}}")[False] == []


def test_webhooks_telegram_would_not_call(run: Run, server: str) -> None:
    """Only https and four ports; a server of one's own may call anything."""
    files = "https://api.telegram.org/file/bot"
    ours = {"webhook_secret": SECRET, "webhook_listen": "127.0.0.1:0", "telegram_token": None}
    official = {"telegram_base_url": TELEGRAM, "telegram_base_file_url": files, **ours}
    for url, told in (
        ("http://bot.example/hook", "not https"),
        ("https://bot.example:9000/hook", "has port 9000"),
        ("https://bot.example:x/hook", "WEBHOOK_URL cannot be used"),
    ):
        assert told in run(**official, webhook_url=url)[False][1]
    good = run(**official, webhook_url="https://bot.example/hook")
    assert "Telegram calls the bot at bot.example" in good[True]
    own = run(**ours, webhook_url="http://localhost:9000/hook")
    assert "your own server calls the bot at localhost:9000" in own[True]


def test_updates_that_cannot_be_delivered(run: Run) -> None:
    """Telegram says how many wait and why; a bot that polls does not ask."""
    hook = {"webhook_url": "http://localhost:9000/hook", "webhook_secret": SECRET}
    (what,) = run(**hook, webhook_listen="127.0.0.1:0")[False]
    assert what.startswith("3 updates wait, Telegram could not call (Connection refused): look")
    assert run()[False] == []


def test_an_address_in_use_may_be_the_bot_itself(run: Run) -> None:
    """Checking beside a running bot is no fault."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        assert f"HEALTH_LISTEN={address} is in use" in "\n".join(run(health_listen=address)[True])


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="no IPv6 here")
@pytest.mark.parametrize("host", ["::1", "[::1]", "localhost", "127.0.0.1"])
def test_where_the_bot_can_listen_the_check_can(run: Run, host: str) -> None:
    """An IPv6 host with brackets or without; and it is free again at once."""
    address = f"{host}:{free_port()}"
    listening("HEALTH_LISTEN", address).close()
    found = run(health_listen=address)
    assert found[False] == []
    assert f"HEALTH_LISTEN={address} is free" in found[True]
    listening("HEALTH_LISTEN", address).close()


PROXIES = ["socks4://127.0.0.1:1080", "ftp://127.0.0.1:21", "http://u:s3cr#et@127.0.0.1:80",
           "http://u:s3cret@127.0.0.1:no"]  # fmt: skip


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "ALL_PROXY", "all_proxy"])
@pytest.mark.parametrize("proxy", PROXIES)
def test_a_proxy_that_is_none_is_told(
    run: Run, proxy: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a line, with what to write, and the rest is checked; without its password."""
    monkeypatch.setenv(name, proxy)
    (what,) = run()[False]
    assert what == UNUSABLE
    assert "s3cr" not in what


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_socks_proxy_is_asked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Telegram is blocked it is the usual way out: nothing more is to be installed."""
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        monkeypatch.delenv("NO_PROXY")
        proxy.settimeout(20)
        greeted: list[bytes] = []

        def greet() -> None:
            with proxy.accept()[0] as asking:
                greeted.append(asking.recv(3))

        thread = threading.Thread(target=greet)
        thread.start()
        monkeypatch.setenv("ALL_PROXY", f"socks5h://127.0.0.1:{proxy.getsockname()[1]}")
        told = run(telegram_base_url="http://api.example/bot")[False]
        thread.join()
    gc.collect()  # where such a proxy hangs up, httpcore leaves the socket to be collected
    assert greeted[0][:1] == b"\x05"
    assert told[0].startswith("api.example cannot be reached (")


def test_state_of_another_kind_is_told_and_left(run: Run, tmp_path: Path) -> None:
    """A state file in use is well; what is none is not written to."""
    path = tmp_path / "state.sqlite"
    with closing(open_state(path, 6)) as state:
        state.allow(5, 1)
        assert run()[False] == []
        assert state.allowed(5)
    path.write_text("no database " * 100)
    assert "set STATE to another file" in run()[False][0]
    assert path.read_text() == "no database " * 100


def test_a_file_chosen_in_vain_is_told(run: Run) -> None:
    """Where the state is beside a library in a database."""
    where = {"library": "postgresql://127.0.0.1:1/none", "state": "mine.sqlite"}
    told = run(**where)[False]
    assert told[0].startswith("STATE=mine.sqlite is not used: what it would hold is kept beside")
    assert [
        one for one in run(**{**where, "state": "state.sqlite"})[False] if "not used" in one
    ] == []


def test_what_is_left_in_a_file_is_told(run: Run, tmp_path: Path) -> None:
    """By who moves to a database, wherever that is named; until the file is away, or is empty."""
    path, database = tmp_path / "state.sqlite", "postgresql://127.0.0.1:1/none"
    moved: tuple[dict[str, Any], ...] = (
        {"library": database, "state": "state.sqlite"},
        {"state": database},
    )
    with closing(open_state(path, 6)) as state:
        assert not any("is not used" in one for where in moved for one in run(**where)[False])
        state.allow(5, 1)
        state.block(-7)
        state.set_language(5, "de")
        state.keep("waiting", 5, 1, "{}")
        state.keep("done", 5, 1, "{}")
    for where in moved:
        told = run(**where)[False][0]
        assert told.startswith("state.sqlite holds 4 approvals, blocks, languages and questions")
        settings = BotSettings(**{"library": tmp_path / "library", **where})
        assert unheeded(settings) == [told]
    assert run(state=path)[False] == []
    path.rename(tmp_path / "away.sqlite")
    assert not any("is not used" in one for where in moved for one in run(**where)[False])


def test_admins_that_are_none_are_told(run: Run) -> None:
    """Nobody commands the bot in a group's name, nor by an account that many write through."""
    found = run(admin_ids=(-1001234567890, 1087968824))
    (what,) = found[False]
    assert what.startswith("ADMIN_IDS=-1001234567890,1087968824 is a group or an account that")
    assert not any("may command" in one for one in found[True])
    found = run(admin_ids=(1, -1001234567890))
    assert found[False][0].startswith("ADMIN_IDS=-1001234567890 is a group")
    assert "1 may command the bot (ADMIN_IDS)" in found[True]


def test_a_library_is_no_state(run: Run, library: Path) -> None:
    """Of a database of our own too; it is left as it is."""
    path = library / "library.sqlite"
    before = path.read_bytes()
    (what,) = run(state=path)[False]
    assert what == f"{path} is not the bot's state: set STATE to another file"
    assert path.read_bytes() == before


def test_a_build_needs_as_much_room_as_the_library(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the library itself says how large it is."""
    size = open_library(library).size()
    monkeypatch.setattr("bot.operations.check.LEAST_FREE", 0)
    for free, faults in ((size, 0), (size - 1, 1)):
        monkeypatch.setattr(shutil, "disk_usage", lambda _, free=free: SimpleNamespace(free=free))
        assert len(run()[False]) == faults


def test_a_full_disk_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what a build needs."""
    monkeypatch.setattr("bot.operations.check.LEAST_FREE", 10**18)
    assert "a build needs about 1000000000.0 GB, make room" in run()[False][0]


def test_open_to_all_needs_no_admin(run: Run) -> None:
    """But what cannot be done without one is said."""
    found = run(access="open", admin_ids=())
    assert found[False] == []
    assert "ADMIN_IDS is empty: nobody can let the bot into groups" in found[True]


@pytest.mark.slow
def test_the_verb_prints_and_exits_1_for_a_fault(tmp_path: Path) -> None:
    """One line a finding, faults marked."""
    command = [sys.executable, "-m", "bot", "check", "--library", str(tmp_path / "none")]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin", "ADMIN_IDS": "7"}
    run = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert run.stderr == ""
    lines = run.stdout.splitlines()
    assert lines[0] == "ok      1 may command the bot (ADMIN_IDS)"
    wrong = [line for line in lines if not line.startswith("ok      ")]
    assert wrong[0].startswith("WRONG   TELEGRAM_TOKEN is not set")
    assert wrong[1].startswith("WRONG   there is no library in")
    assert len(wrong) == 2


def test_the_unit_is_sound_and_holds_no_secret(tmp_path: Path) -> None:
    """As systemd reads it; the token is in `.env` alone."""
    unit = (ROOT / "deploy" / "verbatim.service").read_text(encoding="utf-8")
    lines = unit.splitlines()
    for line in ("TimeoutStopSec=60", "Restart=on-failure", "RestartPreventExitStatus=2"):
        assert line in lines
    settings = [line for line in lines if line and not line.startswith("#")]
    assert not [line for line in settings if "token" in line.lower() or "Environment" in line]
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("no systemd-analyze here")
    copy = tmp_path / "verbatim.service"
    copy.write_text(unit.replace("/opt/verbatim/bin/verbatim", sys.executable), encoding="utf-8")
    run = subprocess.run([analyze, "verify", copy], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
