"""Blocks: what is said of a stretch of a text."""

from index.text import BELOW_HEADER, HEADER, reached
from index.text.blocks import GOES_ON, OPENS


def test_names_of_columns_belong_to_nothing_above() -> None:
    """Though a cell reaches down within them."""
    assert reached(HEADER, above=True, below=True) == HEADER
    assert reached(BELOW_HEADER, above=False, below=True) == BELOW_HEADER
    assert reached(BELOW_HEADER, above=True, below=True) == BELOW_HEADER | GOES_ON | OPENS
