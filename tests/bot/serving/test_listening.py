"""The server as a process: it ends when it is told to, and says in a line why it cannot start."""

import json
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from bot.cli import main

pytest.importorskip("starlette")
ROOT = Path(__file__).parents[3]
# The process of `bot serve`, over doubles; its reader takes as long as a slow question.
SERVE = """
import sys, time
from bot.answering import QuestionAnswering
from bot.serving import serve_http
from index.store import open_library
from tests.doubles import BagEncoder, WordReader

class Slow(WordReader):
    def read(self, question, hits):
        time.sleep(float(question.split()[-1]) if question[-1].isdigit() else 0)
        return super().read(question, hits)

answering = QuestionAnswering(open_library(sys.argv[1]), BagEncoder(), Slow())
sys.exit(serve_http(answering, "127.0.0.1:0", None, float(sys.argv[2])))
"""
HALF = b"POST /ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{"


@pytest.fixture
def process(served: Path, request: pytest.FixtureRequest) -> Iterator["subprocess.Popen[str]"]:
    """The server, running; it takes 1,000 questions a minute, or as many as the parameter says."""
    per_minute = str(getattr(request, "param", 1_000))
    command = [sys.executable, "-c", SERVE, str(served), per_minute]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as started:
        yield started
        started.kill()


def _port(process: "subprocess.Popen[str]") -> int:
    assert process.stderr
    return int(process.stderr.readline().rstrip("/\n").rpartition(":")[2])


def _stopped(process: "subprocess.Popen[str]") -> tuple[int, float]:
    """The exit code, and how many seconds it took to come."""
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    return process.wait(20), time.monotonic() - began


@pytest.mark.slow
def test_half_a_request_does_not_keep_it(process: "subprocess.Popen[str]") -> None:
    """Who has sent the head and not the body is given up; what is being answered is finished."""
    port = _port(process)
    found: list[Any] = []

    def ask() -> None:
        body = json.dumps({"question": "When was the Lindholm Bridge opened? 1.5"}).encode()
        with urlopen(Request(f"http://127.0.0.1:{port}/ask", body), timeout=20) as answer:
            found.append(json.load(answer))

    asking = threading.Thread(target=ask)
    with socket.create_connection(("127.0.0.1", port)) as half:
        half.sendall(HALF)
        asking.start()
        time.sleep(0.5)
        code, seconds = _stopped(process)
    asking.join()
    assert (code, seconds < 5) == (0, True)
    assert [one["answered"] for one in found] == [True]


@pytest.mark.slow
def test_an_answer_that_does_not_end_does_not_keep_it(process: "subprocess.Popen[str]") -> None:
    """A thread cannot be broken off; the process ends all the same."""
    with socket.create_connection(("127.0.0.1", _port(process))) as client:
        body = b'{"question": "When was the bridge opened? 60"}'
        client.sendall(HALF.replace(b"1000", str(len(body)).encode())[:-1] + body)
        time.sleep(0.5)
        code, seconds = _stopped(process)
    assert (code, seconds < 5) == (0, True)


@pytest.mark.slow
@pytest.mark.parametrize("process", [2], indirect=True)
def test_nobody_is_another_by_saying_so(process: "subprocess.Popen[str]") -> None:
    """Without tokens each address is counted as one user, whatever a header calls it."""
    port = _port(process)

    def status(number: int) -> int:
        headers = {"X-Forwarded-For": f"10.0.0.{number}", "X-Forwarded-Proto": "https"}
        try:
            with urlopen(Request(f"http://127.0.0.1:{port}/documents", headers=headers)) as found:
                return int(found.status)
        except HTTPError as error:
            with error:
                return error.code

    assert [status(number) for number in range(12)] == [200] * 10 + [429] * 2


@pytest.mark.parametrize(
    ("missing", "extra"), [("starlette", "serve"), ("uvicorn", "serve"), ("mcp", "mcp")]
)
def test_what_is_not_installed_is_told(
    missing: str, extra: str, served: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With how to install it from the checkout."""
    from bot.answering import QuestionAnswering
    from bot.serving import serve_assistant, serve_http
    from index.errors import VerbatimError
    from index.store import open_library
    from tests.doubles import BagEncoder, WordReader

    answering = QuestionAnswering(open_library(served), BagEncoder(), WordReader())
    monkeypatch.setitem(sys.modules, missing, None)
    starts = {
        "serve": lambda: serve_http(answering, "127.0.0.1:0", None, 1_000),
        "mcp": lambda: serve_assistant(answering),
    }
    with pytest.raises(VerbatimError) as raised:
        starts[extra]()
    told = f"{missing} is not installed: in Verbatim's checkout, pip install '.[{extra}]'"
    assert str(raised.value) == told


@pytest.mark.parametrize(
    "listen", ["127.0.0.1:99999", "127.0.0.1:abc", ":8080", "8080", "a b:80", "[::1:80", "x:٣"]
)
def test_no_address_is_wrong_usage(listen: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Before anything is loaded."""
    with pytest.raises(SystemExit) as stopped:
        main(["serve", "--listen", listen])
    assert stopped.value.code == 2
    last = capsys.readouterr().err.splitlines()[-1]
    assert "argument --listen: write a host and a port up to 65535, such as 127.0.0.1" in last


@pytest.mark.parametrize("listen", ["taken", f"{'x' * 64}.example:80", "192.0.2.1:80"])
def test_where_it_cannot_listen_is_told(listen: str, tmp_path: Path, served: Path) -> None:
    """An address in use, a name that is none, an address of another machine: no traceback."""
    from bot.answering import QuestionAnswering
    from bot.operations import ListenError
    from bot.serving import serve_http
    from index.store import open_library
    from tests.doubles import BagEncoder, WordReader

    tokens = tmp_path / "tokens"
    tokens.write_text("a-token-of-many-letters")
    answering = QuestionAnswering(open_library(served), BagEncoder(), WordReader())
    with socket.create_server(("127.0.0.1", 0)) as taken:
        listen = f"127.0.0.1:{taken.getsockname()[1]}" if listen == "taken" else listen
        with pytest.raises(ListenError, match=f"--listen={listen} cannot be listened on"):
            serve_http(answering, listen, tokens, 1_000)


def test_a_name_of_another_machine_needs_tokens(served: Path) -> None:
    """Whatever it is called."""
    from bot.answering import QuestionAnswering
    from bot.serving import serve_http
    from bot.serving.listening import ServingError
    from index.store import open_library
    from tests.doubles import BagEncoder, WordReader

    answering = QuestionAnswering(open_library(served), BagEncoder(), WordReader())
    for listen in ("0.0.0.0:0", "[::]:0", "texts.example:80"):
        with pytest.raises(ServingError, match="is open to others: name a file with --tokens"):
            serve_http(answering, listen, None, 1_000)
