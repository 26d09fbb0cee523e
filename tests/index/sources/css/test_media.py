"""Which media queries hold on the screen of a desk."""

import pytest

from index.sources.css.media import On, holds


@pytest.mark.parametrize(
    ("media", "on"),
    [
        ("", On.ALL),
        ("only  Screen", On.ALL),
        ("not print", On.ALL),
        ("print", On.NONE),
        ("not screen", On.NONE),
        ("print, screen", On.ALL),
        ("print, (hover)", On.SOME),
        ("(hover)", On.SOME),
        ("screen and (hover)", On.SOME),
        ("print and (hover)", On.NONE),
        ("(min-width:1280px)", On.ALL),
        ("(min-width:1281px)", On.NONE),
        ("(max-width: 80em)", On.ALL),
        ("(max-width: 79.9em)", On.NONE),
        ("(width >= 600px)", On.ALL),
        ("screen and (width<600px)", On.NONE),
        ("not all and (hover)", On.SOME),
        ("not screen and (max-width:600px)", On.SOME),
    ],
)
def test_a_query_holds_on_all_such_screens_on_some_or_on_none(media: str, on: On) -> None:
    """The best of those between commas; of those joined, the worst."""
    assert holds(media) is on
