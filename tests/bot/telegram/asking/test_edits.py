"""A corrected question: the old answer becomes the new one."""

import asyncio
import time
from collections.abc import Sequence
from typing import Any

from bot.answering.answer import Answer, NoAnswer
from bot.telegram import asking
from bot.telegram.context import Context
from index.retriever import Hit
from tests.bot.telegram.asking.ways import FISH, HERRING, OPENED, PIZZA, QUESTION, READER, SAY
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.limits import Refused
from tests.bot_api.state import USERNAME
from tests.bot_api.user import buttons, entities, quoted
from tests.doubles import WordReader


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


class Slow(WordReader):
    """Keeps what it read, and takes its time."""

    def __init__(self) -> None:
        self.read_questions: list[str] = []

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """A fifth of a second."""
        self.read_questions.append(question)
        time.sleep(0.2)
        return super().read(question, hits)


def _corrected_meanwhile(direct: Direct, *wordings: str, pause: float = 0.05) -> None:
    """Ask, and correct it again and again before it is answered."""

    async def together() -> None:
        asked = direct.message(READER, QUESTION)
        context = Context.from_update(direct.update, direct.application)
        tasks = [asyncio.create_task(asking.private_question(direct.update, context))]  # type: ignore[arg-type]
        for wording in wordings:
            await asyncio.sleep(pause)
            direct.edit(READER, asked, wording)
            edit = asking.edited_question(direct.update, context)  # type: ignore[arg-type]
            tasks.append(asyncio.create_task(edit))
        await asyncio.gather(*tasks)

    direct.during(together())


def test_the_last_wording_wins_while_the_first_is_being_answered(direct: Direct) -> None:
    """One answer, to the question as it reads in the end; wordings in between are left out."""
    direct.parts.answering.reader = reader = Slow()
    _corrected_meanwhile(direct, PIZZA, FISH)
    (answer,) = direct.shown(READER)
    assert quoted(answer) == [HERRING]
    assert reader.read_questions == [QUESTION, FISH]
    found = direct.parts.memory.of_message(READER, answer["message_id"])
    assert found
    assert found.question == FISH
    assert direct.parts.state.unanswered() == []


def test_a_question_corrected_back_is_answered_once(direct: Direct) -> None:
    """What it was asked first is right again."""
    direct.parts.answering.reader = reader = Slow()
    _corrected_meanwhile(direct, FISH, QUESTION)
    (answer,) = direct.shown(READER)
    assert quoted(answer) == [OPENED]
    assert reader.read_questions == [QUESTION]


def test_who_is_let_in_no_more_gets_no_new_answer(direct: Direct) -> None:
    """An edited question is looked at like a new one: nothing of the text is shown."""
    asked = _asked(direct, QUESTION)
    direct.parts.state.block(READER)
    assert _edited(direct, asked, FISH) == []
    assert quoted(direct.shown(READER)[0]) == [OPENED]


def test_words_below_a_picture_are_corrected_too(direct: Direct) -> None:
    """In private, and in a group after a mention or the command."""
    for user, before, more in (
        (READER, "", {}),
        (8, f"@{USERNAME} ", {"chat_id": GROUP}),
        (9, "/ask ", {"chat_id": GROUP}),
    ):
        place = more.get("chat_id", user)
        asked = direct.message(user, None, photo=[], **_below(before + QUESTION), **more)
        direct.process()
        message = direct.state.messages[place, asked]
        message |= {**_below(before + FISH), "edit_date": int(time.time())}
        direct.arrives("edited_message", message)
        direct.process()
        answer = direct.shown(place)[-1]
        assert quoted(answer) == [HERRING]
        assert answer["reply_to_message"]["message_id"] == asked


def _below(words: str) -> dict[str, Any]:
    return {"caption": words, "caption_entities": entities(words)}


def test_who_was_told_how_to_ask_is_answered_in_that_place(direct: Direct) -> None:
    """A command with a typing error, or nothing after it, and then the question."""
    for chat, first in ((READER, f"/aks {QUESTION}"), (READER, "/ask"), (GROUP, f"@{USERNAME}")):
        told = direct.message(READER, first, **({} if chat == READER else {"chat_id": GROUP}))
        (said,) = direct.process()
        for words in (f"/status {QUESTION}", "/ask"):
            direct.edit(chat, told, words)
            assert direct.process() == []
        direct.edit(chat, told, f"/ask {QUESTION}")
        direct.process()
        answer = direct.shown(chat)[-1]
        assert answer["message_id"] == said.result["message_id"]
        assert quoted(answer) == [OPENED]
        direct.edit(chat, told, f"/ask {FISH}")
        direct.process()
        assert quoted(direct.shown(chat)[-1]) == [HERRING]


def test_what_is_not_addressed_to_the_bot_any_more_is_let_be(direct: Direct) -> None:
    """In a group; in private all words are."""
    told = direct.message(READER, "/ask", chat_id=GROUP)
    direct.process()
    direct.edit(GROUP, told, QUESTION)
    assert direct.process() == []
    told = direct.message(READER, "/ask")
    direct.process()
    direct.edit(READER, told, QUESTION)
    direct.process()
    assert quoted(direct.shown(READER)[-1]) == [OPENED]


def test_a_correction_is_not_the_last_question(direct: Direct) -> None:
    """What was asked after it is: `/cite` and follow-ups are of that."""
    first = _asked(direct, QUESTION.replace("Lindholm", "Lindhlom"))
    _asked(direct, FISH)
    _edited(direct, first, QUESTION)
    last = direct.parts.memory.last(READER, READER)
    assert last
    assert last.question == FISH
