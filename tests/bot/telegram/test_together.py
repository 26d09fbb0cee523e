"""What several bots know of each other: questions, changes, strangers and knocks."""

from collections.abc import Iterator
from contextlib import ExitStack, closing

import pytest

from bot.answering.answer import NoAnswer
from bot.state import State, open_state
from bot.telegram.askers import Asker
from bot.telegram.awaited import Awaited
from bot.telegram.history import Done, History
from bot.telegram.knocks import TOLD, Knocks
from bot.telegram.memory import Asked, Memory
from bot.telegram.strangers import Strangers

pytest.importorskip("psycopg", reason="no PostgreSQL here: `make test` brings it")

NOW = 1_800_000_000.0
NOTHING = NoAnswer(None, 0.0, 0.5, ())


@pytest.fixture
def states(database: str) -> Iterator[list[State]]:
    """Of two bots on one database."""
    with ExitStack() as opened:
        yield [opened.enter_context(closing(open_state(database, 6))) for _ in range(2)]


def test_a_question_is_remembered_by_all_and_its_answer_by_one(states: list[State]) -> None:
    """By each message; another bot's newer question is the one that a follow-up goes on from."""
    one, other = (Memory(state.together) for state in states)
    first = Asked(1, 5, "Who?", NOTHING, 3, 10, [11], "Before?")
    one.remember(first)
    assert one.of_message(1, 11) is first
    found = other.of_message(1, 11)
    assert found is not None
    assert (found.question, found.before, found.asked_in, found.shown_in) == (
        *("Who?", "Before?"),
        *(10, [11]),
    )
    assert (found.generation, found.answered_here) == (0, False)
    other.remember(Asked(1, 5, "When?", NOTHING, 3, 12, [13]))
    newest = one.last(1, 5)
    assert newest is not None
    assert newest.question == "When?"
    other.remember(Asked(1, 5, "thanks", NOTHING, 3, 14, [15]))
    newest = one.last(1, 5)
    assert newest is not None
    assert newest.question == "When?"
    states[0].forget(5)
    assert other.last(1, 5) is None
    assert one.of_message(1, 11) is None


def test_a_topic_and_a_correction_are_known_to_all(states: list[State]) -> None:
    """The last question of each topic, whichever was corrected since; and who is forgotten."""
    one, other = (Memory(state.together) for state in states)
    one.remember(Asked(1, -5, "Who?", NOTHING, 3, 10, [11], topic=22))
    one.remember(Asked(1, -5, "When?", NOTHING, 3, 12, [13], topic=22))
    one.remember(Asked(1, -5, "Whom?", NOTHING, 3, 10, [11], topic=22))
    for memory in (one, other):
        found = memory.last(1, -5, 22)
        assert found
        assert (found.question, found.topic) == ("When?", 22)
        assert memory.last(1, -5, 11) is None
    other.forget(-5)
    assert one.last(1, -5, 22) is None


def test_without_the_database_a_bot_remembers_its_own(states: list[State]) -> None:
    """Nothing is raised: the answer is more than what is remembered of it."""
    memory = Memory(states[0].together)
    states[0].close()
    asked = Asked(1, 5, "Who?", NOTHING, 3, 10, [11])
    memory.remember(asked)
    assert memory.of_message(1, 10) is asked
    assert memory.last(1, 5) is asked


def test_what_one_bot_changed_another_tells(states: list[State]) -> None:
    """In order, by whom."""
    one, other = (History(state) for state in states)
    first, second = Done(1, 2, 42, "add", "A"), Done(2, 3, 43, "remove")
    one.note(first)
    other.note(second)
    assert one.between(1, 3) == other.between(1, 3) == [first, second]
    assert one.between(0, 3) is None


def test_words_to_be_verified_may_come_to_another_bot(states: list[State]) -> None:
    """Once, within ten minutes, of that user in that chat."""
    one, other = (Awaited(state) for state in states)
    here = Asker(5, 1, False)
    one.expect(here, NOW)
    assert not other.came(Asker(5, 2, False), NOW)
    assert other.came(here, NOW + 599)
    assert not one.came(here, NOW + 599)
    one.expect(here, NOW)
    assert not other.came(here, NOW + 600)


def test_strangers_are_told_once_by_all_bots(states: list[State]) -> None:
    """Out of one purse; who came when it was empty may come back."""
    one, other = (Strangers(state.together) for state in states)
    assert one.may_be_told(1, NOW)
    assert not other.may_be_told(1, NOW)
    told = [(one, other)[id % 2].may_be_told(id, NOW) for id in range(2, 32)]
    assert told == [True] * 19 + [False] * 11
    assert other.may_be_told(31, NOW + 3)
    other.forget(1)
    assert one.may_be_told(1, NOW + 60)
    states[0].forget(1)
    assert not other.may_be_told(1, NOW + 120)


def test_admins_hear_ten_knocks_an_hour_of_all_bots(states: list[State]) -> None:
    """Then one word for the others."""
    bots = [Knocks(state.together) for state in states] * TOLD
    heard = [bot.heard(NOW) for bot in bots[: TOLD + 3]]
    assert heard == ["ok"] * TOLD + ["warn", "silent", "silent"]
