"""Questions offered with a refusal: near ones, which a heading of the texts answers."""

from dataclasses import replace

from bot.answering import NoAnswer
from bot.telegram.asking.near import OFFERED, near_questions
from bot.telegram.texts import texts
from index.building import build
from index.sources import from_text
from tests.bot.telegram.asking.ways import (
    SAY,
    ask,
    change,
    last,
    noticed,
    press,
    rebuild_elsewhere,
    shown,
)
from tests.bot_api.direct import Direct
from tests.bot_api.limits import Json
from tests.bot_api.user import buttons, quoted
from tests.doubles import BagEncoder

NEAR = "Does the fish market giraffe elephant wombat lion tiger zebra pizza?"


def _refused(direct: Direct) -> Json:
    refusal = ask(direct, NEAR)
    assert refusal["text"].startswith(SAY("no-answer"))
    return refusal


def test_questions_near_to_a_refusal_are_answered_when_pressed(direct: Direct) -> None:
    """Two below the closest passage, about others; in reply, how the text about it begins."""
    refusal = _refused(direct)
    closest, *offered, wait = buttons(refusal)
    assert closest == SAY("closest-button", name="The fish market")
    assert wait == SAY("wait-button")
    assert len(offered) == OFFERED
    assert SAY("example-question", heading="The fish market") not in offered
    for question in offered:
        calls = press(direct, refusal, question)
        assert noticed(calls) is None
        answer = last(calls)
        assert answer["reply_to_message"]["message_id"] == refusal["message_id"]
        (quote,) = quoted(answer)
        assert any(quote in one.text for one in direct.parts.answering.view.documents())
        assert quote not in question
        assert buttons(answer) == [SAY("context-button"), SAY("cite-button")]


def test_a_title_that_names_what_is_closest_is_not_offered_again(direct: Direct) -> None:
    """Where a text has no headings its title stands on both buttons else."""
    library = direct.parts.answering.library
    zoo = from_text("Giraffe, zebra, lion.", "Animals of the zoo", doc_id="zoo")
    build(library, [zoo], BagEncoder(), replace=False)
    direct.parts.answering.refresh()
    animals = "wombat tiger elephant penguin otter heron stork eagle whale"
    refusal = ask(direct, f"giraffe zebra lion {animals}?")
    closest, *offered = buttons(refusal)
    assert closest == SAY("closest-button", name="Animals of the zoo")
    assert [one for one in offered if "Animals of the zoo" in one] == []


def test_what_is_shown_of_a_heading_grows_like_any_quote(direct: Direct) -> None:
    """Nobody asked, so it has no label and is not judged."""
    change(direct, "The fish market", "Fish")
    refusal = _refused(direct)
    answer = last(press(direct, refusal, buttons(refusal)[1]))
    assert answer["text"].splitlines()[-1] == "Fish · Harbour report · 1\u00a0March\u00a02024"
    press(direct, answer["message_id"], "context-button")
    wide = shown(direct, answer)
    assert quoted(answer)[0] in quoted(wide)[0]
    assert quoted(answer) != quoted(wide)


def test_a_heading_that_the_reader_may_not_read_is_not_offered(direct: Direct) -> None:
    """Only those of their own language, and of the language of what is closest."""
    asked = direct.parts.answering.ask(NEAR)
    assert isinstance(asked, NoAnswer)
    assert {hit.passage.document.language for hit in asked.hits} == {"en", "fr"}
    view = direct.parts.answering.view

    def offered(result: NoAnswer, language: str) -> list[str | None]:
        found = near_questions(result, view, texts(language))
        documents = [view.numbered(at.number) for _, at in found]
        return [document.language for document in documents if document]

    assert offered(asked, "en") == offered(asked, "de") == ["en", "en"]
    assert "fr" in offered(replace(asked, hits=tuple(reversed(asked.hits))), "fr")


def test_a_question_too_long_for_a_button_is_named_by_what_it_is_about(direct: Direct) -> None:
    """Pressed, it is answered like the others."""
    long = "The Lindholm Bridge and its architect"
    change(direct, "The bridge", long)
    refusal = _refused(direct)
    assert long in buttons(refusal)
    assert quoted(last(press(direct, refusal, long)))


def test_a_near_question_of_a_text_that_is_gone_is_told(direct: Direct) -> None:
    """The chat stays as it is."""
    refusal = _refused(direct)
    change(direct, "The bridge", "Another bridge")
    calls = press(direct, refusal, buttons(refusal)[1])
    assert noticed(calls) == SAY("changed")
    assert [call.method for call in calls] == ["answerCallbackQuery"]


def test_a_near_question_of_another_library_is_told(direct: Direct) -> None:
    """What has the same numbers there is not shown for it."""
    refusal = _refused(direct)
    rebuild_elsewhere(direct, "It is 312 metres long", "It was 99 metres long")
    (bridge,) = [one for one in buttons(refusal) if "The bridge" in one]
    assert noticed(press(direct, refusal, bridge)) == SAY("changed")
