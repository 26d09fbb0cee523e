"""What the bot remembers: languages, who may ask and how often, feedback, updates it has seen."""

from pathlib import Path

from bot.state.bucket import Bucket
from bot.state.embedded import EmbeddedState
from bot.state.file import check_file
from bot.state.interface import Pending, State, StateError, Unanswered, Verdict

__all__ = [
    "Bucket",
    "Pending",
    "State",
    "StateError",
    "Unanswered",
    "Verdict",
    "check_file",
    "open_state",
]


def open_state(path: Path, questions_per_minute: float) -> State:
    """The state kept in a file, made if it is missing; `spend` allows so many a minute.

    Raises StateError when another bot has it open, or it cannot be used.
    """
    return EmbeddedState(path, questions_per_minute)
