"""Titles: a program's is none."""

import pytest

from index.sources.naming import is_title, title_or_heading
from index.text import Part


@pytest.mark.parametrize(
    "text",
    ["", None, "untitled", "Untitled-1", "Microsoft Word - x.doc", "10811.exe", "Binder1.pdf",
     "Document1", "http://site.test/a", r"C:\harbour\rules", "�ag", "Slide 1", "Presentation",
     "(anonymous)", "Folie 1", "PowerPoint-Präsentation", "Presentazione standard di PowerPoint"],
)  # fmt: skip
def test_what_a_program_wrote_is_no_title(text: str | None) -> None:
    """Nor a file's name or an address."""
    assert not is_title(text)


@pytest.mark.parametrize("text", ["Rules of the harbour", "Documents of 1893", "Text and image",
                                  "Slides in PowerPoint"])  # fmt: skip
def test_what_a_writer_wrote_is_one(text: str) -> None:
    """Though it begin like one of those."""
    assert is_title(text)


def test_a_heading_stands_for_a_title() -> None:
    """The first one; without any there is no title."""
    parts = [Part("Preface."), Part("Of piers", "heading", 2), Part("Of lamps", "heading", 1)]
    assert title_or_heading("untitled", parts) == "Of piers"
    assert title_or_heading("Rules", parts) == "Rules"
    assert title_or_heading(None, parts[:1]) is None
