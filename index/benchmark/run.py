"""`python -m index benchmark`: how fast, how much memory, how much disk; beside the plain way.

Each way works in a process of its own, on the same texts, questions and number of threads; they
take turns, so that what else the machine does falls on both alike.
"""

import argparse
import json
import os
import platform
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from functools import partial
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from index.benchmark.contenders import Plain, Plan, Read, Times, Verbatim
from index.benchmark.process import Make, worker, workers
from index.benchmark.table import Figures, table
from index.benchmark.texts import DEFAULT, Texts, read_texts, write_documents
from index.encoding import Encoder, load_encoder, write_checkpoint
from index.errors import LibraryNotFound, VerbatimError
from index.evaluation import positive, provenance, write_figures, write_section
from index.outputs import output_file
from index.store import open_library

PACKAGES = ("sentencepiece", "torch", "sentence-transformers", "langchain-community")
WARMING = 5
# So many questions are compared with every passage.
COMPARED = 20
# What transformers need to know of the checkpoint's tokenizer.
TOKENIZER = {
    "tokenizer_class": "PreTrainedTokenizerFast",
    "model_max_length": 512,
    "bos_token": "<s>",
    "cls_token": "<s>",
    "eos_token": "</s>",
    "sep_token": "</s>",
    "pad_token": "<pad>",
    "unk_token": "<unk>",
    "mask_token": "<mask>",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options; `parse_args` gives what `report` takes."""
    _add_sizes(parser)
    _add_materials(parser)
    parser.add_argument(
        "--output", type=output_file, metavar="FILE", help="write the figures as JSON"
    )
    parser.add_argument(
        "--page", type=output_file, metavar="MD", help="put the table into this page"
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
    if plain is Plain and options.passages[0] <= options.real:
        _require_plain()
    ways: dict[str, Make] = {"verbatim": partial(Verbatim, load=load, reader=reader)}
    if plain:
        ways["plain"] = plain
    if options.postgres:
        _require_empty(options.postgres, options.passages)
        ways["postgres"] = partial(Verbatim, load=load, reader=reader, address=options.postgres)
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


@dataclass
class Bench:
    """A benchmark at work in a folder that is thrown away."""

    folder: Path
    options: argparse.Namespace
    texts: Texts
    ways: dict[str, Make]
    tell: Callable[[str], None]

    def measure(self, count: int) -> list[Figures]:
        """Every figure for a library of `count` passages, of each way that can build it."""
        documents = self._documents(count)
        drawn = count > self.options.real
        plans = {name: self._plan(f"{name}-{count}", documents) for name in self.ways}
        if drawn:
            real = self._real_library()
            plans = {
                name: replace(plan, upsample=real)
                for name, plan in plans.items()
                if name != "plain"
            }
        elif "plain" in plans:
            self._write_model()
        builds: dict[str, list[Times]] = {name: [] for name in plans}
        for number in range(1 if drawn else self.options.rounds):
            for name in _turns(plans, number):
                if name == "postgres" and number:
                    continue  # it has the library already
                self.tell(f"{count:,} passages: build {number + 1}, {name}")
                plans[name] = replace(plans[name], folder=self.folder / f"{name}-{count}-{number}")
                builds[name].append(self._built(name, plans[name]))
        self.tell(f"{count:,} passages: {self.options.questions} questions")
        served, memories, more = self._asked(plans)
        return [
            Figures(
                way=name,
                passages=int(builds[name][-1]["passages"]),
                drawn=drawn,
                build=min(builds[name], key=lambda times: times["build"]),
                milliseconds=_percentiles(served[name]),
                memory=memories[name],
                disk=more[name].pop("disk"),
                more=more[name],
            )
            for name in plans
        ]

    def _plan(self, name: str, documents: Path) -> Plan:
        return Plan(self.folder / name, documents, self.folder / "fp32", self.options.threads)

    def _documents(self, count: int) -> Path:
        path = self.folder / f"documents-{count}.jsonl"
        if not path.exists():
            write_documents(path, self.texts.passages, count)
        return path

    def _real_library(self) -> Path:
        """A library of encoded passages, to draw vectors from."""
        real = self.options.real
        # Perhaps one has been built already, to be measured.
        plan = self._plan(f"verbatim-{real}-0", self._documents(real))
        if not plan.folder.exists():
            self.tell(f"{real:,} passages: encoding, to draw vectors from")
            self._built("verbatim", plan)
        return plan.folder

    def _write_model(self) -> None:
        folder = self.folder / "fp32"
        if self.ways["plain"] is Plain and not folder.exists():
            self.tell("writing the fp32 checkpoint for the plain way")
            write_checkpoint(folder)
            (folder / "tokenizer_config.json").write_text(json.dumps(TOKENIZER))

    def _built(self, name: str, plan: Plan) -> Times:
        with worker(self.ways[name], plan) as tell:
            times: Times = tell("build")
            return times | {f"{kind} memory": size for kind, size in tell("memory").items()}

    def _asked(
        self, plans: dict[str, Plan]
    ) -> tuple[dict[str, list[Times]], dict[str, Times], dict[str, Times]]:
        """Times of each question, which all are asked in turn, memory after that, the rest."""
        asked = [self.texts.questions[i % len(self.texts.questions)] for i in range(WARMING)]
        served: dict[str, list[Times]] = {name: [] for name in plans}
        with workers({name: (self.ways[name], plan) for name, plan in plans.items()}) as tells:
            more: dict[str, Times] = {}
            for name, tell in tells.items():
                more[name] = tell("open")
                for question in asked:
                    tell("ask", question)
            for number in range(self.options.questions):
                question = self.texts.questions[number % len(self.texts.questions)]
                for name in _turns(tells, number):
                    served[name].append(tells[name]("ask", question))
            memories = {name: tell("memory") for name, tell in tells.items()}
            for name, tell in tells.items():
                more[name] |= tell("look", self.texts.questions[:COMPARED])
            return served, memories, more


def _turns(names: dict[str, Any], number: int) -> Sequence[str]:
    """Who goes first changes every time."""
    return list(names) if number % 2 == 0 else list(reversed(names))


def _percentiles(times: Sequence[Times]) -> dict[str, tuple[float, float]]:
    """p50 and p95 of each part, in milliseconds."""
    found = {}
    for part in times[0]:
        low, high = np.percentile([one[part] * 1_000 for one in times], (50, 95))
        found[part] = (float(low), float(high))
    return found
