"""Many people who ask the real bot process at the same moment."""

import time

import pytest

from tests.bot_api.process import BotProcess
from tests.bot_api.server import Call
from tests.crowd import is_answer
from tests.stalled import Stalls

pytestmark = pytest.mark.slow

# Of the sample, in four languages.
QUESTIONS = (
    "Who met Vladimir Putin in Alaska?",
    "What did Trump decide?",
    "Et l'OTAN ?",
    "Какое оружие могут поставить США?",
    "Was hat Trump entschieden?",
)
FIRST_READER = 5_000


@pytest.mark.parametrize(("alike", "people"), [(True, 50), (False, 20)])
def test_the_first_of_a_crowd_is_answered_within_a_second(
    running: BotProcess, alike: bool, people: int
) -> None:
    """And nobody of it is forgotten, whether they all ask the same few questions or not.

    But for the time in which no processor was free for it. Each that asks something else is read
    for, one after the other: of them twenty are a crowd, whom no one second would be enough for.
    """
    asked, first = running.api, FIRST_READER + (0 if alike else 50)
    readers = range(first, first + people)
    for reader in readers:
        asked.chat(reader)
    stalls, before = Stalls(running.process.pid), len(asked.calls)

    def answers() -> dict[int, Call]:
        calls = [call for call in asked.calls[before:] if isinstance(call.result, dict)]
        found = [call for call in calls if is_answer(call.result)]
        return {call.result["chat"]["id"]: call for call in reversed(found)}

    began = time.monotonic()
    for place, reader in enumerate(readers):
        question = QUESTIONS[place % len(QUESTIONS)]
        asked.message(reader, question if alike else f"Reader {reader}: {question}")
    asked.until(answers)
    waited = stalls.longest()
    took = min(call.time for call in answers().values()) - began
    assert took - waited < 1.0
    asked.until(lambda: len(answers()) == people, 60)
