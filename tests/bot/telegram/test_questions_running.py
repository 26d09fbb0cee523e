"""Questions to the real bot process over HTTP, and the buttons under its answers."""

import time
from pathlib import Path

import pytest

from index.store import open_library
from tests.bot_api.limits import cut
from tests.bot_api.methods import USERNAME
from tests.bot_api.user import BotApi, covered, quoted
from tests.telegram_library import BRIDGE, LONG

pytestmark = pytest.mark.slow

GROUP = -1001
BRIDGE_QUESTION = "When was the Lindholm Bridge opened?"


@pytest.fixture
def api(asked: BotApi) -> BotApi:
    """The chats with the bot that all these tests ask."""
    return asked


def _stored(telegram_library: Path, doc_id: str) -> str:
    found = open_library(telegram_library).open().document(doc_id)
    assert found
    return found.text


def test_an_answer_is_a_native_quotation_of_the_stored_text(
    api: BotApi, telegram_library: Path
) -> None:
    """Quote, source, date, heading and a link to the sentence, in reply, parsed by nobody."""
    asked = api.message(1, BRIDGE_QUESTION)
    answer = api.answer_to(1, asked)
    (quote,) = quoted(answer)
    assert "opened on 4 May 1987" in quote
    assert quote in _stored(telegram_library, "harbour")
    assert covered(answer, "text_link") == ["The bridge · Harbour report · 1\u00a0March\u00a02024"]
    (link,) = [one["url"] for one in answer["entities"] if one["type"] == "text_link"]
    assert link.startswith("https://example.org/harbour#:~:text=")
    (call,) = [c for c in api.called("sendMessage") if str(c.given["chat_id"]) == "1"]
    assert "parse_mode" not in call.given
    assert call.given["link_preview_options"] == {"is_disabled": True}


def test_offsets_survive_emoji(api: BotApi, telegram_library: Path) -> None:
    """Characters of two code units before and in the quote move nothing."""
    answer = api.answer_to(2, api.message(2, "Who composed the bass clef piece Rütli?"))
    (quote,) = quoted(answer)
    assert "Ottilie Zöllner" in quote
    assert quote in _stored(telegram_library, "music")
    for one in answer["entities"]:
        cut(answer["text"], one["offset"], one["length"])


def test_a_question_in_decomposed_letters_is_the_same_question(api: BotApi) -> None:
    """As typed on a Mac: u and a combining diaeresis."""
    plain = api.answer_to(3, api.message(3, "Who composed Rütli?"))
    apart = api.answer_to(3, api.message(3, "Who composed Ru\u0308tli?"))
    assert apart["text"] == plain["text"]


def test_the_quote_names_its_language_where_it_differs(api: BotApi) -> None:
    """An English question on the French sample."""
    asked = api.message(4, "Qui a rencontré Vladimir Poutine en Alaska ?")
    answer = api.answer_to(4, asked)
    assert "· in French" in answer["text"]
    other = api.message(4, "Qui a rencontré Vladimir Poutine en Alaska ?", language="fr")
    assert "· en " not in api.answer_to(4, other)["text"]
    assert "French" not in api.answer_to(4, other)["text"]


def test_a_sentence_too_long_for_a_quote_shows_that_it_is_cut(
    api: BotApi, telegram_library: Path
) -> None:
    """The marks stand outside the quotation, which is word for word the text's."""
    answer = api.answer_to(5, api.message(5, "What does the inventory of the lighthouse list?"))
    (quote,) = quoted(answer)
    assert quote in _stored(telegram_library, "lighthouse")
    assert f"{quote}\n[…]\n" in answer["text"]
    assert len(quote) < len(LONG)


def test_what_the_text_does_not_say_is_refused_with_the_closest_apart(api: BotApi) -> None:
    """What was understood; a button shows the closest passage, labelled."""
    asked = api.message(6, "How many calories does a pineapple pizza have?")
    refusal = api.answer_to(6, asked)
    said, understood = refusal["text"].splitlines()
    assert said == "The text does not answer this."
    assert understood == "I understood: “How many calories does a pineapple pizza have?”"
    assert quoted(refusal) == []
    api.press(6, refusal, "c:")
    shown = api.until(lambda: [m for m in api.shown(6) if quoted(m)])
    assert shown[0]["text"].endswith("\nNot an answer, but the closest I have.")


@pytest.mark.parametrize(
    "text", ["/ask {}", "/ask@" + USERNAME + " {}", "@" + USERNAME + " {}", "hey @{name} {}"]
)
def test_in_a_group_it_answers_when_addressed(api: BotApi, text: str) -> None:
    """By command or mention."""
    words = text.replace("{name}", USERNAME.upper()).format(BRIDGE_QUESTION)
    asked = api.message(8, words, chat_id=GROUP)
    assert "4 May 1987" in api.answer_to(GROUP, asked)["text"]


def test_in_a_group_a_reply_to_the_bot_is_a_question(api: BotApi) -> None:
    """Without a mention."""
    first = api.answer_to(GROUP, api.message(8, f"/ask {BRIDGE_QUESTION}", chat_id=GROUP))
    asked = api.message(
        8, "When does the fish market sell herring?", chat_id=GROUP, reply_to=first["message_id"]
    )
    assert "Saturday" in api.answer_to(GROUP, asked)["text"]


def test_what_is_not_meant_for_the_bot_is_let_be(api: BotApi) -> None:
    """Group talk, other bots' commands, channel posts, our own inline results, captions."""
    before = len(api.called("sendMessage"))
    api.message(8, BRIDGE_QUESTION, chat_id=GROUP)
    api.message(8, f"@somebody_else {BRIDGE_QUESTION}", chat_id=GROUP)
    api.message(8, f"/ask@other_bot {BRIDGE_QUESTION}", chat_id=GROUP)
    api.message(8, BRIDGE_QUESTION, via_bot={"id": 5, "is_bot": True, "first_name": "B"})
    post = {"message_id": 900, "date": 1, "chat": {"id": -9, "type": "channel", "title": "C"}}
    api.push({"channel_post": {**post, "text": BRIDGE_QUESTION}})
    api.push({"edited_channel_post": {**post, "text": BRIDGE_QUESTION, "edit_date": 2}})
    last = api.message(8, f"/ask {BRIDGE_QUESTION}", chat_id=GROUP)
    api.answer_to(GROUP, last)
    assert len(api.called("sendMessage")) == before + 1


def test_an_edited_question_edits_the_answer(api: BotApi) -> None:
    """The same message shows the new answer; an edited command runs no second time."""
    asked = api.message(10, BRIDGE_QUESTION)
    answer = api.answer_to(10, asked)
    api.edit(10, asked, "When does the fish market sell herring?")
    number = answer["message_id"]
    api.until(lambda: "Saturday" in api.state.messages[10, number]["text"])
    assert len(api.shown(10)) == 1
    helped = api.message(10, "/help")
    api.answer_to(10, helped)
    before = len(api.called("sendMessage"))
    api.edit(10, helped, "/help please")
    api.edit(10, 99_999, "nobody knows this message") if (10, 99_999) in api.state.messages else 0
    api.answer_to(10, api.message(10, "/about"))
    assert len(api.called("sendMessage")) == before + 1


def test_a_question_corrected_before_it_is_answered_has_one_answer(api: BotApi) -> None:
    """To the last wording, whichever the bot had begun with."""
    asked = api.message(24, f"{BRIDGE_QUESTION} (I think)")
    api.edit(24, asked, "How long is the Lindholm Bridge?")
    api.edit(24, asked, "When does the fish market sell herring?")
    api.until(lambda: [one for one in api.shown(24) if "Saturday" in one["text"]])
    api.answer_to(25, api.message(25, "/about"))
    (answer,) = api.shown(24)
    assert "Saturday" in answer["text"]
    assert answer["reply_to_message"]["message_id"] == asked


def test_a_button_pressed_twice_at_once_is_answered_once(api: BotApi) -> None:
    """Both taps are acknowledged, and the quote grows by one step."""
    answer = api.answer_to(26, api.message(26, BRIDGE_QUESTION))
    taps = [api.press(26, answer, "m:") for _ in range(2)]
    api.until(lambda: not set(taps) & api.state.open_queries)
    api.until(lambda: "two railway tracks" in api.state.messages[26, answer["message_id"]]["text"])
    api.answer_to(26, api.message(26, "/about"))
    edits = [one for one in api.called("editMessageText") if str(one.given["chat_id"]) == "26"]
    assert len(edits) == 1


def test_more_context_widens_sentence_by_sentence(api: BotApi, telegram_library: Path) -> None:
    """Each press shows a sentence more on both sides, still word for word, to the end."""
    asked = api.message(11, BRIDGE_QUESTION)
    answer = api.answer_to(11, asked)
    number, before = answer["message_id"], quoted(answer)[0]
    for _ in range(8):
        message = api.state.messages[11, number]
        query = api.press(11, message, "m:")
        api.until(lambda query=query: query not in api.state.open_queries)  # type: ignore[misc]
        time.sleep(0.15)
        now = quoted(api.state.messages[11, number])[0]
        assert before in now
        assert now in _stored(telegram_library, "harbour")
        before = now
    assert BRIDGE in before
    assert "customs house" in before


def test_the_other_buttons(api: BotApi) -> None:
    """Another passage and back in its place; one judgement, and a second tap changes nothing."""
    answer = api.answer_to(12, api.message(12, BRIDGE_QUESTION))
    number = answer["message_id"]
    api.press(12, answer, "Other passages")
    api.until(lambda: "Another passage, 1 of " in api.state.messages[12, number]["text"])
    api.press(12, number, "Previous")
    api.until(lambda: api.state.messages[12, number]["text"] == answer["text"])
    for _ in range(2):
        query = api.press(12, answer, "r:")
        api.until(lambda query=query: query not in api.state.open_queries)  # type: ignore[misc]
    api.until(lambda: "👍" not in str(api.state.messages[12, number]["reply_markup"]))
    assert len(api.shown(12)) == 1


def test_inline_and_guest_queries_offer_the_quote(api: BotApi) -> None:
    """In any chat, by the same path."""
    query = api.inline(13, BRIDGE_QUESTION)
    api.until(lambda: query not in api.state.open_queries)
    given = [c.given for c in api.called("answerInlineQuery")][-1]
    content = given["results"][0]["input_message_content"]
    assert "4 May 1987" in content["message_text"]
    assert content["entities"][0]["type"].endswith("blockquote")
    query = api.guest(13, BRIDGE_QUESTION)
    api.until(lambda: query not in api.state.open_queries)
    result = [c.given for c in api.called("answerGuestQuery")][-1]["result"]
    assert "4 May 1987" in result["input_message_content"]["message_text"]
    query = api.inline(13, "")
    api.until(lambda: query not in api.state.open_queries)
    assert [c.given for c in api.called("answerInlineQuery")][-1]["results"] == []


@pytest.mark.parametrize(
    ("question", "sure"), [(BRIDGE_QUESTION, True), ("What weapons might be delivered?", False)]
)
def test_a_doubtful_quote_says_so(api: BotApi, question: str, sure: bool) -> None:
    """Below it, and `/why` says how much is missing."""
    user = 41 + sure
    answer = api.answer_to(user, api.message(user, question))
    assert quoted(answer)
    assert answer["text"].endswith("\nI am not sure that this answers.") is not sure
    why = api.answer_to(user, api.message(user, "/why"))["text"]
    assert ("It may be an answer" in why) is not sure


def test_a_follow_up_takes_the_question_before_along(api: BotApi) -> None:
    """Whose architect is asked for, the question before says."""
    api.answer_to(18, api.message(18, BRIDGE_QUESTION))
    answer = api.answer_to(18, api.message(18, "And who was the architect?"))
    assert quoted(answer)
    assert "Sofie Brandt" in quoted(answer)[0]
