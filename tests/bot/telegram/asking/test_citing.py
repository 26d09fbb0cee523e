"""`/cite` and its buttons: the quote of a message, written down for elsewhere."""

import json
import logging

import pytest

from bot.citing import card_ready
from bot.telegram import asking
from bot.telegram.taps import Taps
from bot.telegram.texts import texts
from tests.bot.telegram.asking.ways import (
    OPENED,
    PIZZA,
    QUESTION,
    READER,
    ask,
    last,
    noticed,
    shown,
)
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.limits import Json, Refused
from tests.bot_api.user import buttons

SAY = texts("en")


def _cite(direct: Direct, **more: int) -> Json:
    direct.message(READER, "/cite", **more)
    return last(direct.process())


def _pressed(direct: Direct, message: Json, name: str) -> Json:
    direct.press(READER, message, name)
    direct.process()
    return shown(direct, message)


def test_the_last_answer_is_cited(direct: Direct) -> None:
    """As text first, to be copied, with the link to its sentence."""
    ask(direct, QUESTION)
    message = _cite(direct)
    assert message["text"].startswith(f"“{OPENED}")
    assert "— Harbour report, 2024-03-01" in message["text"]
    assert [one["type"] for one in message["entities"]] == ["pre"]
    assert "?start=v_" in message["text"].splitlines()[-1]


def test_the_message_replied_to_is_cited(direct: Direct) -> None:
    """Also after a restart, by its buttons."""
    answer = ask(direct, QUESTION)
    direct.parts.memory.forget(READER)
    assert _cite(direct, reply_to=answer["message_id"])["text"].startswith(f"“{OPENED}")


@pytest.mark.parametrize(
    "name", ["Markdown", "BibTeX", "RIS", "CSL-JSON", SAY("cite-annotation-button")]
)
def test_a_button_writes_it_otherwise(direct: Direct, name: str) -> None:
    """In the place of the text, and back."""
    ask(direct, QUESTION)
    message = _cite(direct)
    other = _pressed(direct, message, name)
    assert other["text"] != message["text"]
    assert "Lindholm" in other["text"]
    if name in ("CSL-JSON", SAY("cite-annotation-button")):
        assert json.loads(other["text"].rpartition("\n")[0])
    assert _pressed(direct, message, SAY("cite-plain-button"))["text"] == message["text"]


@pytest.mark.skipif(not card_ready(), reason="the extra `card` or its fonts are missing")
def test_a_card_is_sent_in_reply(direct: Direct) -> None:
    """A PNG."""
    ask(direct, QUESTION)
    direct.press(READER, _cite(direct), SAY("cite-card-button"))
    (sent,) = [call for call in direct.process() if call.method == "sendDocument"]
    assert sent.result["document"]["file_name"] == "quote.png"
    (data,) = [data for _, data, _ in direct.state.files.values()]
    assert data.startswith(b"\x89PNG")


@pytest.mark.skipif(not card_ready(), reason="the extra `card` or its fonts are missing")
def test_a_card_stays_in_its_topic_and_one_unwanted_is_no_error(
    direct: Direct, caplog: pytest.LogCaptureFixture
) -> None:
    """Of a forum; nor is one where the bot may not write any more."""
    topic = {"message_thread_id": 77, "is_topic_message": True}
    direct.message(READER, f"/ask {QUESTION}", chat_id=GROUP, **topic)
    direct.process()
    direct.message(READER, "/cite", chat_id=GROUP, **topic)
    written = last(direct.process()) | topic
    direct.press(READER, written, SAY("cite-card-button"))
    (sent,) = [call for call in direct.process() if call.method == "sendDocument"]
    assert int(sent.given["message_thread_id"]) == 77
    direct.parts.taps = Taps()
    direct.fail_next("sendDocument", Refused(403, "Forbidden: bot was kicked"))
    direct.press(READER, written, SAY("cite-card-button"))
    direct.process()
    assert [one for one in caplog.records if one.levelno >= logging.ERROR] == []


def test_too_many_questions_are_said_to_who_cites(direct: Direct) -> None:
    """In words, not as something that went wrong."""
    ask(direct, QUESTION)
    direct.during(direct.parts.work.close())
    assert _cite(direct)["text"] == SAY("busy")


def test_without_a_quote_there_is_nothing_to_cite(direct: Direct) -> None:
    """Before any question, and after a refusal."""
    assert _cite(direct)["text"] == SAY("cite-nothing")
    ask(direct, PIZZA)
    assert _cite(direct)["text"] == SAY("cite-nothing")


def test_what_a_verdict_shows_can_be_cited(direct: Direct) -> None:
    """By a button below it, which answers with a message of its own."""
    direct.message(READER, f"/verify {OPENED}")
    verdict = last(direct.process())
    assert SAY("cite-button") in buttons(verdict)
    direct.press(READER, verdict, SAY("cite-button"))
    assert last(direct.process())["text"].startswith(f"“{OPENED}")


def test_a_quote_that_is_gone_is_not_cited(direct: Direct) -> None:
    """The press says so."""
    from tests.bot.telegram.asking.ways import change

    ask(direct, QUESTION)
    message = _cite(direct)
    change(direct, "4 May 1987", "5 May 1987")
    direct.press(READER, message, "RIS")
    assert noticed(direct.call(asking.pressed)) == SAY("changed")
