"""The chat in the terminal: one question after the other, and a look behind the answers."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol, TextIO

from bot.answering import (
    Answer,
    NoAnswer,
    is_follow_up,
    lacks_subject,
    needs_another,
    quotes_of,
    talk_in,
)
from bot.terminal.page import render, render_other, render_quote, render_reasons
from bot.terminal.verifying import render_verified
from bot.verifying import PasteTooLong, verify
from index.encoding import Encoder
from index.foreign import line as shown
from index.store import View

PROMPT = "> "
HELP = """\
Ask in any language; the answer is quoted from the text, word for word.
/more     the next passages found, one at a time
/why      how sure the answer is, and how the passages scored
/closest  the nearest passage, when the text does not answer
/verify   with words after it: whether they stand in the texts as they are
/help     this
/quit     leave (or Ctrl-D)"""


class Asking(Protocol):
    """What the chat needs of the pipeline."""

    @property
    def view(self) -> View:
        """The generation that answers."""

    @property
    def encoder(self) -> Encoder:
        """The encoder of its vectors."""

    def ask(self, question: str, before: str = "") -> Answer | NoAnswer:
        """The answer to one question; `before` is the one that a follow-up goes on from."""


def converse(pipeline: Asking, output: TextIO | None = None) -> int:
    """Read questions from standard input until it ends; returns the exit code, 0."""
    stream = output or sys.stdout
    conversation = Conversation(pipeline, colour=in_colour(stream))
    interactive = sys.stdin.isatty()
    if interactive:
        print("Ask a question, or /help.", file=stream)
    for line in _lines(interactive):
        if line == "/quit":
            break
        if line:
            print(conversation.reply(line), end="\n\n", file=stream, flush=True)
    return 0


def in_colour(stream: TextIO) -> bool:
    """Whether escapes may be written: to a terminal, unless NO_COLOR is set (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class Conversation:
    """The last question, which follow-ups go on from, and its result, which commands look into."""

    def __init__(self, pipeline: Asking, colour: bool) -> None:
        self._pipeline = pipeline
        self._colour = colour
        self._asked = ""
        self._last: Answer | NoAnswer | None = None
        self._shown = 0

    def reply(self, line: str) -> str:
        """The answer to a question, or what a command shows."""
        if not line.startswith("/"):
            self._last = self._ask(line)
            self._shown = len(self._last.quotes) if isinstance(self._last, Answer) else 1
            return render(self._last, self._colour)
        commands: dict[str, Callable[[], str]] = {
            "/more": self._more,
            "/why": self._why,
            "/closest": self._closest,
            "/help": lambda: HELP,
        }
        name, _, rest = line.partition(" ")
        if name == "/verify":
            return self._verify(rest.strip())
        command = commands.get(line.split()[0])
        return command() if command else f"There is no {shown(line.split()[0])}.\n{HELP}"

    def _ask(self, line: str) -> Answer | NoAnswer:
        before = self._asked if is_follow_up(line) else ""
        result = self._pipeline.ask(line, before)
        if not talk_in(line) and not needs_another(line) and not (before and lacks_subject(line)):
            self._asked = line
        return result

    def _verify(self, pasted: str) -> str:
        if not pasted:
            return "Write the words behind /verify."
        view = self._pipeline.view  # one generation compares and shows
        try:
            found = verify(view, self._pipeline.encoder, pasted)
        except PasteTooLong as error:
            return str(error)
        return render_verified(found, view, self._colour)

    def _more(self) -> str:
        quotes = quotes_of(self._last) if self._last else []
        if self._shown >= len(quotes):
            return "There is nothing more."
        self._shown += 1
        return render_other(quotes, self._shown - 1, self._colour)

    def _why(self) -> str:
        return render_reasons(self._last) if self._last else "Ask something first."

    def _closest(self) -> str:
        if self._last is None:
            return "Ask something first."
        refused = [self._last] if isinstance(self._last, NoAnswer) else self._last.unanswered
        if not refused:
            return "The last question was answered."
        shown = [render_quote(one.closest, self._colour) for one in refused if one.closest]
        return "\n\n".join(shown) or "Nothing in the texts is near that."


def _lines(interactive: bool) -> Iterator[str]:
    """Lines without outer space; Ctrl-C empties the line, Ctrl-D ends."""
    with _history() if interactive else contextlib.nullcontext():
        while True:
            try:
                yield input(PROMPT if interactive else "").strip()
            except KeyboardInterrupt:
                sys.stderr.write("\n(Ctrl-D or /quit to leave)\n")
            except EOFError:
                sys.stderr.write("\n" if interactive else "")
                return


@contextlib.contextmanager
def _history() -> Iterator[None]:
    """Arrow keys bring back earlier questions, also of earlier chats; only the owner may read."""
    import readline

    base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    path = Path(base) / "verbatim" / "history"
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        readline.read_history_file(path)
    readline.set_history_length(1_000)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            readline.write_history_file(path)
