"""The pictures of the pages: all there, small, and drawn from what the Bot API was given."""

import re
from pathlib import Path

from tests.pictures.asked import ASKED, CASES
from tests.pictures.page import marked

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"


def test_every_case_is_shown_in_every_language_light_and_dark() -> None:
    """Each in less than 60 kB."""
    wanted = {
        f"{language}-{case}-{theme}.png"
        for language in ASKED
        for case in CASES
        for theme in ("light", "dark")
    }
    assert {path.name for path in PICTURES.iterdir()} == wanted
    assert all(path.stat().st_size < 60_000 for path in PICTURES.iterdir())


def test_the_pages_show_pictures_that_are_there() -> None:
    """None that was renamed."""
    page = (PICTURES.parent / "telegram.md").read_text(encoding="utf-8")
    shown = re.findall(r"pictures/([\w-]+\.png)", page)
    assert shown
    assert all((PICTURES / name).exists() for name in shown)


def test_entities_are_drawn_where_they_are() -> None:
    """In UTF-16 units, nested, and a quotation on lines of its own; text is never markup."""
    text = "🎻 <b>\nIt is here.\nSource"
    entities = [
        {"type": "blockquote", "offset": 7, "length": 11},
        {"type": "bold", "offset": 10, "length": 2},
        {"type": "text_link", "offset": 19, "length": 6, "url": "https://a.example"},
    ]
    assert marked({"text": text, "entities": entities}) == (
        "🎻 &lt;b&gt;<blockquote>It <b>is</b> here.</blockquote><a>Source</a>"
    )
