"""Answers as messages: which have buttons, where they point, and what is remembered."""

from dataclasses import replace

from bot.answering.answer import Answer, Label, NoAnswer, Quote
from bot.telegram.asking.answers import passage, rendered, show
from bot.telegram.buttons import Closest, Shown, Widen
from bot.telegram.callback_data import parse
from bot.telegram.memory import Asked
from index.text import Span
from tests.bot.telegram.asking.ways import FISH, HERRING, OPENED, QUESTION, READER, SAY, change
from tests.bot_api.direct import Direct
from tests.bot_api.user import quoted


def _quote(direct: Direct, words: str) -> Quote:
    document = direct.document("harbour")
    start = document.text.index(words)
    span = Span(start, start + len(words))
    return Quote(document, span, span, "")


def _asked(result: Answer | NoAnswer, generation: int = 1) -> Asked:
    return Asked(READER, READER, QUESTION, result, generation)


def test_an_answer_is_one_message_under_its_best_quote(direct: Direct) -> None:
    """Another quote is the first of the other passages; the buttons say place and label."""
    quotes = (_quote(direct, OPENED), _quote(direct, HERRING))
    asked = _asked(Answer(quotes, 0.5, 0.4, (), sure_from=0.6))
    text, keyboard = rendered(asked, SAY, direct.parts)
    assert text.text.startswith(f"{OPENED}\n")
    assert text.text.endswith(f"\n{SAY('unsure-label')}")
    number = direct.parts.answering.view.number_of(quotes[0].document) or 0
    span = quotes[0].span
    assert keyboard
    assert parse(str(keyboard.inline_keyboard[0][0].callback_data)) == Widen(
        1, number, span.start, span.end, 0, Label.UNSURE, 1
    )
    text, _ = passage(asked, 1, SAY, direct.parts)
    label = f"{SAY('other-label', place=1, count=1)} {SAY('unsure-label')}"
    assert text.text.startswith(HERRING)
    assert text.text.endswith(f"\n{label}")


def test_a_refusal_has_a_button_where_something_is_close(direct: Direct) -> None:
    """It names what is closest, and knows its place; for small talk there is none."""
    closest = _quote(direct, OPENED)
    text, keyboard = rendered(_asked(NoAnswer(closest, 0.1, 0.5, ())), SAY, direct.parts)
    understood = SAY("question-understood", question=QUESTION)
    assert text.text == f"{SAY('no-answer')}\n{understood}"
    assert keyboard
    ((button,), (wait,)) = keyboard.inline_keyboard
    assert wait.text == SAY("wait-button")
    assert button.text == SAY("closest-button", name="Harbour report")
    number = direct.parts.answering.view.number_of(closest.document) or 0
    span = closest.span
    assert parse(str(button.callback_data)) == Closest(
        1, number, span.start, span.end, 0, Label.CLOSEST
    )
    greeted = replace(_asked(NoAnswer(None, 0.0, 0.5, ())), question="Hello!")
    text, keyboard = rendered(greeted, SAY, direct.parts)
    assert text.text == SAY("small-talk")
    assert keyboard is None


def test_a_refused_follow_up_says_what_it_was_taken_to_go_on_from(direct: Direct) -> None:
    """A question that says itself what it is about does not."""
    refusal = NoAnswer(_quote(direct, OPENED), 0.1, 0.5, ())
    follow_up = replace(_asked(refusal), question="And the fish?", before=QUESTION)
    text, _ = rendered(follow_up, SAY, direct.parts)
    key = "question-understood-after"
    assert text.text.endswith(SAY(key, question="And the fish?", before=QUESTION))
    text, _ = rendered(replace(_asked(refusal), before=FISH), SAY, direct.parts)
    assert FISH not in text.text


def test_an_answer_of_a_text_that_is_another_since_has_no_buttons(direct: Direct) -> None:
    """The places of its quotes are not those of the text as it is now."""
    quote = _quote(direct, OPENED)
    change(direct, "The bridge\n", "News first.\n\nThe bridge\n")
    text, keyboard = rendered(_asked(Answer((quote,), 0.9, 0.5, ())), SAY, direct.parts)
    assert text.text.startswith(OPENED)
    assert keyboard is None


def test_a_refusal_whose_closest_text_is_another_since_can_still_wait(direct: Direct) -> None:
    """Only the button of what is closest is left out."""
    refusal = NoAnswer(_quote(direct, OPENED), 0.1, 0.5, ())
    change(direct, "The bridge\n", "News first.\n\nThe bridge\n")
    _, keyboard = rendered(_asked(refusal), SAY, direct.parts)
    assert keyboard
    assert [button.text for (button,) in keyboard.inline_keyboard][-1] == SAY("wait-button")
    assert not any("Closest" in button.text for (button,) in keyboard.inline_keyboard)


def test_what_is_shown_is_remembered_by_its_message(direct: Direct) -> None:
    """It is found by it, and by the message that asked."""
    asked = _asked(Answer((_quote(direct, OPENED), _quote(direct, HERRING)), 0.9, 0.5, ()))
    direct.message(READER, QUESTION)
    assert direct.update
    message = direct.update.message
    assert message
    direct.during(show(message, asked, SAY, direct.parts))
    (only,) = direct.shown(READER)
    assert quoted(only) == [OPENED]
    assert asked.shown_in == [only["message_id"]]
    assert direct.parts.memory.of_message(READER, only["message_id"]) is asked


def test_texts_of_several_dates_are_one_message(direct: Direct) -> None:
    """Newest first; the buttons are of the newest, the next passage is the one before."""
    newest, older = _quote(direct, OPENED), _quote(direct, HERRING)
    before = replace(older.document, date="2020-02-01")
    quotes = (newest, replace(older, document=before))
    asked = _asked(Answer(quotes, 0.9, 0.4, (), dated=True))
    text, keyboard = rendered(asked, SAY, direct.parts)
    assert text.text.startswith(f"On 1 March 2024:\n{OPENED}\n")
    assert f"\n\nEarlier, on 1 February 2020:\n{HERRING}\n" in text.text
    assert keyboard
    at = parse(str(keyboard.inline_keyboard[0][0].callback_data))
    assert isinstance(at, Shown)
    assert (at.start, at.rank) == (newest.span.start, 0)
