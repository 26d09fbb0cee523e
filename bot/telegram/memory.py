"""What was asked lately: for edits, follow-ups, buttons and `/why`.

In memory only, unless several bots share it.
"""

import logging
from collections.abc import Callable, Iterable, MutableMapping
from dataclasses import dataclass, field
from typing import TypeVar

from cachetools import LRUCache
from telegram import Message

from bot.answering import Answer, NoAnswer, is_follow_up, lacks_subject, talk_in
from bot.state import Conversation, StateError, Together

logger = logging.getLogger(__name__)

# Old conversations are let go; their buttons then ask for the question again.
REMEMBERED = 5_000
# Of the newest so many also what was found, up to 20 kB each: 20 MB. Older ones' buttons find it
# again.
ANSWERS = 1_000
# Answers of a generation this much older hold texts that nobody else needs any more.
OLD = 2

Key = TypeVar("Key")


def goes_on_from(question: str, before: str) -> str:
    """What was asked `before`, where the question needs it; "" where it is whole by itself."""
    return before if is_follow_up(question) else ""


@dataclass(slots=True)
class Asked:
    """One question with its answer, and the messages that show it.

    `before` is what was asked before it, "" for nothing, whether it needs it or not (`after`);
    `topic` that of a forum, 0 for none; `mark` that of the generation, 0 for none that is known.
    """

    chat_id: int
    user_id: int
    question: str
    result: Answer | NoAnswer
    generation: int
    asked_in: int | None = None
    shown_in: list[int] = field(default_factory=list)
    before: str = ""
    topic: int = 0
    mark: int = 0

    @property
    def answered_here(self) -> bool:
        """Whether the answer is known: not of another bot's question, nor of an old one."""
        return self.generation != 0

    @property
    def after(self) -> str:
        """The question that it goes on from; "" where it is whole by itself."""
        return goes_on_from(self.question, self.before)

    @property
    def goes_on_as(self) -> str:
        """What the next question goes on from: "by whom?" says nothing, so what came before it."""
        return (lacks_subject(self.question) and self.before) or self.question

    def is_newer(self, other: "Asked") -> bool:
        """Whether it was asked after another one in its chat, whose messages are numbered so."""
        return self._number is None or other._number is None or self._number >= other._number

    @property
    def _number(self) -> int | None:
        """Of the message that asked it, or what was pressed is answered by; None until it is."""
        shown = self.shown_in[0] if self.shown_in else None
        return shown if self.asked_in is None else self.asked_in

    def let_go(self) -> None:
        """Keep the question without what was found; a button finds it in what is live then."""
        self.result = NoAnswer(None, 0.0, 0.0, ())
        self.generation = self.mark = 0


class Memory:
    """The newest questions, found by the message that asked, that answered, or by the chat.

    What all bots know is true; what only this one knows is the answer. Not for several threads.
    """

    def __init__(self, shared: Together | None = None) -> None:
        self._shared = shared
        self._by_message: LRUCache[tuple[int, int], Asked] = LRUCache(REMEMBERED)
        self._last: LRUCache[tuple[int, int, int], Asked] = LRUCache(REMEMBERED)
        self._whole: dict[int, Asked] = {}
        self._generation = 0

    def remember(self, asked: Asked) -> None:
        """Keep a question that has been answered, with its messages."""
        # What goes on from "thanks" goes on from the question before it.
        goes_on = talk_in(asked.question) is None
        place = asked.chat_id, asked.user_id, asked.topic
        last = self._last.get(place)
        # What is corrected, or asked again, stays where it was among the others.
        if goes_on and (last is None or asked.is_newer(last)):
            self._last[place] = asked
        numbers = [*([asked.asked_in] if asked.asked_in is not None else []), *asked.shown_in]
        for number in numbers:
            self._by_message[asked.chat_id, number] = asked
        self._keep_whole(asked)
        if self._shared:
            self._tell_others(self._shared, asked, goes_on)

    def _keep_whole(self, asked: Asked) -> None:
        """It, and of the others the newest, unless their generation is old."""
        self._whole.pop(id(asked), None)
        self._whole[id(asked)] = asked
        over = list(self._whole.values())[: max(len(self._whole) - ANSWERS, 0)]
        if asked.generation > self._generation:
            self._generation, old = asked.generation, asked.generation - OLD
            over += [one for one in self._whole.values() if one.generation <= old]
        self._let_go(over)

    def _let_go(self, some: Iterable[Asked]) -> None:
        for asked in some:
            if self._whole.pop(id(asked), None):
                asked.let_go()

    def of_message(self, chat_id: int, message_id: int) -> Asked | None:
        """The question that a message asked or answered."""
        mine, shared = self._by_message.get((chat_id, message_id)), self._shared
        return _known(mine, lambda: shared.of_message(chat_id, message_id)) if shared else mine

    def replied_to(self, message: Message) -> Asked | None:
        """The question whose answer somebody replies to, whoever asked it; None for small talk."""
        answer = message.reply_to_message
        asked = self.of_message(message.chat_id, answer.message_id) if answer else None
        return None if asked is None or talk_in(asked.question) else asked

    def last(self, chat_id: int, user_id: int, topic: int = 0) -> Asked | None:
        """What this user last asked in this chat, or in a topic of it."""
        place = chat_id, user_id, topic
        mine, shared = self._last.get(place), self._shared
        return _known(mine, lambda: shared.last(*place)) if shared else mine

    def _tell_others(self, shared: Together, asked: Asked, goes_on: bool) -> None:
        """That it fails is no reason not to answer."""
        who = asked.chat_id, asked.user_id, asked.question, asked.before, asked.asked_in
        try:
            shown = tuple(asked.shown_in)
            shared.remember(Conversation(*who, shown, goes_on, asked.topic))
        except StateError as error:
            logger.warning("a question is remembered by this bot only: %s", error)

    def knows(self, user_id: int) -> bool:
        """Whether this bot remembers a question of this user."""
        return any(user == user_id for _, user, _ in self._last)

    def forget(self, user_id: int) -> None:
        """Drop all questions of a user, or of a chat in whose name they were asked."""
        _drop(self._by_message, user_id)
        _drop(self._last, user_id)
        self._let_go([asked for asked in self._whole.values() if asked.user_id == user_id])
        if self._shared:
            self._shared.forget(user_id)


def _drop(kept: MutableMapping[Key, Asked], user_id: int) -> None:
    for key in [key for key, asked in kept.items() if asked.user_id == user_id]:
        del kept[key]


def _known(mine: Asked | None, ask: Callable[[], Conversation | None]) -> Asked | None:
    """What all know of a question, with the answer where that is this bot's."""
    try:
        found = ask()
    except StateError:
        return mine
    if found is None:
        return None
    shown = list(found.shown_in)
    if mine and (mine.question, mine.asked_in) == (found.question, found.asked_in):
        mine.shown_in = shown
        return mine
    nothing = NoAnswer(None, 0.0, 0.0, ())
    who = found.chat_id, found.user_id, found.question
    return Asked(*who, nothing, 0, found.asked_in, shown, found.before, found.topic)
