"""In a private chat every message with words is a question."""

from typing import Any

import pytest

from bot.answering.answer import NoAnswer
from bot.telegram import asking
from tests.bot.telegram.asking.ways import FISH, OPENED, QUESTION, READER, SAY, ask
from tests.bot_api.direct import Direct
from tests.bot_api.state import USERNAME
from tests.bot_api.user import quoted

PHOTO = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]


def test_a_text_is_answered_in_reply(direct: Direct) -> None:
    """With the slice of the stored text."""
    asked = direct.message(READER, QUESTION)
    (call,) = direct.call(asking.private_question)
    assert call.given["reply_parameters"]["message_id"] == asked
    assert quoted(call.result) == [OPENED]
    assert OPENED in direct.document("harbour").text


def test_the_words_under_a_picture_are_a_question(direct: Direct) -> None:
    """The picture itself is not looked at."""
    direct.message(READER, None, photo=PHOTO, caption=QUESTION)
    (call,) = direct.call(asking.private_question)
    assert quoted(call.result) == [OPENED]


@pytest.mark.parametrize(
    "more",
    [
        {"via_bot": {"id": 5, "is_bot": True, "first_name": "B", "username": USERNAME}},
        {"is_automatic_forward": True},
    ],
)
def test_our_own_results_and_forwards_are_no_questions(
    direct: Direct, more: dict[str, Any]
) -> None:
    """Or the bot would talk to itself."""
    direct.message(READER, QUESTION, **more)
    assert direct.process() == []


def test_a_follow_up_goes_on_from_the_question_before(direct: Direct) -> None:
    """What is searched for is found by both; not by what another user asked meanwhile."""
    assert _closest_to_wombats(direct, after=FISH) == "The fish market"
    assert _closest_to_wombats(direct, after=QUESTION) == "The bridge"


def _closest_to_wombats(direct: Direct, after: str) -> str:
    """The heading above what is closest to a follow-up that the texts have no word of."""
    ask(direct, after)
    direct.message(8, "Who composed the bass clef piece?")
    direct.call(asking.private_question)
    ask(direct, "And wombats?")
    asked = direct.parts.memory.last(READER, READER)
    assert asked
    assert isinstance(asked.result, NoAnswer)
    assert asked.result.closest
    return asked.result.closest.heading


def test_small_talk_gets_no_quote_and_no_buttons(direct: Direct) -> None:
    """One line that says what to do."""
    answer = ask(direct, "hello")
    assert answer["text"] == SAY("small-talk")
    assert "reply_markup" not in answer


def test_what_goes_on_from_a_bare_question_goes_on_from_the_one_before(direct: Direct) -> None:
    """A bare "by whom?" says nothing that could be gone on from; "and NATO?" does."""
    before = []
    for question in (QUESTION, "By whom?", "And when was that?", "And wombats?", "Why?"):
        ask(direct, question)
        asked = direct.parts.memory.last(READER, READER)
        assert asked
        before.append(asked.before)
    assert before == ["", QUESTION, QUESTION, QUESTION, "And wombats?"]


def test_a_reply_to_an_older_answer_goes_on_from_that(direct: Direct) -> None:
    """Not from the newest."""
    older = ask(direct, QUESTION)
    ask(direct, FISH)
    direct.message(READER, "And wombats?", reply_to=older["message_id"])
    direct.call(asking.private_question)
    asked = direct.parts.memory.last(READER, READER)
    assert asked
    assert asked.before == QUESTION
