"""What was done to the library from chat since the bot started, and by whom.

In memory only; several bots tell each other the newest.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pydantic import TypeAdapter

from bot.state import State


@dataclass(frozen=True, slots=True)
class Done:
    """One change: from which live generation to which, by whom, `kind` of what.

    `title` is that of the text concerned, if it is a single one.
    """

    before: int
    after: int
    admin: int
    who: str
    kind: str
    title: str = ""


_JSON = TypeAdapter(Done)
# Under this several bots keep them, so many of each admin.
_KEPT, MOST = "done", 20


@dataclass(slots=True)
class History:
    """The changes in the order in which they were made; shared by the bots of one `state`."""

    _state: State | None = None
    _done: list[Done] = field(default_factory=list)

    def note(self, done: Done) -> None:
        """One more."""
        self._done.append(done)
        if self._state:
            text = _JSON.dump_json(done).decode()
            self._state.keep(_KEPT, done.admin, done.after, text)
            for _, old in self._state.all_kept(_KEPT, done.admin)[:-MOST]:
                self._state.drop(_KEPT, done.admin, old)

    def between(self, seen: int, live: int) -> list[Done] | None:
        """What led from one generation to another, in order; None if that is not known."""
        found: list[Done] = []
        at = live
        for done in reversed(self._known()):
            if at == seen or done.after != at:
                break
            found.append(done)
            at = done.before
        return found[::-1] if at == seen else None

    def _known(self) -> list[Done]:
        """What this bot did, or all of them."""
        if self._state is None:
            return self._done
        texts = [self._state.kept(_KEPT, *place) for place in self._state.all_kept(_KEPT)]
        done = [_JSON.validate_json(text) for text in texts if text is not None]
        return sorted(done, key=lambda one: one.after)


def only_by(done: Iterable[Done] | None, admin: int) -> bool:
    """Whether all that is known to have been done was this admin's own."""
    return done is not None and all(one.admin == admin for one in done)
