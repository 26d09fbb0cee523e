"""The commands for everybody, called one by one."""

import re
import time
from collections.abc import Callable
from typing import Any

import pytest

from bot.telegram import commands
from bot.telegram.asking.waiting import Waiting, wait, waiting
from bot.telegram.menus import set_admin_menu
from bot.telegram.routes import COMMANDS
from bot.telegram.texts import LANGUAGES, own_name, texts
from bot.telegram.why import why_command
from tests.bot.telegram.asking.ways import change
from tests.bot.telegram.pressing import pressed
from tests.bot_api.direct import GROUP, Direct, said
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN
from tests.bot_api.server import Call
from tests.bot_api.state import BOT_ID
from tests.bot_api.user import buttons, entities, quoted

With = Callable[..., Direct]
SAY, SAGE = texts("en"), texts("de")
QUESTION = "When was the Lindholm Bridge opened?"
OPENED = "The Lindholm Bridge was opened on 4 May 1987 by Queen Margrethe of Denmark."
STRANGER, READER = 8, 7


def _asked(direct: Direct, user_id: int, question: str, **more: Any) -> list[Call]:
    direct.message(user_id, question, **more)
    return direct.process()


def _code(text: str) -> str:
    """The code for an admin that somebody was told."""
    found = re.search(r"\b\d{6}\b", text)
    assert found, text
    return found.group()


def _let_in(direct: Direct, user_id: int, chat_id: int | None = None) -> list[Call]:
    """Let a user or a group ask, as an admin does it."""
    direct.message(user_id, f"/ask {QUESTION}", chat_id)
    direct.message(ADMIN, f"/approve {_code(said(direct.process()))}")
    return direct.process()


def _speak(direct: Direct, user_id: int, language: str) -> None:
    """Choose a language, as people do it."""
    direct.message(user_id, "/language")
    (call,) = direct.call(commands.language)
    direct.press(user_id, call.result, own_name(language))
    direct.call(pressed)


def test_start_from_an_example_link_asks_that_example(direct: Direct) -> None:
    """`q_N`; a number that no example has is a plain start."""
    direct.message(READER, "/start")
    (call,) = direct.call(commands.start)
    number = buttons(call.result).index(SAY("example-question", heading="Lindholm Bridge"))
    direct.message(READER, f"/start q_{number}")
    (answer,) = direct.call(commands.start)
    assert OPENED in quoted(answer.result)[0]
    direct.message(READER, "/start q_99")
    assert said(direct.call(commands.start)) == call.given["text"]


def test_start_from_a_quotes_link_shows_that_quote(direct: Direct) -> None:
    """`p_GENERATION_DOCUMENT_START_END`: the slice of the stored text, with its buttons."""
    document = direct.document("harbour")
    number = direct.parts.answering.view.number_of(document)
    start = document.text.index(OPENED)
    direct.message(READER, f"/start p_1_{number}_{start}_{start + len(OPENED)}")
    (call,) = direct.call(commands.start)
    assert quoted(call.result) == [OPENED] == [document.text[start : start + len(OPENED)]]
    direct.press(READER, call.result, SAY("context-button"))
    edits = [call for call in direct.process() if call.method == "editMessageText"]
    (wider,) = quoted(edits[0].result)
    assert wider in document.text
    assert wider.endswith(f"{OPENED} It is 312 metres long and carries two railway tracks.")


@pytest.mark.parametrize(
    ("payload", "key"),
    [
        ("p_2_1_0_5", "start"),
        ("p_1_999_0_5", "changed"),
        ("p_1_1_5_5", "start"),
        ("p_1_1_0_99999999", "start"),
        ("p_1_1", "start"),
        ("p_x_y_0_5", "start"),
        ("inline", "start"),
    ],
)
def test_start_from_a_link_that_leads_nowhere(direct: Direct, payload: str, key: str) -> None:
    """Links to a text that is another since say so; forged ones are a plain start."""
    direct.message(READER, f"/start {payload}")
    assert said(direct.call(commands.start)).startswith(SAY(key))


def test_a_link_finds_words_that_have_moved(direct: Direct) -> None:
    """In another place of the text as it is now, under buttons of that place."""
    document = direct.document("harbour")
    number = direct.parts.answering.view.number_of(document)
    start = document.text.index(OPENED)
    change(direct, "The bridge\n", "News\n\nAll is well.\n\n## The bridge\n")
    direct.message(READER, f"/start p_1_{number}_{start}_{start + len(OPENED)}")
    (call,) = direct.call(commands.start)
    assert quoted(call.result) == [OPENED]
    direct.press(READER, call.result, SAY("context-button"))
    edits = [call for call in direct.process() if call.method == "editMessageText"]
    assert OPENED in quoted(edits[0].result)[0] != OPENED


def test_start_gives_an_admin_the_admins_menu(direct: Direct) -> None:
    """In that chat only, and nobody else gets one."""
    direct.message(READER, "/start")
    assert [call.method for call in direct.call(commands.start)] == ["sendMessage"]
    direct.message(ADMIN, "/start")
    _, *menus = direct.call(commands.start)
    assert {call.method for call in menus} == {"setMyCommands"}
    assert all(call.given["scope"] == {"type": "chat", "chat_id": ADMIN} for call in menus)
    assert menus[0].given["commands"][0] == {
        "command": "add",
        "description": SAY("command-add"),
    }


def test_a_group_never_has_the_admins_menu(direct: Direct) -> None:
    """An admin starts the bot there too; one that it was given by mistake is taken back, once."""
    direct.message(ADMIN, "/start", chat_id=GROUP)
    assert [call.method for call in direct.call(commands.start)] == [
        "sendMessage",
        "getMyCommands",
    ]
    direct.during(set_admin_menu(direct.application.bot, GROUP))
    assert len(direct.state.commands) == 1 + len(LANGUAGES)
    for taken in ([1, 1 + len(LANGUAGES)], [1, 0]):
        direct.message(ADMIN, "/start", chat_id=GROUP)
        methods = [call.method for call in direct.call(commands.start)]
        assert [methods.count(f"{what}MyCommands") for what in ("get", "delete")] == taken
        assert direct.state.commands == {}


def test_start_of_a_stranger_brings_a_code(direct_with: With) -> None:
    """In private for the stranger, in a group for the group."""
    direct = direct_with(access="allowlist", allowed_ids=())
    direct.message(STRANGER, "/start", language="de")
    text = said(direct.call(commands.start))
    assert text == SAGE("not-allowed", code=_code(text))
    direct.group_message(GROUP, STRANGER, "/start")
    text = said(direct.call(commands.start))
    assert text == SAY("not-allowed-group", code=_code(text))


def test_start_is_limited_like_questions(direct_with: With) -> None:
    """One warning, then silence."""
    direct = direct_with(questions_per_minute=1)
    said = []
    for _ in range(3):
        direct.message(READER, "/start")
        said.append([call.given["text"] for call in direct.call(commands.start)])
    assert said[1:] == [[SAY("slow-down")], []]


def test_help_is_in_the_language_of_who_asks(direct: Direct) -> None:
    """In reply; admins are told of their commands too."""
    asked = direct.message(READER, "/help", language="fr")
    (call,) = direct.call(commands.help_command)
    assert (call.method, call.given["chat_id"]) == ("sendMessage", READER)
    assert call.given["text"] == texts("fr")("help")
    assert call.given["reply_parameters"]["message_id"] == asked
    direct.message(ADMIN, "/help")
    assert said(direct.call(commands.help_command)) == f"{SAY('help')}\n\n{SAY('help-admin')}"


def test_about_counts_the_texts_and_names_the_newest(direct: Direct) -> None:
    """As the live generation has them."""
    live = direct.parts.answering.view.generation
    direct.message(READER, "/about")
    newest = max(
        (one for one in direct.parts.answering.view.documents() if one.date),
        key=lambda one: one.date or "",
    )
    assert said(direct.call(commands.about)).splitlines() == [
        f"4 texts, {live.passages} passages, last changed {SAY.date(live.created[:10])}.",
        SAY("about-newest", title=f"{newest.title} ({SAY.date(newest.date or '')})"),
    ]


def test_forget_deletes_language_question_and_permission(direct_with: With) -> None:
    """All that is kept of who says so, and nothing of others."""
    direct = direct_with(access="allowlist", allowed_ids=(READER,))
    _let_in(direct, STRANGER)
    for user_id in (READER, STRANGER):
        _speak(direct, user_id, "de")
        _asked(direct, user_id, QUESTION)
    direct.message(STRANGER, "/forget")
    assert said(direct.call(commands.forget)) == SAGE("forgotten")
    direct.message(STRANGER, "/why")
    text = direct.process()[0].given["text"]
    assert text == SAY("not-allowed", code=_code(text))
    direct.message(READER, "/why")
    assert SAGE("why-sure", confidence="0,75", sure="0,60") in said(direct.call(why_command))


def test_a_stranger_may_take_a_request_back(direct_with: With) -> None:
    """Who waits for nothing is not answered: it would be no more than being told how to get in."""
    direct = direct_with(access="allowlist", allowed_ids=())
    direct.message(STRANGER, "/forget")
    assert direct.call(commands.forget) == []
    _asked(direct, STRANGER, QUESTION)
    assert [one.id for one in direct.parts.state.pending(time.time())] == [STRANGER]
    direct.message(STRANGER, "/forget")
    assert said(direct.call(commands.forget)) == SAY("forgotten")
    assert direct.parts.state.pending(time.time()) == []
    direct.message(STRANGER, "/forget")
    assert direct.call(commands.forget) == []


@pytest.mark.parametrize("left", ["a language", "a question that waits", "a question in memory"])
def test_who_is_let_in_no_more_is_forgotten_too(direct_with: With, left: str) -> None:
    """Whatever is left of a time when they were; after that there is nothing to say."""
    direct = direct_with(access="allowlist", allowed_ids=())
    state = direct.parts.state
    if left == "a language":
        state.set_language(STRANGER, "de")
    elif left == "a question that waits":
        wait(state, Waiting(STRANGER, 1, QUESTION, "en", time.time(), 0))
    else:
        _let_in(direct, STRANGER)
        _asked(direct, STRANGER, QUESTION)
        state.disallow(STRANGER)
    direct.message(STRANGER, "/forget")
    assert said(direct.call(commands.forget)) == (SAGE if "lang" in left else SAY)("forgotten")
    assert state.language(STRANGER) is None
    assert list(waiting(state, time.time())) == []
    assert direct.parts.memory.last(STRANGER, STRANGER) is None
    direct.message(STRANGER, "/forget")
    assert direct.call(commands.forget) == []


def test_a_stranger_who_is_forgotten_is_not_told_again(direct_with: With) -> None:
    """One notice a day: to take a request back is no way to another, nor to the admins' time."""
    direct = direct_with(access="allowlist", allowed_ids=())
    _asked(direct, STRANGER, QUESTION)
    direct.message(STRANGER, "/forget")
    assert said(direct.call(commands.forget)) == SAY("forgotten")
    direct.message(STRANGER, QUESTION)
    assert direct.process() == []


def test_who_writes_in_a_chats_name_chooses_no_language(direct: Direct) -> None:
    """The account that all of them share would speak it, or only who presses."""
    sender = {"id": GROUP, "type": "supergroup", "title": "A group"}
    group_bot = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    more: dict[str, Any] = {"chat_id": GROUP, "sender_chat": sender, "from": group_bot}
    direct.message(1087968824, "/language", **more)
    assert said(direct.process()) == SAY("anonymous")


@pytest.mark.parametrize("sender", [-777, GROUP])
def test_who_writes_in_a_chats_name_is_forgotten_by_it(direct_with: With, sender: int) -> None:
    """Its questions; that the group may ask, and what is of the account all share, stays."""
    direct, account = direct_with(access="allowlist", allowed_ids=()), 1087968824
    state, memory = direct.parts.state, direct.parts.memory
    state.allow(GROUP, 0)
    state.set_language(account, "de")
    more: dict[str, Any] = {
        "chat_id": GROUP,
        "sender_chat": {"id": sender, "type": "channel", "title": "The News"},
        "from": {"id": account, "is_bot": True, "first_name": "Group"},
    }
    direct.message(account, f"/ask {QUESTION}", **more)
    direct.process()
    direct.message(account, "/forget", **more)
    assert said(direct.process()) == SAGE("forgotten-as-chat", name="The News")
    assert memory.last(GROUP, sender) is None
    assert (state.allowed(GROUP), state.language(account)) == (True, "de")
    state.disallow(GROUP)
    direct.message(account, "/forget", **more)
    assert direct.process() == []


def test_forget_leaves_nothing_to_explain(direct: Direct) -> None:
    """Neither the last question nor the message that answered it is known any more."""
    (answer,) = _asked(direct, READER, QUESTION)
    direct.message(READER, "/forget")
    direct.call(commands.forget)
    direct.message(READER, "/why")
    assert said(direct.call(why_command)) == SAY("why-nothing")
    direct.message(READER, "/why", reply_to=answer.result["message_id"])
    assert said(direct.call(why_command)) == SAY("why-nothing")


def test_a_language_is_chosen_by_its_own_name(direct: Direct) -> None:
    """The press is answered, the question becomes the yes, and the bot speaks it from then on."""
    direct.message(READER, "/language", language="fr")
    (call,) = direct.call(commands.language)
    assert call.given["text"] == texts("fr")("language-choose")
    assert buttons(call.result) == [own_name(language) for language in LANGUAGES]
    query = direct.press(READER, call.result, own_name("de"))
    noticed, edit, menu = direct.call(pressed)
    assert noticed.given["callback_query_id"] == query
    assert edit.method == "editMessageText"
    assert edit.given["message_id"] == call.result["message_id"]
    assert edit.given["text"] == SAGE("language-set")
    assert menu.method == "setMyCommands"
    assert menu.given["commands"][0]["description"] == SAGE("command-articles")
    direct.message(READER, "/help", language="fr")
    assert said(direct.call(commands.help_command)) == SAGE("help")


def test_a_forged_language_is_let_be(direct: Direct) -> None:
    """Nothing is kept, nothing is said."""
    forged = {"id": "1", "from": _person(READER), "chat_instance": "1", "data": "l:xx"}
    direct.arrives("callback_query", forged)
    assert [call.method for call in direct.process()] == ["answerCallbackQuery"]
    direct.message(READER, "/help")
    assert said(direct.call(commands.help_command)) == SAY("help")


def _person(user_id: int) -> Json:
    return {"id": user_id, "is_bot": False, "first_name": "Reader"}


def test_what_is_no_text_is_answered_kindly(direct_with: With) -> None:
    """To those who may ask; a stranger is told how to get in."""
    direct = direct_with(access="allowlist", allowed_ids=(READER,))
    voice = {"file_id": "v", "file_unique_id": "v", "duration": 3}
    direct.message(READER, None, voice=voice)
    assert said(direct.call(commands.not_text)) == SAY("only-text")
    direct.message(STRANGER, None, voice=voice)
    assert said(direct.process()).startswith(SAY("not-allowed", code="")[:20])


@pytest.mark.parametrize(
    "ours",
    [
        {"via_bot": {"id": BOT_ID, "is_bot": True, "first_name": "Verbatim"}},
        {"from": {"id": 99, "is_bot": True, "first_name": "Other"}},
        {"is_automatic_forward": True},
    ],
    ids=["via a bot", "of a bot", "of a channel"],
)
def test_nobody_asked_no_answer(direct: Direct, ours: Json) -> None:
    """What came through a bot or by itself is no command, below a picture neither, nor a voice."""
    voice = {"file_id": "v", "file_unique_id": "v", "duration": 3}
    for command in [*COMMANDS, "unknown"]:
        words = f"/{command} {QUESTION}"
        for user_id in (READER, ADMIN):
            direct.message(user_id, words, **ours)
            assert direct.process() == []
            direct.group_message(GROUP, user_id, words, **ours)
            assert direct.process() == []
        direct.message(READER, None, caption=words, caption_entities=entities(words), **ours)
        assert direct.process() == []
    direct.message(READER, None, voice=voice, **ours)
    assert direct.process() == []
