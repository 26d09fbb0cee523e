"""What people at a terminal see: links, answers, the chat."""

import io
import json
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.answering.answer import Answer, NoAnswer, Quote
from bot.answering.citation import text_fragment
from bot.terminal.chat import Conversation, in_colour
from bot.terminal.contract import as_json
from bot.terminal.page import BOLD, PLAIN, render, render_reasons
from index.retriever import Hit
from index.text.documents import Document
from index.text.passages import split
from index.text.spans import Span

TEXT = "Rain fell all day. The bridge, built in 1890, was closed. Nobody crossed it."
DOCUMENT = Document("news.txt", "News", TEXT, "https://example.org/a", "2025-10-02", "en")
(PASSAGE,) = split(DOCUMENT)
HITS = (Hit(PASSAGE, 0.9, 0.85, (0.1, 0.9, 0.2), 0.5), Hit(PASSAGE, 0.7, 0.65, (0, 0, 0), 0.0))
QUOTE = Quote(DOCUMENT, PASSAGE.sentences[1], Span(31, 44), "Weather")
ANSWERED = Answer((QUOTE,), 0.87, 0.4, HITS)
DOUBTED = Answer((QUOTE,), 0.5, 0.4, HITS, sure_from=0.6)
REFUSED = NoAnswer(QUOTE, 0.12, 0.4, HITS)


@pytest.mark.parametrize(
    ("url", "quote", "link"),
    [
        (
            "https://e.org/a",
            "A b, c-d & é.",
            "https://e.org/a#:~:text=A%20b%2C%20c%2Dd%20%26%20%C3%A9.",
        ),
        ("https://e.org/a#top", "Yes", "https://e.org/a#top:~:text=Yes"),
        ("ftp://e.org", "Yes", "ftp://e.org"),
        (
            "http://e.org",
            " ".join(f"w{n}" for n in range(60)),
            "http://e.org#:~:text=w0%20w1%20w2%20w3%20w4,w55%20w56%20w57%20w58%20w59",
        ),
        (
            "http://e.org",
            "字" * 200,
            f"http://e.org#:~:text={'%E5%AD%97' * 15},{'%E5%AD%97' * 15}",
        ),
    ],
)
def test_links_go_to_the_sentence(url: str, quote: str, link: str) -> None:
    """A text fragment of the quote, by its first and last words if it is long."""
    assert text_fragment(url, quote) == link


def test_an_answer_shows_quote_source_and_confidence() -> None:
    """Heading, title, date and link below the words, which are those of the text."""
    assert QUOTE.text == "The bridge, built in 1890, was closed."
    assert render(ANSWERED, colour=False) == (
        "The bridge, built in 1890, was closed.\n"
        "— Weather · News · 2025-10-02 · https://example.org/a"
        "#:~:text=The%20bridge%2C%20built%20in%201890%2C%20was%20closed.\n\nconfidence 87%"
    )
    assert f"The bridge, {BOLD}built in 1890{PLAIN}, was" in render(ANSWERED, colour=True)


def test_a_doubtful_answer_says_so() -> None:
    """Below the quote, in the reasons, and to programs."""
    shown = render(DOUBTED, colour=False)
    assert shown.startswith(f"{QUOTE.text}\n")
    assert shown.endswith("confidence 50%: I am not sure that this answers")
    assert "to be sure it takes 0.600" in render_reasons(DOUBTED)
    assert "to be sure" not in render_reasons(ANSWERED)
    assert [as_json("q?", one)["sure"] for one in (ANSWERED, DOUBTED, REFUSED)] == [
        True,
        False,
        False,
    ]


def test_a_refusal_labels_the_closest() -> None:
    """It is never taken for an answer."""
    shown = render(REFUSED, colour=False)
    assert shown.startswith(
        "The text does not answer this. The closest I have, not an answer:\n\n"
    )
    assert QUOTE.text in shown
    assert render(NoAnswer(None, 0, 0.4, ()), colour=False) == "The text does not answer this."


def test_json_is_the_contract() -> None:
    """The fields other programs rely on, and offsets that give the text."""
    answered = json.loads(json.dumps(as_json("q?", ANSWERED)))
    assert (answered["question"], answered["answered"], answered["confidence"]) == (
        "q?",
        True,
        0.87,
    )
    (quote,) = answered["quotes"]
    assert TEXT[quote["start"] : quote["end"]] == quote["text"]
    assert quote["answer"] == {"text": "built in 1890", "start": 31, "end": 44}
    assert answered["hits"][0] == {
        "doc_id": "news.txt",
        "start": 0,
        "end": len(TEXT),
        "score": 0.9,
    }
    refused = as_json("q?", REFUSED)
    assert (refused["answered"], refused["quotes"]) == (False, [])
    assert refused["closest"] == quote
    assert as_json("q?", NoAnswer(None, 0, 0.4, ()))["closest"] is None


def test_a_quote_cannot_be_made_of_nothing() -> None:
    """Its words are in the document, the answering ones in the quote."""
    with pytest.raises(ValueError, match="not a quote"):
        Quote(DOCUMENT, Span(0, len(TEXT) + 1), Span(0, 1), "")
    with pytest.raises(ValueError, match="not a quote"):
        Quote(DOCUMENT, Span(5, 9), Span(0, 1), "")


class Asked:
    """A pipeline that knows two questions."""

    def ask(self, question: str) -> Answer | NoAnswer:
        """Answer about the bridge only."""
        return ANSWERED if "bridge" in question else REFUSED


def test_chat_commands_look_behind_the_last_answer() -> None:
    """/more, /why, /closest, /help and what there is not."""
    chat = Conversation(Asked(), colour=False)
    assert chat.reply("/why") == "Ask something first."
    assert chat.reply("the bridge?") == render(ANSWERED, colour=False)
    why = chat.reply("/why")
    assert "answered: confidence 0.870, threshold 0.400" in why
    assert "0.900   0.850   0.50  news.txt 0-76" in why
    assert chat.reply("/more").startswith(TEXT)
    assert chat.reply("/more") == "There is nothing more."
    assert chat.reply("/closest") == "The last question was answered."
    chat.reply("else?")
    assert chat.reply("/closest").startswith(QUOTE.text)
    assert "/more" in chat.reply("/help")
    assert chat.reply("/nonsense x").startswith("There is no /nonsense.")


def test_colours_only_where_they_show(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not into a file."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert not in_colour(io.StringIO())


@pytest.mark.slow
def test_chat_on_a_real_terminal(sample_library: Path, tmp_path: Path) -> None:
    """Asked, interrupted with Ctrl-C, recalled with the arrow key, left with Ctrl-D."""
    environment = {
        **os.environ,
        "LIBRARY": str(sample_library),
        "XDG_STATE_HOME": str(tmp_path),
        "TERM": "xterm",
    }
    controller, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "chat"],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env=environment,
        start_new_session=True,
        preexec_fn=_own_terminal,
    )
    os.close(terminal)
    seen = _until(controller, "Ask a question")
    for typed, expected in (
        ("Where did Trump and Putin meet?\n", "confidence"),
        ("half a ques\x03", "to leave)"),
        ("\x1b[A\n", "confidence"),
        ("/why\n", "threshold"),
    ):
        # People are slower than this: Ctrl-C just before readline waits would wait for a key.
        time.sleep(0.5)
        os.write(controller, typed.encode())
        seen += _until(controller, expected)
    os.write(controller, b"\x04")
    assert process.wait(timeout=20) == 0
    os.close(controller)
    assert "Alaska" in seen
    assert BOLD in seen
    history = tmp_path / "verbatim" / "history"
    assert "Where did Trump and Putin meet?" in history.read_text()
    assert history.stat().st_mode & 0o077 == 0


def _own_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _until(controller: int, expected: str, seconds: float = 60) -> str:
    """What is shown until `expected` has been, and then the prompt."""
    seen, deadline = "", time.monotonic() + seconds
    while expected not in seen or "> " not in seen.split(expected)[-1]:
        readable, _, _ = select.select([controller], [], [], deadline - time.monotonic())
        assert readable, seen
        seen += os.read(controller, 65_536).decode("utf-8", "replace")
    return seen
