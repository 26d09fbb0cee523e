"""Small talk gets a fitting word; where there are no texts, that is said."""

import pytest

from bot.telegram.texts import LANGUAGES, texts
from index.building import remove
from tests.bot.telegram.asking.ways import WORDS
from tests.bot_api.direct import Direct, said
from tests.bot_api.process import ADMIN

SAY = texts("en")
READER = 7
QUESTION = "When was the Lindholm Bridge opened?"


@pytest.mark.parametrize(
    ("message", "key"),
    [
        ("Hello!", "small-talk"),
        ("thanks 🙏", "talk-thanks"),
        ("ok", "talk-yes"),
        ("no", "talk-no"),
        ("bye", "talk-bye"),
        ("who are you?", "help"),
        ("…", "talk-nothing"),
        ("why?", "whole-question"),
    ],
)
def test_each_gets_a_fitting_word(direct: Direct, message: str, key: str) -> None:
    """Not a greeting whatever was said."""
    direct.message(READER, message)
    assert said(direct.process()) == SAY(key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_thanks_yes_and_no_are_understood_in_every_language(direct: Direct, language: str) -> None:
    """And answered in it."""
    for word, key in zip(WORDS[language], ("thanks", "yes", "no"), strict=True):
        direct.message(READER, word, language=language)
        assert said(direct.process()) == texts(language)(f"talk-{key}")


def test_why_after_an_answer_goes_on_from_it(direct: Direct) -> None:
    """Also when something was said between."""
    for message in (QUESTION, "thanks", "why?"):
        direct.message(READER, message)
        calls = direct.process()
    assert said(calls) not in (SAY("small-talk"), SAY("whole-question"))
    asked = direct.parts.memory.last(READER, READER)
    assert asked
    assert (asked.question, asked.before) == ("why?", QUESTION)


def test_a_word_the_texts_do_not_have_is_refused_not_greeted(direct: Direct) -> None:
    """As any question that they do not answer."""
    direct.message(READER, "giraffes")
    assert said(direct.process()).startswith(SAY("no-answer"))


@pytest.mark.parametrize(("who", "key"), [(READER, "empty"), (ADMIN, "empty-admin")])
def test_an_empty_library_is_said_to_be_empty(direct: Direct, who: int, key: str) -> None:
    """To an admin with what to do; thanks are thanks all the same."""
    names = [one.doc_id for one in direct.parts.answering.view.documents()]
    remove(direct.parts.answering.library, names)
    direct.parts.answering.refresh()
    direct.message(who, QUESTION)
    assert said(direct.process()) == SAY(key)
    direct.message(who, "thanks")
    assert said(direct.process()) == SAY("talk-thanks")
