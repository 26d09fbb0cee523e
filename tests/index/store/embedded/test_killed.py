"""A writer may die at any moment: the library is what it was before, or what it became."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from subprocess import Popen
from tempfile import TemporaryDirectory

import pytest

from index.build import build
from index.store.embedded.doctor import examine
from index.store.embedded.library import Library
from index.text.documents import Document
from tests.doubles import BagEncoder

ROOT = Path(__file__).parents[4]
KILLS = 100
DOCUMENTS = 12
# Builds state after state until it is killed; says which are done. It is forked from a process
# that has everything imported, so that each kill costs milliseconds.
WRITER = """
import os, sys
from pathlib import Path
from index.store.embedded.library import Library
from tests.index.store.embedded.test_killed import advance

for line in sys.stdin:
    folder, state = line.split()
    child = os.fork()
    if not child:
        while True:
            state = int(state) + 1
            advance(Library(Path(folder)), state)
            aside = Path(folder) / "done.new"
            aside.write_text(str(state))
            aside.replace(Path(folder) / "done")
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


def _state(library: Library) -> int:
    """The state the library is in, wholly: its documents, vectors and words agree."""
    view = library.open()
    documents = list(view.documents())
    (state,) = {int(document.title.removeprefix("state ")) for document in documents}
    assert len(documents) == len(view.rows()) == DOCUMENTS
    question = _encoder(state).encode_questions([documents[5].text])[0]
    row, cosine = view.search(question, 1)[0]
    assert cosine == pytest.approx(1.0, abs=1e-3)
    assert f"State {state} of" in view.passage(row).text
    assert {view.passage(row).document.title for row, _ in view.lexical(str(state), 99)} <= {
        f"state {state}"
    }
    return state


def _complaints(library: Library, state: int) -> list[str]:
    found = examine(library, lambda: _encoder(state))
    return [finding.text for finding in found if not finding.sound]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder in memory, where there is such a thing: syncing a disk is what takes long."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        yield Path(name)


@pytest.fixture
def writer() -> Iterator[Popen[str]]:
    """The process that forks writers."""
    command = [sys.executable, "-c", WRITER]
    # One thread: a process that has started OpenMP's threads must not fork.
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    pipe = subprocess.PIPE
    with Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT, env=environment) as process:
        yield process
        assert process.stdin
        process.stdin.close()


def _killed(writer: Popen[str], library: Library, state: int, after: float) -> None:
    assert writer.stdin
    assert writer.stdout
    writer.stdin.write(f"{library.path} {state}\n")
    writer.stdin.flush()
    child = int(writer.stdout.readline())
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    assert writer.stdout.readline() == "dead\n"


@pytest.mark.slow
def test_killed_at_a_hundred_moments(writer: Popen[str], folder: Path) -> None:
    """After each kill it opens, answers as one of two generations, and can be built again."""
    library, moments = Library(folder), random.Random(0)
    done = folder / "done"
    started = time.monotonic()
    advance(library, 1)
    # From the first step of one change to the last of the next, on a busy machine too.
    longest = 3 * (time.monotonic() - started)
    state, reached = 1, set()
    for _ in range(KILLS):
        done.write_text(str(state))
        _killed(writer, library, state, moments.uniform(0.0, longest))
        finished = int(done.read_text())
        after = _state(library)
        assert after in {finished, finished + 1}
        assert _complaints(library, after) == []
        reached.add(after - state)
        state = after + 1
        advance(library, state)
        assert _state(library) == state
    assert len(reached) > 1  # some died before they were done, some after


def test_killed_before_there_was_a_library(writer: Popen[str], folder: Path) -> None:
    """The very first build may die, too: there is none, or a whole one."""
    for number in range(10):
        library = Library(folder / str(number))
        library.path.mkdir()
        _killed(writer, library, 0, 0.002 * number)
        advance(library, 7)
        assert _state(library) == 7
