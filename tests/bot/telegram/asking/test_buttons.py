"""What is pressed under an answer: more context, source, closest passage, right or wrong."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.telegram import asking
from bot.telegram.keyboards import Action, Pressed
from index.building import build
from index.sources import from_text
from tests.bot.telegram.asking.ways import (
    OPENED,
    PIZZA,
    QUESTION,
    READER,
    SAY,
    ask,
    noticed,
    press,
)
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.limits import Json, Refused
from tests.bot_api.user import buttons, covered, quoted
from tests.doubles import BagEncoder

With = Callable[..., Direct]
RIGHT, WRONG = "👍", "👎"


def _shown(direct: Direct, message: Json) -> Json:
    chat, number = message["chat"]["id"], message["message_id"]
    (found,) = [one for one in direct.shown(chat) if one["message_id"] == number]
    return found


def test_more_context_grows_to_the_whole_text(direct: Direct) -> None:
    """A sentence more on both sides in the same message, the answer bold, to the very end."""
    answer = ask(direct, QUESTION)
    text, before = direct.document("harbour").text, OPENED
    while noticed(press(direct, answer["message_id"], "context-button")) is None:
        shown = _shown(direct, answer)
        (now,) = quoted(shown)
        assert before in now
        assert now in text
        assert covered(shown, "bold")[0] == OPENED
        before = now
    assert before == text.strip()
    assert len(direct.shown(READER)) == 1
    calls = press(direct, answer["message_id"], "context-button")
    assert noticed(calls) == SAY("all-shown")


def test_the_source_is_told_over_the_chat(direct: Direct) -> None:
    """Title, date, heading, address; nothing in the chat changes."""
    answer = ask(direct, QUESTION)
    calls = press(direct, answer, "source-button")
    assert noticed(calls) == (
        "Harbour report\n2024-03-01\nThe bridge\nhttps://example.org/harbour"
    )
    assert len(calls) == 1


def test_the_closest_passage_is_labelled(direct: Direct) -> None:
    """In the place of the refusal, and still so when it is made wider."""
    refusal = ask(direct, PIZZA)
    assert refusal["text"] == SAY("no-answer")
    assert buttons(refusal) == [SAY("closest-button")]
    assert noticed(press(direct, refusal, "closest-button")) is None
    shown = _shown(direct, refusal)
    assert shown["text"].startswith(f"{SAY('no-answer')}\n{SAY('closest-label')}\n")
    (closest,) = quoted(shown)
    press(direct, refusal["message_id"], "context-button")
    wide = _shown(direct, refusal)
    assert wide["text"].startswith(f"{SAY('closest-label')}\n")
    assert closest in quoted(wide)[0]


@pytest.mark.parametrize(("button", "right"), [(RIGHT, 1), (WRONG, 0)])
def test_a_judgement_is_noted_without_a_name(
    direct: Direct, tmp_path: Path, button: str, right: int
) -> None:
    """Its place and whether it was right; the two buttons go, the others stay."""
    answer = ask(direct, QUESTION)
    assert noticed(press(direct, answer, button)) == SAY("thanks")
    keys = ("context-button", "next-button", "source-button")
    assert buttons(_shown(direct, answer)) == [SAY(key) for key in keys]
    with closing(sqlite3.connect(tmp_path / "state.sqlite")) as state:
        rows = state.execute(
            'SELECT generation, document, start, "end", "right", wrong FROM feedback'
        ).fetchall()
    start = direct.document("harbour").text.index(OPENED)
    assert rows == [(1, "harbour", start, start + len(OPENED), right, 1 - right)]


def test_buttons_of_a_text_of_before_say_so(direct: Direct) -> None:
    """Their place is taken by one that asks again, of the text as it is now."""
    answer = ask(direct, QUESTION)
    library = direct.parts.answering.library
    build(library, [from_text("A giraffe.", doc_id="zoo")], BagEncoder(), replace=False)
    direct.parts.answering.refresh()
    assert noticed(press(direct, answer, "context-button")) == SAY("changed")
    assert buttons(_shown(direct, answer)) == [SAY("again-button")]
    assert quoted(_shown(direct, answer)) == [OPENED]


def test_only_who_may_ask_may_press(direct_with: With) -> None:
    """Anybody else's press is acknowledged, and nothing more."""
    direct = direct_with(access="allowlist", allowed_ids=(READER, GROUP))
    answer = ask(direct, QUESTION)
    direct.press(8, answer, SAY("source-button"))
    calls = direct.call(asking.pressed)
    assert noticed(calls) is None
    assert len(calls) == 1
    direct.message(8, f"/ask {QUESTION}", chat_id=GROUP)
    (sent,) = direct.call(asking.ask_command)
    direct.press(8, sent.result, SAY("source-button"))
    assert noticed(direct.call(asking.pressed))


def test_a_press_that_is_too_old_to_answer_still_works(direct: Direct) -> None:
    """Telegram forgets a press within seconds; the message changes all the same."""
    answer = ask(direct, QUESTION)
    direct.fail_next("answerCallbackQuery", Refused(400, "Bad Request: query is too old"))
    press(direct, answer, "context-button")
    assert OPENED in quoted(_shown(direct, answer))[0]
    assert quoted(_shown(direct, answer)) != [OPENED]


def test_a_place_that_is_none_is_told(direct: Direct) -> None:
    """A forged button of the right generation shows nothing of the text."""
    answer = ask(direct, QUESTION)
    nowhere = Pressed(Action.CONTEXT, 1, 1, 5, 99_999_999)
    answer["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = nowhere.data()
    assert noticed(press(direct, answer, "context-button")) == SAY("changed")
    assert quoted(_shown(direct, answer)) == [OPENED]


def test_a_quote_too_long_for_a_message_goes_on_in_the_next(direct: Direct) -> None:
    """The buttons stand under the last of them, and together they are the text."""
    answer = ask(direct, "Which lamp number of polished brass does the inventory list?")
    before = 1
    while len(direct.shown(READER)) == before:
        press(direct, answer["message_id"], "context-button")
    first, *_, last = direct.shown(READER)
    assert "reply_markup" not in first
    assert SAY("context-button") in buttons(last)
    parts = [quoted(one)[0] for one in direct.shown(READER)]
    assert " ".join(parts) in direct.document("lighthouse").text.replace("\n", " ")
