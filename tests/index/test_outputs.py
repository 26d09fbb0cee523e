"""A file that results go to is looked at before the work; one that cannot be used is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main as bot
from index.building import build
from index.cli import main as index
from index.sources import from_text
from index.store import open_library
from index.text import Span
from index.versions import QuoteId
from tests.doubles import BagEncoder

WRITING = [
    (bot, ["cite", "ID", "plain", "--output"]),
    (bot, ["evaluate", "none.jsonl", "--output"]),
    (bot, ["evaluate", "none.jsonl", "--page"]),
    (bot, ["evaluate", "none.jsonl", "--curve"]),
    (bot, ["calibrate", "none.jsonl", "--output"]),
    (index, ["evaluate", "none.jsonl", "--output"]),
    (index, ["benchmark", "--output"]),
    (index, ["benchmark", "--page"]),
]


@pytest.mark.parametrize(("main", "words"), WRITING)
def test_where_nothing_can_be_written_is_wrong_usage(
    main: Callable[[list[str]], int],
    words: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit 2, before anything is loaded or measured, and nothing is made."""
    for path, told in (
        (tmp_path / "none" / "x", f"there is no folder {tmp_path / 'none'}: make it"),
        (tmp_path, f"{tmp_path} is a folder: name a file"),
        (tmp_path / ("x" * 300), "file name too long"),
    ):
        with pytest.raises(SystemExit) as stopped:
            main([*words, str(path)])
        assert stopped.value.code == 2
        assert told in capsys.readouterr().err.splitlines()[-1]
    assert list(tmp_path.iterdir()) == []


def test_a_quote_is_written_to_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That was not there."""
    monkeypatch.chdir(tmp_path)
    document = from_text("The bridge is red.", doc_id="bridge")
    build(open_library("library"), [document], BagEncoder(), replace=True)
    quote = str(QuoteId.of(document, Span(0, 18)))
    assert bot(["cite", quote, "plain", "--library", "library", "--output", "quote.txt"]) == 0
    assert Path("quote.txt").read_text(encoding="utf-8").startswith("“The bridge is red.”")


def test_what_fails_all_the_same_is_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A disk that is full: exit 1."""
    monkeypatch.chdir(tmp_path)
    document = from_text("The bridge is red.", doc_id="bridge")
    build(open_library("library"), [document], BagEncoder(), replace=True)
    quote = str(QuoteId.of(document, Span(0, 18)))
    assert bot(["cite", quote, "plain", "--library", "library", "--output", "/dev/full"]) == 1
    assert capsys.readouterr().err == "verbatim: no space left on device\n"
