"""Whether what was done since a change was shown to an admin is anything to tell them of."""

from collections.abc import Sequence
from contextlib import closing

from bot.telegram.admin.changes import Change, Kind
from bot.telegram.history import Done, only_by
from index.errors import LibraryError
from index.store import Library


def surprises_nobody(library: Library, change: Change, done: Sequence[Done] | None) -> bool:
    """Whether a change does what its message says, whatever was `done` since it was shown.

    It adds texts, all that was done was the same admin's, and what they take the place of is what
    it was then. `done` is None where it is not known.
    """
    if change.kind is not Kind.ADD or done is None or not only_by(done, change.admin):
        return False
    with closing(library.open()) as live:
        now = [live.number_of(one) for one in change.documents]
    if set(now) <= {None} and all(one.kind == Kind.ADD for one in done):
        return True  # nor was anything of these names there then
    try:
        with closing(library.open(change.seen)) as seen:
            return now == [seen.number_of(one) for one in change.documents]
    except LibraryError:  # deleted meanwhile: nobody can tell
        return False
