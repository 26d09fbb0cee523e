"""A loader that does what the file says: what hostile files make real ones do."""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

from index.sources.loader import MOST_PARTS, Extracted, File, Unreadable
from index.text.blocks import Part
from index.text.left_out import LeftOut, Missing

# What it says that it left out, of all that there is to say.
MISSING = LeftOut(Missing.COMMENTED, "n", "w", 3, (1, 2))


def read(file: File) -> Iterator[Extracted]:
    """Do it, or say it."""
    text = file.data.decode("utf-8", "surrogatepass")
    if text in DEEDS:
        DEEDS[text]()
    elif text == "crash":
        yield Extracted((Part("begun"),))
        os.kill(os.getpid(), signal.SIGSEGV)
    elif text == "one too long":
        yield Extracted((Part("a"),) * (MOST_PARTS + 1), name="1")
        yield Extracted((Part("b"),), name="2")
    elif text == "environment":
        yield Extracted(tuple(Part(name) for name in sorted(os.environ)))
    elif text == "lie":
        seals: Any = {**asdict(MISSING), "kind": "seals"}
        yield Extracted((Part("a"),), left_out=(seals,))
    else:
        yield Extracted((Part(text), Part("b", "item", 2)), "T", "D", "L", "U", "N", (MISSING,))


def _spin() -> None:
    while True:
        pass


def _grow() -> None:
    kept = []
    while True:
        kept.append(bytearray(10_000_000))


def _grow_and_fail() -> None:
    kept = []
    with contextlib.suppress(MemoryError):
        while True:
            kept.append(bytearray(2_000_000))
    raise ValueError("internal error: Huge input lookup")


def _print() -> None:
    print('{"end": true}')  # noqa: T201
    os.write(1, b'{"end": true}\n')


def _fail() -> None:
    raise ValueError("something\nis wrong")


def _refuse() -> None:
    raise Unreadable("not today")


def _kill() -> None:
    os.kill(os.getppid(), signal.SIGKILL)


def _kill_and_wait() -> None:
    _kill()
    time.sleep(60)


DEEDS: dict[str, Callable[[], None]] = {
    "spin": _spin,
    "sleep": lambda: time.sleep(60),
    "grow": _grow,
    "grow and fail": _grow_and_fail,
    "leave": sys.exit,
    "print": _print,
    "fail": _fail,
    "refuse": _refuse,
    "kill": _kill,
    "kill and wait": _kill_and_wait,
    "nothing": lambda: None,
}
