"""A writer may die at any moment: the library is what it was before, or what it became.

A backend's tests subclass `KilledContract`, give the fixture `fresh`, and say how large a share of
the kills they have. `KILLS=1000` in the environment kills so many instead of 60.
"""

import json
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

from index.building import build, remove
from index.doctor import examine
from index.errors import LibraryNotFound
from index.store import Library, open_library
from index.text.documents import Document
from tests.doubles import BagEncoder
from tests.index.store.animals import Fresh

ROOT = Path(__file__).parents[3]
KILLS = int(os.environ.get("KILLS", "60"))
DOCUMENTS = 6
CHANGES = ("build", "add", "remove", "rollback", "prune")
# Changes the library until it is killed; says before each change what it is. It is forked from a
# process that has everything imported, so that each kill costs milliseconds.
WRITER = """
import os, sys
from pathlib import Path
from index.store import open_library
from tests.index.store.killed import change_for_ever

open_library("nowhere")  # which imports the backend
for line in sys.stdin:
    address, seed, plan = line.split()
    child = os.fork()
    if not child:
        change_for_ever(open_library(address), int(seed), Path(plan))
    print(child, flush=True)
    os.waitpid(child, 0)
    print("dead", flush=True)
"""
State = dict[str, str]
"""The documents of a generation and their titles."""


def _document(name: str, state: int) -> Document:
    return Document(name, f"state {state}", f"State {state} of animal {name}. Nobody counts it.")


def _encoder(revision: str) -> BagEncoder:
    return BagEncoder(revision=revision, dimension=64)


def _state(library: Library, number: int | None = None) -> State:
    """What a generation holds; each document is whole, found by meaning and by words."""
    with closing(library.open(number)) as view:
        documents = list(view.documents())
        assert len(documents) == view.generation.documents == view.generation.passages
        encoder = _encoder(view.generation.revision)
        found = view.evidence(view.rows().tolist())
        stored = {row: one.passage.document for row, one in found.items()}
        for document in documents:
            state = int(document.title.removeprefix("state "))
            assert document == _document(document.doc_id, state)
            (question,) = encoder.encode_questions([f"{document.title}\n{document.text}"])
            alike = [row for row, cosine in view.nearest(question, 99) if cosine > 0.999]
            assert document in [stored[row] for row in alike]
            words = view.sharing([str(state)], 99)
            assert {stored[row].title for row, _ in words} <= {document.title}
        return {document.doc_id: document.title for document in documents}


def _changed(library: Library, change: str, state: int, chance: random.Random) -> State:
    """What the library will hold after a change."""
    before = _state(library)
    if change == "build":
        return {str(n): f"state {state}" for n in range(DOCUMENTS)}
    if change == "add":
        return before | {str(n): f"state {state}" for n in chance.sample(range(10), 3)}
    if change == "remove":
        gone = chance.sample(sorted(before), min(2, len(before) - 1))
        return {name: title for name, title in before.items() if name not in gone}
    if change == "rollback":
        return _state(library, chance.choice(library.generations()).number)
    return before


def _make(library: Library, change: str, before: State, after: State) -> None:
    live = library.live()
    put = [
        _document(name, int(title.removeprefix("state ")))
        for name, title in after.items()
        if before.get(name) != title
    ]
    if change == "build":
        # Every build has an encoder of its own, which makes a FAISS file of its own.
        build(library, put, _encoder(str(int(live.revision) + 1)), replace=True)
    elif change == "add":
        build(library, put, _encoder(live.revision), replace=False)
    elif change == "remove" and set(before) - set(after):
        remove(library, sorted(set(before) - set(after)))
    elif change == "rollback":
        numbers = [one.number for one in library.generations()]
        library.rollback(next(n for n in numbers if _state(library, n) == after))
    else:
        library.prune(keep=1)


def change_for_ever(library: Library, seed: int, plan: Path) -> None:
    """One change after the other, each written down before it is made."""
    chance = random.Random(seed)
    try:
        library.live()
    except LibraryNotFound:
        build(library, [_document("1", 100)], _encoder("1"), replace=True)
    for step in range(1, sys.maxsize):
        # Each kind in its turn, and then whatever comes before it is killed.
        change = CHANGES[seed % len(CHANGES)] if step == 1 else chance.choice(CHANGES)
        before = _state(library)
        after = _changed(library, change, seed * 1_000 + step, chance)
        aside = plan.with_name("aside")
        aside.write_text(json.dumps([change, before, after]))
        aside.replace(plan)
        _make(library, change, before, after)


def _complaints(library: Library) -> list[str]:
    encoder = _encoder(library.live().revision)
    return [one.text for one in examine(library, lambda: encoder) if not one.sound]


def _begun(writer: Popen[str], library: Library, seed: int, plan: Path) -> int:
    """The process that now changes the library."""
    assert writer.stdin
    assert writer.stdout
    writer.stdin.write(f"{library.address} {seed} {plan}\n")
    writer.stdin.flush()
    return int(writer.stdout.readline())


def _killed(writer: Popen[str], child: int, after: float) -> None:
    assert writer.stdout
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    assert writer.stdout.readline() == "dead\n"


def _wait_for(plan: Path) -> None:
    deadline = time.monotonic() + 60
    while not plan.exists():
        assert time.monotonic() < deadline
        time.sleep(0.001)


class KilledContract:
    """Tests of one backend; `fresh` is a fixture of the subclass."""

    SHARE: float

    @pytest.fixture
    def writer(self) -> Iterator[Popen[str]]:
        """The process that forks writers."""
        command = [sys.executable, "-c", WRITER]
        # One thread: a process that has started OpenMP's threads must not fork.
        environment = os.environ | {"OMP_NUM_THREADS": "1"}
        pipe = subprocess.PIPE
        with Popen(
            command,
            stdin=pipe,
            stdout=pipe,
            text=True,
            cwd=ROOT,
            env=environment,
            start_new_session=True,
        ) as one:
            yield one
            # With the writer it forked, where a test ended before that was killed.
            os.killpg(one.pid, signal.SIGKILL)

    def leftovers(self, address: str) -> list[str]:
        """What lies in a library that no generation of it needs."""
        raise NotImplementedError

    @pytest.mark.slow
    def test_killed_while_it_changes(
        self, writer: Popen[str], fresh: Fresh, tmp_path: Path
    ) -> None:
        """At any moment of any change: one whole generation, nothing to complain of, no leftovers.

        The live one is that of before the change, or that of after it; the others are whole, too.
        """
        plan, moments = tmp_path / "plan", random.Random(0)
        seen: set[tuple[str, bool]] = set()
        with fresh() as address:
            library = open_library(address)
            build(library, [_document("1", 100)], _encoder("1"), replace=True)
            for kill in range(1, round(KILLS * self.SHARE) + 1):
                plan.unlink(missing_ok=True)
                child = _begun(writer, library, kill, plan)
                _wait_for(plan)
                # Each kind is killed while it is made, and then whatever comes after it.
                _killed(writer, child, moments.uniform(0.0, 0.02 if kill % 2 else 0.2))
                change, before, after = json.loads(plan.read_text())
                live = _state(library)
                assert live in (before, after), change
                for generation in library.generations():
                    _state(library, generation.number)
                assert _complaints(library) == []
                # The next change sweeps what the dead one left.
                encoder = _encoder(library.live().revision)
                build(library, [_document("0", 1_000 * kill)], encoder, replace=False)
                library.prune(keep=2)
                assert _state(library) == live | {"0": f"state {1_000 * kill}"}
                assert self.leftovers(address) == []
                seen.add((change, live == after))
        assert {change for change, _ in seen} == set(CHANGES)
        assert {done for _, done in seen} == {True, False}

    def test_killed_before_there_was_a_library(
        self, writer: Popen[str], fresh: Fresh, tmp_path: Path
    ) -> None:
        """The very first build may die, too: there is none, or a whole one."""
        for number in range(10):
            with fresh() as address:
                library = open_library(address)
                child = _begun(writer, library, number, tmp_path / "plan")
                _killed(writer, child, 0.002 * number)
                build(library, [_document("7", 700)], _encoder("1"), replace=True)
                assert _state(library) == {"7": "state 700"}
