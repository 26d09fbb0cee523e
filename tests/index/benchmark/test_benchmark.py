"""The benchmark: its texts, its drawn vectors, its figures."""

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from index.benchmark.contenders import Plan, Read, Times, Verbatim
from index.benchmark.process import worker
from index.benchmark.run import add_arguments, report
from index.benchmark.table import Figures, ratios, table
from index.benchmark.texts import DEFAULT, Upsampler, read_texts, varied
from index.encoding.pooling import unit
from index.errors import VerbatimError
from tests.doubles import BagEncoder


class Fixed:
    """A way that takes the time it is said to take."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def build(self) -> Times:
        """Leave a file of a known size."""
        self.plan.folder.mkdir()
        (self.plan.folder / "index").write_bytes(bytes(2_000_000))
        lines = self.plan.documents.read_text(encoding="utf-8").splitlines()
        return {"passages": len(lines), "build": 4.0, "encode": 1.0}

    def open(self) -> None:
        """What was built must be there."""
        assert (self.plan.folder / "index").exists()

    def ask(self, question: str) -> Times:
        """Half a second for any question."""
        if not question:
            raise ValueError("nothing was asked")
        return {"encode": 0.3, "search": 0.2, "question": 0.5}


def count_hits() -> Read:
    """A reader that fails unless it is given hits."""

    def read(question: str, hits: object) -> object:
        assert question
        assert hits
        return hits

    return read


def _options(*words: str) -> Namespace:
    parser = ArgumentParser()
    add_arguments(parser)
    return parser.parse_args(list(words))


def _figures(way: str, **changed: object) -> Figures:
    given: dict[str, object] = {
        "way": way,
        "passages": 1_000,
        "drawn": False,
        "build": {"build": 10.0, "encode": 5.0, "peak memory": 100.0},
        "milliseconds": {"encode": (8.0, 9.0), "search": (2.0, 3.0), "question": (10.0, 12.0)},
        "memory": {"steady": 200.0, "peak": 210.0},
        "disk": 1.5,
    }
    return Figures(**(given | changed))  # type: ignore[arg-type]


def test_benchmark_measures_both_ways_at_each_size(tmp_path: Path) -> None:
    """Encoded and drawn libraries, a reader, the other way beside them; all told as JSON too."""
    output = tmp_path / "figures.json"
    words = "--passages 2,30 --real 20 --questions 6 --rounds 2 --output"
    told: list[str] = []
    shown = report(
        _options(*words.split(), str(output)),
        told.append,
        reader=count_hits,
        load=BagEncoder,
        plain=Fixed,
    )
    written = json.loads(output.read_text(encoding="utf-8"))
    found = {(one["way"], one["passages"]): one for one in written["figures"]}
    assert list(found) == [("verbatim", 2), ("plain", 2), ("verbatim", 30)]
    assert [one["drawn"] for one in found.values()] == [False, False, True]
    assert found["plain", 2]["milliseconds"]["question"] == [500.0, 500.0]
    assert found["plain", 2]["disk"] == 2.0
    parts = {"encode", "search", "question", "read", "answer"}
    assert set(found["verbatim", 30]["milliseconds"]) == parts
    assert 10 < found["verbatim", 2]["memory"]["steady"] < 1_000
    assert written["threads"] == 1
    assert written["versions"]["faiss-cpu"]
    assert "read the hits" in shown
    assert "2 passages, better than plain: question" in shown
    assert [line for line in told if "build 2, plain" in line]


def test_ratios_are_how_many_times_better() -> None:
    """Faster questions, more passages a second and less memory each count above 1."""
    plain = _figures(
        "plain",
        build={"build": 15.0, "encode": 14.0, "peak memory": 1_000.0},
        milliseconds={"encode": (38.0, 70.0), "search": (1.0, 1.0), "question": (29.0, 71.0)},
        memory={"steady": 900.0, "peak": 950.0},
    )
    assert ratios(_figures("verbatim"), plain) == {"question": 2.9, "build": 1.5, "memory": 4.5}


def test_a_missed_target_is_said() -> None:
    """Nobody has to work out whether 2.9 is enough."""
    plain = _figures("plain", milliseconds={"question": (29.0, 71.0)})
    described = {"commit": "c", "time": "t", "machine": "m", "cpu": "x", "threads": 1, "load": 0}
    shown = table(
        described | {"python": "3", "versions": {"numpy": "2", "torch": None}},
        [_figures("verbatim"), plain],
    )
    assert "question 2.90 times (MISSED: 3), build 1.00 times (MISSED: 1.5)" in shown
    assert "Python 3, numpy 2\n" in shown


def test_drawn_builds_count_without_the_encoder() -> None:
    """Drawing vectors is no encoding: neither rate pretends so."""
    drawn = _figures("verbatim", drawn=True)
    assert (drawn.encode_rate, drawn.build_seconds, drawn.build_rate) == (None, 5.0, 200.0)
    real = _figures("verbatim")
    assert (real.encode_rate, real.build_seconds, real.build_rate) == (200.0, 10.0, 100.0)


def test_varied_passages_differ_and_are_of_real_sentences() -> None:
    """The real ones first; the others hold sentences of theirs, and repeat from run to run."""
    passages = read_texts(DEFAULT).passages
    made = list(varied(passages, 500))
    assert len({text for text, _ in made}) == 500
    assert made[0][0] == " ".join(passages[0].text.split())
    assert made == list(varied(passages, 500))
    known = {" ".join(s.of(p.document.text).split()) for p in passages for s in p.sentences}
    assert any(made[400][0].startswith(sentence) for sentence in known)
    assert max(len(text) for text, _ in made) <= 1_000


def test_drawn_vectors_lie_near_real_ones() -> None:
    """Unit vectors, nearer to a real one than noise would be, none of them a copy."""
    random = np.random.default_rng(1)
    topics = random.standard_normal((5, 64))[np.arange(200) % 5]
    real = unit((topics + 0.6 * random.standard_normal((200, 64))).astype(np.float32))
    drawn = Upsampler(real).draw(500)
    nearest = (drawn @ real.T).max(axis=1)
    assert np.allclose(np.linalg.norm(drawn, axis=1), 1.0, atol=1e-5)
    assert 0.7 < float(np.median(nearest)) < 0.999
    assert len(np.unique(drawn.round(4), axis=0)) == 500


def test_one_real_vector_is_enough_to_draw_from() -> None:
    """A library of one passage has no neighbours."""
    real = unit(np.ones((1, 8), dtype=np.float32))
    assert np.allclose(Upsampler(real).draw(3), real, atol=1e-6)


def test_what_fails_in_a_process_is_told(tmp_path: Path) -> None:
    """The reason crosses the border between processes, and the process ends."""
    plan = Plan(tmp_path, tmp_path / "none", tmp_path, threads=1)
    with (
        pytest.raises(VerbatimError, match="ValueError: nothing was asked"),
        worker(Fixed, plan) as tell,
    ):
        tell("ask", "")


@pytest.mark.skipif(sys.platform != "linux", reason="only there a process chooses processors")
def test_a_process_keeps_to_its_processors(tmp_path: Path) -> None:
    """Both ways get as many processors as threads, and no more."""
    plan = Plan(tmp_path, tmp_path / "none", tmp_path, threads=1)
    with worker(partial(Verbatim, load=OneProcessor), plan) as tell:
        assert tell("memory")["peak"] > 10


class OneProcessor(BagEncoder):
    """An encoder that refuses to start on more than one."""

    def __init__(self) -> None:
        super().__init__()
        assert len(os.sched_getaffinity(0)) == 1
        assert os.environ["OMP_NUM_THREADS"] == "1"


@pytest.mark.parametrize("wrong", ["0", "1,x", "-3", ""])
def test_sizes_that_are_none_are_usage_errors(wrong: str) -> None:
    """A library has a passage at least."""
    with pytest.raises(SystemExit):
        _options("--passages", wrong)


def test_texts_without_questions_are_refused(tmp_path: Path) -> None:
    """There would be nothing to ask."""
    path = tmp_path / "only.txt"
    path.write_text("A sentence that nobody asks about.", encoding="utf-8")
    with pytest.raises(VerbatimError, match="no questions"):
        read_texts([path])
