"""What is pressed under an answer: more context, closest passage, right or wrong."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.answering import Label, NoAnswer
from bot.telegram import asking
from bot.telegram.buttons import Widen
from bot.telegram.callback_data import written
from bot.telegram.texts import texts
from index.building import build
from index.text import Document
from tests.bot.telegram.asking.ways import (
    OPENED,
    PIZZA,
    QUESTION,
    READER,
    SAY,
    add,
    ask,
    change,
    noticed,
    press,
    rebuild_elsewhere,
    shown,
)
from tests.bot.telegram.pressing import pressed
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.limits import Refused
from tests.bot_api.user import buttons, covered, quoted
from tests.doubles import BagEncoder

With = Callable[..., Direct]
RIGHT, WRONG = "👍", "👎"
DOUBTFUL = "Bridge opened giraffe elephant wombat?"


def test_more_context_grows_to_the_whole_text(direct: Direct) -> None:
    """A sentence more on both sides in the same message, the answer bold, to the very end."""
    answer = ask(direct, QUESTION)
    text, before = direct.document("harbour").text, OPENED
    while noticed(press(direct, answer["message_id"], "context-button")) is None:
        wide = shown(direct, answer)
        (now,) = quoted(wide)
        assert before in now
        assert now in text
        assert covered(wide, "bold")[0] == OPENED
        before = now
    assert before == text.strip()
    assert len(direct.shown(READER)) == 1
    calls = press(direct, answer["message_id"], "context-button")
    assert noticed(calls) == SAY("all-shown")


def test_more_context_stops_where_a_message_is_full_and_says_so(direct: Direct) -> None:
    """The message stays as it is, and no second one is sent."""
    lamps = " ".join(f"The keeper lit lamp {n} of the tower before supper." for n in range(300))
    library = direct.parts.answering.library
    gold = "Lamp 150 was of pure gold, said the wombat."
    text = lamps.replace("The keeper lit lamp 150 of the tower before supper.", gold)
    build(library, [Document("log", "The log", text)], BagEncoder(), replace=True)
    direct.parts.answering.refresh()
    answer = ask(direct, "Which wombat said pure gold?")
    while noticed(calls := press(direct, answer["message_id"], "context-button")) is None:
        pass
    assert noticed(calls) == SAY("message-full")
    assert [call.method for call in calls] == ["answerCallbackQuery"]
    (only,) = direct.shown(READER)
    assert 2_500 < len(quoted(only)[0]) < len(text)
    assert covered(only, "bold") == [gold]


LABELLED = [(DOUBTFUL, "unsure-label"), (PIZZA, "closest-label")]


@pytest.mark.parametrize(("question", "key"), LABELLED)
def test_a_label_outlives_every_button_and_a_restart(
    direct: Direct, question: str, key: str
) -> None:
    """More context, other passages and back, judged, remembered or not: it is always there."""
    answer = ask(direct, question)
    if question is PIZZA:
        press(direct, answer, "closest-button")
    number = answer["message_id"]
    assert shown(direct, answer)["text"].endswith(f"\n{SAY(key)}")
    steps = ("context-button", "others-button", "context-button", "next-button", "context-button")
    for step in (*steps, "previous-button", "previous-button", RIGHT, "context-button"):
        direct.parts.memory.forget(READER)
        press(direct, number, step)
        text = shown(direct, answer)["text"]
        assert text.endswith(SAY(key)) or text.endswith(SAY("near-label"))
    assert text.endswith(f"\n{SAY(key)}")


def test_a_sure_answer_has_no_label_and_its_other_passages_have(direct: Direct) -> None:
    """They were not found to answer."""
    answer = ask(direct, QUESTION)
    assert SAY("unsure-label") not in answer["text"]
    press(direct, answer, "others-button")
    assert shown(direct, answer)["text"].endswith(SAY("unsure-label"))
    press(direct, answer["message_id"], "previous-button")
    assert shown(direct, answer)["text"] == answer["text"]


def test_the_closest_passage_is_labelled(direct: Direct) -> None:
    """In the place of the refusal, and still so when it is made wider."""
    refusal = ask(direct, PIZZA)
    assert refusal["text"].startswith(SAY("no-answer"))
    assert noticed(press(direct, refusal, "closest-button")) is None
    seen = shown(direct, refusal)
    assert seen["text"].startswith(f"{SAY('no-answer')}\n")
    (closest,) = quoted(seen)
    press(direct, refusal["message_id"], "context-button")
    wide = shown(direct, refusal)
    assert wide["text"].startswith(f"{SAY('no-answer')}\n")
    assert covered(wide, "italic")[-1] == SAY("closest-label")
    assert closest in quoted(wide)[0]


@pytest.mark.parametrize(("button", "right"), [(RIGHT, 1), (WRONG, 0)])
def test_a_judgement_is_noted_without_a_name(
    direct: Direct, tmp_path: Path, button: str, right: int
) -> None:
    """Its place and whether it was right; the two buttons go, and stay away."""
    answer = ask(direct, QUESTION)
    assert noticed(press(direct, answer, button)) == SAY("thanks")
    left = buttons(shown(direct, answer))
    assert left[0] == SAY("context-button")
    assert {RIGHT, WRONG}.isdisjoint(left)
    direct.parts.judged.clear()  # as a restart does
    press(direct, answer["message_id"], "context-button")
    assert buttons(shown(direct, answer)) == left
    start = direct.document("harbour").text.index(OPENED)
    assert _judged(tmp_path) == [(1, "harbour", start, start + len(OPENED), right, 1 - right)]


def _judged(folder: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "state.sqlite")) as state:
        return state.execute(
            'SELECT generation, document, start, "end", "right", wrong FROM feedback'
        ).fetchall()


def test_taps_on_the_same_button_count_once(direct: Direct, tmp_path: Path) -> None:
    """Three quick ones, before the buttons are gone; each is thanked for."""
    answer = ask(direct, QUESTION)
    for _ in range(3):
        assert noticed(press(direct, answer, RIGHT)) == SAY("thanks")
    press(direct, answer, WRONG)
    ((*_, right, wrong),) = _judged(tmp_path)
    assert (right, wrong) == (1, 0)


def test_another_passage_is_judged_for_itself(direct: Direct, tmp_path: Path) -> None:
    """Back at the answer, it is still judged."""
    answer = ask(direct, QUESTION)
    press(direct, answer, RIGHT)
    press(direct, answer["message_id"], "others-button")
    press(direct, answer["message_id"], WRONG)
    assert [row[-2:] for row in _judged(tmp_path)] == [(1, 0), (0, 1)]
    press(direct, answer["message_id"], "previous-button")
    assert RIGHT not in buttons(shown(direct, answer))


def test_a_button_works_while_its_quote_still_stands(direct: Direct) -> None:
    """However often other texts come and go, also long after."""
    answer = ask(direct, QUESTION)
    for text in ("A giraffe.", "An elephant.", "A wombat."):
        add(direct, text)
    direct.parts.answering.library.prune(keep=0)
    assert noticed(press(direct, answer, "context-button")) is None
    assert covered(shown(direct, answer), "bold")[0] == OPENED
    assert noticed(press(direct, answer, RIGHT)) == SAY("thanks")


@pytest.mark.parametrize("question", [QUESTION, DOUBTFUL, PIZZA])
def test_words_that_moved_within_the_text_are_found_again(direct: Direct, question: str) -> None:
    """Under their label, what answers bold, and the buttons go on from where they stand now."""
    answer = ask(direct, question)
    if question is PIZZA:
        press(direct, answer, "closest-button")
    before = shown(direct, answer)
    change(direct, "The bridge\n", "News comes first. Then more news.\n\nThe bridge\n")
    change(direct, "The fish market\n", "And news. Yes.\n\nThe fish market\n")
    direct.parts.memory.forget(READER)
    assert noticed(press(direct, answer["message_id"], "context-button")) is None
    wide = shown(direct, answer)
    (grown,) = quoted(wide)
    assert quoted(before)[0] in grown
    assert any(grown in one.text for one in direct.parts.answering.view.documents())
    assert covered(wide, "bold")[0] in quoted(before)[0]
    assert covered(wide, "italic") == covered(before, "italic")
    assert noticed(press(direct, answer["message_id"], "context-button")) is None
    assert grown in quoted(shown(direct, answer))[0]


def test_words_that_stand_there_no_more_say_so(direct: Direct) -> None:
    """The buttons' place is taken by one that asks again, of the text as it is now."""
    answer = ask(direct, QUESTION)
    change(direct, "opened on 4 May", "opened on 5 May")
    assert noticed(press(direct, answer, "context-button")) == SAY("changed")
    assert buttons(shown(direct, answer)) == [SAY("again-button")]
    assert quoted(shown(direct, answer)) == [OPENED]


@pytest.mark.parametrize("key", ["context-button", RIGHT, WRONG])
def test_another_librarys_words_are_not_shown(direct: Direct, tmp_path: Path, key: str) -> None:
    """Nor judged: what was moved into the place of the library has the same numbers."""
    answer = ask(direct, QUESTION)
    rebuild_elsewhere(direct, "4 May 1987", "5 May 1988")
    assert noticed(press(direct, answer, key)) == SAY("changed")
    assert buttons(shown(direct, answer)) == [SAY("again-button")]
    assert quoted(shown(direct, answer)) == [OPENED]
    assert _judged(tmp_path) == []


def test_the_closest_of_another_library_is_not_shown(direct: Direct) -> None:
    """Though the message does not say its words."""
    refusal = ask(direct, PIZZA)
    result = direct.parts.answering.ask(PIZZA)
    assert isinstance(result, NoAnswer)
    assert result.closest
    words = result.closest.text
    rebuild_elsewhere(direct, words, words.swapcase())
    assert noticed(press(direct, refusal, "closest-button")) == SAY("changed")


def test_a_button_of_an_older_version_asks_again(direct: Direct) -> None:
    """It does not say what its quote is to the question; the answer that comes is labelled."""
    answer = ask(direct, DOUBTFUL)
    answer["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = "m:1:2:3:4:0"
    assert noticed(press(direct, answer, "m:1")) is None
    assert shown(direct, answer)["text"].endswith(SAY("unsure-label"))


def test_only_who_may_ask_may_press(direct_with: With) -> None:
    """Anybody else's press is acknowledged, and nothing more."""
    direct = direct_with(access="allowlist", allowed_ids=(READER, GROUP))
    answer = ask(direct, QUESTION)
    direct.press(8, answer, SAY("context-button"))
    calls = direct.process()
    assert noticed(calls) is None
    assert len(calls) == 1
    direct.message(8, f"/ask {QUESTION}", chat_id=GROUP)
    (sent,) = direct.call(asking.ask_command)
    direct.press(8, sent.result, SAY("context-button"))
    assert len(direct.process()) == 2


def test_a_press_that_is_too_old_to_answer_still_works(direct: Direct) -> None:
    """Telegram forgets a press within seconds; the message changes all the same."""
    answer = ask(direct, QUESTION)
    direct.fail_next("answerCallbackQuery", Refused(400, "Bad Request: query is too old"))
    press(direct, answer, "context-button")
    assert OPENED in quoted(shown(direct, answer))[0]
    assert quoted(shown(direct, answer)) != [OPENED]


def test_a_message_too_old_to_be_read_is_still_redrawn(direct: Direct) -> None:
    """Telegram says only where it is; the button itself says what it is under."""
    answer = ask(direct, DOUBTFUL)
    old = {"chat": answer["chat"], "message_id": answer["message_id"], "date": 0}
    direct.press(READER, old | {"reply_markup": answer["reply_markup"]}, SAY("context-button"))
    direct.call(pressed)
    assert OPENED in quoted(shown(direct, answer))[0]
    assert shown(direct, answer)["text"].endswith(SAY("unsure-label"))


def test_a_place_that_is_none_is_told(direct: Direct) -> None:
    """A forged button shows nothing of the text but what the message quoted."""
    answer = ask(direct, QUESTION)
    answer["text"] = "Forged"
    answer["entities"] = []
    nowhere = Widen(1, 1, 5, 99_999_999, label=Label.SURE)
    answer["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = written(nowhere)
    assert noticed(press(direct, answer, "context-button")) == SAY("changed")
    assert quoted(shown(direct, answer)) == [OPENED]


def test_the_labels_are_in_the_language_of_who_presses(direct: Direct) -> None:
    """As all that is around the quote."""
    answer = ask(direct, DOUBTFUL)
    direct.press(READER, answer, SAY("context-button"), language="fr")
    direct.call(pressed)
    assert shown(direct, answer)["text"].endswith(texts("fr")("unsure-label"))
