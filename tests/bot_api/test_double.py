"""The Bot API double itself, called by a real client: Telegram's limits, words and manners."""

from functools import partial
from typing import Any

import pytest
from telegram import Bot, BotCommand, BotCommandScopeChat, Message, MessageEntity, ReplyParameters
from telegram.error import BadRequest, Forbidden, InvalidToken

from tests.bot_api.client import GROUP, ME, article, button, entity, refused, run
from tests.bot_api.limits import shown
from tests.bot_api.oracle import problems
from tests.bot_api.server import Call
from tests.bot_api.user import BotApi


def test_who_the_bot_is_and_wrong_tokens_and_methods(api: BotApi) -> None:
    """401 for the token, 404 for the method: the client takes both for a wrong token."""
    me = run(api, lambda bot: bot.get_me())
    assert (me.supports_inline_queries, me.supports_guest_queries) == (True, True)
    with pytest.raises(InvalidToken):
        run(api, lambda bot: bot.get_me(), token="1:wrong")
    with pytest.raises(InvalidToken):
        run(api, lambda bot: bot.send_dice(ME))
    assert [(call.method, call.error) for call in api.calls] == [
        ("getMe", None),
        ("sendDice", "Not Found"),
    ]


def test_a_text_is_recorded_as_sent_and_shown_as_telegram_cleans_it(api: BotApi) -> None:
    """Tabs become spaces; carriage returns, U+2028 to U+202E and three accents go."""
    sent = " a\tb\x01c\r\nd\u2028e\u202ef\u030ag\u0333h\u033fi\x7f\u00a0\n"
    message = run(api, lambda bot: bot.send_message(ME, sent))
    assert message.text == "a b c\ndefghi\x7f\u00a0" == shown(sent)
    assert api.texts(ME) == [message.text]
    assert api.called("sendMessage")[0].given["text"] == sent
    assert api.called("sendMessage")[0].result["message_id"] == message.message_id
    assert run(api, lambda bot: bot.send_message(ME, "[1]")).text == "[1]"


@pytest.mark.parametrize(
    ("text", "entities", "said"),
    [
        ("𝄢" * 2048 + "x", [], "Message is too long"),
        ("x" * 4097, [], "Message is too long"),
        ("\u200b \t", [], "Text must be non-empty"),
        ("hello", [entity(0, 6)], "Entity beginning at utf-16 offset 0 ends after the end of the"
         " text at utf-16 offset 6"),
        ("hello", [entity(5, 1)], "Entity begins after the end of the text at utf-16 offset 5"),
        ("é𝄢x", [entity(2, 2)], "Entity begins in a middle of a utf-16 symbol at byte offset 2"),
        ("é𝄢x", [entity(0, 2)], "Entity beginning at utf-16 offset 0 ends in a middle of a utf-16"
         " symbol at byte offset 2"),
        ("hello", [entity(0, 0)], "Receive an entity with incorrect length 0"),
        ("hello", [entity(-1, 2)], "Receive an entity with incorrect offset -1"),
        ("hello you", [entity(0, 9), entity(2, 3, "expandable_blockquote")],
         "Blockquote entities can't be nested"),
        ("x" * 101, [entity(n, 1, "bold") for n in range(101)], "Entities_too_long"),
        ("hello", [MessageEntity("text_link", 0, 5, url="nowhere")],
         "Entity url 'nowhere' is invalid: wrong http url"),
    ],
)  # fmt: skip
def test_texts_and_entities_have_limits(
    api: BotApi, text: str, entities: list[MessageEntity], said: str
) -> None:
    """In UTF-16 units; nothing of it gets into the chat."""
    got = refused(api, lambda bot: bot.send_message(ME, text, entities=entities))
    assert got.lower() == said.lower()
    assert api.shown(ME) == []


def test_what_is_just_within_the_limits_is_taken(api: BotApi) -> None:
    """4096 units after trimming, 100 entities, 64 bytes, touching quotations."""
    sides = [entity(0, 2), entity(2, 3)]
    bold = [entity(n, 1, "bold") for n in range(100)]
    run(api, lambda bot: bot.send_message(ME, "𝄢" * 2048 + "  "))
    run(api, lambda bot: bot.send_message(ME, "𝄢xyz", entities=sides))
    run(api, lambda bot: bot.send_message(ME, "x" * 100, entities=bold))
    run(api, lambda bot: bot.send_message(ME, "x", reply_markup=button("é" * 32)))
    assert [len(text) for text in api.texts(ME)] == [2048, 4, 100, 1]


@pytest.mark.parametrize("data", ["x" * 65, "é" * 33])
def test_button_data_is_64_bytes(api: BotApi, data: str) -> None:
    """Bytes, not characters; the client checks nothing."""
    said = refused(api, lambda bot: bot.send_message(ME, "x", reply_markup=button(data)))
    assert said == "Button_data_invalid"


def test_replies_to_what_is_gone(api: BotApi) -> None:
    """Refused, unless the bot can do without; a quotation must be in what is quoted."""
    asked = api.message(ME, "Where?")

    async def send(bot: Bot, number: int, lenient: bool, quote: str | None = None) -> Message:
        reply = ReplyParameters(number, allow_sending_without_reply=lenient, quote=quote)
        return await bot.send_message(ME, "There.", reply_parameters=reply)

    found = run(api, lambda bot: send(bot, asked, False)).reply_to_message
    assert found is not None
    assert found.text == "Where?"
    assert api.answer_to(ME, asked)["text"] == "There."
    assert run(api, lambda bot: send(bot, 999, True)).reply_to_message is None
    said = refused(api, lambda bot: send(bot, 999, False))
    assert said == "Message to be replied not found"
    assert refused(api, lambda bot: send(bot, asked, False, "Who")) == "Quote_text_invalid"


def test_edits_show_and_repeated_edits_are_refused(api: BotApi) -> None:
    """Text, entities and buttons together make a message."""
    number = run(api, lambda bot: bot.send_message(ME, "one", reply_markup=button("a"))).message_id

    async def edit(bot: Bot, text: str, data: str | None) -> Any:
        markup = button(data) if data else None
        return await bot.edit_message_text(text, ME, number, reply_markup=markup)

    same = "Message is not modified"
    assert refused(api, lambda bot: edit(bot, "one\t", "a")).startswith(same)
    run(api, lambda bot: edit(bot, "one", "b"))
    run(api, lambda bot: edit(bot, "two", None))
    assert api.texts(ME) == ["two"]
    assert "reply_markup" not in api.shown(ME)[0]
    run(api, lambda bot: bot.edit_message_reply_markup(ME, number, reply_markup=button("c")))
    said = refused(
        api, lambda bot: bot.edit_message_reply_markup(ME, number, reply_markup=button("c"))
    )
    assert said.startswith(same)
    theirs = api.message(ME, "mine")
    assert refused(api, lambda bot: bot.edit_message_text("x", ME, theirs)) == (
        "Message can't be edited"
    )
    assert run(api, lambda bot: bot.delete_message(ME, number))
    assert api.texts(ME) == []
    said = refused(api, lambda bot: bot.delete_message(ME, number))
    assert said == "Message to delete not found"
    said = refused(api, lambda bot: bot.edit_message_text("x", ME, number))
    assert said == "Message to edit not found"


def test_blocked_and_unknown_chats(api: BotApi) -> None:
    """403 in the words for a person and for a group; 400 where nobody ever wrote."""
    api.state.blocked |= {ME, GROUP}
    said = refused(api, lambda bot: bot.send_message(ME, "x"), Forbidden)
    assert said == "Forbidden: bot was blocked by the user"
    said = refused(api, lambda bot: bot.send_chat_action(GROUP, "typing"), Forbidden)
    assert said == "Forbidden: bot was kicked from the supergroup chat"
    assert refused(api, lambda bot: bot.send_message(99, "x")) == "Chat not found"


@pytest.mark.filterwarnings("ignore:Please use")
def test_inline_results_have_limits(api: BotApi) -> None:
    """50 of them, each with an id of its own."""
    query = api.inline(ME, "x")
    many = [article(str(number)) for number in range(51)]
    twice = [article("1"), article("1")]
    params = {"inline_query_id": query, "results": [one.to_dict() for one in many]}
    said = refused(api, lambda bot: bot.do_api_request("answerInlineQuery", api_kwargs=params))
    assert said == "Results_too_much"
    said = refused(api, lambda bot: bot.answer_inline_query(query, twice))
    assert said == "Result_id_duplicate"
    long = [article("1", "x" * 4097)]
    assert refused(api, lambda bot: bot.answer_inline_query(query, long)) == "Message is too long"
    assert run(api, lambda bot: bot.answer_inline_query(query, many[:50]))


def test_drafts_are_for_private_chats(api: BotApi) -> None:
    """An empty one, too."""
    assert run(api, lambda bot: bot.send_message_draft(ME, 1, ""))
    said = refused(api, lambda bot: bot.send_message_draft(GROUP, 1, "x"))
    assert said == "Textdraft_peer_invalid"
    said = refused(api, lambda bot: bot.send_message_draft(ME, 0, "x"))
    assert said == "Draft_id must be non-zero"


def test_files_come_and_go(api: BotApi) -> None:
    """Byte for byte; none over 20 MB is handed out."""
    data = bytes(range(256)) * 50
    api.send_file(ME, "notes.txt", data, caption="my notes")
    api.send_file(ME, "big.pdf", b"%PDF", size=21_000_000)

    async def fetch(bot: Bot) -> tuple[bytes, str]:
        small, big = [u.message for u in await bot.get_updates()]
        assert small is not None
        assert small.document is not None
        assert (small.document.file_name, small.document.file_size) == ("notes.txt", len(data))
        assert small.caption == "my notes"
        assert big is not None
        assert big.document is not None
        file = await bot.get_file(small.document.file_id)
        with pytest.raises(BadRequest) as caught:
            await bot.get_file(big.document.file_id)
        return bytes(await file.download_as_bytearray()), str(caught.value)

    assert run(api, fetch) == (data, "File is too big")
    sent = run(api, lambda bot: bot.send_document(ME, data, filename="out.bin", caption="here"))
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("out.bin", len(data))
    assert api.texts(ME) == ["here"]
    known = sent.document.file_id
    assert run(api, lambda bot: bot.send_document(ME, known)).document == sent.document
    said = refused(api, lambda bot: bot.send_document(ME, data, caption="x" * 1025))
    assert said == "Message caption is too long"
    assert problems(api.calls) == []


def test_menus_and_descriptions_are_kept_by_scope_and_language(api: BotApi) -> None:
    """As they were set; a wrong name, language or chat is refused."""
    commands, own = [BotCommand("ask", "Ask")], BotCommandScopeChat(ME)
    run(api, lambda bot: bot.set_my_commands(commands))
    run(api, lambda bot: bot.set_my_commands([BotCommand("add", "Add")], own, "de"))
    assert list(run(api, lambda bot: bot.get_my_commands())) == commands
    assert run(api, lambda bot: bot.get_my_commands(own, "de"))[0].command == "add"
    assert list(run(api, lambda bot: bot.get_my_commands(own))) == []
    run(api, lambda bot: bot.set_my_description("Quotes.", "fr"))
    run(api, lambda bot: bot.set_my_short_description("Q."))
    assert run(api, lambda bot: bot.get_my_description("fr")).description == "Quotes."
    assert run(api, lambda bot: bot.get_my_description()).description == ""
    assert run(api, lambda bot: bot.get_my_short_description()).short_description == "Q."
    nobody = BotCommandScopeChat(99)
    said = refused(api, lambda bot: bot.set_my_commands([BotCommand("Ask", "x")]))
    assert said == "Bot_command_invalid"
    assert refused(api, lambda bot: bot.set_my_commands(commands, nobody)) == "Chat not found"
    said = refused(api, lambda bot: bot.set_my_commands(commands, None, "deu"))
    assert said == "Invalid language code specified"
    said = refused(api, lambda bot: bot.set_my_description("x" * 513))
    assert said == "Bot_description_too_long"


def test_chats_and_their_members(api: BotApi) -> None:
    """Who writes is a member; administrators are made."""
    api.group_message(GROUP, 8, "hello")
    api.member(GROUP, 9, "administrator")
    api.member(GROUP, 10, "creator")

    def status(number: int) -> str:
        return run(api, lambda bot: bot.get_chat_member(GROUP, number)).status

    assert [status(n) for n in (8, 9, 10)] == ["member", "administrator", "creator"]
    chiefs = run(api, lambda bot: bot.get_chat_administrators(GROUP))
    assert [chief.user.id for chief in chiefs] == [9, 10]
    assert run(api, lambda bot: bot.get_chat(GROUP)).type == "supergroup"
    said = refused(api, lambda bot: bot.get_chat_administrators(ME))
    assert said == "There are no administrators in the private chat"


def test_the_oracle_finds_what_is_planted() -> None:
    """Typing errors at any depth, missing and wrong values, unknown kinds of entities."""

    def judged(method: str, **given: Any) -> list[str]:
        return problems([Call(method, given, None, 0.0)])

    bold = {"type": "bold", "offset": 0, "length": 1}
    assert judged("sendMessage", chat_id="1", text="x", entities=[bold]) == []
    assert judged("sendMesage", chat_id=1, text="x") == ["sendMesage: no such method"]
    assert judged("sendMessage", chat_id=1, text="x", quiet=1) == ["sendMessage: no field quiet"]
    (missing,) = judged("sendMessage", chat_id=1)
    assert missing == "sendMessage: text: Field required"
    (wrong,) = judged("editMessageText", chat_id=1, text="x", message_id="seven")
    assert wrong.startswith("editMessageText: message_id: Input should be a valid integer")
    (wrong,) = judged("sendMessage", chat_id=1, text="x", entities=[{"type": "bold", "offset": 0}])
    assert wrong == "sendMessage: entities.0.length: Field required"
    odd = [bold | {"type": "block_quote"}]
    assert judged("sendMessage", chat_id=1, text="x", entities=odd) == [
        "sendMessage: no entity block_quote"
    ]
    deep = {"inline_keyboard": [[{"text": "x", "callback": "y"}]]}
    assert judged("sendMessage", chat_id=1, text="x", reply_markup=deep) == [
        "sendMessage: no field reply_markup.inline_keyboard.0.0.callback"
    ]


def test_a_reaction_is_one_of_those_that_bots_may_use(api: BotApi) -> None:
    """One at most, under a message that is there; none takes it away."""
    number = api.message(ME, "thanks")
    run(api, lambda bot: bot.set_message_reaction(ME, number, "\u2764"))
    assert api.state.reactions == {(ME, number): ["\u2764"]}
    for place, chosen, said in (
        (number, ["🦖"], "Reaction_invalid"),
        (number, ["👍", "👌"], "Reactions_too_many"),
        (number + 1, ["👍"], "Message to react not found"),
    ):
        call = partial(_reacted, place, chosen)
        assert refused(api, call) == said
    run(api, lambda bot: bot.set_message_reaction(ME, number, None))
    assert api.state.reactions == {(ME, number): []}


async def _reacted(number: int, chosen: list[str], bot: Bot) -> bool:
    return await bot.set_message_reaction(ME, number, chosen)
