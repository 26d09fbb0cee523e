"""The first message: what the bot is, what there is to ask about, and what it surely answers."""

import pytest

from bot.telegram import commands
from bot.telegram.texts import LANGUAGES, texts
from index.building import build, remove
from index.sources import from_text
from tests.bot_api.direct import Direct, said
from tests.bot_api.process import ADMIN
from tests.bot_api.user import buttons, quoted
from tests.doubles import BagEncoder

SAY, SAGE = texts("en"), texts("de")
READER = 7


def _changed(direct: Direct, *doc_ids: str) -> None:
    remove(direct.parts.answering.library, doc_ids)
    direct.parts.answering.refresh()


def test_start_says_what_it_answers_from_and_offers_what_it_can(direct: Direct) -> None:
    """Each example is a button, and pressing it brings a quote without a reservation."""
    asked = direct.message(READER, "/start")
    (call,) = direct.call(commands.start)
    first, about, examples = call.given["text"].split("\n\n")
    assert (first, examples) == (SAY("start"), SAY("examples"))
    assert "• Harbour report · 1 March 2024 · English" in about.splitlines()
    assert about.splitlines()[-2] == SAY("start-more", count=1)
    assert call.given["reply_parameters"]["message_id"] == asked
    offered = buttons(call.result)
    assert len(offered) == 3
    for example in offered:
        direct.press(READER, call.result, example)
        (answer,) = [one for one in direct.process() if one.method == "sendMessage"]
        assert quoted(answer.result)
        assert SAY("unsure-label") not in answer.given["text"]


def test_start_names_the_only_text_there_is(direct: Direct) -> None:
    """In the language of who asks."""
    _changed(direct, "article.txt", "music", "lighthouse")
    direct.message(READER, "/start", language="de")
    text = said(direct.call(commands.start))
    assert text.startswith(f"{SAGE('start')}\n\n• Harbour report · 1. März 2024 · Englisch")
    assert SAGE("start-more", count=1) not in text


def test_of_many_texts_days_and_languages_are_told(direct: Direct) -> None:
    """From the first to the last, and all that are spoken."""
    many = [from_text(f"Text number {n}.", f"T{n}", f"2024-0{n}-01", language=code)
            for n, code in enumerate(("en", "fr", "en", "de"), start=1)]  # fmt: skip
    build(direct.parts.answering.library, many, BagEncoder(), replace=True)
    direct.parts.answering.refresh()
    direct.message(READER, "/start")
    lines = said(direct.call(commands.start)).splitlines()
    assert "1 January 2024 to 1 April 2024 · English, French, German" in lines


@pytest.mark.parametrize(("who", "key"), [(READER, "empty"), (ADMIN, "empty-admin")])
def test_start_without_a_text_says_what_to_do(direct: Direct, who: int, key: str) -> None:
    """And offers nothing."""
    _changed(direct, *[one.doc_id for one in direct.parts.answering.view.documents()])
    direct.message(who, "/start")
    call, *_ = direct.call(commands.start)
    assert call.given["text"] == SAY(key)
    assert buttons(call.result) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_are_asked_and_answered_in_every_language(direct: Direct, language: str) -> None:
    """Names and headings stay in that of the text."""
    direct.message(READER, "/start", language=language)
    (call,) = direct.call(commands.start)
    say = texts(language)
    assert buttons(call.result)[0] == say("example-question", heading="Ukraine")
