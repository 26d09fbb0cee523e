"""What others named cannot turn what the bot says, whichever message shows it."""

import re
from collections.abc import Callable, Sequence

import pytest

from bot.telegram.texts import short, texts
from index.building import build
from index.sources import from_text
from index.text import Document
from tests.bot_api.direct import Direct
from tests.bot_api.limits import cut
from tests.bot_api.process import ADMIN
from tests.bot_api.server import Call
from tests.bot_api.user import buttons
from tests.doubles import BagEncoder

READER = 7
EVIL = "R\x1b[31med\x9b\u202eevil\u2066iso\u2069\u2067x\nrow\r\u2028z"
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
SWAN = "The swan of Argos sings at dawn."
HERON = "The heron of Sparta sleeps in the reeds."


@pytest.fixture
def named(direct: Direct) -> Direct:
    """Texts with such a title, name and address, as a program may store them, and a heading."""
    raw = Document(f"id{EVIL}", EVIL, SWAN, url=f"https://example.org/{EVIL}")
    under = from_text(f"# He\u2067ading {EVIL}\n\n{HERON}", doc_id="heron")
    build(direct.parts.answering.library, [raw, under], BagEncoder(), replace=True)
    direct.parts.answering.refresh()
    return direct


def _writes(text: str, user: int = READER) -> Callable[[Direct], list[Call]]:
    def write(direct: Direct) -> list[Call]:
        direct.message(user, text)
        return direct.process()

    return write


def _presses_all(direct: Direct, calls: Sequence[Call], user: int) -> list[Call]:
    sent = [call.result for call in calls if call.method == "sendMessage"]
    made = list(calls)
    for button in buttons(sent[-1]) if sent else []:
        direct.press(user, sent[-1], button)
        made += direct.process()
    return made


def _shown(calls: Sequence[Call]) -> list[str]:
    rows = [(one.given.get("reply_markup") or {}).get("inline_keyboard", []) for one in calls]
    labels = [button["text"] for keyboard in rows for row in keyboard for button in row]
    return [*labels, *map(_around_quotes, calls)]


def _around_quotes(call: Call) -> str:
    """What a message says, without what it quotes, which is as it is."""
    text = str(call.given.get("text") or "")
    quotes = [one for one in call.given.get("entities") or () if "blockquote" in one["type"]]
    for one in reversed(quotes):
        text = cut(text, 0, one["offset"]) + cut(text, one["offset"] + one["length"], len(text))
    return text


@pytest.mark.parametrize(
    "asked",
    [
        SWAN,
        HERON,
        "/start",
        "/about",
        "/articles",
        f"/verify {SWAN}",
        f"{EVIL} giraffes wombats elephants tigers lions otters?",
    ],
)
def test_no_message_holds_what_is_obeyed(named: Direct, asked: str) -> None:
    """Whatever is asked and then pressed, by a reader and by an admin, nor /why and /cite."""
    for user in (READER, ADMIN):
        calls = _presses_all(named, _writes(asked, user)(named), user)
        for after in ("/why", "/cite"):
            calls += _presses_all(named, _writes(after, user)(named), user)
        assert [text for text in _shown(calls) if OBEYED.search(text)] == []


@pytest.mark.parametrize("name", [f"{EVIL}.xyz", f"{EVIL}.pdf", f"{EVIL}.txt"])
def test_no_name_of_a_file_does(direct: Direct, name: str) -> None:
    """Taken or refused."""
    direct.send_file(ADMIN, name, b"\x00\x01" if name.endswith("xyz") else b"The goose of Thebes.")
    calls = direct.process()
    assert [text for text in _shown(calls) if OBEYED.search(text)] == []


def test_values_keep_their_lines() -> None:
    """Only what is obeyed goes."""
    assert texts("en")("article-headings")
    said = texts("en")("rebuild-failed", reason="one:\ntwo\u202e three")
    assert said.endswith("one:\ntwo three")
    assert short(EVIL, 100) == "R[31medevilisox row z"
