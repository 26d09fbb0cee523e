"""Tables of contents are stored as the text has them, and answer nothing."""

from pathlib import Path

import pytest

from bot.answering import Answer, QuestionAnswering, Reader
from bot.answering.contents import columns, is_contents, naming, says_nothing
from index.building import build
from index.encoding import Encoder
from index.sources import from_text
from index.store import open_library
from index.text import HEADER, Document, Part, composed, split

HANDBOOK = """# Handbook of the harbour

- 1. Opening hours
- 2. Who maintains the handbook . . . . . 7
- 3. Fees of the small boats
- 4. Where the keys are kept

## 1. Opening hours

The gate is open from six in the morning until ten at night.

## 2. Who maintains the handbook

Sofie Brandt and the harbour office read it every spring and change what is no longer so.

## 3. Fees of the small boats

A boat of up to six metres pays nine crowns a night.

## 4. Where the keys are kept

They hang in the office, behind the door.
"""


@pytest.fixture(scope="module")
def handbook() -> Document:
    """Its headings, and before them a list of them, one with its page."""
    return from_text(HANDBOOK, doc_id="handbook")


def test_a_list_of_the_headings_is_told_from_what_they_head(handbook: Document) -> None:
    """Also where a page stands behind the name; what they head is none."""
    contents, *others = split(handbook)
    assert len(contents.sentences) == len(naming(contents)) == 9
    assert is_contents(contents)
    assert says_nothing(contents)
    assert not any(is_contents(one) or naming(one) for one in others)


def test_a_list_of_other_things_is_none() -> None:
    """Though its items are short and end without a mark."""
    document = from_text("# Stores\n\n- Lamp oil\n- Flour\n- Rope\n- Tar\n\n# Fees\n\nNone.")
    assert not any(is_contents(one) for one in split(document))


def test_rows_that_name_columns_are_told_from_those_below() -> None:
    """Names of columns below which there is no row say what they can."""
    parts = [
        Part("By bus."), Part("Line | Sunday", "row", HEADER), Part("Stop | Hour", "row", HEADER),
        Part("22 | 9", "row", 2), Part("Closed."), Part("Pier | Fee", "row", HEADER),
    ]  # fmt: skip
    text, blocks = composed(parts)
    (passage,) = split(Document("d", "D", text, blocks=blocks))
    assert columns(passage) == {1, 2}


def test_what_stands_below_the_heading_is_quoted(
    handbook: Document, tmp_path: Path, bundled: Encoder, bundled_reader: Reader
) -> None:
    """Not the line of the contents that has the question's words."""
    library = open_library(tmp_path / "library")
    build(library, [handbook], bundled, replace=True)
    answering = QuestionAnswering(library, bundled, bundled_reader)
    answer = answering.ask("Who maintains the handbook?")
    assert isinstance(answer, Answer)
    assert answer.quotes[0].text.startswith("Sofie Brandt and the harbour office")
    assert not any("2. Who maintains" in quote.text for quote in answer.quotes)
