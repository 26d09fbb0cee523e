"""`bot quote`: what has become of a quote, in words and as JSON."""

import json
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from bot.cli import main
from index.building import build, remove
from index.store import Library, open_library
from index.text import Document, Span
from index.versions import QuoteId
from tests.doubles import BagEncoder

WORDS = "The fee is ten crowns for each day that begins."
FEES = Document("fees", "Fees", f"{WORDS} Nobody pays it twice.", None, "2025-03-01")
ID = str(QuoteId.of(FEES, Span(0, len(WORDS))))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library that has the words."""
    library = open_library(tmp_path / "library")
    build(library, [FEES, Document("cat", "Cat", "The cat sleeps.")], BagEncoder(), replace=True)
    return library


def _edit(library: Library, text: str) -> str:
    build(library, [replace(FEES, text=text)], BagEncoder(), replace=False)
    return library.live().created[:10]


def _quote(library: Library, *more: str) -> int:
    return main(["quote", ID, *more, "--library", library.address])


def test_what_became_of_a_quote(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    """One line says it, then the words and what they are of; no model is loaded."""
    source = "— Fees · 2025-03-01\n"
    assert _quote(library) == 0
    assert capsys.readouterr().out == f"These words still stand.\n{WORDS}\n{source}"
    day = _edit(library, FEES.text.replace("ten", "twelve").replace("each", "each new"))
    assert _quote(library) == 0
    assert capsys.readouterr().out == (
        f"These words were changed on {day}.\n"
        f"The fee is [-ten-] {{+twelve+}} crowns for each {{+new+}} day that begins.\n{source}"
    )
    remove(library, ["fees"])
    assert _quote(library) == 0
    assert capsys.readouterr().out.startswith(f"These words were removed on {day}.\n{WORDS}\n")


def test_as_json(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    """The same for programs."""
    _edit(library, FEES.text.replace("ten", "twelve"))
    assert _quote(library, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["id"], found["standing"], found["generation"]) == (ID, "changed", 2)
    assert found["quoted"] == WORDS
    assert found["text"] == WORDS.replace("ten", "twelve")
    (change,) = found["changes"]
    assert (change["before"], change["after"]) == ("ten", "twelve")


def test_a_link_is_as_good_as_its_id(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    """It is what `/cite` gives."""
    for written in (f"https://t.me/somebot?start=v_{ID}", f"v_{ID}"):
        assert main(["quote", "--json", written, "--library", library.address]) == 0
        assert json.loads(capsys.readouterr().out)["id"] == ID


def test_an_id_may_begin_with_a_hyphen(
    library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    """As one of 64 does: it is no option."""
    named = (replace(FEES, doc_id=f"fees-{number}") for number in count())
    given = ((str(QuoteId.of(one, Span(0, len(WORDS)))), one) for one in named)
    hyphened, document = next(one for one in given if one[0].startswith("-"))
    build(library, [document], BagEncoder(), replace=False)
    assert main(["quote", hyphened, "--library", library.address]) == 0
    assert capsys.readouterr().out.startswith(f"These words still stand.\n{WORDS}\n")
    assert main(["cite", "--library", library.address, hyphened, "plain"]) == 0
    assert WORDS in capsys.readouterr().out
    assert main(["quote", "--json", hyphened, "--library", library.address]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == hyphened


def test_an_unknown_id_is_one_line(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    """On standard error, with what to do; exit code 1."""
    for wrong in ("x", ID[:-2], "A" * 34):
        assert main(["quote", wrong, "--library", library.address]) == 1
        shown = capsys.readouterr()
        assert (shown.out, shown.err.count("\n")) == ("", 1)
        assert "copy the ID as it was given" in shown.err
