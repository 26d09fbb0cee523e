"""`bot cite`: a quote that was given, in the forms of other programs."""

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.citing import Format, card_ready
from bot.cli import FORMS, main
from bot.state import USERNAME, open_state
from index.building import build
from index.sources import from_bytes
from index.store import Library, open_library
from index.text import Document, Span
from index.versions import QuoteId
from tests.doubles import BagEncoder

WORDS = "The fee is ten crowns."
FEES = Document("fees", "Fees", f"{WORDS} Nobody pays it twice.", None, "2025-03-01")
ID = str(QuoteId.of(FEES, Span(0, len(WORDS))))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library that has the words."""
    library = open_library(tmp_path / "library")
    build(library, [FEES], BagEncoder(), replace=True)
    return library


def _cite(library: Library, *more: str) -> int:
    return main(["cite", ID, *more, "--library", library.address])


def test_the_heading_above_the_words_is_named(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """As it is where they are an answer."""
    page = "# Fees\n\nAll in crowns.\n\n## Never taken\n\nThe fee is ten crowns.\n"
    library = open_library(tmp_path / "fees")
    document = replace(next(iter(from_bytes("fees.md", page.encode()))), date=None)
    build(library, [document], BagEncoder(), replace=True)
    at = document.text.index(WORDS)
    written = str(QuoteId.of(document, Span(at, at + len(WORDS))))
    assert main(["cite", written, "--library", library.address]) == 0
    assert capsysbinary.readouterr().out.decode().split("\n")[1] == "— Never taken · Fees"


@pytest.mark.parametrize(
    ("form", "beginning"),
    [
        ("plain", "“The fee is ten crowns.”"),
        ("markdown", "> The fee is ten crowns."),
        ("bibtex", "@"),
        ("ris", "TY  - "),
    ],
)
def test_a_quote_in_a_form(
    library: Library, form: str, beginning: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """As `/cite` in the chat writes it."""
    assert _cite(library, form) == 0
    written = capsysbinary.readouterr().out.decode()
    assert written.startswith(beginning)
    assert WORDS in written


def test_json_forms_hold_the_words(
    library: Library, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The annotation selects them in the document."""
    assert _cite(library, "annotation") == 0
    annotation = json.loads(capsysbinary.readouterr().out)
    assert WORDS in json.dumps(annotation)
    assert _cite(library, "csl-json") == 0
    assert "Fees" in json.dumps(json.loads(capsysbinary.readouterr().out))


@pytest.mark.skipif(not card_ready(), reason="nothing that draws cards here")
def test_a_card_is_a_picture(library: Library, tmp_path: Path) -> None:
    """In a file, where one is named."""
    assert _cite(library, "card", "--output", str(tmp_path / "quote.png")) == 0
    assert (tmp_path / "quote.png").read_bytes().startswith(b"\x89PNG")


def test_help_names_every_form() -> None:
    """As it is typed."""
    for form in Format:
        assert form.name.lower().replace("_", "-") in FORMS


def test_what_cannot_be_cited(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown form, and words that were changed: one line that says what to do."""
    assert _cite(library, "apa") == 1
    assert "choose one of plain, markdown" in capsys.readouterr().err
    changed = replace(FEES, text=FEES.text.replace("ten", "twelve"))
    build(library, [changed], BagEncoder(), replace=False)
    assert _cite(library) == 1
    assert "these words stand no more" in capsys.readouterr().err


def test_a_text_without_an_address_is_cited_with_the_link_to_the_bot(
    library: Library,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    """Which looks the quote up for good, once a bot has run with the state, also while it does."""
    monkeypatch.chdir(tmp_path)
    assert _cite(library) == 0
    assert b"https://" not in capsysbinary.readouterr().out
    with closing(open_state(tmp_path / "state.sqlite", 6)) as state:
        state.keep(USERNAME, 0, 0, "sandvika_bot")
        assert _cite(library) == 0
    assert f"https://t.me/sandvika_bot?start=v_{ID}" in capsysbinary.readouterr().out.decode()
