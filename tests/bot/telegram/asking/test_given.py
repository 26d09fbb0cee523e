"""`t.me/BOT?start=v_ID`: what has become of a quote that was given."""

import re
from contextlib import closing

import pytest

from bot.telegram import asking, commands
from bot.telegram.links import LONGEST_PAYLOAD, given
from bot.telegram.texts import texts
from index.building import remove
from index.text import Span
from index.versions import QuoteId
from tests.bot.telegram.asking.ways import OPENED, QUESTION, READER, ask, change, last
from tests.bot_api.direct import Direct
from tests.bot_api.limits import Json
from tests.bot_api.user import buttons

SAY = texts("en")


@pytest.fixture
def payload(direct: Direct) -> str:
    """The link that `/cite` gives for the answer to a question."""
    ask(direct, QUESTION)
    direct.message(READER, "/cite")
    found = re.search(r"start=(v_[\w-]+)", last(direct.call(asking.cite_command))["text"])
    assert found
    return found[1]


def _open(direct: Direct, payload: str) -> Json:
    direct.message(READER, f"/start {payload}")
    return last(direct.call(commands.start))


def _today(direct: Direct) -> str:
    with closing(direct.parts.answering.library.open()) as view:
        return SAY.date(view.generation.created[:10])


def _marked(message: Json, kind: str) -> list[str]:
    return [
        message["text"][one["offset"] : one["offset"] + one["length"]]
        for one in message["entities"]
        if one["type"] == kind
    ]


def test_the_link_is_as_long_as_telegram_takes(payload: str) -> None:
    """And no other link is taken for one."""
    assert len(payload) == 36 <= LONGEST_PAYLOAD
    assert given(payload) == payload[2:]
    assert given("p_1_2_3_4") is None


def test_words_that_stand_are_quoted(direct: Direct, payload: str) -> None:
    """Below what became of them, with a button to read on."""
    message = _open(direct, payload)
    assert message["text"].startswith(f"{SAY('quote-stands')}\n{OPENED}")
    assert SAY("context-button") in buttons(message)


def test_words_that_moved_are_quoted(direct: Direct, payload: str) -> None:
    """Other words came before them."""
    before = direct.document("harbour").text[:20]
    change(direct, before, f"New words at the beginning.\n\n{before}")
    assert _open(direct, payload)["text"].startswith(f"{SAY('quote-moved')}\n{OPENED}")


def test_words_that_changed_are_shown_with_the_difference(direct: Direct, payload: str) -> None:
    """Struck and underlined, with the date, and a button to read what there is now."""
    change(direct, "4 May 1987", "5 May 1987")
    message = _open(direct, payload)
    assert message["text"].startswith(SAY("quote-changed", date=_today(direct)))
    assert _marked(message, "strikethrough") == ["4"]
    assert _marked(message, "underline") == ["5"]
    assert "opened on 4 5 May 1987" in message["text"]
    assert SAY("context-button") in buttons(message)


def test_words_that_were_removed_are_shown(direct: Direct, payload: str) -> None:
    """With the date; the sentence alone, or the whole document."""
    change(direct, OPENED, "Nothing.")
    message = _open(direct, payload)
    assert message["text"].startswith(SAY("quote-removed", date=_today(direct)))
    assert OPENED in "".join(_marked(message, "blockquote"))
    remove(direct.parts.answering.library, ["harbour"])
    direct.parts.answering.refresh()
    assert OPENED in _open(direct, payload)["text"]
    assert "reply_markup" not in message


def test_words_of_a_version_that_is_gone(direct: Direct, payload: str) -> None:
    """That is said, and nothing made up."""
    change(direct, OPENED, "Nothing.")
    direct.parts.answering.library.prune(keep=0)
    assert _open(direct, payload)["text"].startswith(SAY("quote-forgotten"))


def test_a_link_that_is_none_is_said_so(direct: Direct, payload: str) -> None:
    """In one line, also for a quote of other texts."""
    for wrong in ("v_", "v_x", payload[:-2], payload[:5] + "A" + payload[6:]):
        assert _open(direct, wrong)["text"] == SAY("quote-unknown")


def test_more_changes_than_a_message_marks(direct: Direct) -> None:
    """Telegram takes a hundred entities: the mark says that words are left out."""
    names = [f"lamp{number:03}" for number in range(90)]
    before = f"On the quay burn {' and '.join(names)} all night."
    change(direct, OPENED, before)
    document = direct.document("harbour")
    start = document.text.index(before)
    quote_id = QuoteId.of(document, Span(start, start + len(before)))
    now = [f"no{name}" if number % 3 else name for number, name in enumerate(names)]
    change(direct, before, f"On the quay burn {' and '.join(now)} all night.")
    message = _open(direct, f"v_{quote_id}")
    assert message["text"].startswith(SAY("quote-changed", date=_today(direct)))
    assert 95 < len(message["entities"]) <= 100
    assert _marked(message, "strikethrough") == ["lamp"] * 49
    (shown,) = _marked(message, "blockquote")
    assert shown.endswith(" […]")
