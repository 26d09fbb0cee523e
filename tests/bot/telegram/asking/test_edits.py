"""A corrected question: the old answer becomes the new one."""

from typing import Any

from bot.telegram import asking
from tests.bot.telegram.asking.ways import FISH, HERRING, OPENED, PIZZA, QUESTION, READER, SAY
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.limits import Refused
from tests.bot_api.state import USERNAME
from tests.bot_api.user import buttons, quoted


def _edited(direct: Direct, message: int, text: str, chat_id: int = READER) -> list[str]:
    """Correct a message; the methods that are called."""
    direct.edit(chat_id, message, text)
    return [call.method for call in direct.call(asking.edited_question)]


def _asked(direct: Direct, question: str, **more: Any) -> int:
    number = direct.message(READER, question, **more)
    direct.call(asking.private_question)
    return number


def test_the_answer_is_edited_in_its_place(direct: Direct) -> None:
    """Quote, buttons and what is remembered are those of the corrected question."""
    asked = _asked(direct, QUESTION)
    assert _edited(direct, asked, FISH) == ["editMessageText"]
    (answer,) = direct.shown(READER)
    assert quoted(answer) == [HERRING]
    assert SAY("context-button") in buttons(answer)
    found = direct.parts.memory.of_message(READER, answer["message_id"])
    assert found
    assert found.question == FISH
    assert found is direct.parts.memory.of_message(READER, asked)
    assert _edited(direct, asked, PIZZA) == ["editMessageText"]
    (refusal,) = direct.shown(READER)
    assert refusal["text"].startswith(SAY("no-answer"))


def test_what_is_not_another_question_changes_nothing(direct: Direct) -> None:
    """The same words, or none; a message that asked nothing."""
    asked = _asked(direct, QUESTION)
    assert _edited(direct, asked, f"{QUESTION} ") == []
    assert _edited(direct, asked, " ") == []
    helped = direct.message(READER, "/help")
    assert _edited(direct, helped, QUESTION) == []
    assert quoted(direct.shown(READER)[0]) == [OPENED]


def test_in_a_group_the_mention_is_no_part_of_the_question(direct: Direct) -> None:
    """Nor is the command."""
    asked = direct.message(READER, f"@{USERNAME} {QUESTION}", chat_id=GROUP)
    direct.call(asking.group_question)
    assert _edited(direct, asked, f"@{USERNAME} {FISH}", GROUP) == ["editMessageText"]
    assert quoted(direct.shown(GROUP)[0]) == [HERRING]
    asked = direct.message(READER, f"/ask {QUESTION}", chat_id=GROUP)
    direct.call(asking.ask_command)
    assert _edited(direct, asked, f"/ask {FISH}", GROUP) == ["editMessageText"]
    found = direct.parts.memory.of_message(GROUP, asked)
    assert found
    assert found.question == FISH


def test_an_answer_that_is_gone_is_sent_anew(direct: Direct) -> None:
    """In reply to the corrected question."""
    asked = _asked(direct, QUESTION)
    direct.fail_next("editMessageText", Refused(400, "Bad Request: message to edit not found"))
    assert _edited(direct, asked, FISH) == ["editMessageText", "deleteMessage", "sendMessage"]
    (answer,) = direct.shown(READER)
    assert quoted(answer) == [HERRING]
    assert answer["reply_to_message"]["message_id"] == asked


def test_a_corrected_follow_up_goes_on_from_what_it_did(direct: Direct) -> None:
    """Not from itself as it was; nor does one that becomes a follow-up."""
    _asked(direct, QUESTION)
    follow_up = _asked(direct, "And the architect?")
    _edited(direct, follow_up, "And who was the architect?")
    found = direct.parts.memory.of_message(READER, follow_up)
    assert found
    assert (found.question, found.before) == ("And who was the architect?", QUESTION)
    _edited(direct, follow_up, FISH)
    _edited(direct, follow_up, "And its architect?")
    found = direct.parts.memory.of_message(READER, follow_up)
    assert found
    assert found.before == QUESTION


def test_a_doubt_is_not_lost_by_a_correction(direct: Direct) -> None:
    """Nor kept where there is none any more."""
    asked = _asked(direct, QUESTION)
    _edited(direct, asked, "Bridge opened giraffe elephant wombat?")
    assert direct.shown(READER)[0]["text"].endswith(SAY("unsure-label"))
    _edited(direct, asked, QUESTION)
    assert SAY("unsure-label") not in direct.shown(READER)[0]["text"]
