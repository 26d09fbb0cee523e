"""Which generation a library goes back to: what the live one was made from, not what else was."""

from collections.abc import Iterable, Sequence

from index.errors import LibraryError, Trouble
from index.store.interface import Generation


def made_from(live: int, noted: int | None, kept: Iterable[int]) -> int | None:
    """The newest generation `kept` that is not newer than the one the live one was made from.

    Where that was not `noted`, as in older formats, it was the one before by number. What was
    thrown away between them is none.
    """
    newest = live - 1 if noted is None else min(noted, live - 1)
    return max((one for one in kept if one <= newest), default=None)


def chosen(number: int | None, before: Generation | None, kept: Sequence[Generation]) -> int:
    """The generation asked for, None for what the live one was made from (`before`).

    Raises LibraryError if there is none.
    """
    if number is None:
        if before is None:
            raise LibraryError("there is no older generation to go back to", Trouble.GONE)
        return before.number
    known = [one.number for one in kept]
    if number not in known:
        raise LibraryError(
            f"no such generation: there are {', '.join(map(str, known))}", Trouble.GONE
        )
    return number


def too_old(
    keep: int, live: Generation | None, before: Generation | None, kept: Iterable[Generation]
) -> list[int]:
    """All but the live one and the `keep` newest others; of these `before` is the last to go."""
    others = sorted((one for one in kept if one != live), key=lambda one: one == before)
    return sorted(one.number for one in others[: max(len(others) - keep, 0)])
