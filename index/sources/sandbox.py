"""Formats that can be made to hang or to swallow memory are read in a process of their own.

The process is `index.sources.extract`; the loaders it runs use what stands here too.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from index.errors import SourceError
from index.sources.loader import Extracted, File
from index.text import Part

SECONDS = 120
# The module whose `read` reads a kind, and which is imported in the child process only.
LOADERS = {
    "docx": "index.sources.word",
    "epub": "index.sources.epub",
    "feed": "index.sources.feed",
    "html": "index.sources.html",
    "markdown": "index.sources.markdown",
    "pdf": "index.sources.pdf",
}


def extracted(kind: str, file: File) -> list[Extracted]:
    """The documents in a file of a kind in `LOADERS`, at least one; raises SourceError."""
    about = json.dumps([kind, file.name, file.url, file.charset])
    command = [sys.executable, "-m", "index.sources.extract", about]
    try:
        run = subprocess.run(
            command,
            input=file.data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env=_environment(),
        )
    except subprocess.TimeoutExpired:
        raise SourceError(file.name, f"not read within {SECONDS} seconds; split it") from None
    try:
        answer = json.loads(run.stdout)
    except ValueError:
        raise SourceError(file.name, f"a damaged or oversized {kind.upper()} file") from None
    if "why" in answer:
        raise SourceError(file.name, answer["why"])
    return [_of_answer(one) for one in answer["documents"]]


def _of_answer(answer: dict[str, Any]) -> Extracted:
    parts = tuple(Part(*part) for part in answer.pop("parts"))
    return Extracted(parts, **{**answer, "left_out": tuple(answer["left_out"])})


def _environment() -> dict[str, str]:
    """The child finds this package wherever the parent found it."""
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
