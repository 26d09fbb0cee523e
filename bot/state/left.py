"""What lies in a state file that the bot does not use: who moves to a database leaves it there."""

from contextlib import closing
from pathlib import Path

from bot.state.file import StateFile
from bot.state.interface import WAITING, StateError

_COUNTED = """
SELECT (SELECT count(*) FROM allowed) + (SELECT count(*) FROM blocked)
    + (SELECT count(*) FROM languages) + (SELECT count(*) FROM kept WHERE kind = ?)
"""
# The first version has no others.
_FIRST = "SELECT (SELECT count(*) FROM allowed) + (SELECT count(*) FROM languages)"


def left_in(path: Path) -> int:
    """How many approvals, blocks, languages and questions that wait are in a file.

    0 where there is none, or none that can be read: it is only looked at.
    """
    try:
        if not path.is_file():
            return 0
        with closing(StateFile(path)) as file:
            return _counted(file) if file.version else 0
    except (StateError, OSError):
        return 0


def _counted(file: StateFile) -> int:
    rows = file.ask(_COUNTED, WAITING) if file.version > 1 else file.ask(_FIRST)
    return int(rows[0][0])
