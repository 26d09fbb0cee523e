"""Questions that nobody could answer yet, for people who want to be told when the texts do.

They are kept with what the state keeps for people, so that `/forget` and time take them.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace

from bot.state import WAITING, State

# A question waits so long, in seconds: 90 days.
LIFETIME = 90 * 86_400.0
# So many of one person wait, and of all together: asking all again takes some minutes.
MOST_OF_ONE, MOST = 10, 1_000


@dataclass(frozen=True, slots=True)
class Waiting:
    """One question: `number` is the message that refused it, in the private chat of `user_id`.

    `since` is in Unix seconds; `mark` that of the last generation that was asked, 0 for none
    that is known (older versions kept its number, and it is asked once more); `before` is what was
    asked before it, "" for nothing.
    """

    user_id: int
    number: int
    question: str
    language: str
    since: float
    mark: int
    before: str = ""


def wait(state: State, one: Waiting) -> bool:
    """Keep a question, also one that waits already; False if too many others wait."""
    place = one.user_id, one.number
    others = [o for o in waiting(state, one.since) if (o.user_id, o.number) != place]
    own = [other for other in others if other.user_id == one.user_id]
    if len(own) >= MOST_OF_ONE or len(others) >= MOST:
        return False
    _keep(state, one)
    return True


def waiting(state: State, now: float, user_id: int | None = None) -> Iterator[Waiting]:
    """Questions that wait, of one person or of all; those that are too old are dropped."""
    for user, number in state.all_kept(WAITING, user_id):
        text = state.kept(WAITING, user, number)
        one = _read(text) if text else None
        if one and now - one.since < LIFETIME:
            yield one
        else:
            drop(state, user, number)


def waits(state: State, one: Waiting) -> bool:
    """Whether it still does."""
    return state.kept(WAITING, one.user_id, one.number) is not None


def asked_of(state: State, one: Waiting, mark: int) -> None:
    """Note that the generation of this mark does not answer it for sure either."""
    _keep(state, replace(one, mark=mark))


def drop(state: State, user_id: int, number: int) -> None:
    """It waits no longer; one unknown is no error."""
    state.drop(WAITING, user_id, number)


def _keep(state: State, one: Waiting) -> None:
    kept = asdict(one)
    kept["generation"] = kept.pop("mark")  # its name in older versions
    state.keep(WAITING, one.user_id, one.number, json.dumps(kept))


def _read(text: str) -> Waiting:
    kept = json.loads(text)
    return Waiting(mark=kept.pop("generation"), **kept)
