"""A text that comes in several messages, from `/add` to `/done`; a restart loses none of them."""

from bot.state import State

# A pasted text is at most so many code points, about 1,000 pages.
LONGEST_PASTE = 5_000_000

_OPEN, _PARTS = "pasting", "paste"


class Paste:
    """What one admin is sending; kept in the state, message by message."""

    def __init__(self, state: State, admin: int) -> None:
        self._state = state
        self._admin = admin

    @property
    def collecting(self) -> bool:
        """Whether what the admin writes is part of a text."""
        return self._state.kept(_OPEN, self._admin, 0) is not None

    @property
    def doc_id(self) -> str | None:
        """Which document the text is to replace; None for none."""
        return self._state.kept(_OPEN, self._admin, 0) or None

    @property
    def messages(self) -> int:
        """How many have come so far."""
        return len(self._state.all_kept(_PARTS, self._admin))

    def start(self, doc_id: str | None = None) -> None:
        """Collect from now on; what has been collected before stays."""
        self._state.keep(_OPEN, self._admin, 0, doc_id or "")

    def take(self, message_id: int, text: str) -> bool:
        """Keep one message, or its correction; False if the text would become too long."""
        others = (text for number, text in self._parts() if number != message_id)
        if sum(map(len, others)) + len(text) > LONGEST_PASTE:
            return False
        self._state.keep(_PARTS, self._admin, message_id, text)
        return True

    def has(self, message_id: int) -> bool:
        """Whether that message is part of the text."""
        return (self._admin, message_id) in self._state.all_kept(_PARTS, self._admin)

    def stop(self) -> str:
        """Collect no more; what was collected, as one text."""
        text = joined([text for _, text in self._parts()])
        for kind in (_OPEN, _PARTS):
            self._state.drop(kind, self._admin)
        return text

    def _parts(self) -> list[tuple[int, str]]:
        places = self._state.all_kept(_PARTS, self._admin)
        return [(number, self._state.kept(_PARTS, of, number) or "") for of, number in places]


def joined(texts: list[str]) -> str:
    """One text of several messages: Telegram cuts a long paste where it reaches its limit.

    A message about as long as that limit was cut, so the next goes on with it.
    """
    result = ""
    for before, text in zip(["", *texts], texts, strict=False):
        cut = len(before) > 4_000 or not result
        result += text if cut else f"\n\n{text}"
    return result
