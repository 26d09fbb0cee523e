"""What Telegram refuses while somebody waits for an answer, and what comes of the answer."""

import logging

import pytest
from telegram.error import NetworkError

from bot.telegram import patience
from tests.bot.telegram.asking.ways import OPENED, QUESTION, READER, SAY
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.limits import Refused
from tests.bot_api.process import ADMIN
from tests.bot_api.user import quoted

MOVED = -1_000_000_000_055
UPGRADED = Refused(
    400,
    "Bad Request: group chat was upgraded to a supergroup chat",
    migrate_to_chat_id=MOVED,
)


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "FIRST_PAUSE", 0.0)
    monkeypatch.setattr(patience, "LONGEST_PAUSE", 0.0)


def test_a_group_that_moves_before_the_answer_gets_it_where_it_is(direct: Direct) -> None:
    """Telegram says where that is."""
    direct.chat(MOVED, "supergroup")
    direct.group_message(GROUP, READER, f"/ask {QUESTION}")
    direct.fail_next("sendMessage", UPGRADED)
    direct.process()
    (answer,) = direct.shown(MOVED)
    assert quoted(answer) == [OPENED]
    assert direct.shown(GROUP) == []


def test_an_answer_that_is_corrected_after_the_move_comes_anew(direct: Direct) -> None:
    """What stood in the old group cannot be edited any more."""
    direct.chat(MOVED, "supergroup")
    asked = direct.group_message(GROUP, READER, "/ask When does the fish market sell herring?")
    direct.process()
    direct.edit(GROUP, asked, f"/ask {QUESTION}")
    for method in ("editMessageText", "deleteMessage", "sendMessage"):
        direct.fail_next(method, UPGRADED)
    direct.process()
    (answer,) = direct.shown(MOVED)
    assert quoted(answer) == [OPENED]


def test_a_group_of_the_settings_may_ask_also_after_it_has_moved(direct: Direct) -> None:
    """Though the settings name it as it was."""
    direct.group_message(GROUP, READER, None, migrate_to_chat_id=MOVED)
    direct.process()
    direct.group_message(MOVED, READER, f"/ask {QUESTION}")
    direct.process()
    assert quoted(direct.shown(MOVED)[-1]) == [OPENED]


def test_a_group_that_was_not_let_in_is_not_let_in_by_moving(direct: Direct) -> None:
    """Nor by saying so."""
    direct.group_message(-77, READER, None, migrate_to_chat_id=MOVED)
    direct.process()
    direct.group_message(MOVED, READER, f"/ask {QUESTION}")
    direct.process()
    assert not any(quoted(one) for one in direct.shown(MOVED))


@pytest.mark.parametrize(
    "trouble",
    [
        Refused(502, "Bad Gateway"),
        Refused(400, "Bad Request: query is too old and response timeout expired"),
        NetworkError("httpx.ReadError"),
    ],
)
def test_a_press_acts_though_telegram_cannot_be_told_that_it_arrived(
    direct: Direct, trouble: Exception
) -> None:
    """What the button does matters more."""
    direct.message(READER, QUESTION)
    direct.process()
    (answer,) = direct.shown(READER)
    direct.press(READER, answer, "Other passages")
    direct.fail_next("answerCallbackQuery", trouble, times=9)
    direct.process()
    assert direct.shown(READER)[0]["text"] != answer["text"]


@pytest.mark.parametrize(
    "said",
    [
        "not enough rights to send text messages to the chat",
        "have no rights to send a message",
        "need administrator rights in the channel chat",
        "CHAT_WRITE_FORBIDDEN",
        "CHAT_RESTRICTED",
        "chat not found",
        "PEER_ID_INVALID",
        "TOPIC_CLOSED",
    ],
)
def test_a_chat_that_takes_no_messages_is_let_be(
    direct: Direct, caplog: pytest.LogCaptureFixture, said: str
) -> None:
    """As one that has blocked the bot: no failure, and no apology that would fail too."""
    direct.group_message(GROUP, READER, f"/ask {QUESTION}")
    direct.fail_next("sendMessage", Refused(400, f"Bad Request: {said}"), times=9)
    with caplog.at_level(logging.WARNING):
        calls = direct.process()
    assert len([call for call in calls if call.method == "sendMessage"]) <= 2
    assert caplog.records == []


def test_a_file_whose_size_nobody_told_may_be_too_big(direct: Direct) -> None:
    """Telegram says so when it is fetched."""
    direct.send_file(ADMIN, "zoo.txt", b"The zoo is closed.")
    direct.fail_next("getFile", Refused(400, "Bad Request: file is too big"))
    direct.process()
    assert direct.texts(ADMIN) == [SAY("file-too-big", limit=20)]


@pytest.mark.parametrize("trouble", [Refused(502, "Bad Gateway"), NetworkError("httpx.ReadError")])
@pytest.mark.parametrize("step", ["getFile", "download"])
def test_a_file_that_breaks_off_is_fetched_again(
    direct: Direct, step: str, trouble: Exception
) -> None:
    """From its beginning."""
    direct.send_file(ADMIN, "zoo.txt", b"The zoo is closed.")
    direct.fail_next(step, trouble, times=2)
    direct.process()
    assert "The zoo is closed." in direct.texts(ADMIN)[0]


@pytest.mark.parametrize("step", ["getFile", "download"])
def test_a_file_that_cannot_be_fetched_is_said_so(direct: Direct, step: str) -> None:
    """With what to do, and without an apology for what is none of our doing."""
    direct.send_file(ADMIN, "zoo.txt", b"The zoo is closed.")
    direct.fail_next(step, Refused(400, "Bad Request: wrong file_id or the file is temporarily "
                                        "unavailable"))  # fmt: skip
    direct.process()
    assert direct.texts(ADMIN) == [
        SAY("rebuild-failed", reason=SAY("source-unreachable", source="zoo.txt"))
    ]


def test_a_question_for_a_correction_is_as_patient(direct: Direct) -> None:
    """The admin who pressed would wait for ever."""
    direct.send_file(ADMIN, "zoo.txt", b"The zoo is closed.")
    direct.process()
    direct.press(ADMIN, direct.shown(ADMIN)[-1], "✏️ Title")
    direct.fail_next("sendMessage", Refused(502, "Bad Gateway"), times=2)
    direct.process()
    assert direct.texts(ADMIN)[-1].startswith("Reply with the right title")


@pytest.mark.parametrize("before", ["left", "kicked"])
def test_a_channel_gets_no_messages(direct: Direct, before: str) -> None:
    """Nobody can ask there; all who read it would see them."""
    direct.chat(-1_009, "channel")
    direct.puts_bot(READER, -1_009, "administrator", before)
    assert direct.process() == []
