"""The Bot API double gives updates as Telegram does: in turn, to one, and not while it is down."""

import asyncio
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import Conflict, NetworkError, RetryAfter, TimedOut
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from tests.bot_api.client import GROUP, ME, article, button, refused, run
from tests.bot_api.oracle import problems
from tests.bot_api.server import TOKEN
from tests.bot_api.user import BotApi


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


def test_users_may_be_many(api: BotApi) -> None:
    """From many threads at once: no number twice, no update lost."""
    with ThreadPoolExecutor(16) as threads:
        numbers = list(threads.map(lambda user: api.message(user, "x"), range(1, 201)))
    assert len(set(numbers)) == 200
    assert api.pending() == 200
    with urllib.request.urlopen(f"{api.url}{TOKEN}/getUpdates?limit=5", timeout=5) as answer:
        assert answer.read().count(b'"update_id"') == 5
