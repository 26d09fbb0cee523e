"""A writer may die at any moment: the library is what it was before, or what it became.

A backend's tests subclass `KilledContract` and give the fixture `fresh`.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from subprocess import Popen

import pytest

from index.building import build
from index.doctor import examine
from index.store import Library, open_library
from index.text.documents import Document
from tests.doubles import BagEncoder
from tests.index.store.contract import Fresh, passage

ROOT = Path(__file__).parents[3]
KILLS = 100
DOCUMENTS = 12
# Builds state after state until it is killed; says which are done. It is forked from a process
# that has everything imported, so that each kill costs milliseconds.
WRITER = """
import os, sys
from pathlib import Path
from index.store import open_library
from tests.index.store.killed import advance

for line in sys.stdin:
    address, state, done = line.split()
    child = os.fork()
    if not child:
        while True:
            state = int(state) + 1
            advance(open_library(address), state)
            aside = Path(done + ".new")
            aside.write_text(str(state))
            aside.replace(done)
    print(child, flush=True)
    os.waitpid(child, 0)
    print("dead", flush=True)
"""


def _encoder(state: int) -> BagEncoder:
    """Every second state has an encoder of its own, which makes a FAISS file of its own."""
    return BagEncoder(revision=str(state // 2), dimension=64)


def advance(library: Library, state: int) -> None:
    """Bring the library to this state, and drop what is older than the last."""
    texts = (f"State {state} of animal {n}. It is {n * state}." for n in range(DOCUMENTS))
    documents = [Document(str(n), f"state {state}", text) for n, text in enumerate(texts)]
    build(library, documents, _encoder(state), replace=True)
    library.prune(keep=1)


def _seconds_to_advance(library: Library, state: int) -> float:
    started = time.monotonic()
    advance(library, state)
    return time.monotonic() - started


def _state(library: Library) -> int:
    """The state the library is in, wholly: its documents, vectors and words agree."""
    with closing(library.open()) as view:
        documents = list(view.documents())
        (state,) = {int(document.title.removeprefix("state ")) for document in documents}
        assert len(documents) == len(view.rows()) == DOCUMENTS
        question = _encoder(state).encode_questions([documents[5].text])[0]
        ((row, cosine),) = view.nearest(question, 1)
        assert cosine == pytest.approx(1.0, abs=1e-3)
        assert f"State {state} of" in passage(view, row).text
        shared = view.sharing([str(state)], 99)
        assert {passage(view, row).document.title for row, _ in shared} <= {f"state {state}"}
    return state


def _complaints(library: Library, state: int) -> list[str]:
    found = examine(library, lambda: _encoder(state))
    return [finding.text for finding in found if not finding.sound]


def _killed(writer: Popen[str], library: Library, state: int, done: Path, after: float) -> None:
    assert writer.stdin
    assert writer.stdout
    writer.stdin.write(f"{library.address} {state} {done}\n")
    writer.stdin.flush()
    child = int(writer.stdout.readline())
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    assert writer.stdout.readline() == "dead\n"


class KilledContract:
    """Tests of one backend; `fresh` is a fixture of the subclass."""

    @pytest.fixture
    def writer(self) -> Iterator[Popen[str]]:
        """The process that forks writers."""
        command = [sys.executable, "-c", WRITER]
        # One thread: a process that has started OpenMP's threads must not fork.
        environment = os.environ | {"OMP_NUM_THREADS": "1"}
        pipe = subprocess.PIPE
        with Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT, env=environment) as one:
            yield one
            assert one.stdin
            one.stdin.close()

    @pytest.mark.slow
    def test_killed_at_a_hundred_moments(
        self, writer: Popen[str], fresh: Fresh, tmp_path: Path
    ) -> None:
        """After each kill it opens, answers as one of two generations, and can be built again."""
        done, moments = tmp_path / "done", random.Random(0)
        with fresh() as address:
            library = open_library(address)
            longest = _seconds_to_advance(library, 1)
            state, reached = 1, set()
            for _ in range(KILLS):
                done.write_text(str(state))
                # From the first step of one change to the last of the next.
                _killed(writer, library, state, done, moments.uniform(0.0, 3 * longest))
                finished = int(done.read_text())
                after = _state(library)
                assert after in {finished, finished + 1}
                assert _complaints(library, after) == []
                reached.add(after - state)
                state = after + 1
                # The machine may become busier meanwhile.
                longest = max(longest, _seconds_to_advance(library, state))
                assert _state(library) == state
        assert len(reached) > 1  # some died before they were done, some after

    def test_killed_before_there_was_a_library(
        self, writer: Popen[str], fresh: Fresh, tmp_path: Path
    ) -> None:
        """The very first build may die, too: there is none, or a whole one."""
        for number in range(10):
            with fresh() as address:
                library = open_library(address)
                _killed(writer, library, 0, tmp_path / "done", 0.002 * number)
                advance(library, 7)
                assert _state(library) == 7
