"""The chat at a terminal."""

import io
import os
import pty
import select
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering import QuestionAnswering
from bot.answering.answer import Answer, NoAnswer
from bot.terminal.chat import Conversation, in_colour
from bot.terminal.page import BOLD, render
from index.building import build
from index.encoding import Encoder
from index.store import View, open_library
from tests.bot.terminal.results import ANSWERED, DOCUMENT, HITS, NEAR, PARTLY, QUOTE, REFUSED
from tests.doubles import BagEncoder, WordReader


class _Bare:
    """A pipeline without a library: nothing is verified there."""

    @property
    def view(self) -> View:
        """None."""
        raise AssertionError

    @property
    def encoder(self) -> Encoder:
        """None."""
        raise AssertionError


class Asked(_Bare):
    """A pipeline that knows two questions."""

    def ask(self, question: str, before: str = "") -> Answer | NoAnswer:
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
    assert chat.reply("/more") == "There is nothing more."
    assert chat.reply("/closest") == "The last question was answered."
    chat.reply("else?")
    assert chat.reply("/closest").startswith(QUOTE.text)
    assert "/more" in chat.reply("/help")
    assert chat.reply("/nonsense x").startswith("There is no /nonsense.")


def test_what_nothing_is_near_was_not_answered() -> None:
    """Such as thanks, which are no question."""

    class Thanked(_Bare):
        def ask(self, question: str, before: str = "") -> Answer | NoAnswer:
            return replace(REFUSED, closest=None, hits=())

    chat = Conversation(Thanked(), colour=False)
    assert chat.reply("/closest") == "Ask something first."
    chat.reply("thanks")
    assert chat.reply("/closest") == "Nothing in the texts is near that."


def test_the_closest_of_a_part_that_is_not_answered_is_shown() -> None:
    """As that of a whole refusal."""

    class Partly(_Bare):
        def ask(self, question: str, before: str = "") -> Answer | NoAnswer:
            return PARTLY

    chat = Conversation(Partly(), colour=False)
    assert chat.reply("Built when, and who paid?") == render(PARTLY, colour=False)
    shown = chat.reply("/closest")
    assert shown.startswith(NEAR.text)
    assert shown.endswith("Not an answer, but the closest I have.")


def test_more_leafs_through_the_other_passages() -> None:
    """One at a time, each with its place, until there are no more."""
    first, second = HITS
    elsewhere = replace(second.passage, document=replace(DOCUMENT, doc_id="other.txt"))

    class Leafing(_Bare):
        def ask(self, question: str, before: str = "") -> Answer | NoAnswer:
            return replace(ANSWERED, hits=(first, replace(second, passage=elsewhere)))

    chat = Conversation(Leafing(), colour=False)
    assert chat.reply("/more") == "There is nothing more."
    chat.reply("the bridge?")
    assert "Another passage, 1 of 1." in chat.reply("/more")
    assert chat.reply("/more") == "There is nothing more."


def _asked_with(*lines: str) -> list[tuple[str, str]]:
    """What the pipeline is asked in a chat of these lines, each with the question before."""
    asked: list[tuple[str, str]] = []

    class Listening(_Bare):
        def ask(self, question: str, before: str = "") -> Answer | NoAnswer:
            asked.append((question, before))
            return REFUSED

    chat = Conversation(Listening(), colour=False)
    for line in lines:
        chat.reply(line)
    return asked


def test_of_a_chain_of_it_each_goes_on_from_what_names_it() -> None:
    """An "it" with nothing before it is what the next one goes on from."""
    pier = "Where is the pier?"
    lines = ["When does it close?", "Who built it?"]
    assert _asked_with(pier, *lines) == [(pier, ""), (lines[0], pier), (lines[1], pier)]
    assert _asked_with(*lines) == [(lines[0], ""), (lines[1], lines[0])]


def test_a_follow_up_goes_on_from_the_last_question_that_was_whole() -> None:
    """Not from thanks, a command or "by whom?"; a whole question goes on from none."""
    lines = ["why?", "When was the pool built?", "by whom?", "thanks", "/why", "and NATO?"]
    assert _asked_with(*lines, "in which year?", "Who owns the bridge?") == [
        ("why?", ""),
        ("When was the pool built?", ""),
        ("by whom?", "When was the pool built?"),
        ("thanks", ""),
        ("and NATO?", "When was the pool built?"),
        ("in which year?", "and NATO?"),
        ("Who owns the bridge?", ""),
    ]


def test_words_are_verified(tmp_path: Path) -> None:
    """As `bot verify` does it; the last answer is still there."""
    library = open_library(tmp_path / "library")
    build(library, [DOCUMENT], BagEncoder(), replace=True)
    chat = Conversation(QuestionAnswering(library, BagEncoder(), WordReader()), colour=False)
    chat.reply("When was the bridge closed?")
    assert "16,001 characters are too many" in chat.reply("/verify " + "x" * 16_001)
    assert chat.reply("/verify") == "Write the words behind /verify."
    found = chat.reply("/verify The bridge, built in 1891, was closed.")
    assert found.startswith("Almost, but not word for word.\n\n")
    assert "built in [-1890-] {+1891+}, was closed" in found
    assert chat.reply("/why").startswith("answered")


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
        ("half a ques", "half a ques"),
        ("\x03", "to leave)"),
        ("\x1b[A\n", "confidence"),
        ("/why\n", "threshold"),
    ):
        # People are slower than this: Ctrl-C just before readline waits would wait for a key.
        time.sleep(0.5)
        os.write(controller, typed.encode())
        seen += _until(controller, expected, "" if typed == expected else "> ")
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
    # Who starts tests in a shell's background has it ignored, and so would their children.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _until(controller: int, expected: str, then: str = "> ", seconds: float = 60) -> str:
    """What is shown until `expected` has been, and `then` the prompt."""
    seen, deadline = "", time.monotonic() + seconds
    while expected not in seen or then not in seen.split(expected)[-1]:
        readable, _, _ = select.select([controller], [], [], deadline - time.monotonic())
        assert readable, seen
        seen += os.read(controller, 65_536).decode("utf-8", "replace")
    return seen
