"""What goes on beside the handlers: again and again, also after it failed."""

import asyncio
import time
from collections.abc import Sequence

import pytest

from bot.answering import Answer, NoAnswer
from bot.telegram import background
from bot.telegram.asking.waiting import Waiting, wait
from index.building import build
from index.errors import LibraryError
from index.retriever import Hit
from index.sources import from_text
from tests.bot.telegram.living import living, until
from tests.bot_api.direct import Direct
from tests.doubles import BagEncoder, WordReader

ANN = 7


def _logged(caplog: pytest.LogCaptureFixture) -> list[tuple[str, str]]:
    name = "bot.telegram.background"
    return [(one.levelname, one.getMessage()) for one in caplog.records if one.name == name]


def test_what_is_repeated_says_itself_when_it_is_wanted_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """After a pause at first; what fails is logged, and done again after another one."""
    done: list[float] = []

    async def step() -> float:
        done.append(time.monotonic())
        if len(done) == 1:
            raise KeyError("x")
        return 0.0 if len(done) == 2 else 60.0

    async def scenario() -> float:
        began = time.monotonic()
        running = asyncio.create_task(background.repeated("counting", step, 0.2, pause=0.1))
        await until(lambda: len(done) == 3)
        await asyncio.sleep(0.05)
        running.cancel()
        return began

    began = asyncio.run(scenario())
    first, second, third = done
    assert (first - began >= 0.1, second - first >= 0.2, third - second < 0.2) == (True,) * 3
    assert _logged(caplog) == [("ERROR", "counting failed")]


class _Unsteady(WordReader):
    """A reader that fails at the first question about a giraffe."""

    failed = False

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """As a `WordReader`."""
        if "giraffe" in question and not self.failed:
            self.failed = True
            raise LibraryError("gone")
        return super().read(question, hits)


def test_a_new_generation_goes_live_by_itself(
    direct: Direct, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault while looking for one is logged and looked over."""
    monkeypatch.setattr(background, "REFRESH_SECONDS", 0.01)
    answering = direct.parts.answering
    library = answering.library

    async def scenario() -> None:
        answering.library = None  # type: ignore[assignment]
        await until(lambda: _logged(caplog))
        answering.library = library
        text = from_text("The zoo bought a giraffe in 1931.", doc_id="zoo")
        await asyncio.to_thread(build, library, [text], BagEncoder(), replace=True)
        await until(lambda: answering.generation == 2)

    living(direct, scenario)
    assert set(_logged(caplog)) == {("ERROR", "looking for a new generation failed")}
    assert [one.doc_id for one in answering.view.documents()] == ["zoo"]


def test_what_waits_is_asked_again_until_all_of_it_was(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database that is away for a moment is no reason to wait for the next generation."""
    monkeypatch.setattr(background, "REFRESH_SECONDS", 0.01)
    monkeypatch.setattr(background, "AGAIN_SECONDS", 0.01)
    answering, question = direct.parts.answering, "When did the zoo buy its first giraffe?"
    zoo = from_text("The zoo bought its first giraffe in 1931.", doc_id="zoo")
    build(answering.library, [zoo], BagEncoder(), replace=False)
    answering.refresh()
    answering.reader = _Unsteady()
    direct.chat(ANN)
    assert wait(direct.parts.state, Waiting(ANN, 1, question, "en", time.time(), 0))

    async def scenario() -> None:
        await until(lambda: direct.shown(ANN))

    living(direct, scenario)
    (told,) = direct.shown(ANN)
    assert zoo.text in told["text"]
