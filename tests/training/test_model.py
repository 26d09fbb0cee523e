"""Tokens, and where the answer is among them."""

import numpy as np
import pytest

from bot.answering.readers.bundled_model import prefix
from index.encoding.cache import bundled_folder
from index.encoding.engine import Tokenizer
from training.model import MAX_TOKENS, example
from training.pairs import Pair


@pytest.mark.slow
@pytest.mark.parametrize("title", ["", "Lights of Denmark"])
@pytest.mark.parametrize("rain", [0, 400])
def test_tokens_hold_the_answer_where_it_is(rain: int, title: str) -> None:
    """Also in a window of a passage that is too long, and with a title before it."""
    tokenizer = Tokenizer(bundled_folder())
    passage = "It rained all day. " * rain + "The keeper is Anna Ancher." + " It rained." * rain
    start = passage.index("Anna")
    found = example(tokenizer, Pair("Who?", passage, start, start + 11, title), 0.3)
    before = prefix(tokenizer, "Who?", title)
    assert np.array_equal(found.ids[: len(before)], before)
    assert found.passage[0] == len(before)
    assert len(found.ids) <= MAX_TOKENS
    assert found.passage[0] <= found.first <= found.last < found.passage[1]
    expected = tokenizer("Anna Ancher").ids
    assert np.array_equal(found.ids[found.first : found.last + 1], expected)
    nothing = example(tokenizer, Pair("Who?", passage, None, None), 0.3)
    assert (nothing.first, nothing.last) == (0, 0)
