"""Why an answer, or why none: in words, with the figures when asked for."""

import re
from dataclasses import replace
from typing import Any

from bot.answering import Answer
from bot.telegram.texts import texts
from bot.telegram.why import reasons, why_command
from tests.bot_api.direct import GROUP, Direct, said
from tests.bot_api.limits import Json
from tests.bot_api.server import Call
from tests.bot_api.user import buttons

SAY = texts("en")
QUESTION = "When was the Lindholm Bridge opened?"
OPENED = "The Lindholm Bridge was opened on 4 May 1987 by Queen Margrethe of Denmark."
READER, STRANGER = 7, 8
FIGURE = r"\d\.\d{3}"


def _asked(direct: Direct, question: str, **more: Any) -> list[Call]:
    direct.message(READER, question, **more)
    return direct.process()


def _why(direct: Direct, **more: Any) -> Json:
    direct.message(READER, "/why", **more)
    (call,) = direct.call(why_command)
    message: Json = call.result
    return message


def test_an_answer_is_explained_in_words(direct: Direct) -> None:
    """Which sentence, what it shares with the question, how surely it answers; no mark-up."""
    _asked(direct, QUESTION)
    shown = _why(direct)
    opening = OPENED[:69].rstrip() + "…"
    assert shown["text"].splitlines() == [
        SAY("why-sentence", number=1, title="Harbour report", words=opening),
        SAY("why-shares", words="“When”, “Lindholm”, “Bridge”, “opened”").replace("“When”, ", ""),
        SAY("why-sure", confidence="0.75", sure="0.60"),
    ]
    assert "#" not in shown["text"]
    assert buttons(shown) == [SAY("figures-button")]


def test_a_refusal_is_explained_in_words(direct: Direct) -> None:
    """What was nearest, and what it would have taken."""
    _asked(direct, "Do elephants drink lemonade?")
    lines = _why(direct)["text"].splitlines()
    assert lines[1:] == [
        SAY("why-shares-none"),
        SAY("why-refused", confidence="0.00", needed="0.30"),
    ]


def test_a_reservation_is_explained(direct: Direct) -> None:
    """What it takes to be sure."""
    _asked(direct, "Lindholm Bridge elephants lemonade?")
    assert SAY("why-unsure", confidence="0.50", sure="0.60") in _why(direct)["text"]


def test_words_and_figures_are_written_as_the_language_does(direct: Direct) -> None:
    """Its quotation marks, its point; what is less reads as less."""
    (answer,) = _asked(direct, "Lindholm Bridge elephants lemonade?")
    asked = direct.parts.memory.of_message(READER, answer.result["message_id"])
    assert asked
    assert isinstance(asked.result, Answer)
    less = replace(asked, result=replace(asked.result, confidence=0.5986, sure_from=0.6))
    french = texts("fr")
    _, shares, sure = reasons(less, french).splitlines()
    assert "« Lindholm », « Bridge »" in shares
    assert sure == french("why-unsure", confidence="0,599", sure="0,600")


def test_figures_are_shown_when_asked_for(direct: Direct) -> None:
    """Below the words, a passage a line; the sentences are as stored, without marks."""
    _asked(direct, QUESTION)
    shown = _why(direct)
    direct.press(READER, shown, SAY("figures-button"))
    _, edit = direct.process()
    words, figures = edit.given["text"].split("\n\n")
    assert words == shown["text"]
    head, first, *_ = figures.splitlines()
    assert head == SAY("why-figures", threshold="0.30")
    assert re.fullmatch(rf"{FIGURE} · {FIGURE} · \d\.\d\d – {re.escape(OPENED[:60])}.*", first)
    assert "#" not in figures


def test_the_answer_replied_to_is_explained(direct: Direct) -> None:
    """Not the last one."""
    (answer,) = _asked(direct, QUESTION)
    _asked(direct, "Do elephants drink lemonade?")
    shown = _why(direct, reply_to=answer.result["message_id"])
    assert SAY("why-sure", confidence="0.75", sure="0.60") in shown["text"]


def test_nothing_asked_nothing_to_explain(direct: Direct) -> None:
    """Nor is small talk; nor what another asked in the same group."""
    assert _why(direct)["text"] == SAY("why-nothing")
    _asked(direct, "thanks")
    assert _why(direct)["text"] == SAY("why-nothing")
    direct.group_message(GROUP, READER, f"/ask {QUESTION}")
    direct.process()
    direct.group_message(GROUP, STRANGER, "/why")
    assert said(direct.call(why_command)) == SAY("why-nothing")


def test_figures_of_a_question_nobody_remembers(direct: Direct) -> None:
    """It is to be asked again."""
    _asked(direct, QUESTION)
    shown = _why(direct)
    direct.parts.memory.forget(READER)
    direct.press(READER, shown, SAY("figures-button"))
    (notice,) = direct.process()
    assert notice.given["text"] == SAY("forgotten-question")


def test_what_somebody_wrote_has_no_reasons(direct: Direct) -> None:
    """Nor are those of the last answer meant in reply to it."""
    _asked(direct, f"/ask {QUESTION}", chat_id=GROUP)
    said = direct.message(STRANGER, "Look at this", chat_id=GROUP)
    assert _why(direct, chat_id=GROUP, reply_to=said)["text"] == SAY("why-nothing")
