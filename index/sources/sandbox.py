"""What strangers made is read in processes of its own, bounded in memory and time.

Files that can be made to hang or to swallow memory, pages, feeds, and whatever a server answers.
The processes run `index.sources.extract`.
"""

import base64
import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

from index.errors import SourceError, Trouble
from index.sources.answered import extracted, row
from index.sources.jsonl import Row
from index.sources.loader import Extracted, File

_T = TypeVar("_T")
# Of one file, the libraries that read it included: those of pages take 170 MB of addresses.
MEMORY = 512_000_000
# Of computing, so that what can be read does not depend on what else the machine does ...
SECONDS = 30
# ... and by the clock, for what waits instead of computing.
PATIENCE = 120
# What one file may say, in bytes of JSON: twenty million letters of any script.
MOST_ANSWERED = 100_000_000
# The module whose `read` reads a kind, and which is imported in the child process only.
LOADERS = {
    "code": "index.sources.code",
    "csv": "index.sources.csv_rows",
    "docx": "index.sources.word",
    "eml": "index.sources.talk.mail",
    "epub": "index.sources.epub",
    "feed": "index.sources.feed",
    "html": "index.sources.html",
    "json": "index.sources.talk.telegram",
    "jsonl": "index.sources.jsonl",
    "markdown": "index.sources.markdown",
    "mbox": "index.sources.talk.box",
    "odt": "index.sources.office.opendocument",
    "pdf": "index.sources.pdf",
    "pptx": "index.sources.office.slides",
    "rtf": "index.sources.office.rich",
    "subtitles": "index.sources.talk.subtitles",
    "text": "index.sources.plain",
    "ttml": "index.sources.talk.timed_text",
    "xlsx": "index.sources.office.sheet",
}
FETCHING = "index.sources.fetch"
# What the child is told of the environment; tokens and passwords are not.
_TOLD = ("HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PATH", "TMPDIR")


@dataclass(frozen=True, slots=True)
class Request:
    """What a child is asked: to read a file of `size` bytes by a module, within bounds.

    `seconds` are of computing, `patience` by the clock, `memory` in bytes.
    """

    kind: str
    module: str
    name: str
    url: str | None
    charset: str | None
    size: int
    seconds: int
    patience: int
    memory: int


class Sandbox:
    """Processes that read, each started when it is needed and used again.

    As many run as threads read at a time. They end with the sandbox, or with this process.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._all: set[_Child] = set()
        self._idle: list[_Child] = []
        self._closed = False

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def extracted(self, kind: str, file: File) -> list[Extracted]:
        """The documents in a file of a kind in `LOADERS`, at least one; raises SourceError."""
        if kind not in LOADERS:
            raise SourceError(
                file.name, f"nothing here reads {kind.upper()} files", Trouble.UNKNOWN_KIND
            )
        found = self._told(kind, file, extracted)
        if not found:
            raise SourceError(file.name, "there is no text in it", Trouble.NO_TEXT)
        return found

    def rows(self, file: File) -> list[Row]:
        """The lines of a .jsonl file; raises SourceError."""
        return self._told("jsonl", file, row)

    def fetched(self, url: str) -> File:
        """What is at an address; raises SourceError."""
        (answer,) = self._answers("address", FETCHING, File(url, b""))
        return File(**{**answer, "data": base64.b64decode(answer["data"])})

    def close(self) -> None:
        """End all processes, also those that are reading: their readers get a SourceError."""
        with self._lock:
            self._closed = True
            for child in self._all:
                child.kill()

    def _told(self, kind: str, file: File, made: Callable[[dict[str, Any]], _T]) -> list[_T]:
        """What is made of each answer; raises SourceError, also for what is none."""
        answers = self._answers(kind, LOADERS[kind], file)
        try:
            return [made(answer) for answer in answers]
        except (KeyError, TypeError, ValueError) as error:
            raise _damaged(kind, file) from error

    def _answers(self, kind: str, module: str, file: File) -> list[dict[str, Any]]:
        child = self._taken(file)
        request = _request(kind, module, file)
        try:
            answers = list(child.answers(request, file.data))
        except (OSError, EOFError, ValueError) as error:
            self._lost(child)
            raise _damaged(kind, file) from error
        with self._lock:
            self._idle.append(child)
        for answer in answers:
            if "why" in answer:
                raise SourceError(file.name, answer["why"], Trouble(answer["trouble"]))
        return [answer["found"] for answer in answers]

    def _taken(self, file: File) -> "_Child":
        with self._lock:
            if self._closed:
                raise SourceError(file.name, "not read: it was interrupted")
            child = self._idle.pop() if self._idle else _Child()
            self._all.add(child)
            return child

    def _lost(self, child: "_Child") -> None:
        with self._lock:
            self._all.discard(child)
        child.kill()


class _Child:
    """One process that reads file after file; for one thread at a time."""

    def __init__(self) -> None:
        # -P: modules are not looked for in the folder one happens to be in, which may hold what
        # is to be read. A session of its own: Ctrl-C is for the parent, which ends it.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "index.sources.extract"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,
        )

    def answers(self, request: Request, data: bytes) -> Iterator[dict[str, Any]]:
        """What is found, or why nothing is; raises OSError or EOFError if the child dies."""
        requests, answers = self._process.stdin, self._process.stdout
        assert requests is not None
        assert answers is not None
        requests.write(json.dumps(asdict(request)).encode() + b"\n")
        requests.write(data)
        requests.flush()
        left = MOST_ANSWERED
        while line := answers.readline(left):
            left -= len(line)
            answer = _parsed(line)
            if "end" in answer:
                return
            if answer:
                yield answer
        raise EOFError

    def kill(self) -> None:
        """End it and what it forked, at once."""
        if self._process.poll() is None:
            with contextlib.suppress(OSError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with contextlib.suppress(OSError):  # what was not sent yet never will be
                pipe.close()


def _request(kind: str, module: str, file: File) -> Request:
    about = (kind, module, file.name, file.url, file.charset, len(file.data))
    return Request(*about, SECONDS, PATIENCE, MEMORY)


def _damaged(kind: str, file: File) -> SourceError:
    why = f"a damaged or oversized {kind.upper()} file"
    return SourceError(file.name, why, Trouble.DAMAGED)


def _parsed(line: bytes) -> dict[str, Any]:
    """An answer; an empty one for a line over which a process was ended."""
    try:
        answer: dict[str, Any] = json.loads(line)
    except ValueError:
        return {}
    return answer


def _environment() -> dict[str, str]:
    """The child finds this package wherever the parent found it."""
    told = {name: os.environ[name] for name in _TOLD if name in os.environ}
    places = [str(Path(__file__).parents[2]), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**told, "PYTHONPATH": os.pathsep.join(places), "OPENBLAS_NUM_THREADS": "1"}
