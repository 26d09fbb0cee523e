"""`python -m index.sources.extract`: reads one file after the other, each in a process of its own.

A request on standard input is a line of JSON, a `Request` of `index.sources.sandbox`, and the
file's bytes. The answer is a line of JSON for each thing "found", one that says "why" there are no
more if that failed, with its "trouble", and "end". What reads a kind is loaded once and shared by
the processes that are forked after: a file costs some milliseconds, and still none can spoil, hold
up or outgrow the next.
"""

import base64
import functools
import gc
import json
import os
import re
import resource
import signal
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from index.errors import SourceError, Trouble
from index.sources.loader import Extracted, File, Unreadable, bounded
from index.sources.sandbox import Request

# What failed with so much of its memory taken, failed for the want of more.
_NEARLY = 0.9
# `ru_maxrss` counts kilobytes, on the Macintosh bytes.
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024
Read = Callable[[File], Iterable[Any]]
Failed = tuple[str, Trouble]


def main() -> None:
    """Serve requests until standard input ends."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print is no answer
    while line := requests.readline():
        request = Request(**json.loads(line))
        file = File(request.name, requests.read(request.size), request.url, request.charset)
        _serve(request, file, answers)


def _serve(request: Request, file: File, answers: BinaryIO) -> None:
    """Read the file in a child, and say how that ended where the child cannot."""
    read = _reader(request.module)
    gc.freeze()  # the child leaves untouched what it shares
    child = os.fork()
    if child == 0:
        _read(request, read, file, answers)
    _, status, used = os.wait4(child, 0)
    if status:
        late = os.WTERMSIG(status) in {signal.SIGXCPU, signal.SIGALRM}
        full = used.ru_maxrss * _RSS_UNIT > _NEARLY * request.memory
        failed = _late(request) if late else _oversized(request) if full else _damaged(request)
        answers.write(b"\n")  # it may have died within a line
        _write_failed(answers, failed)
    _write(answers, end=True)


@functools.cache
def _reader(name: str) -> Read:
    """What reads, with all that it loads for the first file: an `EXAMPLE`, if it has one."""
    module = import_module(name)
    if example := getattr(module, "EXAMPLE", None):
        list(module.read(File("example", example)))
    read: Read = module.read
    return read


def _read(request: Request, read: Read, file: File, answers: BinaryIO) -> NoReturn:
    """In the child: write what is found, or why nothing is."""
    try:
        _bound(request)
        if failed := _failed(request, read, file, answers):
            _write_failed(answers, failed)
        os._exit(0)
    finally:
        os._exit(1)  # never back to where the next request is read


def _bound(request: Request) -> None:
    """Let the kernel end this process where it takes too much, whatever it is doing."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (request.memory, request.memory))
    # At the second limit it is ended without a sign that it was late.
    resource.setrlimit(resource.RLIMIT_CPU, (request.seconds, request.seconds + 1))
    signal.alarm(request.patience)


def _failed(request: Request, read: Read, file: File, answers: BinaryIO) -> Failed | None:
    """Write what is found; returns why that failed, if it did."""
    try:
        for found in read(file):
            told = bounded(found) if isinstance(found, Extracted) else found
            _write(answers, found=asdict(told))
    except Unreadable as error:
        return str(error), error.trouble
    except SourceError as error:
        return error.why, error.trouble
    except MemoryError:
        return _oversized(request)
    except Exception as error:
        if _peak() > _NEARLY * request.memory:
            return _oversized(request)  # libraries take it for damage, or for no more text
        # Whatever a library raises on a broken file, the reader gets one line.
        lines = str(error).strip().splitlines() or [type(error).__name__]
        why, trouble = _damaged(request)
        return f"{why}: {lines[0][:200]}", trouble
    return None


def _late(request: Request) -> Failed:
    return f"not read within {request.seconds} seconds; split it", Trouble.TOO_LARGE


def _oversized(request: Request) -> Failed:
    megabytes = request.memory // 1_000_000
    return f"it takes more than {megabytes} MB to read; split it", Trouble.TOO_LARGE


def _peak() -> int:
    """The most addresses that this process had at a time, in bytes; 0 where nobody says."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0
    found = re.search(r"VmPeak:\s+(\d+) kB", status)
    return int(found[1]) * 1024 if found else 0


def _damaged(request: Request) -> Failed:
    return f"a damaged {request.kind.upper()} file", Trouble.DAMAGED


def _write_failed(answers: BinaryIO, failed: Failed) -> None:
    why, trouble = failed
    _write(answers, why=why, trouble=trouble)


def _write(answers: BinaryIO, **answer: Any) -> None:
    line = json.dumps(answer, default=_text, ensure_ascii=False)
    answers.write(line.encode("utf-8", "surrogatepass") + b"\n")
    answers.flush()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


if __name__ == "__main__":
    main()
