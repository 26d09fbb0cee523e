"""What else people send to the real bot process: commands, links, what is no question."""

import time
from contextlib import closing
from pathlib import Path

import pytest

from bot.telegram.texts import texts
from index.store import open_library
from index.text import Span
from index.versions import QuoteId
from tests.bot_api.methods import ME
from tests.bot_api.user import BotApi, person, quoted

pytestmark = pytest.mark.slow

GROUP = -1001
SAY = texts("en")
BRIDGE_QUESTION = "When was the Lindholm Bridge opened?"


@pytest.fixture
def api(asked: BotApi) -> BotApi:
    """The chats with the bot that all these tests ask."""
    return asked


def test_start_help_about_language_forget(api: BotApi) -> None:
    """What a newcomer tries, in their own language."""
    start = api.answer_to(16, api.message(16, "/start", language="de"))
    assert start["text"].startswith(texts("de")("start"))
    about = api.answer_to(16, api.message(16, "/about"))["text"]
    assert "4 texts" in about
    assert "2 October 2025" in about
    chosen = api.answer_to(16, api.message(16, "/language"))
    api.press(16, chosen, "l:fr")
    api.until(lambda: "français" in api.state.messages[16, chosen["message_id"]]["text"].lower())
    refused = api.answer_to(16, api.message(16, "Combien coûte une pizza à l'ananas ?"))
    assert "texte" in refused["text"]
    api.answer_to(16, api.message(16, "/forget"))
    after = api.answer_to(16, api.message(16, "How much is a pineapple pizza?"))
    assert after["text"].startswith("The text does not answer this.")


def test_an_example_of_start_is_answered_when_pressed(api: BotApi) -> None:
    """Only questions that the texts answer are offered."""
    start = api.answer_to(17, api.message(17, "/start"))
    if "reply_markup" in start:
        api.press(17, start, "e:")
        assert quoted(api.answer_to(17, start["message_id"]))


def test_menus_are_set_for_each_language_and_scope(api: BotApi) -> None:
    """Private chats, groups, and the admin's own."""
    api.until(lambda: len(api.called("setMyCommands")) >= 40, 60)
    scopes = {
        (c.given.get("scope", {}).get("type", "default"), c.given.get("language_code"))
        for c in api.called("setMyCommands")
    }
    for language in ("fr", "ar", "zh", "uk", None):
        assert ("all_private_chats", language) in scopes
        assert ("all_group_chats", language) in scopes


def test_a_group_becomes_a_supergroup(api: BotApi) -> None:
    """The service message is understood; nothing is sent."""
    before = len(api.called("sendMessage"))
    chat = {"id": -55, "type": "group", "title": "Old"}
    service = {"message_id": 5, "date": int(time.time()), "chat": chat}
    api.push({"message": {**service, "migrate_to_chat_id": -10055}})
    api.answer_to(19, api.message(19, "/about"))
    assert len(api.called("sendMessage")) == before + 1


def test_deep_links_ask_an_example_or_show_a_quote(api: BotApi, telegram_library: Path) -> None:
    """`?start=q_0`, `?start=p_...` and `?start=v_...`; nonsense is taken as a plain start."""
    offered = api.answer_to(21, api.message(21, "/start"))
    if "reply_markup" in offered:
        asked = api.message(21, "/start q_0")
        assert quoted(api.answer_to(21, asked))
    with closing(open_library(telegram_library).open()) as snapshot:
        document = snapshot.document("harbour")
        assert document
        number = snapshot.number_of(document)
    start = document.text.index("It is 312")
    end = start + len("It is 312 metres long and carries two railway tracks.")
    asked = api.message(21, f"/start p_1_{number}_{start}_{end}")
    assert quoted(api.answer_to(21, asked)) == [document.text[start:end]]
    words = QuoteId.of(document, Span(start, end))
    opened = api.answer_to(21, api.message(21, f"/start v_{words}"))
    assert quoted(opened) == [document.text[start:end]]
    assert opened["text"].startswith("These words still stand:")
    mistyped = api.answer_to(21, api.message(21, f"/start v_{str(words)[:-2]}"))
    assert mistyped["text"].startswith("I know no quote by this link")
    for nonsense in ("p_1_1", "p_x", "q_x", "inline"):
        answer = api.answer_to(21, api.message(21, f"/start {nonsense}"))
        assert answer["text"].startswith("Ask me about the texts below")


def test_a_group_is_told_how_to_be_approved(api: BotApi) -> None:
    """When the bot is added; when it is thrown out, nothing."""
    api.chat(-33, "supergroup")
    change = {
        "chat": api.chat(-33, "supergroup"),
        "from": person(22),
        "date": int(time.time()),
        "old_chat_member": {"status": "left", "user": ME},
        "new_chat_member": {"status": "member", "user": ME},
    }
    api.push({"my_chat_member": change})
    told = api.until(lambda: api.shown(-33))
    assert told[0]["text"].startswith("This group is not approved yet.")
    back = {
        "old_chat_member": change["new_chat_member"],
        "new_chat_member": change["old_chat_member"],
    }
    api.push({"my_chat_member": change | back})
    api.answer_to(22, api.message(22, "/about"))
    assert len(api.shown(-33)) == 1


def test_what_cannot_be_read_is_told(api: BotApi) -> None:
    """Voice, stickers, places: one line. A picture with words is a question."""
    voice = {"file_id": "v", "file_unique_id": "v", "duration": 1}
    answer = api.answer_to(9, api.message(9, None, voice=voice))
    assert answer["text"] == "I can only read written questions."
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
    asked = api.message(9, None, photo=photo, caption=BRIDGE_QUESTION)
    assert "4 May 1987" in api.answer_to(9, asked)["text"]


def test_why_says_what_made_the_answer(api: BotApi) -> None:
    """Of the last question, in words; asked right after it, too."""
    api.answer_to(14, api.message(14, BRIDGE_QUESTION))
    text = api.answer_to(14, api.message(14, "/why"))["text"]
    assert "opened on 4 May 1987" in text
    assert "It reads as an answer" in text
    nothing = api.answer_to(15, api.message(15, "/why"))["text"]
    assert nothing == SAY("why-nothing")


def test_thanks_in_a_group_get_a_reaction(api: BotApi) -> None:
    """And no message."""
    answer = api.answer_to(GROUP, api.message(27, f"/ask {BRIDGE_QUESTION}", chat_id=GROUP))
    before = len(api.shown(GROUP))
    to = answer["message_id"]
    thanks = api.message(27, "Merci !", chat_id=GROUP, reply_to=to)
    api.until(lambda: api.state.reactions.get((GROUP, thanks)) == ["❤"])
    assert len(api.shown(GROUP)) == before


def test_an_album_gets_one_line(api: BotApi) -> None:
    """However many pictures without a word it has."""
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
    for _ in range(4):
        api.message(28, None, photo=photo, media_group_id="album")
    api.answer_to(28, api.message(28, "/about"))
    api.until(lambda: len(api.shown(28)) > 1)
    time.sleep(0.5)
    said = [one["text"] for one in api.shown(28)]
    assert said.count(SAY("only-text")) == 1


def test_small_talk_gets_no_quote(api: BotApi) -> None:
    """A greeting is answered with what to do."""
    for text in ("hello", "thanks!", "👍"):
        answer = api.answer_to(7, api.message(7, text))
        assert quoted(answer) == []
        assert "reply_markup" not in answer
