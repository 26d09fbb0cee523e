"""`python -m index.sources audit FILES…`: what of the files' words is stored."""

import sys
from pathlib import Path

from index.errors import SourceError
from index.sources.audit import audit
from index.sources.sandbox import Sandbox


def main(arguments: list[str]) -> int:
    """Print a line a file; 0 if every one was read, 2 for wrong usage."""
    if len(arguments) < 2 or arguments[0] != "audit":
        print(__doc__, file=sys.stderr)
        return 2
    wrong = 0
    with Sandbox() as sandbox:
        for name in arguments[1:]:
            try:
                print(audit(Path(name), sandbox), flush=True)
            except (SourceError, OSError) as error:
                wrong += 1
                print(f"{name}\tnot read: {error}", flush=True)
    return 1 if wrong else 0


sys.exit(main(sys.argv[1:]))
