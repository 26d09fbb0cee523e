"""A way to find passages for a question, as the benchmark measures it in a process of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

# Each way imports what it needs when it needs it: its memory is what is measured.

HITS = 10
MEGABYTE = 1e6
Times = dict[str, float]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a way is to work on, and where.

    `documents` is a file of JSON lines, [text, language]; with `upsample`, a library whose
    vectors those of the passages are drawn from. `model` is where an fp32 checkpoint lies.
    """

    folder: Path
    documents: Path
    model: Path
    threads: int
    upsample: Path | None = None


class Way(Protocol):
    """A way to find passages for a question."""

    def build(self) -> Times:
        """Index the documents: `passages`, seconds to `build`, of which to `encode`."""

    def open(self) -> Times:
        """Open what was built: seconds to `open` it, and megabytes of `disk` that it takes."""

    def ask(self, question: str) -> Times:
        """Seconds to `encode`, to `search`, and for the `question`, which is both.

        With a reader, to `read` the hits too, and for the `answer` in all.
        """

    def look(self, questions: Sequence[str]) -> Times:
        """The `recall` of the ten nearest, and seconds until a text that is `added` answers."""
