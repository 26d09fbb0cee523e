"""How the bot is doing, in words."""

import re
import time

import pytest

from bot.telegram.admin.status import status, status_command
from bot.telegram.texts import LANGUAGES, texts
from tests.bot_api.direct import Direct, said
from tests.bot_api.process import ADMIN

SAY = texts("en")


def test_all_that_matters_is_told(direct: Direct) -> None:
    """Texts, today's questions, how quick, who waits, Telegram, memory, disk: a line each."""
    for question in ("When was the Lindholm Bridge opened?", "Do elephants drink lemonade?"):
        direct.message(7, question)
        direct.process()
    direct.parts.state.pair(8, 8, time.time())
    direct.message(ADMIN, "/status")
    lines = said(direct.call(status_command)).splitlines()
    live = direct.parts.answering.view.generation
    day = SAY.date(live.created[:10])
    assert lines[0] == f"Generation 1 of {day}: 4 texts, {live.passages} passages."
    assert lines[1] == "Questions today: 2, of them answered: 1, not answered: 1."
    assert re.fullmatch(
        r"Half of the answers came within [\d.]+ s, nearly all within [\d.]+ s\.", lines[2]
    )
    assert lines[3:6] == [
        SAY("status-waiting", waiting=0),
        SAY("status-no-poll"),
        SAY("status-pending", count=1),
    ]
    found = re.fullmatch(r"Memory: ([\d,]+) MB\. Running time: \d seconds?\.", lines[6])
    assert found
    assert 20 < int(found[1].replace(",", "")) < 20_000
    assert re.fullmatch(r"Library on disk: 0\.[1-9] MB; free: [\d.,]+ GB\.", lines[7])


def test_when_telegram_last_answered_is_told(direct: Direct) -> None:
    """In words."""
    direct.parts.metrics.poll_age = lambda: 3.2
    assert "Telegram last answered me 3 seconds ago." in status(direct.parts, SAY).splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_tells_it(direct: Direct, language: str) -> None:
    """Nothing is missing, and one text is one."""
    direct.parts.metrics.poll_age = lambda: 3.2
    lines = status(direct.parts, texts(language)).splitlines()
    assert len(lines) == 6
    assert all(lines)
