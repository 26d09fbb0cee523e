"""`python -m index.sources audit FILES…`: what of the files' words is stored."""

import sys
from pathlib import Path

from index.errors import SourceError
from index.foreign import line, tell
from index.sources.audit import audit
from index.sources.sandbox import Sandbox


def main(arguments: list[str]) -> int:
    """Print a line a file; 0 if every one was read, 2 for wrong usage."""
    if len(arguments) < 2 or arguments[0] != "audit":
        tell(__doc__, sys.stderr)
        return 2
    wrong = 0
    with Sandbox() as sandbox:
        for name in arguments[1:]:
            try:
                tell(audit(Path(name), sandbox))
            except SourceError as error:
                wrong += 1
                tell(f"{line(name)}\tnot read: {line(error.why)}")
    return 1 if wrong else 0


sys.exit(main(sys.argv[1:]))
