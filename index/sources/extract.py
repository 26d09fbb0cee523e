"""`python -m index.sources.extract ABOUT`: a file on stdin, a JSON object on stdout.

`ABOUT` is a JSON list of the kind and what else a `File` has. Run by `index.sources.sandbox`; what
it raises or prints otherwise, and any crash, is caught there.
"""

import json
import resource
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict
from importlib import import_module
from typing import Any

from index.sources.loader import Extracted, File, Unreadable
from index.sources.sandbox import LOADERS

MEMORY = 2_000_000_000


def loader(kind: str) -> Callable[[File], Iterable[Extracted]]:
    """What reads files of that kind; only its own libraries are loaded.

    Raises Unreadable if there is no such loader.
    """
    if kind not in LOADERS:
        raise Unreadable(f"nothing here reads {kind.upper()} files")
    read: Callable[[File], Iterable[Extracted]] = import_module(LOADERS[kind]).read
    return read


def main() -> None:
    """Read, extract, print."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    kind, name, url, charset = json.loads(sys.argv[1])
    answer: dict[str, Any]
    try:
        found = loader(kind)(File(name, sys.stdin.buffer.read(), url, charset))
        answer = {"documents": [asdict(one) for one in found]}
        if not answer["documents"]:
            raise Unreadable("there is no text in it")
    except Unreadable as error:
        answer = {"why": str(error)}
    except Exception as error:
        # Whatever a library raises on a broken file, the reader gets one line.
        why = str(error).strip().splitlines() or [type(error).__name__]
        answer = {"why": f"a damaged {kind.upper()} file: {why[0][:200]}"}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
