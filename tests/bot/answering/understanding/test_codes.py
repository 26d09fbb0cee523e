"""Codes: E1 is not E3, in whatever letters it is typed."""

from pathlib import Path

import pytest

from bot.answering.answer import Answer
from bot.answering.pipeline import QuestionAnswering
from bot.answering.readers.reader import Reader
from bot.answering.understanding.codes import codes_in, stands
from index.building import build
from index.encoding import Encoder
from index.sources import from_text
from index.store import open_library

MANUAL = """# Signs

E1: the basket is not in its place. Push it in again.

E2: the sensor of the temperature is broken. Send us the fryer.

E3: too hot. Pull the plug and wait for half an hour.

# Use

Push the basket in until it clicks. Where it is not in its place the screen shows E1.
"""


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("What does E2 mean?", {"e2"}),
        ("ошибка Е2", {"e2"}),
        ("屏幕显示E3怎么办", {"e3"}),
        ("the F-17, or f17", {"f17"}),
        ("in 1984 for 20 kg and 3 miles, 2nd floor", set()),
        ("Kontonummer DE89370400440532013000", set()),
    ],
)
def test_codes_are_letters_with_digits(text: str, codes: set[str]) -> None:
    """In one spelling, whatever alphabet; amounts, years and long numbers are none."""
    assert codes_in(text) == codes


def test_a_line_that_begins_with_a_code_is_about_it() -> None:
    """One that only has it is less so."""
    asked = codes_in("e1?")
    assert stands(asked, "Signs\nE1: not in its place") == 1.0
    assert stands(asked, "The screen shows E1.") == 0.5
    assert stands(asked, "E3: too hot") == 0.0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("E3", "too hot"),
        ("ошибка Е2", "sensor"),
        ("屏幕显示E3怎么办", "too hot"),
        ("e1 hatası", "E1: the basket"),
    ],
)
def test_the_line_of_the_code_is_quoted(
    tmp_path: Path, question: str, words: str, bundled: Encoder, bundled_reader: Reader
) -> None:
    """The encoder alone takes one code for another."""
    library = open_library(tmp_path)
    build(library, [from_text(MANUAL, doc_id="manual")], bundled, replace=True)
    answering = QuestionAnswering(library, bundled, bundled_reader)
    found = answering.ask(question)
    assert isinstance(found, Answer)
    assert words in found.quotes[0].text
