"""`python -m index benchmark`: how fast, how much memory, how much disk; beside the plain way.

Each way works in a process of its own, on the same texts, questions and number of threads; they
take turns, so that what else the machine does falls on both alike.
"""

import argparse
import os
import platform
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from index.benchmark.bench import Bench
from index.benchmark.plain import Plain
from index.benchmark.process import Make
from index.benchmark.table import table
from index.benchmark.texts import DEFAULT, read_texts
from index.benchmark.verbatim import Read, Verbatim
from index.encoding import Encoder, load_encoder
from index.errors import LibraryNotFound, VerbatimError
from index.evaluation import positive, provenance, write_figures, write_section
from index.outputs import result_file
from index.store import open_library

PACKAGES = ("sentencepiece", "torch", "sentence-transformers", "langchain-community")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options; `parse_args` gives what `report` takes."""
    _add_sizes(parser)
    _add_materials(parser)
    parser.add_argument(
        "--output", type=result_file, metavar="FILE", help="write the figures as JSON"
    )
    parser.add_argument(
        "--page", type=result_file, metavar="MD", help="put the table into this page"
    )


def _add_sizes(parser: argparse.ArgumentParser) -> None:
    """How much is measured."""
    parser.add_argument(
        "--passages",
        type=_counts,
        default=(1, 1_000, 100_000),
        metavar="N,N",
        help="sizes of library (default: 1,1000,100000)",
    )
    for name, count, what in (
        ("real", 1_000, "larger libraries get vectors drawn from so many encoded ones"),
        ("questions", 100, "so many questions a library"),
        ("rounds", 2, "so many builds of each; the fastest counts"),
        ("threads", 1, "for either way"),
    ):
        parser.add_argument(
            f"--{name}",
            type=positive,
            default=count,
            metavar="N",
            help=f"{what} (default: {count:,})",
        )


def _add_materials(parser: argparse.ArgumentParser) -> None:
    """What is read, and by what."""
    parser.add_argument(
        "--texts",
        nargs="+",
        type=Path,
        default=DEFAULT,
        metavar="FILE",
        help="question sets, or files of text beside them (default: the sample and a small set)",
    )
    parser.add_argument(
        "--postgres",
        metavar="ADDRESS",
        help="an empty database for a library of one size, measured beside a folder; it stays",
    )
    parser.add_argument(
        "--reader",
        type=_named,
        metavar="MODULE:FUNCTION",
        help="makes what reads the hits, timed too (default: none)",
    )


def _named(text: str) -> Callable[[], Read]:
    """A function by name; it is made use of in another process, which imports it again."""
    module, _, name = text.partition(":")
    try:
        found: Callable[[], Read] = getattr(import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise argparse.ArgumentTypeError(f"{text}: {error}") from error
    return found


def _counts(text: str) -> tuple[int, ...]:
    return tuple(sorted({positive(part) for part in text.split(",")}))


def report(
    options: argparse.Namespace,
    tell: Callable[[str], None] = lambda line: None,
    *,
    reader: Callable[[], Read] | None = None,
    load: Callable[[], Encoder] = load_encoder,
    plain: Make | None = Plain,
) -> str:
    """Measure as the options say; the table to print.

    `reader` makes, in the measured process, what reads the hits of a question; like `load` and
    `plain` it is a function of a module. `plain` is what Verbatim is compared with. Raises
    VerbatimError if that is not installed, SourceError if a text cannot be read.
    """
    ways = _ways(options, partial(Verbatim, load=load, reader=reader), plain)
    with tempfile.TemporaryDirectory(prefix="verbatim-benchmark-") as folder:
        bench = Bench(Path(folder), options, read_texts(options.texts), ways, tell)
        figures = [row for count in options.passages for row in bench.measure(count)]
    described = surroundings(options.threads)
    if options.output:
        write_figures(options.output, described, [asdict(row) for row in figures])
    shown = table(described, figures)
    if options.page:
        write_section(options.page, "index benchmark", f"```\n{shown}\n```")
    return shown


def _ways(
    options: argparse.Namespace, verbatim: partial[Verbatim], plain: Make | None
) -> dict[str, Make]:
    """What is measured, by name; raises VerbatimError if something of it cannot be."""
    ways: dict[str, Make] = {"verbatim": verbatim}
    if plain is Plain and options.passages[0] <= options.real:
        _require_plain()
    if plain:
        ways["plain"] = plain
    if options.postgres:
        _require_empty(options.postgres, options.passages)
        ways["postgres"] = partial(verbatim, address=options.postgres)
    return ways


def _require_plain() -> None:
    if find_spec("langchain_community") is None:
        raise VerbatimError(
            "the plain way to compare with is not installed: run `make benchmark`,"
            " or `pip install -e '.[benchmark]'`"
        )


def _require_empty(address: str, sizes: Sequence[int]) -> None:
    """Raise VerbatimError if there is a library, which a benchmark must not touch."""
    if len(sizes) != 1:
        raise VerbatimError("a database is measured with one size: name it with --passages")
    with suppress(LibraryNotFound):
        open_library(address).live()
        raise VerbatimError("there is a library in the database: name an empty one")


def surroundings(threads: int) -> dict[str, Any]:
    """The commit, the machine, what else it does, and the versions of what is measured."""
    found = provenance()
    for name in PACKAGES:
        try:
            found["versions"][name] = version(name)
        except PackageNotFoundError:
            found["versions"][name] = None
    cpu = Path("/proc/cpuinfo")
    lines = cpu.read_text(encoding="utf-8").splitlines() if cpu.exists() else []
    models = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    load = round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None
    return found | {"cpu": (models or [platform.processor()])[0], "threads": threads, "load": load}
