"""What anybody can send: no error, no reply above its bound, and the loop is never held."""

import asyncio
import logging
import shutil
import time
from collections.abc import Coroutine, Iterator
from typing import Any

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering import QuestionAnswering
from bot.app import parts
from bot.settings import BotSettings
from bot.state import open_state
from bot.telegram.asking import inline
from bot.telegram.callback_data import KINDS
from bot.telegram.routes import COMMANDS
from bot.telegram.taps import Taps
from bot.telegram.transport import limiter
from index.building import build
from index.sources import from_text
from index.store import open_library
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN
from tests.bot_api.server import TOKEN, Call
from tests.bot_api.state import BOT_ID, USERNAME
from tests.bot_api.user import entities, person
from tests.doubles import BagEncoder, WordReader

READER = 7
# What one update may be answered with: the press, three messages, and what they replace.
MOST_CALLS = 5
# How long the loop may be held, in seconds.
HELD = 0.05

LONG = "".join(
    f"The keeper of day {day} lit lamp {day} of the tower. Then a storm came from the sea. "
    f"Nobody on the quay of day {day} slept at all that night.\n\n"
    for day in range(5_200)
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Direct]:
    """One that all may ask, over a text of 700,000 letters; as often as they like."""
    folder = tmp_path_factory.mktemp("attacked")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.delenv("SSL_CERT_FILE", raising=False)
        patch.setenv("SSL_CERT_DIR", str(folder))
        patch.setattr(inline, "PAUSE", 0.0)
        # A group takes 20 messages a minute, and gets hundreds here: each would wait 3 s.
        patch.setattr(limiter, "MINUTE", 0.01)
        library = open_library(folder / "library")
        texts = [from_text(LONG, doc_id="long"), from_text("# A\n\nA giraffe.", doc_id="short")]
        build(library, texts, BagEncoder(), replace=True)
        settings: dict[str, Any] = {
            "telegram_token": TOKEN,
            "access": "open",
            "admin_ids": (ADMIN,),
            "allowed_ids": (GROUP,),
            "questions_per_minute": 1e9,
            "state": folder / "state.sqlite",
        }
        given = BotSettings(**settings)
        answering = QuestionAnswering(library, BagEncoder(), WordReader())
        state = open_state(given.state, given.questions_per_minute)
        with Direct(parts(given, answering, state)) as direct:
            direct.message(READER, "/help")
            direct.process()
            yield direct
    shutil.rmtree(folder, ignore_errors=True)


def _watched(direct: Direct, work: Coroutine[Any, Any, object]) -> tuple[list[Call], float]:
    """What the bot calls meanwhile, and the longest time that the loop was held."""
    held = 0.0

    async def beat() -> None:
        nonlocal held
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            held = max(held, time.perf_counter() - before - 0.001)

    async def both() -> None:
        beating = asyncio.create_task(beat())
        await asyncio.sleep(0)
        try:
            await work
        finally:
            beating.cancel()

    return direct.during(both()), held


def _harmless(direct: Direct, caplog: pytest.LogCaptureFixture) -> None:
    """The newest update does no harm; a busy machine gets more than one chance."""
    holds = []
    for chance in range(8):
        time.sleep(0.1 * chance)
        caplog.clear()
        direct.parts.taps = Taps()
        assert direct.update
        direct.update._unfreeze()
        direct.update.update_id = direct.parts.metrics.questions() + time.monotonic_ns()
        calls, held = _watched(direct, direct.application.process_update(direct.update))
        assert [one for one in caplog.records if one.levelno >= logging.ERROR] == []
        assert len(calls) <= MOST_CALLS
        holds.append(held)
        if held < HELD:
            return
    raise AssertionError(f"the loop was held for {min(holds):.3f} s by {direct.update}")


fuzzed = hypothesis.settings(
    max_examples=120,
    suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture],
)

NUMBERS = st.one_of(
    st.integers(0, 6),
    st.integers(0, 800_000),
    st.integers(-5, 10**40),
    st.sampled_from([len(LONG) - 2, 700_000, 2**31, 2**63 - 1, 2**63, 10**15, 10**15 - 1]),
).map(str)
ODD = st.text(max_size=64)
# Of admins' buttons, which change the library, none that fits anything.
LARGE = st.one_of(st.integers(10**6, 10**40), st.integers(-5, -1)).map(str)


def _data(numbers: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    letters = st.sampled_from([*KINDS, "z", "", "m", "mm"])
    rest = st.lists(st.one_of(numbers, numbers, numbers, ODD), max_size=9)
    made = st.tuples(letters, rest).map(lambda two: ":".join([str(two[0]), *two[1]]))
    return st.one_of(made, ODD)


PAYLOADS = st.one_of(
    st.lists(NUMBERS, max_size=7).flatmap(
        lambda rest: st.sampled_from(["p", "q", "a", "x", ""]).map(
            lambda kind: "_".join([kind, *rest])
        )
    ),
    ODD,
)


@fuzzed
@given(
    by=st.one_of(
        st.tuples(st.just(READER), _data(NUMBERS)), st.tuples(st.just(ADMIN), _data(LARGE))
    ),
    place=st.integers(0, 3),
)
def test_any_button_does_no_harm(
    bot: Direct, caplog: pytest.LogCaptureFixture, by: tuple[int, str], place: int
) -> None:
    """Forged or old, under a message of ours, one that is gone, one too old to be read, none."""
    user, data = by
    shown = bot.shown(READER)[0]
    old = {"chat": shown["chat"], "message_id": 5, "date": 0}
    places: list[Json] = [
        {"message": shown},
        {"message": shown | {"message_id": 987_654}},
        {"message": old},
        {"inline_message_id": "abc"},
    ]
    under = places[place]
    bot.state.open_queries.add("1")
    pressed = {"id": "1", "from": person(user), "chat_instance": "1", "data": data, **under}
    bot.arrives("callback_query", pressed)
    _harmless(bot, caplog)


@fuzzed
@given(payload=PAYLOADS)
def test_any_deep_link_does_no_harm(
    bot: Direct, caplog: pytest.LogCaptureFixture, payload: str
) -> None:
    """Whatever follows `/start`."""
    bot.message(READER, f"/start {payload}")
    _harmless(bot, caplog)


@pytest.mark.parametrize(
    "payload",
    [
        "p_1_1_0_700000",
        "p_1_1_0_400000",
        f"p_1_1_0_{len(LONG) - 2}",
        "p_1_2_0_9999999999",
        "p_1_999999999999999999999_0_5",
        "p_99999999999999999999_1_0_5",
        "q_99999999999999999999999",
    ],
)
def test_a_link_with_the_whole_text_does_no_harm(
    bot: Direct, caplog: pytest.LogCaptureFixture, payload: str
) -> None:
    """One such link stopped the bot for 44 s, and sent 209 messages."""
    bot.message(READER, f"/start {payload}")
    _harmless(bot, caplog)


@fuzzed
@given(
    name=st.sampled_from([name for name in COMMANDS if name not in ("start", "ask")]),
    by=st.one_of(
        st.tuples(st.just(READER), st.one_of(ODD, NUMBERS)),
        st.tuples(st.just(ADMIN), st.one_of(ODD, LARGE)),
    ),
    chat=st.sampled_from([None, GROUP]),
)
def test_any_command_does_no_harm(
    bot: Direct, caplog: pytest.LogCaptureFixture, name: str, by: tuple[int, str], chat: int | None
) -> None:
    """With anything behind it, of a reader or an admin, in private or in a group."""
    user, rest = by
    bot.message(user, f"/{name} {rest}", chat)
    _harmless(bot, caplog)


# A message of one thing over and over: leaders, a line, letters that belong together, thanks.
RUNS = [".", "-", " .", "\n", ">", '"', "a", "1", "🇫", "\u0301\u0316", "\u0f73", "क\u0301",
        "\u1100", "thanks ", "the ", "why ", "et ", "谢谢", "A. ", "1.", "/"]  # fmt: skip
WORDS = st.one_of(
    st.text(max_size=200),
    st.text(st.sampled_from("ab \n?🎻\u0301"), max_size=4_096),
    st.sampled_from(RUNS).map(lambda run: run * (4_096 // len(run))),
)


@pytest.mark.parametrize("chat", [None, GROUP])
@pytest.mark.parametrize("run", RUNS)
def test_a_message_of_one_thing_does_no_harm(
    bot: Direct, caplog: pytest.LogCaptureFixture, run: str, chat: int | None
) -> None:
    """4,000 dashes behind a question held the loop for minutes."""
    asked = f"How does a giraffe sleep? {run * (4_050 // len(run))}"
    bot.message(READER, asked if chat is None else f"@{USERNAME} {asked}", chat)
    _harmless(bot, caplog)


@fuzzed
@given(
    words=WORDS,
    kind=st.sampled_from(["message", "edited_message", "inline_query", "guest_message"]),
    chat=st.sampled_from([READER, GROUP]),
    more=st.dictionaries(
        st.sampled_from(["caption", "photo", "media_group_id", "via_bot", "sender_chat", "quote",
                         "message_thread_id", "is_topic_message", "reply_to_message", "voice",
                         "forward_origin", "migrate_to_chat_id", "new_chat_title"]),
        st.integers(0, 1),
        max_size=4,
    ),
)  # fmt: skip
def test_any_update_does_no_harm(
    bot: Direct, caplog: pytest.LogCaptureFixture, words: str, kind: str, chat: int, more: Json
) -> None:
    """Of people, with any words and whatever else a message may have."""
    given: Json = {name: _MORE[name] for name in more if name in _MORE}
    mention = f"@{USERNAME} {words}" if chat == GROUP else words
    if kind == "inline_query":
        bot.inline(READER, words)
    elif kind == "guest_message":
        bot.guest(READER, words)
    elif kind == "edited_message":
        number = bot.message(READER, "What did the keeper light?", None if chat > 0 else chat)
        bot.during(bot.application.process_update(bot.update))
        bot.edit(chat, number, mention)
    else:
        if "caption" in given:
            given |= {"caption": mention, "caption_entities": entities(mention)}
        text = None if "caption" in given or not words else mention
        bot.message(READER, text, None if chat > 0 else chat, **given)
    _harmless(bot, caplog)


_MORE: Json = {
    "caption": "",
    "photo": [],
    "media_group_id": "album",
    "via_bot": {"id": BOT_ID, "is_bot": True, "first_name": "Verbatim"},
    "sender_chat": {"id": -77, "type": "channel", "title": "News"},
    "quote": {"text": "lamp", "position": 0},
    "message_thread_id": 9,
    "is_topic_message": True,
    "voice": {"file_id": "v", "file_unique_id": "v", "duration": 1},
    "migrate_to_chat_id": -99,
    "new_chat_title": "New",
    "forward_origin": {"type": "hidden_user", "sender_user_name": "Ann", "date": 1},
}


@pytest.mark.slow
def test_three_hundred_presses_are_over_soon(bot: Direct) -> None:
    """Of one person on the long text: a few are answered, the others are met with silence."""
    bot.message(READER, "What did the keeper of day 4000 light?")
    answer = bot.process()[-1].result
    bot.parts.state._per_minute = 6  # type: ignore[attr-defined]
    updates = []
    for number in range(300):
        row = answer["reply_markup"]["inline_keyboard"][0][0]
        bot.state.open_queries.add(str(number))
        pressed = {"id": str(number), "from": person(8), "chat_instance": "1", "message": answer}
        data = row["callback_data"].rsplit(":", 1)[0] + f":{number}"
        bot.arrives("callback_query", {**pressed, "data": data})
        updates.append(bot.update)

    async def together() -> None:
        await asyncio.gather(*(bot.application.process_update(one) for one in updates))

    began = time.monotonic()
    calls, _ = _watched(bot, together())
    assert time.monotonic() - began < 40  # thirty presses, on whatever machine
    answered = [call for call in calls if call.method == "answerCallbackQuery"]
    assert 30 <= len(answered) <= 32
    bot.parts.state._per_minute = 1e9  # type: ignore[attr-defined]
