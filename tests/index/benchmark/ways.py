"""Ways to measure that need no model."""

import os
from collections.abc import Sequence

from index.benchmark.verbatim import Read
from index.benchmark.way import Plan, Times
from tests.doubles import BagEncoder


class Fixed:
    """A way that takes the time it is said to take."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def build(self) -> Times:
        """Leave a file."""
        self.plan.folder.mkdir()
        (self.plan.folder / "index").touch()
        lines = self.plan.documents.read_text(encoding="utf-8").splitlines()
        return {"passages": len(lines), "build": 4.0, "encode": 1.0}

    def open(self) -> Times:
        """What was built must be there."""
        assert (self.plan.folder / "index").exists()
        return {"open": 0.25, "disk": 2.0}

    def ask(self, question: str) -> Times:
        """Half a second for any question."""
        if not question:
            raise ValueError("nothing was asked")
        return {"encode": 0.3, "search": 0.2, "question": 0.5}

    def look(self, questions: Sequence[str]) -> Times:
        """Nothing more."""
        return {}


def count_hits() -> Read:
    """A reader that fails unless it is given hits."""

    def read(question: str, hits: object) -> object:
        assert question
        assert hits
        return hits

    return read


class OneProcessor(BagEncoder):
    """An encoder that refuses to start on more than one."""

    def __init__(self) -> None:
        super().__init__()
        assert len(os.sched_getaffinity(0)) == 1
        assert os.environ["OMP_NUM_THREADS"] == "1"
