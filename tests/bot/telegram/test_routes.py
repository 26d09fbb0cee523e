"""Which update goes where: each kind through the whole application, told by what is said."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from bot.telegram import ALLOWED_UPDATES
from bot.telegram.asking import inline
from bot.telegram.routes import COMMANDS
from bot.telegram.texts import texts
from tests.bot_api.direct import GROUP, Direct, said
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN
from tests.bot_api.state import BOT_ID, USERNAME
from tests.bot_api.user import entities, person

Do = Callable[[Direct], object]
With = Callable[..., Direct]
SAY = texts("en")
READER = 7
QUESTION = "When was the Lindholm Bridge opened?"
OPENED = "The Lindholm Bridge was opened on 4 May 1987"
FISH = "What does the fish market sell on Saturday?"
BOT: Json = {"id": BOT_ID, "is_bot": True, "first_name": "Verbatim"}
FILE: Json = {"file_id": "f", "file_unique_id": "f"}
# Telegram gives an animation as a file, too (Bot API, Message).
GIF: Json = {"animation": {**FILE, "width": 1, "height": 1, "duration": 1}, "document": FILE}


def _writes(text: str | None, user_id: int = READER, **more: Any) -> Do:
    return lambda direct: direct.message(user_id, text, **more)


def _in_group(text: str | None, **more: Any) -> Do:
    return lambda direct: direct.group_message(GROUP, READER, text, **more)


def _sends(name: str, user_id: int) -> Do:
    return lambda direct: direct.send_file(user_id, name, b"The zoo has a giraffe.")


TAKEN: dict[str, tuple[Do, str]] = {
    "/start": (_writes("/start"), SAY("start")),
    "/help": (_writes("/help"), SAY("help")),
    "/about": (_writes("/about"), "4 texts, "),
    "/why": (_writes("/why"), SAY("why-nothing")),
    "/forget": (_writes("/forget"), SAY("forgotten")),
    "/language": (_writes("/language"), SAY("language-choose")),
    "/ask": (_writes(f"/ask {QUESTION}"), OPENED),
    "/approve": (_writes("/approve", ADMIN), SAY("nobody-waits")),
    "/add": (_writes("/add", ADMIN), SAY("add-start")),
    "/done": (_writes("/done", ADMIN), SAY("add-nothing")),
    "/cancel": (_writes("/cancel", ADMIN), SAY("cancelled")),
    "/articles": (_writes("/articles"), "Texts 1 to 4 of 4:"),
    "/rollback": (_writes("/rollback", ADMIN), SAY("rollback-none")),
    "/status": (_writes("/status", ADMIN), "Generation 1 of "),
    "a command nobody knows": (_writes("/unknown"), SAY("help")),
    "a question": (_writes(QUESTION), OPENED),
    "a question below a picture": (_writes(None, caption=QUESTION, photo=[]), OPENED),
    "a file of a reader": (_sends("zoo.txt", READER), SAY("only-text")),
    "a question below a file of a reader": (
        _writes(None, caption=QUESTION, document={**FILE, "mime_type": "image/jpeg"}), OPENED
    ),
    "an animation": (_writes(None, **GIF), SAY("only-text")),
    "an animation of an admin": (_writes(None, ADMIN, **GIF), SAY("only-text")),
    "a question below an animation": (_writes(None, caption=QUESTION, **GIF), OPENED),
    "a question below an animation of an admin": (
        _writes(None, ADMIN, caption=QUESTION, **GIF), OPENED
    ),
    "/add below an animation": (
        _writes(None, ADMIN, caption="/add", caption_entities=entities("/add"), **GIF),
        SAY("add-start"),
    ),
    "a sticker": (
        _writes(None, sticker={**FILE, "type": "regular", "width": 1, "height": 1,
                               "is_animated": False, "is_video": False}),
        SAY("only-text"),
    ),
    "a voice": (_writes(None, voice={**FILE, "duration": 1}), SAY("only-text")),
    "a poll": (
        _writes(None, poll={"id": "1", "question": "?", "options": [], "total_voter_count": 0,
                            "is_closed": False, "is_anonymous": True, "type": "regular",
                            "allows_multiple_answers": False, "allows_revoting": False,
                            "members_only": False}),
        SAY("only-text"),
    ),
    "a contact": (
        _writes(None, contact={"phone_number": "1", "first_name": "Ida"}), SAY("only-text")
    ),
    "a die": (_writes(None, dice={"emoji": "🎲", "value": 1}), SAY("only-text")),
    "a video": (
        _writes(None, video={**FILE, "width": 1, "height": 1, "duration": 1}), SAY("only-text")
    ),
    "a round video": (
        _writes(None, video_note={**FILE, "length": 1, "duration": 1}), SAY("only-text")
    ),
    "a story": (
        _writes(None, story={"id": 1, "chat": {"id": 2, "type": "private", "first_name": "I"}}),
        SAY("only-text"),
    ),
    "a game": (
        _writes(None, game={"title": "t", "description": "d", "photo": []}), SAY("only-text")
    ),
    "a place": (_writes(None, location={"latitude": 1.0, "longitude": 2.0}), SAY("only-text")),
    "/ask in a group": (_in_group(f"/ask {QUESTION}"), OPENED),
    "/ask to this bot in a group": (_in_group(f"/ask@{USERNAME} {QUESTION}"), OPENED),
    "/help in a group": (_in_group("/help"), SAY("help")),
    "a mention in a group": (_in_group(f"@{USERNAME} {QUESTION}"), OPENED),
    "a mention below a picture in a group": (
        _in_group(
            None,
            caption=f"@{USERNAME} {QUESTION}",
            caption_entities=entities(f"@{USERNAME} {QUESTION}"),
        ),
        OPENED,
    ),
    "a new group": (lambda direct: direct.puts_bot(READER, GROUP), SAY("help")),
}  # fmt: skip


@pytest.mark.parametrize("kind", TAKEN)
def test_each_update_has_its_handler(direct: Direct, kind: str) -> None:
    """It is answered once, with the sentence of that handler."""
    does, expected = TAKEN[kind]
    does(direct)
    assert said(direct.process()).startswith(expected)


def _raw(kind: str, text: str, **more: Any) -> Do:
    """An update as people do not make it."""

    def does(direct: Direct) -> None:
        message = {
            "message_id": 5,
            "date": int(time.time()),
            "chat": {"id": READER, "type": "private", "first_name": "Reader"},
            "from": person(READER),
            "text": text,
            "entities": entities(text),
            **more,
        }
        direct.arrives(kind, message)

    return does


CHANNEL = {"chat": {"id": -1009, "type": "channel", "title": "News"}, "from": None}
LET_BE: dict[str, Do] = {
    "talk in a group": _in_group(QUESTION),
    "a mention of another": _in_group(f"@somebody {QUESTION}"),
    "a command to another bot": _in_group(f"/ask@other_bot {QUESTION}"),
    "a command nobody knows in a group": _in_group("/unknown"),
    "a file in a group": lambda direct: direct.group_message(GROUP, READER, None, document=FILE),
    "a picture in a group": _in_group(None, photo=[]),
    "a new member": _in_group(None, new_chat_members=[person(9)]),
    "a pinned message": _writes(None, pinned_message={"message_id": 1, "date": 0,
                                                      "chat": {"id": READER, "type": "private"}}),
    "a question through a bot": _writes(QUESTION, via_bot=BOT),
    "a command through a bot": _writes("/about", via_bot=BOT),
    "an answer through us in a group": _in_group(f"@{USERNAME} {QUESTION}", via_bot=BOT),
    "a post in a channel": _raw("channel_post", QUESTION, **CHANNEL),
    "a command in a channel": _raw("channel_post", "/help", **CHANNEL),
    "a corrected post": _raw("edited_channel_post", "/help", **CHANNEL, edit_date=1),
    "a business message": _raw("business_message", QUESTION, business_connection_id="b"),
    "a corrected command": _raw("edited_message", "/help", edit_date=1),
    "a corrected question nobody remembers": _raw("edited_message", QUESTION, edit_date=1),
    "a corrected /ask nobody remembers": _raw("edited_message", f"/ask {QUESTION}", edit_date=1),
    "a group that moves": _in_group(None, migrate_to_chat_id=-1002),
    "the bot leaves": lambda direct: direct.puts_bot(READER, GROUP, "left", "member"),
}  # fmt: skip


@pytest.mark.parametrize("kind", LET_BE)
def test_what_asks_nothing_gets_no_answer(direct: Direct, kind: str) -> None:
    """Not a single call of the API."""
    LET_BE[kind](direct)
    assert direct.process() == []


@pytest.mark.parametrize("chat", [None, GROUP])
@pytest.mark.parametrize("command", sorted(COMMANDS.keys() - {"forget"}))
def test_a_command_below_a_picture_is_that_command(
    direct: Direct, command: str, chat: int | None
) -> None:
    """What is said is what the same words as a text get; a command to another bot is let be."""
    words = f"/{command}@{USERNAME} {OPENED}"
    direct.message(READER, words, chat)
    as_text = said(direct.process())
    below: Json = {"caption": words, "caption_entities": entities(words), "photo": []}
    direct.message(READER, None, chat, **below)
    assert said(direct.process()) == as_text
    if chat:
        other = {"caption": f"/{command}@other", "caption_entities": entities(f"/{command}@other")}
        direct.message(READER, None, chat, photo=[], **other)
        assert direct.process() == []


def test_a_file_with_a_command_below_it_is_still_sent_in(direct: Direct) -> None:
    """`/add` below a file adds the file."""
    below: Json = {"caption": "/add", "caption_entities": entities("/add")}
    direct.send_file(ADMIN, "zoo.txt", b"The zoo of Ansbach has a giraffe.", **below)
    assert "zoo" in direct.process()[-1].given["text"]


def test_an_answer_to_a_reply_in_a_group(direct: Direct) -> None:
    """Whoever replies to the bot asks it."""
    direct.group_message(GROUP, READER, f"/ask {QUESTION}")
    answer = direct.process()[0].result["message_id"]
    direct.group_message(GROUP, READER, FISH, reply_to=answer)
    assert "Every Saturday the fish market sells" in said(direct.process())


@pytest.mark.parametrize("command", ["", "/ask "])
def test_a_corrected_question_is_answered_in_the_old_place(direct: Direct, command: str) -> None:
    """Asked plainly or with the command."""
    asked = direct.message(READER, f"{command}{QUESTION}")
    answer = direct.process()[0].result["message_id"]
    direct.edit(READER, asked, f"{command}{FISH}")
    (call,) = direct.process()
    assert (call.method, call.given["message_id"]) == ("editMessageText", answer)
    assert "Every Saturday the fish market sells" in call.given["text"]


def test_a_corrected_command_does_not_run_again(direct: Direct) -> None:
    """Nobody wants `/forget` twice, nor a rollback because of a typing error."""
    asked = direct.message(ADMIN, "/add")
    direct.process()
    direct.edit(ADMIN, asked, "/forget")
    assert direct.process() == []


def test_inline_and_guest_questions_have_their_own_way(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typed after the bot's name in any chat, or with a mention where it is no member."""
    monkeypatch.setattr(inline, "PAUSE", 0.0)
    direct.inline(READER, QUESTION)
    (call,) = direct.process()
    assert call.method == "answerInlineQuery"
    content = call.given["results"][0]["input_message_content"]
    assert content["message_text"].startswith(OPENED)
    direct.guest(READER, QUESTION)
    (call,) = direct.process()
    assert call.method == "answerGuestQuery"
    content = call.given["result"]["input_message_content"]
    assert content["message_text"].startswith(OPENED)


def test_an_update_that_comes_twice_is_taken_once(direct: Direct) -> None:
    """A webhook may deliver it again."""
    direct.message(READER, "/help")
    assert said(direct.process()) == SAY("help")
    assert direct.process() == []


def test_only_what_has_a_handler_is_fetched() -> None:
    """Everything else Telegram may keep."""
    assert set(ALLOWED_UPDATES) == {
        "message",
        "edited_message",
        "callback_query",
        "inline_query",
        "guest_message",
        "my_chat_member",
    }


def test_a_stranger_is_told_once_whatever_comes(
    direct_with: With, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Commands, files, stickers, questions, inline queries: one notice, then no call at all."""
    monkeypatch.setattr(inline, "PAUSE", 0.0)
    direct = direct_with(access="allowlist")
    for kind, (does, _) in TAKEN.items():
        if kind not in _OF_OTHERS:
            does(direct)
            calls = [call for call in direct.process() if call.error is None]
            assert len(calls) == (1 if kind == "/start" else 0), kind
    direct.inline(READER, QUESTION)
    assert direct.process() == []
    direct.guest(READER, QUESTION)
    assert direct.process() == []
    direct.inline(8, QUESTION)
    assert [call.method for call in direct.process()] == ["answerInlineQuery"]
    direct.inline(8, QUESTION)
    assert direct.process() == []


_OF_OTHERS = {kind for kind in TAKEN if "group" in kind or "admin" in kind} | {
    "/add below an animation",
    "/approve", "/add", "/done", "/cancel", "/articles", "/rollback", "/status", "/forget",
}  # fmt: skip


def test_no_link_is_unfolded_wherever_it_is_shown(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In an answer, an edit of it, an inline result and what a guest is told."""
    monkeypatch.setattr(inline, "PAUSE", 0.0)
    asked = direct.message(READER, QUESTION)
    sent = direct.process()[0].given
    direct.edit(READER, asked, FISH)
    edited = direct.process()[0].given
    direct.inline(READER, QUESTION)
    posted = direct.process()[0].given["results"][0]["input_message_content"]
    direct.guest(READER, QUESTION)
    told = direct.process()[0].given["result"]["input_message_content"]
    for content in (sent, edited, posted, told):
        assert content["link_preview_options"] == {"is_disabled": True}
