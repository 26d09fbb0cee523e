"""What was done to the library from chat, and by whom; kept in the state, so a restart knows it.

Who did it is kept as an id: names are asked of Telegram when they are told.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import TypeAdapter

from bot.state import State

# So many changes are remembered: who decides on something older is told that texts have changed.
REMEMBERED = 100

_KEPT = "done"


@dataclass(frozen=True, slots=True)
class Done:
    """One change: from which live generation to which, by which admin, `kind` of what.

    `title` is that of the text concerned, if it is a single one.
    """

    before: int
    after: int
    admin: int
    kind: str
    title: str = ""


_JSON = TypeAdapter(Done)


class History:
    """The changes in the order in which they were made; not for several threads."""

    def __init__(self, state: State) -> None:
        self._state = state

    def note(self, done: Done) -> None:
        """One more; the oldest is let go."""
        known = self._known()
        number = known[-1][0] + 1 if known else 1
        self._state.keep(_KEPT, done.admin, number, _JSON.dump_json(done).decode())
        for old, admin in known[: max(0, len(known) + 1 - REMEMBERED)]:
            self._state.drop(_KEPT, admin, old)

    def between(self, seen: int, live: int) -> list[Done] | None:
        """What led from one generation to another, in order; None if that is not known."""
        found: list[Done] = []
        at = live
        for number, admin in reversed(self._known()):
            if at == seen:
                break
            done = _JSON.validate_json(self._state.kept(_KEPT, admin, number) or "")
            if done.after != at:
                break
            found.append(done)
            at = done.before
        return found[::-1] if at == seen else None

    def _known(self) -> list[tuple[int, int]]:
        """Numbers, which rise, with whose changes they are."""
        return sorted((number, admin) for admin, number in self._state.all_kept(_KEPT))


def only_by(done: Iterable[Done] | None, admin: int) -> bool:
    """Whether all that is known to have been done was this admin's own."""
    return done is not None and all(one.admin == admin for one in done)
