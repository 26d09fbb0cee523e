"""The Bot API double itself, called by a real client: Telegram's limits, words and manners."""

import asyncio
import time
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any, TypeVar

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Message,
    MessageEntity,
    ReplyParameters,
)
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)
from telegram.request import HTTPXRequest
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from tests.bot_api.limits import shown
from tests.bot_api.oracle import problems
from tests.bot_api.server import TOKEN, Call
from tests.bot_api.user import BotApi

T = TypeVar("T")
ME, GROUP = 7, -100


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A server that knows one person and one group."""
    with BotApi() as api:
        api.chat(ME)
        api.chat(GROUP, "supergroup")
        yield api


def run(api: BotApi, use: Callable[[Bot], Awaitable[T]], token: str = TOKEN) -> T:
    """What a new client gets."""

    async def go() -> T:
        # Nothing here is encrypted, and reading the certificates takes most of a test's time.
        plain = {"verify": False}
        async with HTTPXRequest(httpx_kwargs=plain) as requests:
            return await use(
                Bot(
                    token,
                    base_url=api.url,
                    base_file_url=api.file_url,
                    request=requests,
                    get_updates_request=requests,
                )
            )

    return asyncio.run(go())


def refused(
    api: BotApi, use: Callable[[Bot], Awaitable[Any]], kind: type[Exception] = BadRequest
) -> str:
    """The words of the error it gets."""
    with pytest.raises(kind) as caught:
        run(api, use)
    assert type(caught.value) is kind
    return str(caught.value)


def entity(offset: int, length: int, kind: str = "blockquote") -> MessageEntity:
    """In UTF-16 units."""
    return MessageEntity(kind, offset, length)


def button(data: str, text: str = "more") -> InlineKeyboardMarkup:
    """A keyboard of one button."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(text, callback_data=data)]])


def article(number: str, text: str = "text") -> InlineQueryResultArticle:
    """An inline result."""
    return InlineQueryResultArticle(number, "title", InputTextMessageContent(text))


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


@pytest.mark.filterwarnings("ignore:.*PTB_TIMEDELTA")
def test_planned_failures_come_in_order_and_end(api: BotApi) -> None:
    """For their method only."""
    api.fail_next("sendMessage", 429, "Too Many Requests: retry after 3", retry_after=3)
    api.fail_next("sendMessage", 502, "Bad Gateway", times=2)
    with pytest.raises(RetryAfter) as caught:
        run(api, lambda bot: bot.send_message(ME, "x"))
    assert caught.value._retry_after == timedelta(seconds=3)
    run(api, lambda bot: bot.send_chat_action(ME, "typing"))
    for _ in range(2):
        assert "Bad Gateway" in refused(api, lambda bot: bot.send_message(ME, "x"), NetworkError)
    assert run(api, lambda bot: bot.send_message(ME, "x")).text == "x"
    assert len(api.shown(ME)) == 1


def test_polling_waits_and_acknowledges_by_offset(api: BotApi) -> None:
    """An update comes again until a higher offset is asked for; commands are marked."""
    api.message(ME, "🎻 @verbatim_test_bot hi")
    api.group_message(GROUP, ME, "/ask@verbatim_test_bot who?")

    async def fetch(bot: Bot) -> None:
        first = await bot.get_updates()
        assert [u.update_id for u in await bot.get_updates()] == [u.update_id for u in first]
        one, two = (u.message for u in first)
        assert one is not None
        assert two is not None
        assert one.parse_entities() == {one.entities[0]: "@verbatim_test_bot"}
        assert (one.entities[0].offset, one.chat.type) == (3, "private")
        assert two.parse_entities(["bot_command"]) == {two.entities[0]: "/ask@verbatim_test_bot"}
        (rest,) = await bot.get_updates(offset=first[1].update_id)
        assert rest == first[1]
        began = time.monotonic()
        waiting = asyncio.create_task(bot.get_updates(offset=rest.update_id + 1, timeout=5))
        await asyncio.sleep(0.2)
        number = await asyncio.to_thread(api.message, ME, "late")
        (late,) = await waiting
        assert late.message is not None
        assert late.message.message_id == number
        assert 0.2 <= time.monotonic() - began < 2
        assert list(await bot.get_updates(offset=late.update_id + 1)) == []

    run(api, fetch)
    assert api.pending() == 0
    assert api.polls == 5


def test_two_pollers_and_a_webhook_are_in_conflict(api: BotApi) -> None:
    """The poller that came first is sent away at once."""

    async def both(bot: Bot) -> str:
        first = asyncio.create_task(bot.get_updates(timeout=10))
        await asyncio.sleep(0.2)
        await bot.get_updates(timeout=0)
        with pytest.raises(Conflict) as caught:
            await asyncio.wait_for(first, 1)
        return str(caught.value)

    assert "terminated by other getUpdates request; make sure that only one" in run(api, both)
    run(api, lambda bot: bot.set_webhook("https://example.org/hook"))
    said = refused(api, lambda bot: bot.get_updates(), Conflict)
    assert "can't use getUpdates method while webhook is active" in said


def test_only_the_kinds_asked_for_arrive_but_raw_updates_always(api: BotApi) -> None:
    """The last list of kinds holds until there is another; poison is for the test to send."""
    kinds = ["message"]
    run(api, lambda bot: bot.get_updates(allowed_updates=kinds))
    api.inline(ME, "dropped")
    number = api.message(ME, "before")
    api.edit(ME, number, "dropped")
    api.update({"something_new": {"id": 1}})
    updates = run(api, lambda bot: bot.get_updates())
    assert [u.message.text if u.message else None for u in updates] == ["before", None]
    api.push({"message": {"message_id": "poison", "date": "never"}})
    with pytest.raises(TypeError):
        run(api, lambda bot: bot.get_updates())


def test_users_edit_press_and_ask_in_other_chats(api: BotApi) -> None:
    """Each as an update of its own; queries can be answered once, and not too late."""
    number = run(api, lambda bot: bot.send_message(ME, "x", reply_markup=button("m:1")))
    api.edit(ME, api.message(ME, "first"), "second")
    pressed = [api.press(ME, number.message_id, "m:"), api.press(ME, api.shown(ME)[0], "more")]
    inline, guest = api.inline(ME, "bridge"), api.guest(ME, "bridge")
    with pytest.raises(AssertionError, match="no button"):
        api.press(ME, number.message_id, "absent")
    updates = run(api, lambda bot: bot.get_updates())
    first, edited, one, two, asked, mentioned = updates
    assert first.message is not None
    assert first.message.text == "first"
    assert edited.edited_message is not None
    assert edited.edited_message.text == "second"
    assert [u.callback_query and u.callback_query.data for u in (one, two)] == ["m:1", "m:1"]
    assert asked.inline_query is not None
    assert asked.inline_query.query == "bridge"
    assert mentioned.guest_message is not None
    assert mentioned.guest_message.text == "@verbatim_test_bot bridge"
    assert run(api, lambda bot: bot.answer_callback_query(pressed[0]))
    late = "Query is too old and response timeout expired or query id is invalid"
    assert refused(api, lambda bot: bot.answer_callback_query(pressed[0])) == late
    api.state.open_queries.discard(pressed[1])
    assert refused(api, lambda bot: bot.answer_callback_query(pressed[1])) == late
    assert run(api, lambda bot: bot.answer_inline_query(inline, [article("1")]))
    assert refused(api, lambda bot: bot.answer_inline_query(inline, [article("1")])) == late
    sent = run(api, lambda bot: bot.answer_guest_query(guest, article("1")))
    assert run(
        api, lambda bot: bot.edit_message_text("new", inline_message_id=sent.inline_message_id)
    )
    assert problems(api.calls) == []


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


def test_down_and_up_and_deaf(api: BotApi) -> None:
    """Refused connections, a gateway's 502, or a getUpdates that nobody answers."""
    api.message(ME, "kept")
    api.down()
    refused(api, lambda bot: bot.get_me(), NetworkError)
    api.up()
    api.down(502)
    assert "Bad Gateway" in refused(api, lambda bot: bot.get_me(), NetworkError)
    api.up()
    api.stop_updates()

    async def deaf(bot: Bot) -> None:
        with pytest.raises(TimedOut):
            await bot.get_updates(timeout=0, read_timeout=0.3)
        await bot.get_me()

    run(api, deaf)
    api.start_updates()
    assert len(run(api, lambda bot: bot.get_updates())) == 1


def test_a_webhook_gets_the_secret_and_the_update_until_it_takes_it(api: BotApi) -> None:
    """Refused twice, taken the third time; then the next update, and nothing twice."""
    got: list[tuple[bytes, str | None]] = []
    codes = [500, 403]

    class Hook(RequestHandler):
        def post(self) -> None:
            """Refuse while there are codes."""
            secret = self.request.headers.get("X-Telegram-Bot-Api-Secret-Token")
            got.append((self.request.body, secret))
            self.set_status(codes.pop(0) if codes else 200)

    def listen() -> tuple[HTTPServer, int]:
        server = HTTPServer(Application([(r"/hook", Hook)], log_function=lambda _: None))
        (socket,) = bind_sockets(0, "127.0.0.1")
        server.add_socket(socket)
        return server, int(socket.getsockname()[1])

    api.message(ME, "one")
    hook, port = api.do(listen)
    secret = "a-long_random-word"
    run(api, lambda bot: bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token=secret))
    api.until(lambda: api.pending() == 0)
    api.message(ME, "two")
    api.until(lambda: len(got) == 4)
    api.until(lambda: api.pending() == 0)
    api.do(hook.stop)
    assert [code for _, code in api.delivered] == ["500", "403", "200", "200"]
    assert [b'"text": "one"' in body for body, _ in got] == [True, True, True, False]
    assert {given for _, given in got} == {secret}
    api.message(ME, "three")
    api.until(lambda: api.delivered[-1][1] == "ConnectionRefusedError")
    info = run(api, lambda bot: bot.get_webhook_info())
    assert (info.last_error_message, info.pending_update_count) == ("Connection refused", 1)
    run(api, lambda bot: bot.delete_webhook(drop_pending_updates=True))
    assert (api.webhook, api.pending()) == ({}, 0)
    said = refused(api, lambda bot: bot.set_webhook("https://example.org", secret_token="a b"))
    assert said == "Secret token contains unallowed characters"


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


def test_users_may_be_many(api: BotApi) -> None:
    """From many threads at once: no number twice, no update lost."""
    with ThreadPoolExecutor(16) as threads:
        numbers = list(threads.map(lambda user: api.message(user, "x"), range(1, 201)))
    assert len(set(numbers)) == 200
    assert api.pending() == 200
    with urllib.request.urlopen(f"{api.url}{TOKEN}/getUpdates?limit=5", timeout=5) as answer:
        assert answer.read().count(b'"update_id"') == 5
