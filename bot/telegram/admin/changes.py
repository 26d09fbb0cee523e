"""Changes of the library that wait for an admin's yes, or are being made; a restart loses none."""

from dataclasses import dataclass, replace
from enum import StrEnum

from pydantic import TypeAdapter

from bot.state import State
from bot.telegram.marks import mark_of_generation
from index.store import Generation
from index.text import Document

# So many of an admin's changes wait, and so many corrections; the oldest are let go.
WAITING = 20

_KEPT = "change"


class Kind(StrEnum):
    """What is to be done to the library."""

    ADD = "add"
    REPLACE_ALL = "all"
    REMOVE = "remove"
    GO_BACK = "back"


@dataclass(frozen=True, slots=True)
class Change:
    """What an admin wants, as message `message_id` of the chat with them shows it.

    `documents` go in, in the place of all others or of `doc_id`; `doc_id` alone goes out;
    `generation` answers again. `place` is which of the documents is shown, `seen` the generation
    that was live then, with its `mark`, and `language` the bot's in that chat. While it is
    `under_way` it is not carried out again; `tries` is how often it was begun.
    """

    admin: int
    message_id: int
    kind: Kind
    seen: int
    language: str
    documents: tuple[Document, ...] = ()
    doc_id: str | None = None
    generation: int = 0
    place: int = 0
    under_way: bool = False
    tries: int = 0
    mark: int = 0

    def beside(self, live: Generation) -> "Change":
        """The same, shown while that generation is live."""
        return replace(self, seen=live.number, mark=mark_of_generation(live))

    def has_seen(self, live: Generation) -> bool:
        """Whether it was shown while that one was live; older versions kept no mark."""
        return live.number == self.seen and self.mark in (0, mark_of_generation(live))


_JSON = TypeAdapter(Change)


class Changes:
    """The changes of all admins, in the state; their texts may be long, so ask in a thread."""

    def __init__(self, state: State) -> None:
        self._state = state

    def put(self, change: Change) -> None:
        """Keep one as it is now, in the place of what its message showed before."""
        text = _JSON.dump_json(change).decode()
        keep_newest(self._state, _KEPT, change.admin, change.message_id, text)

    def has(self, admin: int, message_id: int) -> bool:
        """Whether that message shows a change."""
        return (admin, message_id) in self._state.all_kept(_KEPT, admin)

    def get(self, admin: int, message_id: int) -> Change | None:
        """The change that a message shows; None if it shows none any more."""
        text = self._state.kept(_KEPT, admin, message_id)
        return _JSON.validate_json(text) if text is not None else None

    def under_way(self) -> list[Change]:
        """Those being carried out; at the start of the bot, those it was stopped at."""
        found = (self.get(*place) for place in self._state.all_kept(_KEPT))
        return [change for change in found if change and change.under_way]

    def drop(self, change: Change) -> None:
        """Keep it no longer."""
        self._state.drop(_KEPT, change.admin, change.message_id)


def keep_newest(state: State, kind: str, admin: int, number: int, text: str) -> None:
    """Keep a text, and let the oldest of its kind go where there are too many."""
    state.keep(kind, admin, number, text)
    for _, old in state.all_kept(kind, admin)[:-WAITING]:
        state.drop(kind, admin, old)
