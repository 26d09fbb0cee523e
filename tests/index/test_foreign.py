"""What others wrote reaches a terminal as text, never as commands."""

import io
import json
import logging
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.foreign import Arguments, as_json, label, line, lines, log_handler, tell, without_login

# What a terminal obeys: controls of both kinds, other line ends, directions, halves of pairs.
OBEYED = [
    "\x00", "\x07", "\x08", "\x0b", "\r", "\x1b", "\x7f", "\x80", "\x85", "\x9b", "\x9d",
    "\u2028", "\u2029", "\u202a", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\ud800",
]  # fmt: skip


@pytest.mark.parametrize("mark", OBEYED)
def test_what_a_terminal_obeys_is_shown_instead(mark: str) -> None:
    """As Python writes it, in text, in a field and in what is printed."""
    seen = mark.encode("unicode_escape").decode()
    assert lines(f"a{mark}b\nc") == f"a{seen}b\nc"
    assert line(f"a{mark}b\nc\td") == f"a{seen}b\\nc\\td"
    stream = io.StringIO()
    tell(f"a{mark}b", stream)
    assert stream.getvalue() == f"a{seen}b\n"


@pytest.mark.parametrize("mark", OBEYED)
def test_names_are_taken_in_without_it(mark: str) -> None:
    """One line, with nothing to escape when it is shown."""
    name = label(f" a{mark}b\n\tc ")
    assert name in {"ab c", "a b c"}
    assert line(name) == name


def test_the_rest_is_shown_as_it_is() -> None:
    """Letters of every script, with the marks that join and part them and give their side."""
    text = "déjà – « vu » 日本語 नमस्ते می\u200cخواهم 👩\u200d🚀 שלום\u200f! a\u00adb"
    assert lines(text) == line(text) == label(text) == text


@pytest.mark.parametrize("mark", [*OBEYED, "\n", "\t"])
def test_logs_show_it_instead_of_obeying(mark: str) -> None:
    """A file's name is in them, at every level; a line is no two lines, but for a traceback."""
    stream = io.StringIO()
    handler = log_handler(stream)
    said = logging.LogRecord("x", logging.DEBUG, "", 0, "%s is damaged", (f"a{mark}b",), None)
    handler.emit(said)
    assert stream.getvalue() == f"DEBUG: {line(f'a{mark}b')} is damaged\n"
    said.exc_info = (ValueError, ValueError(f"c{mark}d"), None)
    handler.emit(said)
    assert "ValueError: c" in stream.getvalue()
    assert lines(stream.getvalue()) == stream.getvalue()


@pytest.mark.parametrize("mark", [*OBEYED, "\n", "\t"])
def test_wrong_arguments_are_told_in_a_line(mark: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that a shell put in for `*` may be taken for an option."""
    top = Arguments(prog="index")
    top.add_subparsers().add_parser("list")
    with pytest.raises(SystemExit, match="2"):
        top.parse_args(["list", f"--a{mark}b"])
    last = capsys.readouterr().err.removesuffix("\n").split("\n")[-1]
    assert last == f"index: error: unrecognized arguments: --a{line(mark)}b"


@given(st.text())
def test_json_says_the_same_and_moves_nothing(text: str) -> None:
    """Whoever parses it gets the value, whoever prints it a line."""
    written = as_json({"text": text})
    assert json.loads(written) == {"text": text}
    assert lines(written) == line(written) == written


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("http://reader:s3cret@site.example:8080/a?b#c", "http://site.example:8080/a?b#c"),
        ("https://s3cret@site.example", "https://site.example"),
        ("https://a:s3@cret@site.example/", "https://site.example/"),
        ("https://:s3cret@[2001:db8::1]/", "https://[2001:db8::1]/"),
        ("https://site.example/@name/1@2?mail=a@b#c@d", "https://site.example/@name/1@2?mail=a@b#c@d"),
        ("https://site.example?a@b", "https://site.example?a@b"),
        ("notes/who@where.txt", "notes/who@where.txt"),
        ("tag:who@site.example,2024:1", "tag:who@site.example,2024:1"),
        ("https://site.example/1#https://a:s3cret@site.example/2",
         "https://site.example/1#https://site.example/2"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_password_is_no_part_of_what_is_shown(address: str, shown: str) -> None:
    """All that comes before the host, and nothing else."""
    assert without_login(address) == shown


@pytest.mark.slow
def test_what_is_shown_needs_no_file() -> None:
    """Where a process can open none any more, that is what has to be logged."""
    script = """
import logging, resource, sys
from index.foreign import log_handler
logging.basicConfig(handlers=[log_handler(sys.stdout)])
resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
logging.warning("a\x1bb")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"WARNING: a\\x1bb\n", b"")
