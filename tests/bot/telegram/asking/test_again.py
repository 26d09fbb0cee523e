"""Buttons that go back to the question: the next passage, ask again, an example."""

from telegram.error import NetworkError

from bot.telegram import asking, commands
from bot.telegram.keyboards import Action, Pressed
from tests.bot.telegram.asking.ways import (
    FISH,
    HERRING,
    OPENED,
    PIZZA,
    QUESTION,
    READER,
    SAY,
    add,
    ask,
    last,
    noticed,
    press,
)
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.limits import Json
from tests.bot_api.state import USERNAME
from tests.bot_api.user import buttons, quoted


def _shown(direct: Direct, message: Json) -> Json:
    chat, number = message["chat"]["id"], message["message_id"]
    (found,) = [one for one in direct.shown(chat) if one["message_id"] == number]
    return found


def test_the_next_passages_come_one_by_one_until_there_are_no_more(direct: Direct) -> None:
    """Each a whole passage in reply to the one before, each another; then a word."""
    answer = ask(direct, QUESTION)
    hits = direct.parts.answering.ask(QUESTION).hits
    shown = answer
    for hit in hits[1:]:
        calls = press(direct, shown, "next-button")
        assert noticed(calls) is None
        following = last(calls)
        assert following["reply_to_message"]["message_id"] == shown["message_id"]
        assert quoted(following) == [hit.passage.text]
        shown = following
    calls = press(direct, shown, "next-button")
    assert noticed(calls) == SAY("no-more")
    assert len(calls) == 1


def test_the_next_passage_of_a_refusal_is_no_answer_either(direct: Direct) -> None:
    """It says so above it."""
    refusal = ask(direct, PIZZA)
    press(direct, refusal, "closest-button")
    following = last(press(direct, refusal["message_id"], "next-button"))
    assert following["text"].startswith(f"{SAY('closest-label')}\n")


def test_the_next_passage_of_a_forgotten_question_is_asked_for_again(direct: Direct) -> None:
    """What was asked stands in the message that was answered, also behind a mention."""
    direct.message(READER, f"@{USERNAME} {QUESTION}", chat_id=GROUP)
    answer = last(direct.call(asking.group_question))
    direct.parts.memory.forget(READER)
    following = last(press(direct, answer, "next-button"))
    second = direct.parts.answering.ask(QUESTION).hits[1].passage
    assert quoted(following) == [second.text]
    again = direct.parts.memory.of_message(GROUP, following["message_id"])
    assert again
    assert (again.question, again.user_id) == (QUESTION, READER)


def test_a_forgotten_question_is_asked_once_however_often_it_is_pressed(direct: Direct) -> None:
    """The message that was pressed is known to answer it from then on."""
    answer = ask(direct, QUESTION)
    direct.parts.memory.forget(READER)
    press(direct, answer, "next-button")
    asked = direct.parts.metrics.questions()
    assert noticed(press(direct, answer, "next-button")) is None
    assert direct.parts.metrics.questions() == asked


def test_a_question_that_nobody_knows_is_asked_for(direct: Direct) -> None:
    """Where the message that asked is gone."""
    answer = ask(direct, QUESTION)
    direct.parts.memory.forget(READER)
    del answer["reply_to_message"]
    assert noticed(press(direct, answer, "next-button")) == SAY("forgotten-question")
    assert len(direct.shown(READER)) == 1


def test_too_many_questions_are_said_to_who_presses_for_the_next(direct: Direct) -> None:
    """An alert over the chat, and the chat stays as it is."""
    answer = ask(direct, QUESTION)
    direct.parts.memory.forget(READER)
    direct.during(direct.parts.work.close())
    calls = press(direct, answer, "next-button")
    assert noticed(calls) == SAY("busy")
    assert [call.given["show_alert"] for call in calls] == [True]
    assert quoted(_shown(direct, answer)) == [OPENED]


def test_too_many_questions_are_said_to_who_asks_again(direct: Direct) -> None:
    """The old answer stays, with its button."""
    answer = ask(direct, QUESTION)
    add(direct, "A giraffe.")
    press(direct, answer, "context-button")
    direct.during(direct.parts.work.close())
    assert noticed(press(direct, answer["message_id"], "again-button")) == SAY("busy")
    assert buttons(_shown(direct, answer)) == [SAY("again-button")]


def test_asked_again_the_answer_is_that_of_the_text_as_it_is_now(direct: Direct) -> None:
    """In the place of the old one, with buttons that work."""
    refusal = ask(direct, PIZZA)
    add(direct, "A pineapple pizza has many calories: 2000. A giraffe has none.")
    assert noticed(press(direct, refusal, "closest-button")) == SAY("changed")
    assert noticed(press(direct, refusal["message_id"], "again-button")) is None
    shown = _shown(direct, refusal)
    assert quoted(shown) == ["A pineapple pizza has many calories: 2000."]
    assert len(direct.shown(READER)) == 1
    press(direct, refusal["message_id"], "context-button")
    assert quoted(_shown(direct, refusal)) == [direct.document("more").text]


def test_asking_again_outlives_the_next_change(direct: Direct) -> None:
    """The button belongs to a question, to no text: however often the text is another since."""
    answer = ask(direct, PIZZA)
    add(direct, "A giraffe.")
    press(direct, answer, "closest-button")
    add(direct, "A pineapple pizza has many calories: 2000.")
    assert noticed(press(direct, answer["message_id"], "again-button")) is None
    assert quoted(_shown(direct, answer)) == ["A pineapple pizza has many calories: 2000."]


def test_asked_again_nobody_knows_the_question(direct: Direct) -> None:
    """Then it is asked for, in reply."""
    answer = ask(direct, QUESTION)
    direct.parts.memory.forget(READER)
    add(direct, "A giraffe.")
    press(direct, answer, "context-button")
    message = _shown(direct, answer)
    del message["reply_to_message"]
    told = last(press(direct, message, "again-button"))
    assert told["text"] == SAY("forgotten-question")


def test_an_example_is_asked_in_the_name_of_who_pressed(direct: Direct) -> None:
    """So that `/why` and follow-ups of theirs know it."""
    direct.message(READER, "/start")
    (call,) = direct.call(commands.start)
    calls = press(direct, call.result, SAY("example-question", heading="The fish market"))
    assert noticed(calls) is None
    assert quoted(last(calls))[0].startswith(HERRING)
    asked = direct.parts.memory.last(READER, READER)
    assert asked
    assert asked.question == SAY("example-question", heading="The fish market")


def test_an_example_that_is_no_more_is_let_be(direct: Direct) -> None:
    """The press is acknowledged."""
    direct.message(READER, "/start")
    (call,) = direct.call(commands.start)
    gone = Pressed(Action.EXAMPLE, 1, rank=99).data()
    call.result["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = gone
    calls = press(direct, call.result, gone)
    assert [one.method for one in calls] == ["answerCallbackQuery"]


def test_a_broken_line_does_not_lose_the_next_passage(direct: Direct) -> None:
    """It is sent again."""
    answer = ask(direct, FISH)
    direct.fail_next("sendMessage", NetworkError("down"))
    assert quoted(last(press(direct, answer, "next-button")))
