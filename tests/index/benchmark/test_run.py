"""The benchmark measures what it is told to, and says so."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

import pytest

from index.benchmark.run import add_arguments, report
from index.errors import VerbatimError
from tests.doubles import BagEncoder
from tests.index.benchmark.ways import Fixed, count_hits
from tests.postgres.server import Server


def _options(*words: str) -> Namespace:
    parser = ArgumentParser()
    add_arguments(parser)
    return parser.parse_args(list(words))


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
    assert found["verbatim", 30]["more"]["recall"] == 1.0
    assert 0 < found["verbatim", 30]["more"]["open"] < found["verbatim", 30]["more"]["added"] * 9
    assert written["threads"] == 1
    assert written["versions"]["faiss-cpu"]
    assert "read the hits" in shown
    assert "2 passages, better than plain: question" in shown
    assert [line for line in told if "build 2, plain" in line]


def test_a_database_is_measured_beside_the_folder(postgres: Server) -> None:
    """The same texts and questions; a library that is there is not touched."""
    address = postgres.database()
    words = ["--passages", "30", "--real", "20", "--questions", "6", "--postgres", address]
    shown = report(_options(*words), load=BagEncoder, plain=Fixed)
    rows = {line.split("  ")[0]: line.split()[-2:] for line in shown.splitlines() if line}
    assert (rows["passages"], rows["way"]) == (["30", "30"], ["verbatim", "postgres"])
    assert rows["ten nearest found, of exact"] == ["1", "1"]
    assert float(rows["on disk, MB"][1]) > 0.5  # tables and indexes
    assert "postgres: the memory is the bot's" in shown
    with pytest.raises(VerbatimError, match="name an empty one"):
        report(_options(*words), load=BagEncoder, plain=None)
    words[1] = "30,40"
    with pytest.raises(VerbatimError, match="one size"):
        report(_options(*words), load=BagEncoder, plain=None)


@pytest.mark.parametrize("wrong", ["0", "1,x", "-3", ""])
def test_sizes_that_are_none_are_usage_errors(wrong: str) -> None:
    """A library has a passage at least."""
    with pytest.raises(SystemExit):
        _options("--passages", wrong)
