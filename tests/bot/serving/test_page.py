"""The page in a real browser: by keyboard alone, for screen readers, nothing from elsewhere."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from bot.answering import QuestionAnswering
from bot.serving import Desk
from index.building import build
from index.sources import from_text
from index.store import Library, open_library
from tests.browser import PATIENCE, Browser, browser
from tests.doubles import BagEncoder, WordReader
from tests.telegram_library import documents

pytest.importorskip("starlette")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(browser() is None, reason="no Chromium here: apt-get install chromium"),
]

QUESTION = "When was the Lindholm Bridge opened?"
OPENED = "The Lindholm Bridge was opened on 4 May 1987 by Queen Margrethe of Denmark."
TOKEN = "a-token-of-many-letters"
FOCUS = "document.activeElement"
ARABIC = from_text(
    "# جسر الميناء\n\nافتتح جسر الميناء في 12 مايو 1987 بحضور رئيس البلدية.",
    date="2025-03-04", doc_id="ar",
)  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Of a test's own, with a text that is written from right to left."""
    library = open_library(tmp_path / "library")
    build(library, [*documents(), ARABIC], BagEncoder(), replace=True)
    return library


@pytest.fixture
def desk(library: Library) -> Iterator[Desk]:
    """What the page asks at."""
    made = Desk(QuestionAnswering(library, BagEncoder(), WordReader()))
    yield made
    asyncio.run(made.close())


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Browser]:
    """A browser of its own."""
    with Browser(tmp_path / "profile") as found:
        yield found


@pytest.fixture(params=[()])
def site(desk: Desk, request: pytest.FixtureRequest) -> Iterator[str]:
    """The page's address, as uvicorn serves it; the parameter are the tokens."""
    import uvicorn

    from bot.serving.http import application

    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(application(desk, request.param, 1_000), ws="none",
                                log_level="critical")  # fmt: skip
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        end = time.monotonic() + PATIENCE
        while not server.started:
            assert time.monotonic() < end
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        server.should_exit = True
        thread.join()


def _ask(opened: Browser, question: str) -> None:
    """By keyboard: Tab to the question, type, Enter."""
    opened.press("Tab")
    assert opened.value(f"{FOCUS}.id") == "question"
    opened.type(question)
    opened.press("Enter")


def test_a_question_is_asked_and_read_on_by_keyboard(opened: Browser, site: str) -> None:
    """The quote is told, then marked in its document, where the focus is."""
    opened.open(site)
    _ask(opened, QUESTION)
    opened.until("document.getElementById('status').textContent === 'Quotes: 1'")
    assert opened.value("document.querySelector('blockquote').textContent") == OPENED
    for _ in range(2):  # past the button Ask
        opened.press("Tab")
    assert opened.value(f"{FOCUS}.textContent") == "Read on"
    assert opened.value(f"getComputedStyle({FOCUS}).outlineStyle") == "solid"
    opened.press("Enter")
    opened.until(f"{FOCUS}.tagName === 'MARK'")
    assert opened.value(f"{FOCUS}.textContent") == OPENED
    whole = opened.value("document.getElementById('text').textContent")
    assert whole.count(OPENED) == 1
    assert len(whole) > 2 * len(OPENED)
    box = opened.value("(b => [b.top, b.bottom, innerHeight])(document.activeElement"
                       ".getBoundingClientRect())")  # fmt: skip
    assert 0 <= box[0] < box[1] <= box[2]


def test_a_screen_reader_is_told_what_is_there(opened: Browser, site: str) -> None:
    """Every field and button has a name, what changes is told, the document is named."""
    opened.open(site)
    assert {("searchbox", "Question"), ("button", "Ask"), ("heading", "Ask the texts")} <= set(
        opened.roles()
    )
    _ask(opened, QUESTION)
    opened.until("document.querySelector('figure button')")
    opened.value("document.querySelector('figure button').click()")
    opened.until(f"{FOCUS}.tagName === 'MARK'")
    told = opened.roles()
    assert {"main", "status", "region", "blockquote", "article", "mark"} <= {r for r, _ in told}
    assert ("region", "Answer") in told
    assert ("article", "Harbour report") in told
    nameless = [
        role for role, name in told if role in ("button", "searchbox", "link") and not name
    ]
    assert nameless == []
    assert opened.value("document.documentElement.lang") == "en"
    assert opened.value("document.getElementById('status').getAttribute('aria-live')") == "polite"


def test_a_refusal_is_told(opened: Browser, site: str) -> None:
    """With the closest, which says that it is none."""
    opened.open(site)
    _ask(opened, "How many calories does a pineapple pizza have?")
    opened.until("document.getElementById('status').textContent.startsWith('The text does not')")
    shown = opened.value("document.getElementById('answer').textContent")
    assert not shown or shown.startswith("Not an answer, but the closest I have.")


def test_a_sure_quote_is_not_doubted_for_what_is_left(opened: Browser, site: str) -> None:
    """Where another part of the message is not answered, that is said below, and no more."""
    opened.open(site)
    _ask(opened, f"{QUESTION[:-1]}, and how many calories does a pineapple pizza have?")
    opened.until("document.getElementById('status').textContent === 'Quotes: 1'")
    assert opened.value("document.querySelector('blockquote').textContent") == OPENED
    assert opened.value("document.querySelectorAll('figure .label').length") == 0
    assert opened.value("document.querySelectorAll('#answer > .label').length") == 1


def test_an_address_asks_and_reads_on(opened: Browser, site: str) -> None:
    """`?q=` asks, `&read=` opens the document at the quote."""
    opened.open(f"{site}?q={QUESTION.replace(' ', '%20')}&read=1")
    opened.until(f"{FOCUS}.tagName === 'MARK'")
    assert opened.value(f"{FOCUS}.textContent") == OPENED


@pytest.mark.parametrize("site", [(TOKEN,)], indirect=True)
def test_a_token_is_asked_for(opened: Browser, site: str) -> None:
    """Once; the next question goes on with it, and nothing is stored beyond the tab."""
    opened.open(site)
    _ask(opened, QUESTION)
    opened.until("!document.getElementById('locked').hidden")
    opened.value("document.getElementById('token').focus()")
    opened.type(TOKEN)
    opened.value("document.getElementById('question').focus()")
    opened.press("Enter")
    opened.until("document.querySelector('blockquote')")
    assert opened.value("localStorage.length + document.cookie.length") == 0


def test_what_of_a_question_is_not_answered_is_said(opened: Browser, site: str) -> None:
    """Below the quotes, in its words."""
    asked = f"{QUESTION[:-1]}, and how many calories does a pizza have?"
    opened.open(f"{site}?q={quote(asked)}")
    opened.until("document.querySelector('blockquote')")
    said = "document.querySelector('#answer').lastChild.textContent"
    told = "The text does not answer “how many calories does a pizza have?”."
    assert opened.value(said) == told


def test_nothing_is_loaded_from_elsewhere(opened: Browser, site: str) -> None:
    """Whatever is done on the page; and nothing is complained of."""
    opened.open(f"{site}?q={QUESTION.replace(' ', '%20')}&read=1")
    opened.until(f"{FOCUS}.tagName === 'MARK'")
    asked = [one["params"]["request"]["url"] for one in opened.events
             if one["method"] == "Network.requestWillBeSent"]  # fmt: skip
    assert len(asked) >= 5
    assert [url for url in asked if not url.startswith((site, "about:"))] == []
    told = [one for one in opened.events if one["method"] == "Log.entryAdded"]
    complaints = [one["params"]["entry"] for one in told]
    complaints = [one for one in complaints if one["level"] in ("warning", "error")]
    thrown = [one for one in opened.events if one["method"] == "Runtime.exceptionThrown"]
    assert thrown == []
    assert [one for one in complaints if "favicon" not in str(one)] == []


@pytest.fixture
def in_arabic(tmp_path: Path) -> Iterator[Browser]:
    """A browser of somebody who reads Arabic."""
    with Browser(tmp_path / "profile", "ar,en") as found:
        yield found


def test_the_page_speaks_the_browsers_language(in_arabic: Browser, site: str) -> None:
    """From the right in Arabic; a date stands as it is read, whatever is written beside it."""
    in_arabic.open(f"{site}?q={quote('متى افتتح جسر الميناء؟')}&read=1")
    in_arabic.until(f"{FOCUS}.tagName === 'MARK'")
    root = "document.documentElement"
    assert in_arabic.value(f"[{root}.lang, {root}.dir]") == ["ar", "rtl"]
    assert in_arabic.value("document.querySelector('h1').textContent") == "اسأل النصوص"
    assert in_arabic.value("document.getElementById('status').textContent") == "عدد الاقتباسات: 1"
    dated = "document.querySelector('figcaption time bdi')"
    assert in_arabic.value(f"{dated}.textContent") == "4 مارس 2025"
    assert in_arabic.value(f"getComputedStyle({dated}).unicodeBidi") == "isolate"


def test_nothing_is_marked_where_the_text_has_changed(
    opened: Browser, site: str, library: Library
) -> None:
    """Other words at the quote's place are not marked as the quote: that is told instead."""
    opened.open(f"{site}?q={QUESTION.replace(' ', '%20')}")
    opened.until("document.querySelector('figure button')")
    other = [replace(one, text=one.text.replace("4 May", "14 May")) for one in documents()]
    build(library, other, BagEncoder(), replace=True)
    opened.value("document.querySelector('figure button').click()")
    opened.until("document.getElementById('status').textContent.startsWith('The text has')")
    assert opened.value("document.querySelector('mark')") is None
