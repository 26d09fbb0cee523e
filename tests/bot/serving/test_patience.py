"""A connection that keeps the server waiting is closed, and none keeps the others out."""

import contextlib
import http.client
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

pytest.importorskip("starlette")
ROOT = Path(__file__).parents[3]
PATIENCE, UNREAD, MOST = 1.5, 3.0, 8
# The process of `bot serve` for who has a token, over doubles, less patient than it is.
SERVE = f"""
import sys, time
from pathlib import Path
from bot.answering import QuestionAnswering
from bot.serving import patience, serve_http
from index.store import open_library
from tests.doubles import BagEncoder, WordReader

class Slow(WordReader):
    def read(self, question, hits):
        time.sleep(float(question.split()[-1]) if question[-1].isdigit() else 0)
        return super().read(question, hits)

patience.PATIENCE, patience.UNREAD_PATIENCE, patience.MOST_CONNECTED = {PATIENCE}, {UNREAD}, {MOST}
answering = QuestionAnswering(open_library(sys.argv[1]), BagEncoder(), Slow())
sys.exit(serve_http(answering, "127.0.0.1:0", Path(sys.argv[2]), 10_000))
"""
TOKEN = "a-token-of-many-letters"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
HEAD = f"POST /ask HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {TOKEN}\r\n".encode()
BODY = b'{"question": "When was the Lindholm Bridge opened? 3"}'


class Served:
    """A server that runs, and what it has logged."""

    def __init__(self, log: IO[bytes], process: "subprocess.Popen[bytes]") -> None:
        self._log, self._process = log, process
        while b"\n" not in self._logged():
            time.sleep(0.05)
        self.port = int(self._logged().split()[1].rstrip(b"/").rpartition(b":")[2])

    def _logged(self) -> bytes:
        assert self._process.poll() is None
        return os.pread(self._log.fileno(), 100_000, 0)

    @property
    def log(self) -> bytes:
        """All but where it listens."""
        return self._logged().partition(b"\n")[2]

    def connect(self, *, sent: bytes = b"") -> socket.socket:
        """A connection that has sent so much."""
        found = socket.create_connection(("127.0.0.1", self.port), timeout=20)
        found.sendall(sent)
        return found

    def get(self, connection: http.client.HTTPConnection | None = None) -> int:
        """The status of a request that is whole."""
        asking = connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        asking.request("GET", "/documents", headers=BEARER)
        answer = asking.getresponse()
        answer.read()
        if connection is None:
            asking.close()
        return answer.status


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One for all."""
    from index.building import build
    from index.store import open_library
    from index.text import Document
    from tests.doubles import BagEncoder

    folder = tmp_path_factory.mktemp("patience")
    library, tokens = folder / "library", folder / "tokens"
    long = Document("long", "Long", "The Lindholm Bridge was opened on 4 May 1987. " * 20_000)
    build(open_library(library), [long], BagEncoder(), replace=True)
    tokens.write_text(TOKEN)
    command = [sys.executable, "-c", SERVE, str(library), str(tokens)]
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(command, cwd=ROOT, stderr=log) as process,
    ):
        yield Served(log, process)
        process.kill()


def _seconds_open(connection: socket.socket) -> float:
    """How long it is not closed by the other side."""
    began = time.monotonic()
    try:
        while connection.recv(65_536):
            pass
    except ConnectionResetError:
        pass
    return time.monotonic() - began


@pytest.mark.slow
@pytest.mark.parametrize(
    "sent",
    [b"", b"GET / HT", HEAD, HEAD + b"Content-Length: 1000\r\n\r\n{"],
    ids=["nothing", "half a line", "half a head", "half a body"],
)
def test_what_is_no_whole_request_is_closed(server: Served, sent: bytes) -> None:
    """Whoever sends it, and nothing is logged of it."""
    with server.connect(sent=sent) as half:
        assert _seconds_open(half) < PATIENCE + 3
    assert server.get() == 200
    assert server.log == b""


@pytest.mark.slow
@pytest.mark.parametrize("sent", ["GET /search?q=Brücke HTTP/1.1\r\n\r\n", "nonsense\r\n\r\n"])
def test_what_is_no_request_is_said_in_json(server: Served, sent: str) -> None:
    """As all other refusals are, and nothing is logged of it."""
    with server.connect(sent=sent.encode()) as asking:
        answer = http.client.HTTPResponse(asking)
        answer.begin()
        assert (answer.status, answer.getheader("content-type")) == (400, "application/json")
        assert "percent-encoded" in json.loads(answer.read())["error"]
    assert server.log == b""


@pytest.mark.slow
def test_a_letter_now_and_then_is_no_request(server: Served) -> None:
    """It has to be whole in time, however much comes."""
    began = time.monotonic()
    with server.connect() as slow, contextlib.suppress(ConnectionError):
        for letter in HEAD:
            slow.sendall(bytes([letter]))
            time.sleep(0.2)
    assert time.monotonic() - began < PATIENCE + 4 < 0.2 * len(HEAD)


@pytest.mark.slow
def test_an_answer_may_take_longer(server: Served) -> None:
    """The time is that of who asks, not of who answers; both again on the same connection."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    for _ in range(2):
        connection.request("POST", "/ask", BODY, BEARER)
        answer = connection.getresponse()
        assert (answer.status, b"4 May 1987" in answer.read()) == (200, True)
        time.sleep(PATIENCE / 2)
        assert server.get(connection) == 200
    connection.close()


@pytest.mark.slow
def test_who_does_not_read_is_closed(server: Served) -> None:
    """Who reads slowly gets all of it."""
    request = b"GET /documents/long HTTP/1.1\r\n" + HEAD.partition(b"\n")[2] + b"\r\n"
    last = request.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
    with _narrow(server, 40 * request) as deaf, _narrow(server, 10 * request + last) as slow:
        came = bytearray()
        ended = time.monotonic() + 2.5 * UNREAD
        while time.monotonic() < ended:
            came += slow.recv(200_000)
            time.sleep(0.2)
        while part := slow.recv(65_536):
            came += part
        # What the system had taken of it is still to be had.
        kept = 0
        while part := deaf.recv(65_536):
            kept += len(part)
    assert kept < 10 * 900_000
    assert len(came) > 11 * 900_000
    assert came.endswith(b"}")


def _narrow(server: Served, request: bytes) -> socket.socket:
    """A connection into which little fits that is not read."""
    found = socket.socket()
    found.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 200_000)
    found.settimeout(20)
    found.connect(("127.0.0.1", server.port))
    found.sendall(request)
    return found


@pytest.mark.slow
def test_the_silent_give_way(server: Served) -> None:
    """The oldest of them; who is being answered stays, and all the others are answered at once."""
    request = HEAD + f"Content-Length: {len(BODY)}\r\n\r\n".encode() + BODY
    with server.connect(sent=request) as asked:
        assert server.get() == 200  # what was sent before has been read by now
        silent = [server.connect(sent=HEAD[:7]) for _ in range(3 * MOST)]
        began = time.monotonic()
        assert server.get() == 200
        assert time.monotonic() - began < PATIENCE
        assert _seconds_open(silent[0]) < PATIENCE / 2
        answered = asked.recv(65_536)
        assert answered.startswith(b"HTTP/1.1 200 ")
    for one in silent:
        one.close()
    assert server.log == b""
