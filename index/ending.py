"""How a command ends: what fails is one line that says what to do, and a code."""

import io
import os
import sys
from collections.abc import Callable

from index.errors import VerbatimError
from index.foreign import line, tell
from index.outputs import why_not


def speak_utf8() -> None:
    """Let all that is read and written be UTF-8, wherever it runs."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def ended(command: Callable[[], int], interrupted: str = "") -> int:
    """What a command gives; 1 where it failed, 130 where somebody `interrupted` it."""
    try:
        return command()
    except VerbatimError as error:
        tell(f"verbatim: {line(str(error))}", sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:  # a disk that is full, a file that went
        tell(f"verbatim: {line(why_not(error))}", sys.stderr)
        return 1
    except KeyboardInterrupt:
        if interrupted:
            tell(f"verbatim: {interrupted}", sys.stderr)
        return 130
