"""Answers as messages: which have buttons, where they point, and what is remembered."""

from bot.answering.answer import Answer, NoAnswer, Quote
from bot.telegram.asking.answers import rendered, show
from bot.telegram.keyboards import Action, Pressed, parse
from bot.telegram.memory import Asked
from index.text import Span
from tests.bot.telegram.asking.ways import HERRING, OPENED, QUESTION, READER, SAY
from tests.bot_api.direct import Direct
from tests.bot_api.user import quoted


def _quote(direct: Direct, words: str) -> Quote:
    document = direct.document("harbour")
    start = document.text.index(words)
    span = Span(start, start + len(words))
    return Quote(document, span, span, "")


def _asked(result: Answer | NoAnswer, generation: int = 1) -> Asked:
    return Asked(READER, READER, QUESTION, result, generation)


def test_every_quote_has_buttons_of_its_own(direct: Direct) -> None:
    """Each names its place; the next passage is the one after all that are quoted."""
    quotes = (_quote(direct, OPENED), _quote(direct, HERRING))
    shown = rendered(_asked(Answer(quotes, 0.9, 0.5, ())), SAY, direct.parts)
    number = direct.parts.answering.view.number_of(quotes[0].document) or 0
    first = [keyboard.inline_keyboard[0][0] for _, keyboard in shown if keyboard]
    assert [parse(str(button.callback_data)) for button in first] == [
        Pressed(Action.CONTEXT, 1, number, quote.span.start, quote.span.end, 1) for quote in quotes
    ]


def test_a_refusal_has_a_button_where_something_is_close(direct: Direct) -> None:
    """It names the place of what is closest; for small talk there is none."""
    closest = _quote(direct, OPENED)
    ((text, keyboard),) = rendered(_asked(NoAnswer(closest, 0.1, 0.5, ())), SAY, direct.parts)
    assert text.text == SAY("no-answer")
    assert keyboard
    ((button,),) = keyboard.inline_keyboard
    number = direct.parts.answering.view.number_of(closest.document) or 0
    span = closest.span
    assert parse(str(button.callback_data)) == Pressed(
        Action.CLOSEST, 1, number, span.start, span.end, 0
    )
    ((text, keyboard),) = rendered(_asked(NoAnswer(None, 0.0, 0.5, ())), SAY, direct.parts)
    assert text.text == SAY("small-talk")
    assert keyboard is None


def test_an_answer_of_another_generation_has_no_buttons(direct: Direct) -> None:
    """The places of its quotes are not those of the text as it is now."""
    answer = Answer((_quote(direct, OPENED),), 0.9, 0.5, ())
    ((text, keyboard),) = rendered(_asked(answer, generation=2), SAY, direct.parts)
    assert text.text.startswith(OPENED)
    assert keyboard is None


def test_a_doubtful_answer_keeps_its_reservation_above_each_quote(direct: Direct) -> None:
    """However many there are."""
    quotes = (_quote(direct, OPENED), _quote(direct, HERRING))
    answer = Answer(quotes, 0.5, 0.4, (), sure_from=0.6)
    shown = rendered(_asked(answer), SAY, direct.parts)
    assert [text.text.splitlines()[0] for text, _ in shown] == [SAY("unsure-label")] * 2


def test_what_is_shown_is_remembered_by_its_messages(direct: Direct) -> None:
    """In order, and found by each."""
    asked = _asked(Answer((_quote(direct, OPENED), _quote(direct, HERRING)), 0.9, 0.5, ()))
    direct.message(READER, QUESTION)
    assert direct.update
    message = direct.update.message
    assert message
    direct.during(show(message, asked, SAY, direct.parts))
    first, second = direct.shown(READER)
    assert [quoted(first), quoted(second)] == [[OPENED], [HERRING]]
    assert asked.shown_in == [first["message_id"], second["message_id"]]
    assert direct.parts.memory.of_message(READER, second["message_id"]) is asked
