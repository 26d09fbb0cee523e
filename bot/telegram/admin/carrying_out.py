"""A confirmed change at work, aside: the old generation answers until the new one is live."""

import logging
from collections.abc import Callable
from contextlib import closing, nullcontext, suppress
from dataclasses import dataclass

from bot.state import LIBRARY, StateError
from bot.telegram.admin.changes import Change, Kind
from bot.telegram.admin.golden import Compared, Gate, read_golden
from bot.telegram.admin.meanwhile import surprises_nobody
from bot.telegram.context import Parts
from bot.telegram.history import Done, History
from index.building import build, remove
from index.errors import VerbatimError
from index.store import Generation, View

logger = logging.getLogger(__name__)


class Overtaken(VerbatimError):
    """The library is no longer what the admin was shown; `done` says how, if that is known."""

    def __init__(self, live: Generation, done: list[Done] | None) -> None:
        super().__init__(f"meanwhile generation {live.number} is live")
        self.live = live
        self.done = done


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is live after a change, and what golden questions make of it."""

    generation: Generation
    compared: Compared


def carry_out(
    here: Parts,
    change: Change,
    sure: bool,
    progress: Callable[[str, int, int | None], None],
) -> Outcome:
    """Make the change, in the thread that changes the library; whatever it raises, nothing has.

    Of several bots one changes the library at a time. Raises Overtaken, and unless the admin is
    `sure`, Worse; and what the library raises.
    """
    together = here.state.together
    with together.alone(LIBRARY) if together else nullcontext():
        outcome = _carried_out(here, change, sure, progress)
    if together:
        with suppress(StateError):  # then they see it within a second
            together.tell(LIBRARY)
    return outcome


def _carried_out(
    here: Parts,
    change: Change,
    sure: bool,
    progress: Callable[[str, int, int | None], None],
) -> Outcome:
    library = here.answering.library
    history, before = History(here.state), library.live()
    if not change.has_seen(before):
        # Of the same number it is of another library, of which the history knows nothing.
        same = before.number == change.seen
        done = None if same else history.between(change.seen, before.number)
        if not surprises_nobody(library, change, done):
            here.answering.refresh()
            raise Overtaken(before, done)
    path = here.settings.golden_questions
    gate = Gate(read_golden(path) if path else [], here.answering, sure, progress)
    title = _title(here, change)
    after = _made(here, change, gate, progress)
    if after.number != before.number:
        history.note(Done(before.number, after.number, change.admin, change.kind, title))
    here.answering.refresh()
    _make_room(here)
    return Outcome(after, gate.compared)


def is_made(view: View, change: Change) -> bool:
    """Whether the texts are as the change would make them, and were not when it was shown."""
    live = view.generation
    if change.kind is Kind.GO_BACK:
        return live.number == change.generation
    if change.has_seen(live):
        return False
    if change.kind is Kind.REMOVE:
        return view.document(change.doc_id or "") is None
    whole = change.kind is not Kind.REPLACE_ALL or live.documents == len(change.documents)
    return whole and all(view.document(one.doc_id) == one for one in change.documents)


def _make_room(here: Parts) -> None:
    """Delete generations so old that nobody goes back to them; that it fails is no failure."""
    try:
        here.answering.library.prune(here.settings.keep_generations - 1)
    except VerbatimError as error:
        logger.warning("old generations stay: %s", error)


def _made(
    here: Parts, change: Change, gate: Gate, progress: Callable[[str, int, int | None], None]
) -> Generation:
    library = here.answering.library
    if change.kind is Kind.REMOVE:
        return remove(library, [change.doc_id or ""], gate).generation
    if change.kind is Kind.GO_BACK:
        with closing(library.open(change.generation)) as view:
            gate(view)
        return library.rollback(change.generation)
    counts = build(
        library,
        change.documents,
        here.answering.encoder,
        replace=change.kind is Kind.REPLACE_ALL,
        gate=gate,
        progress=progress,
    )
    return counts.generation


def _title(here: Parts, change: Change) -> str:
    """What the change is called by, where it is about a single text."""
    if len(change.documents) == 1:
        return change.documents[0].title
    if change.kind is Kind.REMOVE and change.doc_id:
        with closing(here.answering.library.open()) as view:
            document = view.document(change.doc_id)
        return document.title if document else change.doc_id
    return ""
