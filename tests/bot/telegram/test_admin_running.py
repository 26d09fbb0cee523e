"""Rebuilding from chat: understood, confirmed, live without a restart; by admins only."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from index.store import Library, open_library
from tests.bot_api.limits import Json
from tests.bot_api.oracle import problems
from tests.bot_api.process import ADMIN, BotProcess
from tests.bot_api.user import BotApi, buttons, quoted

pytestmark = pytest.mark.slow

QUESTION = "When was the Lindholm Bridge opened?"
ZOO = "The Ansbach zoo bought its first giraffe in 1931. It was called Wilhelmine.\n"
FROM_THE_FIRST = 'answering from generation 1"'
BOB = 43
ZOO_QUESTION = "When did the Ansbach zoo buy its first giraffe?"


@pytest.fixture(scope="module")
def library(telegram_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The texts of the bot, which admins may change."""
    folder = tmp_path_factory.mktemp("changed") / "library"
    return open_library(shutil.copytree(telegram_library, folder))


@pytest.fixture(scope="module")
def bot(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BotProcess]:
    """One bot for all tests here but the last; what it called is judged at the end."""
    folder = tmp_path_factory.mktemp("bot")
    golden = folder / "golden.txt"
    golden.write_text(f"{QUESTION} -> The Lindholm Bridge was opened\n", encoding="utf-8")
    settings = {"GOLDEN_QUESTIONS": str(golden), "ADMIN_IDS": f"{ADMIN},{BOB}"}
    with BotApi() as api:
        with BotProcess(api, folder, Path(library.address), **settings) as bot:
            yield bot.ready()
            assert bot.stop() == 0
            assert "Traceback" not in bot.log(), bot.log()
        assert problems(api.calls) == []


@pytest.fixture
def api(bot: BotProcess, library: Library) -> Iterator[BotApi]:
    """The chats with the bot, which answers from the first texts, and again after the test."""
    yield bot.api
    if library.live().number != 1:
        before = bot.log().count(FROM_THE_FIRST)
        library.rollback(1)
        bot.api.until(lambda: bot.log().count(FROM_THE_FIRST) > before)
        bot.api.until(lambda: _only_the_first(library))  # it may be reading the others yet


def _only_the_first(library: Library) -> bool:
    library.prune(keep=0)
    return [one.number for one in library.generations()] == [1]


def _now(api: BotApi, message: Json) -> Json:
    return api.state.messages[message["chat"]["id"], message["message_id"]]


def _says(api: BotApi, message: Json, words: str) -> bool:
    return words in _now(api, message)["text"]


def _understood(api: BotApi, message_id: int, admin: int = ADMIN) -> Json:
    """What the bot understood of a message, with its buttons."""
    shown = api.answer_to(admin, message_id)
    return api.until(lambda: _now(api, shown) if "reply_markup" in _now(api, shown) else None)


def _confirmed(api: BotApi, message: Json, button: str, admin: int = ADMIN) -> str:
    """Press and wait for the last word."""
    api.press(admin, message, button)
    return _decided(api, message)


def _decided(api: BotApi, message: Json) -> str:
    done = ("Live now", "Nothing has changed", "Cancelled", "Meanwhile")
    api.until(lambda: _now(api, message)["text"].startswith(done), timeout=120)
    return str(_now(api, message)["text"])


def test_a_file_is_understood_confirmed_and_live(api: BotApi, library: Library) -> None:
    """Answers change without a restart; the buttons of a text that stays go on working."""
    before = api.answer_to(7, api.message(7, QUESTION))
    refused = api.answer_to(7, api.message(7, ZOO_QUESTION))
    assert quoted(refused) == []
    data = f"date 2023-05-06\n# Zoo\n\n{ZOO}".encode()
    understood = _understood(api, api.send_file(ADMIN, "zoo.md", data))
    title, facts = understood["text"].splitlines()[1:3]
    assert (title, facts) == ("Zoo", "6 May 2023 · English · 14 words")
    assert _confirmed(api, understood, "Add").splitlines() == [
        f"Live now: generation {library.live().number}, 5 texts.",
        "Golden questions answered as they must be: 1 of 1.",
    ]
    assert "1931" in quoted(api.answer_to(7, api.message(7, ZOO_QUESTION)))[0]
    assert "4 May 1987" in quoted(api.answer_to(7, api.message(7, QUESTION)))[0]
    api.press(7, before, "m:")
    api.until(lambda: "312 metres" in _now(api, before)["text"])


def test_a_paste_of_several_messages_is_one_text(api: BotApi) -> None:
    """`/add`, texts, `/done`; questions between are no answers."""
    api.answer_to(ADMIN, api.message(ADMIN, "/add"))
    api.answer_to(ADMIN, api.message(ADMIN, f"# Zoo\n\n{ZOO}"))
    api.answer_to(ADMIN, api.message(ADMIN, "The otters came in 1950."))
    understood = _understood(api, api.message(ADMIN, "/done"))
    assert understood["text"].splitlines()[1:3] == ["Zoo", "no date · English · 19 words"]
    assert _confirmed(api, understood, "Add").startswith("Live now")
    assert (
        "1950" in api.answer_to(7, api.message(7, "When did the otters come to the zoo?"))["text"]
    )


def test_a_change_that_breaks_a_golden_question_is_refused(api: BotApi) -> None:
    """The failing question is named, and the old texts go on answering."""
    understood = _understood(api, api.send_file(ADMIN, "zoo.txt", ZOO.encode()))
    api.press(ADMIN, understood, "Replace all 4 texts")
    api.until(lambda: _now(api, understood)["text"].startswith("Replace everything?"))
    text = _confirmed(api, _now(api, understood), "Replace all 4 texts")
    assert text.startswith("Nothing has changed yet.")
    assert QUESTION in text
    assert "4 May 1987" in api.answer_to(7, api.message(7, QUESTION))["text"]


def test_golden_questions_are_asked_before_one_text_is_replaced(
    api: BotApi, library: Library
) -> None:
    """Which answer would be lost is shown; the admin decides, and may replace it all the same."""
    shown = api.answer_to(ADMIN, api.message(ADMIN, "/articles"))
    api.press(ADMIN, shown, "Harbour report")
    api.until(lambda: "Replace" in str(_now(api, shown).get("reply_markup")))
    api.press(ADMIN, _now(api, shown), "Replace")
    api.until(lambda: _now(api, shown)["text"].startswith("Send the new text"))
    understood = _understood(api, api.send_file(ADMIN, "other.txt", ZOO.encode()))
    first, question, now, then = _confirmed(api, understood, "Replace").splitlines()
    assert first == "Nothing has changed yet. These golden questions would be answered otherwise:"
    assert question == f"⚠️ {QUESTION}"
    assert "opened on 4 May 1987" in now
    assert then == "then: no answer"
    assert library.live().number == 1
    assert "4 May 1987" in api.answer_to(7, api.message(7, QUESTION))["text"]
    api.press(ADMIN, _now(api, understood), "All the same")
    api.until(partial(_says, api, understood, "Live now"))
    live, asked = _now(api, understood)["text"].splitlines()
    assert live.endswith("4 texts.")
    assert asked == "Golden questions answered as they must be: 0 of 1."
    assert quoted(api.answer_to(7, api.message(7, f"{QUESTION} "))) == []


def test_of_two_admins_who_publish_at_once_the_second_decides_anew(
    api: BotApi, library: Library
) -> None:
    """Both press before either is live; the second reads what the first did, and goes on."""
    for admin in (ADMIN, BOB):
        api.chat(admin, first_name=f"Admin {admin}")
    otters = b"# Otters\n\nThe otters came to the Ansbach zoo in 1950."
    by = {
        ADMIN: _understood(api, api.send_file(ADMIN, "zoo.md", f"# Zoo\n\n{ZOO}".encode())),
        BOB: _understood(api, api.send_file(BOB, "otters.md", otters), BOB),
    }
    for admin, message in by.items():
        api.press(admin, message, "Add")
    told = {admin: _decided(api, message) for admin, message in by.items()}
    (second,) = [admin for admin, text in told.items() if text.startswith("Meanwhile")]
    first = BOB if second == ADMIN else ADMIN
    title = {ADMIN: "Zoo", BOB: "Otters"}[first]
    number = library.live().number
    assert told[first].startswith(f"Live now: generation {number}, 5 texts.")
    assert told[second].splitlines() == [
        f"Meanwhile Admin {first} has added “{title}”.",
        f"Live now: generation {number}, 5 texts.",
        "Yours is not published yet. Go on?",
    ]
    assert buttons(_now(api, by[second])) == ["Add", "Cancel"]
    api.press(second, _now(api, by[second]), "Add")
    api.until(lambda: _says(api, by[second], f"Live now: generation {number + 1}, 6 texts."))
    assert "1950" in api.answer_to(7, api.message(7, "When did the otters come?"))["text"]


def test_what_cannot_become_a_text_says_why(api: BotApi) -> None:
    """Empty, binary and huge files; addresses of this machine; nothing changes."""
    for name, data in (("empty.txt", b" "), ("noise.pdf", b"%PDF-1.7\n\x00\x01broken")):
        shown = api.answer_to(ADMIN, api.send_file(ADMIN, name, data))
        api.until(partial(_says, api, shown, name))
        assert _now(api, shown)["text"].startswith("Nothing has changed: ")
    big = api.answer_to(ADMIN, api.send_file(ADMIN, "big.txt", b"x", size=21_000_000))
    assert "20 MB" in big["text"]
    shown = api.answer_to(ADMIN, api.message(ADMIN, f"http://127.0.0.1:{api.port}/secret"))
    api.until(lambda: _now(api, shown)["text"].startswith("Nothing has changed: "))


def test_a_forwarded_post_brings_its_date_and_address(api: BotApi) -> None:
    """Of a public channel."""
    origin = {
        "type": "channel",
        "date": 1_600_000_000,
        "chat": {"id": -1007, "type": "channel", "title": "Zoo news", "username": "zoonews"},
        "message_id": 12,
    }
    understood = _understood(api, api.message(ADMIN, ZOO, forward_origin=origin))
    title, facts = understood["text"].splitlines()[1:3]
    assert (title, facts.split(" · ")[0]) == ("Zoo news", "13 September 2020")
    _confirmed(api, understood, "Add")
    answer = api.answer_to(7, api.message(7, ZOO_QUESTION))
    links = [one["url"] for one in answer["entities"] if one["type"] == "text_link"]
    assert links[0].startswith("https://t.me/zoonews/12")


def test_texts_are_listed_removed_and_brought_back(api: BotApi, library: Library) -> None:
    """`/articles`, remove with a question before, `/rollback`."""
    shown = api.answer_to(ADMIN, api.message(ADMIN, "/articles"))
    assert shown["text"] == "Texts 1 to 4 of 4:"
    api.press(ADMIN, shown, "Music notes")
    api.until(lambda: "Remove" in str(_now(api, shown).get("reply_markup")))
    api.press(ADMIN, _now(api, shown), "Remove")
    api.until(lambda: _now(api, shown)["text"].startswith("Remove “Music notes”?"))
    live = _confirmed(api, _now(api, shown), "Remove")
    number = library.live().number
    assert live.startswith(f"Live now: generation {number}, 3")
    back = api.answer_to(ADMIN, api.message(ADMIN, "/rollback"))
    assert back["text"].startswith(
        f"Go back from generation {number}, 3 texts, to generation 1 of "
    )
    assert "4 texts" in _confirmed(api, back, "Go back")
    assert "Zöllner" in api.answer_to(7, api.message(7, "Who composed Rütli?"))["text"]


def test_a_text_is_replaced_in_its_place(api: BotApi) -> None:
    """The new file takes over the name of the old text."""
    shown = api.answer_to(ADMIN, api.message(ADMIN, "/articles"))
    api.press(ADMIN, shown, "Music notes")
    api.until(lambda: "Replace" in str(_now(api, shown).get("reply_markup")))
    api.press(ADMIN, _now(api, shown), "Replace")
    api.until(lambda: _now(api, shown)["text"].startswith("Send the new text"))
    understood = _understood(api, api.send_file(ADMIN, "other.txt", ZOO.encode()))
    assert "4 texts" in _confirmed(api, understood, "Replace")


def test_only_admins_change_anything(api: BotApi) -> None:
    """Others' files, links and commands; buttons pressed by others; anonymous admins."""
    for text in ("/add", "/revoke", "/rollback", "/status", "/approve 123456"):
        assert api.answer_to(7, api.message(7, text))["text"] == "Only an admin may do that."
    answer = api.answer_to(7, api.send_file(7, "zoo.txt", ZOO.encode()))
    assert answer["text"] == "I can only read written questions."
    understood = _understood(api, api.send_file(ADMIN, "zoo.txt", ZOO.encode()))
    query = api.press(7, understood, "Add")
    api.until(lambda: query not in api.state.open_queries)
    assert _confirmed(api, understood, "Cancel") == "Cancelled. Nothing has changed."
    anonymous = {"id": -100, "type": "supergroup", "title": "A group"}
    asked = api.message(
        ADMIN,
        "/status",
        chat_id=-100,
        sender_chat=anonymous,
        **{"from": {"id": 1087968824, "is_bot": True, "first_name": "Group"}},
    )
    api.message(7, "/about")
    api.answer_to(7, api.message(7, "/about"))
    replies = [
        m["text"]
        for m in api.shown(-100)
        if m.get("reply_to_message", {}).get("message_id") == asked
    ]
    assert all("Generation" not in text for text in replies)


def test_a_build_that_is_killed_is_offered_again(telegram_library: Path, tmp_path: Path) -> None:
    """After the restart the message says that it was interrupted; then it goes live."""
    shutil.copytree(telegram_library, tmp_path / "library")
    # long enough that it is not done before it is killed
    long = "\n\n".join(f"{number}. {ZOO} {ZOO * 9}" for number in range(60))
    with BotApi() as api:
        with BotProcess(api, tmp_path / "bot", tmp_path / "library") as bot:
            bot.ready()
            understood = _understood(api, api.send_file(ADMIN, "zoo.txt", long.encode()))
            api.press(ADMIN, understood, "Add")
            api.until(lambda: _now(api, understood)["text"].startswith("Building"))
            bot.process.kill()
            bot.process.wait(10)
        with BotProcess(api, tmp_path / "bot", tmp_path / "library") as bot:
            bot.ready()
            api.until(lambda: "interrupted" in _now(api, understood)["text"])
            assert buttons(_now(api, understood)) == ["Try again", "Cancel"]
            assert _confirmed(api, _now(api, understood), "Try again").startswith("Live now")
            assert bot.stop() == 0
        assert problems(api.calls) == []
