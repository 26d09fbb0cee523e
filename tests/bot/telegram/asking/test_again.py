"""Buttons that go back to the question: the next passage, ask again, an example."""

from telegram.error import NetworkError

from bot.answering import Label, quotes_of
from bot.telegram import asking, commands
from bot.telegram.buttons import Example, Other
from bot.telegram.callback_data import written
from tests.bot.telegram.asking.ways import (
    FISH,
    OPENED,
    PIZZA,
    QUESTION,
    READER,
    SAY,
    add,
    ask,
    change,
    last,
    noticed,
    press,
    rebuild_elsewhere,
    shown,
)
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.limits import Json
from tests.bot_api.state import USERNAME
from tests.bot_api.user import buttons, quoted


def test_the_other_passages_come_in_the_place_of_the_answer(direct: Direct) -> None:
    """One by one, each with its place; back to the answer, too."""
    answer = ask(direct, QUESTION)
    found = quotes_of(direct.parts.answering.ask(QUESTION))
    most = len(found) - 1
    assert most == 4
    assert SAY("others-button", count=most) in buttons(answer)
    for rank, key in enumerate(["others-button", *["next-button"] * (most - 1)], start=1):
        calls = press(direct, answer["message_id"], key)
        assert noticed(calls) is None
        assert [call.method for call in calls] == ["answerCallbackQuery", "editMessageText"]
        now = shown(direct, answer)
        assert quoted(now) == [found[rank].text]
        assert SAY("other-label", place=rank, count=most) in now["text"]
    assert SAY("next-button") not in buttons(now)
    for rank in reversed(range(most)):
        press(direct, answer["message_id"], "previous-button")
        assert quoted(shown(direct, answer)) == [found[rank].text]
    assert shown(direct, answer)["text"] == answer["text"]
    assert buttons(shown(direct, answer)) == buttons(answer)


def test_the_other_passages_of_a_refusal_are_no_answers_either(direct: Direct) -> None:
    """They say so; back from them is the closest."""
    refusal = ask(direct, PIZZA)
    press(direct, refusal, "closest-button")
    closest = shown(direct, refusal)
    press(direct, refusal["message_id"], "others-button")
    other = shown(direct, refusal)
    assert other["text"].startswith(SAY("no-answer"))
    assert other["text"].endswith(SAY("near-label"))
    press(direct, refusal["message_id"], "previous-button")
    assert shown(direct, refusal)["text"] == closest["text"]


def test_another_librarys_passages_are_found_anew(direct: Direct) -> None:
    """Also where its generation has the same number."""
    answer = ask(direct, QUESTION)
    rebuild_elsewhere(direct, "sells herring", "grows lemons.")
    press(direct, answer, "others-button")
    found = quotes_of(direct.parts.answering.ask(QUESTION))
    assert quoted(shown(direct, answer)) == [found[1].text]
    again = direct.parts.memory.of_message(READER, answer["message_id"])
    assert again
    assert [one.document for one in quotes_of(again.result)] == [one.document for one in found]


def test_another_passage_of_a_forgotten_question_is_asked_for_again(direct: Direct) -> None:
    """What was asked stands in the message that was answered, also behind a mention."""
    asked = direct.message(READER, f"@{USERNAME} {QUESTION}", chat_id=GROUP)
    answer = last(direct.call(asking.group_question))
    direct.parts.memory.forget(READER)
    press(direct, answer, "others-button")
    assert quoted(shown(direct, answer)) == [
        quotes_of(direct.parts.answering.ask(QUESTION))[1].text
    ]
    again = direct.parts.memory.of_message(GROUP, answer["message_id"])
    assert again
    assert (again.question, again.user_id) == (QUESTION, READER)
    assert direct.parts.memory.of_message(GROUP, asked) is again


def test_a_forgotten_question_is_asked_once_however_often_it_is_pressed(direct: Direct) -> None:
    """The message that was pressed is known to answer it from then on."""
    answer = ask(direct, QUESTION)
    direct.parts.memory.forget(READER)
    press(direct, answer, "others-button")
    asked = direct.parts.metrics.questions()
    assert noticed(press(direct, answer, "others-button")) is None
    assert direct.parts.metrics.questions() == asked


def test_a_question_that_nobody_knows_is_asked_for(direct: Direct) -> None:
    """Where the message that asked is gone."""
    answer = ask(direct, QUESTION)
    direct.parts.memory.forget(READER)
    del answer["reply_to_message"]
    assert noticed(press(direct, answer, "others-button")) == SAY("forgotten-question")
    assert len(direct.shown(READER)) == 1


def test_a_passage_that_is_no_more_is_told(direct: Direct) -> None:
    """The text has fewer since; the message stays."""
    answer = ask(direct, QUESTION)
    gone = written(Other(1, 1, 0, 1, 9, Label.SURE, 9))
    answer["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = gone
    assert noticed(press(direct, answer, gone)) == SAY("no-more")
    assert quoted(shown(direct, answer)) == [OPENED]


def test_a_follow_up_asked_again_goes_on_from_what_it_did(direct: Direct) -> None:
    """Not from itself."""
    ask(direct, QUESTION)
    answer = ask(direct, "And the architect?")
    change(direct, "Sofie Brandt", "Sofie Brand")
    press(direct, answer, "others-button")
    again = direct.parts.memory.of_message(READER, answer["message_id"])
    assert again
    assert (again.question, again.before) == ("And the architect?", QUESTION)


def test_too_many_questions_are_said_to_who_presses_for_the_next(direct: Direct) -> None:
    """An alert over the chat, and the chat stays as it is."""
    answer = ask(direct, QUESTION)
    direct.parts.memory.forget(READER)
    direct.during(direct.parts.work.close())
    calls = press(direct, answer, "others-button")
    assert noticed(calls) == SAY("busy")
    assert [call.given["show_alert"] for call in calls] == [True]
    assert quoted(shown(direct, answer)) == [OPENED]


def test_too_many_questions_are_said_to_who_asks_again(direct: Direct) -> None:
    """The old answer stays, with its button."""
    answer = _outdated(direct)
    direct.during(direct.parts.work.close())
    assert noticed(press(direct, answer["message_id"], "again-button")) == SAY("busy")
    assert buttons(shown(direct, answer)) == [SAY("again-button")]


def _outdated(direct: Direct) -> Json:
    """An answer whose words are gone, which a press has found out."""
    answer = ask(direct, QUESTION)
    change(direct, "opened on 4 May", "opened on 5 May")
    press(direct, answer, "context-button")
    return answer


def test_asked_again_the_answer_is_that_of_the_text_as_it_is_now(direct: Direct) -> None:
    """In the place of the old one, with buttons that work."""
    answer = _outdated(direct)
    assert noticed(press(direct, answer["message_id"], "again-button")) is None
    now = OPENED.replace("4 May", "5 May")
    assert quoted(shown(direct, answer)) == [now]
    assert len(direct.shown(READER)) == 1
    press(direct, answer["message_id"], "context-button")
    assert now in quoted(shown(direct, answer))[0]


def test_asking_again_outlives_the_next_change(direct: Direct) -> None:
    """The button belongs to a question, to no text: however often the text is another since."""
    answer = _outdated(direct)
    add(direct, "A giraffe.")
    change(direct, "opened on 5 May", "opened on 6 May")
    assert noticed(press(direct, answer["message_id"], "again-button")) is None
    assert quoted(shown(direct, answer)) == [OPENED.replace("4 May", "6 May")]


def test_asked_again_nobody_knows_the_question(direct: Direct) -> None:
    """Then it is asked for, over the chat."""
    answer = _outdated(direct)
    direct.parts.memory.forget(READER)
    message = shown(direct, answer)
    del message["reply_to_message"]
    assert noticed(press(direct, message, "again-button")) == SAY("forgotten-question")


def test_an_example_is_asked_in_the_name_of_who_pressed(direct: Direct) -> None:
    """So that `/why` and follow-ups of theirs know it."""
    direct.message(READER, "/start")
    (call,) = direct.call(commands.start)
    calls = press(direct, call.result, SAY("example-question", heading="Lindholm Bridge"))
    assert noticed(calls) is None
    assert OPENED in quoted(last(calls))[0]
    asked = direct.parts.memory.last(READER, READER)
    assert asked
    assert asked.question == SAY("example-question", heading="Lindholm Bridge")


def test_an_example_that_is_no_more_is_let_be(direct: Direct) -> None:
    """The press is acknowledged."""
    direct.message(READER, "/start")
    (call,) = direct.call(commands.start)
    gone = written(Example(1, 99))
    call.result["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = gone
    calls = press(direct, call.result, gone)
    assert [one.method for one in calls] == ["answerCallbackQuery"]


def test_a_broken_line_does_not_lose_the_other_passage(direct: Direct) -> None:
    """It is sent again."""
    answer = ask(direct, FISH)
    direct.fail_next("editMessageText", NetworkError("down"))
    press(direct, answer, "others-button")
    assert quoted(shown(direct, answer)) != quoted(answer)
