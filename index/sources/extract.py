"""`python -m index.sources.extract pdf|docx|epub`: a file on stdin, a JSON object on stdout.

Run by `index.sources.sandbox`; what it raises or prints otherwise, and any crash, is caught there.
"""

import json
import resource
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from index.sources.sandbox import Extracted, Unreadable

MEMORY = 2_000_000_000


def loader(kind: str) -> Callable[[bytes], Extracted]:
    """What reads files of that kind; only its own libraries are loaded."""
    if kind == "pdf":
        from index.sources import pdf

        return pdf.read
    if kind == "docx":
        from index.sources import word

        return word.read
    from index.sources import epub

    return epub.read


def main() -> None:
    """Read, extract, print."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    answer: dict[str, Any]
    try:
        answer = asdict(loader(sys.argv[1])(sys.stdin.buffer.read()))
    except Unreadable as error:
        answer = {"why": str(error)}
    except Exception as error:
        # Whatever a library raises on a broken file, the reader gets one line.
        why = str(error).strip().splitlines() or [type(error).__name__]
        answer = {"why": f"a damaged {sys.argv[1].upper()} file: {why[0][:200]}"}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
