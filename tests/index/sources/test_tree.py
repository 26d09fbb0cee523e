"""Markup becomes a tree, whole, or is refused."""

import pytest

from index.sources.loader import Unreadable
from index.sources.tree import page_tree

XHTML = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">{}</html>'


@pytest.mark.parametrize(
    "inner",
    [
        "<head><title/><script src='x'/></head><body>The pier</body>",
        "<body>The<a id='n'/> pier</body>",
        "<body>The &ensp;pier</body>",
        "<body>The <b>pier</body>",
    ],
)
def test_xhtml_is_xml_where_it_is_sound(inner: str) -> None:
    """Empty elements have no contents, entities are letters; what is broken is read as HTML."""
    assert "".join(page_tree(XHTML.format(inner)).itertext()).split() == ["The", "pier"]


def test_entities_that_grow_are_not_expanded() -> None:
    """A billion laughs end as some letters, not as gigabytes."""
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    page = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a0 "ha">{laughs}]><html>&a11;</html>'
    assert len("".join(page_tree(page).itertext())) < 10_000


def test_what_stands_too_deep_is_refused() -> None:
    """Rather than read in part."""
    with pytest.raises(Unreadable, match="too deep"):
        page_tree("<div>" * 5_000 + "The pier")
