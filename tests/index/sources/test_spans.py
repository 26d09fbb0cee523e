"""Spans that a page sets apart as cells are words of their own."""

import pytest

from tests.index.sources.made import only

PROSE = f"<p>{'The fees are paid to the harbour master before noon. ' * 3}</p>"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("<span class=cell>North pier</span><span class=cell>22</span>", "North pier 22"),
        ("<span class=x7>North pier</span><span class=x7>22</span>", "North pier 22"),
        ("<span class=label>Fee</span><span class=value>22</span>", "Fee 22"),
        ("<span class=sc>B</span><span class=rest>erth</span>", "Berth"),
        ("<span>har</span><span>bour</span>", "harbour"),
        ("<span class=cell>Fee</span><span class=cell>: 22</span>", "Fee: 22"),
        ("<code><span class=name>moor</span><span class=name>ing</span></code>", "mooring"),
    ],
)
def test_cells_of_spans_are_apart(line: str, text: str) -> None:
    """By the page's own style sheet, or by what their classes say; letters of a word are not."""
    style = "<style>.x7 { float: left; display: inline-block }</style>"
    page = f"<html><head>{style}</head><body><h1>Fees</h1>{PROSE}<div>{line}</div></body></html>"
    assert only("a.html", page.encode()).text.split("\n")[-1] == text
