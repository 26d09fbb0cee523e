"""A crowd of users of the running bot, and an admin who changes its texts meanwhile.

Users are no threads: what the bot calls is read once, so that the crowd itself costs little.
"""

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import psutil

from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN
from tests.bot_api.user import BotApi, quoted

QUESTIONS = (
    "When was the Lindholm Bridge opened?",
    "Who was the architect of the bridge?",
    "When does the fish market sell herring?",
    "Where is the fish market in winter?",
    "Who composed Rütli?",
    "Qui a rencontré Vladimir Poutine en Alaska ?",
    "How much is a pineapple pizza?",
)
# After so many seconds without any answer nobody is waited for any more.
SILENCE = 300.0
LOOK = 0.005
FIRST_USER = 1_000


def asked_alike(chance: random.Random) -> Iterator[str]:
    """What a crowd asks that has read the same news: the same few questions."""
    while True:
        yield chance.choice(QUESTIONS)


def asked_apart(chance: random.Random) -> Iterator[str]:
    """Questions of which no two are the same."""
    for number, question in enumerate(asked_alike(chance)):
        yield f"{chance.choice(('Question', 'Reader', 'Number'))} {number}: {question}"


def asked_mixed(chance: random.Random) -> Iterator[str]:
    """Every other question has been asked before."""
    for alike, apart in zip(asked_alike(chance), asked_apart(chance), strict=True):
        yield from (alike, apart)


@dataclass
class Crowd:
    """So many users, each of whom asks the next question when the last is answered.

    `waits` are seconds from question to answer, `lost` questions without one, `twice` those with
    more than one.
    """

    api: BotApi
    users: int
    questions: Iterator[str]
    waits: list[float] = field(default_factory=list)
    lost: int = 0
    twice: int = 0
    _waiting: dict[tuple[int, int], float] = field(default_factory=dict)
    _shown: dict[tuple[int, int], int] = field(default_factory=dict)

    def ask(self, count: int) -> None:
        """Ask so many questions, and wait for the answers."""
        left = count
        for user in range(min(self.users, count)):
            self._next(FIRST_USER + user)
            left -= 1
        heard = time.monotonic()
        while self._waiting and time.monotonic() < heard + SILENCE:
            for user in self._answered():
                heard = time.monotonic()
                if left:
                    self._next(user)
                    left -= 1
            time.sleep(LOOK)
        self.lost += len(self._waiting) + left
        self._waiting.clear()

    def _next(self, user: int) -> None:
        began = time.monotonic()
        number = self.api.message(user, next(self.questions))
        self._waiting[user, number] = began

    def _answered(self) -> list[int]:
        """Who has been answered since this was last looked at."""
        calls = self.api.calls[:]
        del self.api.calls[: len(calls)]
        users = []
        for call in calls:
            message = call.result
            if isinstance(message, dict) and is_answer(message):
                asked = (message["chat"]["id"], message["reply_to_message"]["message_id"])
                if began := self._waiting.pop(asked, None):
                    self._shown[asked] = message["message_id"]
                    self.waits.append(call.time - began)
                    users.append(asked[0])
                elif asked in self._shown:
                    self.twice += self._shown[asked] != message["message_id"]
        return users


def is_answer(message: Json) -> bool:
    """Whether a message of the bot's answers a question, or refuses to."""
    return "reply_to_message" in message and bool(quoted(message) or "reply_markup" in message)


def change_texts(api: BotApi, number: int, passages: int = 500) -> None:
    """As an admin, put a text of so many passages in the place of the last such one."""
    data = inventory(number, passages).encode()
    shown = api.answer_to(ADMIN, api.send_file(ADMIN, "inventory.md", data), 120)

    def now() -> Json:
        return api.state.messages[ADMIN, shown["message_id"]]

    api.until(lambda: "reply_markup" in now(), 120)
    api.press(ADMIN, now(), "Add" if number == 0 else "Replace")
    done: Callable[[], bool] = lambda: now()["text"].startswith(("Live now", "Nothing has"))  # noqa: E731
    api.until(done, 600)
    assert now()["text"].startswith("Live now"), now()["text"]


def inventory(number: int, passages: int) -> str:
    """A text of so many passages, in other words for every number."""
    chance = random.Random(number)
    return f"# Inventory {number}\n\n" + "\n".join(
        f"## Lamp {lamp}\n\n{_of_lamp(lamp, chance)}\n" for lamp in range(passages)
    )


def _of_lamp(lamp: int, chance: random.Random) -> str:
    rooms, metals = ("hall", "tower", "cellar", "kitchen"), ("brass", "copper", "iron", "tin")
    return (
        f"The lamp of {chance.choice(metals)} weighs {chance.randrange(1, 900)} grams. "
        f"It hangs in the {chance.choice(rooms)} since {chance.randrange(1800, 2000)}. "
        f"Keeper number {chance.randrange(10_000)} lit it {chance.randrange(9_000)} times. "
        f"Its glass was made for {chance.randrange(2, 90)} crowns, as bill {lamp} tells."
    )


@dataclass(frozen=True)
class Used:
    """What a process has of the machine: megabytes resident, CPU seconds so far, and so on."""

    resident: int
    own: int
    """Megabytes, what several processes share counted in parts (PSS); 0 where it is not told."""
    cpu: float
    descriptors: int
    threads: int

    @staticmethod
    def of(pid: int) -> "Used":
        """Of a process, now."""
        process = psutil.Process(pid)
        memory, cpu = process.memory_full_info(), process.cpu_times()
        return Used(
            memory.rss // 1_000_000,
            getattr(memory, "pss", 0) // 1_000_000,
            cpu.user + cpu.system,
            process.num_fds(),
            process.num_threads(),
        )
