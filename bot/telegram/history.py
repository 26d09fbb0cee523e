"""What was done to the library from chat since the bot started, and by whom. In memory only."""

from collections.abc import Iterable
from dataclasses import dataclass, field


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


@dataclass(slots=True)
class History:
    """The changes in the order in which they were made."""

    _done: list[Done] = field(default_factory=list)

    def note(self, done: Done) -> None:
        """One more."""
        self._done.append(done)

    def between(self, seen: int, live: int) -> list[Done] | None:
        """What led from one generation to another, in order; None if that is not known."""
        found: list[Done] = []
        at = live
        for done in reversed(self._done):
            if at == seen or done.after != at:
                break
            found.append(done)
            at = done.before
        return found[::-1] if at == seen else None


def only_by(done: Iterable[Done] | None, admin: int) -> bool:
    """Whether all that is known to have been done was this admin's own."""
    return done is not None and all(one.admin == admin for one in done)
