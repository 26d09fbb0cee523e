"""A text that comes in several messages, from `/add` to `/done`; a restart loses none of them."""

from itertools import pairwise

import regex

from bot.state import State
from bot.telegram.cutting import LONGEST_MESSAGE, units

# A pasted text is at most so many code points, about 1,000 pages.
LONGEST_PASTE = 5_000_000

_OPEN, _PARTS = "pasting", "paste"
# Of which messages some words were struck out, and left out.
_STRUCK = "struck"
_PARAGRAPH = "\n\n"
# An app cuts a text in the second half of what a message holds.
_HALF = LONGEST_MESSAGE // 2
# Where no line ends there it cuts after a sentence or a word, no further from the limit than this.
_NEAR = 300
_ENDS_IN_WORD, _WORD = regex.compile(r"\w\Z"), regex.compile(r"\w")


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

    def take(self, message_id: int, text: str, struck: bool = False) -> bool:
        """Keep one message, or its correction; False if the text would become too long.

        `struck` if that is without words which are struck out in it.
        """
        others = (one for number, one in self.parts().items() if number != message_id)
        if sum(map(len, others)) + len(text) > LONGEST_PASTE:
            return False
        self._state.keep(_PARTS, self._admin, message_id, text)
        self._state.drop(_STRUCK, self._admin, message_id)
        if struck:
            self._state.keep(_STRUCK, self._admin, message_id, "")
        return True

    def has(self, message_id: int) -> bool:
        """Whether that message is part of the text."""
        return (self._admin, message_id) in self._state.all_kept(_PARTS, self._admin)

    def parts(self) -> dict[int, str]:
        """The messages that have come so far, by their numbers, in the order they were sent."""
        places = self._state.all_kept(_PARTS, self._admin)
        return {number: self._state.kept(_PARTS, of, number) or "" for of, number in places}

    @property
    def struck(self) -> bool:
        """Whether words of it were struck out."""
        return bool(self._state.all_kept(_STRUCK, self._admin))

    def forget(self, read: dict[int, str]) -> None:
        """Collect these no more; what came since, or was corrected, is another text."""
        for number, text in read.items():
            if self._state.kept(_PARTS, self._admin, number) == text:
                for kind in (_PARTS, _STRUCK):
                    self._state.drop(kind, self._admin, number)
        if self.messages:
            self.start()
        else:
            self.stop()

    def stop(self) -> None:
        """Collect no more, and drop what was collected."""
        for kind in (_OPEN, _PARTS, _STRUCK):
            self._state.drop(kind, self._admin)


def joined(texts: list[str]) -> str:
    """One text of several messages: Telegram's apps cut a long paste where it reaches the limit.

    They trim what they send; what they took away is put back as far as the messages show it.
    """
    between = [_between(before, after) for before, after in pairwise(texts)]
    return "".join(piece for pair in zip(texts, [*between, ""], strict=False) for piece in pair)


def _between(before: str, after: str) -> str:
    """The white space between two messages: that of a paragraph where nothing was cut.

    An app cuts at the best of a blank line, the end of a line, and a space, or inside a word
    where none is in the second half.
    """
    size = units(before)
    if size <= _HALF:
        return _PARAGRAPH
    if size >= LONGEST_MESSAGE and _ENDS_IN_WORD.search(before) and _WORD.match(after):
        return ""
    second = before.encode("utf-16-le", "ignore")[2 * _HALF :].decode("utf-16-le", "ignore")
    gap = next((one for one in (_PARAGRAPH, "\n", " ") if one in second), "")
    if "\n" not in gap and size < LONGEST_MESSAGE - _NEAR:
        gap = _PARAGRAPH
    # A paragraph does not begin with a small letter.
    return " " if gap == _PARAGRAPH and after[:1].islower() else gap
