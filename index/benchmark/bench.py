"""A benchmark at work: libraries of each way are built and asked, in turn, in other processes."""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from index.benchmark.plain import Plain
from index.benchmark.process import Make, worker, workers
from index.benchmark.table import Figures
from index.benchmark.texts import Texts, write_documents
from index.benchmark.way import Plan, Times
from index.encoding import write_checkpoint

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
        plans = self._plans(count)
        builds = self._builds(plans, count)
        self.tell(f"{count:,} passages: {self.options.questions} questions")
        served, memories, more = self._asked(plans)
        return [
            Figures(
                way=name,
                passages=int(builds[name][-1]["passages"]),
                drawn=count > self.options.real,
                build=min(builds[name], key=lambda times: times["build"]),
                milliseconds=_percentiles(served[name]),
                memory=memories[name],
                disk=more[name].pop("disk"),
                more=more[name],
            )
            for name in plans
        ]

    def _plans(self, count: int) -> dict[str, Plan]:
        """What each way builds; where vectors are drawn, the plain way builds nothing."""
        documents = self._documents(count)
        plans = {name: self._plan(f"{name}-{count}", documents) for name in self.ways}
        if count > self.options.real:
            real = self._real_library()
            plans.pop("plain", None)
            return {name: replace(plan, upsample=real) for name, plan in plans.items()}
        if "plain" in plans:
            self._write_model()
        return plans

    def _builds(self, plans: dict[str, Plan], count: int) -> dict[str, list[Times]]:
        """Build by every plan, in turn; the plans are then those of the last libraries."""
        builds: dict[str, list[Times]] = {name: [] for name in plans}
        for number in range(1 if count > self.options.real else self.options.rounds):
            for name in _turns(plans, number):
                if name == "postgres" and number:
                    continue  # it has the library already
                self.tell(f"{count:,} passages: build {number + 1}, {name}")
                plans[name] = replace(plans[name], folder=self.folder / f"{name}-{count}-{number}")
                builds[name].append(self._built(name, plans[name]))
        return builds

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
