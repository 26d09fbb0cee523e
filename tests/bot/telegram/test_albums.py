"""Albums: however many pictures, one reply."""

import asyncio
from typing import Any

import pytest

from bot.telegram import albums
from bot.telegram.texts import texts
from tests.bot_api.direct import Direct
from tests.bot_api.server import Call
from tests.bot_api.user import quoted

READER = 7
QUESTION = "When was the Lindholm Bridge opened?"
SAY = texts("en")


def _sent_together(direct: Direct, *captions: str | None, album: str = "a") -> list[Call]:
    updates = []
    for caption in captions:
        more: dict[str, Any] = {"photo": [], "media_group_id": album}
        direct.message(READER, None, **more | ({"caption": caption} if caption else {}))
        updates.append(direct.update)

    async def together() -> None:
        await asyncio.gather(*(direct.application.process_update(one) for one in updates))

    return direct.during(together())


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(albums, "TOGETHER", 0.1)


@pytest.mark.parametrize("place", [0, 1, 3])
def test_four_pictures_with_a_question_get_the_answer(direct: Direct, place: int) -> None:
    """Whichever of them has the words; the others are let be."""
    captions: list[str | None] = [None] * 4
    captions[place] = QUESTION
    _sent_together(direct, *captions)
    (answer,) = direct.shown(READER)
    assert "opened on 4 May 1987" in quoted(answer)[0]


def test_four_pictures_without_words_get_one_line(direct: Direct) -> None:
    """And cost one message of the limit; the next album is another one."""
    _sent_together(direct, None, None, None, None)
    assert [one["text"] for one in direct.shown(READER)] == [SAY("only-text")]
    _sent_together(direct, None, None, album="b")
    assert [one["text"] for one in direct.shown(READER)] == [SAY("only-text")] * 2


def test_of_several_captions_the_first_is_the_question(direct: Direct) -> None:
    """One reply all the same."""
    _sent_together(direct, QUESTION, "And this is my dog", None)
    (answer,) = direct.shown(READER)
    assert quoted(answer)


def test_single_pictures_are_answered_each(direct: Direct) -> None:
    """They are no album."""
    for _ in range(2):
        direct.message(READER, None, photo=[])
        direct.process()
    assert [one["text"] for one in direct.shown(READER)] == [SAY("only-text")] * 2
