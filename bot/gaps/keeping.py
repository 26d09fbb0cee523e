"""Refused questions in the state: of nobody, for 90 days, a bounded number."""

import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.state import Keeping

_KIND = "gap"
# What is kept is nobody's.
_NOBODY = 0
_DAY = 86_400
# How long a question is kept, in seconds, and how many are at most: to compare them takes some
# seconds.
LIFETIME, MOST = 90.0 * _DAY, 1_000
# A number holds the day, and chance, so that no two are the same: when somebody asked is not kept.
_CHANCE = 2**32


@dataclass(frozen=True, slots=True)
class Refused:
    """A question that was refused on a `day` (since 1970), and what is closest to it.

    `number` is that under which it is kept, 0 for none.
    """

    question: str
    closest: str
    day: int
    number: int = field(default=0, compare=False)


def note(state: Keeping, question: str, closest: str, now: float) -> None:
    """Keep a question that has been cleaned; of too many the oldest goes."""
    numbers = [number for _, number in state.all_kept(_KIND, _NOBODY)]
    for number in numbers[: max(0, len(numbers) - MOST + 1)]:
        drop(state, number)
    number = int(now // _DAY) * _CHANCE + secrets.randbelow(_CHANCE)
    state.keep(_KIND, _NOBODY, number, json.dumps({"question": question, "closest": closest}))


def refused(state: Keeping, now: float, within: float = LIFETIME) -> Iterator[Refused]:
    """Questions of the last so many seconds, oldest first; those that are too old are dropped."""
    today = int(now // _DAY)
    for _, number in state.all_kept(_KIND, _NOBODY):
        day = number // _CHANCE
        text = state.kept(_KIND, _NOBODY, number)
        if text is None or (today - day) * _DAY >= LIFETIME:
            drop(state, number)
        elif (today - day) * _DAY < within:
            yield Refused(**json.loads(text), day=day, number=number)


def drop(state: Keeping, number: int) -> None:
    """Keep a question no longer; one unknown is no error."""
    state.drop(_KIND, _NOBODY, number)
