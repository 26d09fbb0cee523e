"""What was asked lately, in memory only: for edits, follow-ups, buttons and `/why`."""

from dataclasses import dataclass, field

from cachetools import LRUCache

from bot.answering import Answer, NoAnswer, talk_in

# Old conversations are let go; their buttons then ask for the question again.
REMEMBERED = 5_000


@dataclass(slots=True)
class Asked:
    """One question with its answer, and the messages that show it.

    `before` is what was asked before it, "" for nothing: what a follow-up goes on from.
    """

    chat_id: int
    user_id: int
    question: str
    result: Answer | NoAnswer
    generation: int
    asked_in: int | None = None
    shown_in: list[int] = field(default_factory=list)
    before: str = ""


class Memory:
    """The newest questions, found by the message that asked, that answered, or by the chat.

    Not for several threads.
    """

    def __init__(self) -> None:
        self._by_message: LRUCache[tuple[int, int], Asked] = LRUCache(REMEMBERED)
        self._last: LRUCache[tuple[int, int], Asked] = LRUCache(REMEMBERED)

    def remember(self, asked: Asked) -> None:
        """Keep a question that has been answered, with its messages."""
        # What goes on from "thanks" goes on from the question before it.
        if talk_in(asked.question) is None:
            self._last[asked.chat_id, asked.user_id] = asked
        numbers = [*([asked.asked_in] if asked.asked_in is not None else []), *asked.shown_in]
        for number in numbers:
            self._by_message[asked.chat_id, number] = asked

    def of_message(self, chat_id: int, message_id: int) -> Asked | None:
        """The question that a message asked or answered."""
        return self._by_message.get((chat_id, message_id))

    def last(self, chat_id: int, user_id: int) -> Asked | None:
        """What this user last asked in this chat."""
        return self._last.get((chat_id, user_id))

    def forget(self, user_id: int) -> None:
        """Drop all questions of a user."""
        for kept in (self._by_message, self._last):
            for key in [key for key, asked in kept.items() if asked.user_id == user_id]:
                del kept[key]
