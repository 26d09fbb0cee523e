"""Two questions in one message of which the texts answer one: the other is named, and stays so."""

from dataclasses import replace

import pytest

from bot.answering import Answer, RefusedPart
from bot.telegram import asking
from bot.telegram.asking.refused_parts import below
from bot.telegram.texts import LANGUAGES, texts
from bot.telegram.why import why_command
from tests.bot.telegram.asking.ways import FISH, OPENED, QUESTION, READER, SAY, ask, press, shown
from tests.bot_api.direct import Direct
from tests.bot_api.limits import Json
from tests.bot_api.user import covered, quoted

CALORIES = "how many calories does a pineapple pizza have?"
BOTH = f"{QUESTION[:-1]}, and {CALORIES}"
DOUBTED = "Bridge opened giraffe elephant wombat?"
DOUBTFUL = f"{DOUBTED} {CALORIES}"
SAID = SAY("unanswered", question=CALORIES)


def _data(message: Json) -> list[str]:
    rows = message["reply_markup"]["inline_keyboard"]
    return [button["callback_data"] for row in rows for button in row]


def test_the_part_is_named_below_the_quote(direct: Direct) -> None:
    """In one line in italics, instead of the reservation; the buttons are those of any answer."""
    answer = ask(direct, BOTH)
    assert quoted(answer) == [OPENED]
    assert answer["text"].splitlines()[2:] == [SAID]
    assert covered(answer, "italic") == [SAID]
    assert _data(answer)[0] == _data(ask(direct, DOUBTED))[0]


def test_who_is_not_sure_of_the_rest_says_so_too(direct: Direct) -> None:
    """Before it."""
    assert covered(ask(direct, DOUBTFUL), "italic") == [f"{SAY('unsure-label')} {SAID}"]


def test_where_all_or_nothing_is_answered_none_is_named(direct: Direct) -> None:
    """As before."""
    assert SAID.partition("“")[0] not in ask(direct, f"{QUESTION} {FISH}")["text"]
    refusal = ask(direct, f"Who paints the giraffes, and {CALORIES}")
    assert refusal["text"].startswith(f"{SAY('no-answer')}\n")


@pytest.mark.parametrize(
    ("question", "language"), [(DOUBTFUL, "en"), *((BOTH, one) for one in LANGUAGES)]
)
def test_it_outlives_every_button_and_a_restart(
    direct: Direct, question: str, language: str
) -> None:
    """More context, judged, other passages and back, remembered or not: the part is named."""
    direct.parts.state.set_language(READER, language)
    say, answer = texts(language), ask(direct, question)
    part = say("unanswered", question=CALORIES)
    first, number = answer["text"].splitlines()[-1], answer["message_id"]
    assert first.endswith(part)
    words = {key: say(key) for key in ("context-button", "next-button", "previous-button")}
    words["others-button"] = say("others-button", count="|").partition("|")[0]
    for step in ("context-button", "👍", "others-button", "context-button", "next-button",
                 "previous-button", "previous-button", "context-button"):  # fmt: skip
        direct.parts.memory.forget(READER)
        press(direct, number, words.get(step, step))
        assert shown(direct, answer)["text"].endswith(part)
    assert shown(direct, answer)["text"].splitlines()[-1] == first


def test_it_goes_along_where_a_quote_is_posted(direct: Direct) -> None:
    """Inline and by a mention elsewhere; where the message cannot be read later, a reservation."""
    direct.inline(READER, BOTH)
    (call,) = direct.call(asking.inline_query)
    (result,) = call.given["results"]
    assert result["input_message_content"]["message_text"].endswith(f"\n{SAID}")
    direct.guest(READER, BOTH)
    (call,) = direct.call(asking.guest_message)
    assert call.given["result"]["input_message_content"]["message_text"].endswith(f"\n{SAID}")


def test_why_tells_it_and_how_sure_the_rest_is(direct: Direct) -> None:
    """The rest needs no more than any answer."""
    ask(direct, BOTH)
    direct.message(READER, "/why")
    (call,) = direct.call(why_command)
    lines = call.given["text"].splitlines()
    assert lines[-2:] == [SAY("why-sure", confidence="0.75", sure="0.60"), SAID]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_it(direct: Direct, language: str) -> None:
    """In its own words; up to 150 letters of each part, behind what else is to be known."""
    say, found = texts(language), direct.parts.answering.ask(BOTH)
    assert isinstance(found, Answer)
    assert below(found, 0, 0, say) == say("unanswered", question=CALORIES)
    assert language == "en" or below(found, 0, 0, say) != SAID
    long = replace(found, unanswered=(RefusedPart("x" * 200, None),) * 2)
    other = f"{say('other-label', place=2, count=4)} {say('unsure-label')}"
    cut = say("unanswered", question=f"{'x' * 149}…")
    assert below(long, 2, 4, say) == f"{other} {cut} {cut}"
