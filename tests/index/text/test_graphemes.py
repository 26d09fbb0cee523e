"""Graphemes, however long a run of what belongs together is."""

import time

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from index.text.documents import Document
from index.text.graphemes import LONGEST_GRAPHEME, grapheme_ends
from index.text.passages import LONGEST, split
from index.text.spans import Span

SIGNS = st.sampled_from("a 🇫👍\U0001f3fd\u200d\u0301\u0316क्ष각\u1100\u1161\r\n\u0600")


@given(text=st.text(SIGNS, max_size=LONGEST_GRAPHEME), before=st.text(SIGNS, max_size=4))
def test_a_text_is_parted_as_unicode_parts_it(text: str, before: str) -> None:
    """Counted from where the stretch begins, whatever stands before it."""
    ends = [one.end() for one in regex.finditer(r"\X", text)]
    start = len(before)
    found = grapheme_ends(before + text, Span(start, start + len(text)))
    assert list(found) == [start + end for end in ends]


# Flags, Korean letters, joined pictures, marks that have no class, signs before a number.
ENDLESS = ["🇫", "\u1100", "👩\u200d", "\u0901", "\u0600", "\u200d"]


@pytest.mark.parametrize("sign", ENDLESS)
def test_one_without_an_end_is_cut(sign: str) -> None:
    """Unicode knows no longest grapheme."""
    text = "a" + sign * 1_000
    ends = [0, *grapheme_ends(text, Span(0, len(text)))]
    assert ends[-1] == len(text)
    assert {one - other for one, other in zip(ends[1:], ends, strict=False)} <= set(
        range(1, LONGEST_GRAPHEME + 1)
    )


@pytest.mark.parametrize("end", [" end", " end."])
@pytest.mark.parametrize("sign", ENDLESS)
def test_a_text_of_one_grapheme_becomes_passages_of_their_size(sign: str, end: str) -> None:
    """40,000 flag letters took 19 seconds, and 80,000 marks were one passage."""
    text = "z " + sign * (40_000 // len(sign)) + end
    began = time.perf_counter()
    passages = split(Document("d", "t", text))
    assert time.perf_counter() - began < 3
    assert max(len(one.text) for one in passages) <= LONGEST + 130
    assert "".join("".join(one.text.split()) for one in passages) == "".join(text.split())


def test_a_flag_is_not_cut_in_two() -> None:
    """Its two letters stay in one sentence, where a run of them is cut for its length."""
    text = "🇫🇷" * 5_000
    sentences = [one for passage in split(Document("d", "t", text)) for one in passage.sentences]
    assert len(sentences) > 10
    assert {len(one) % 2 for one in sentences} == {0}
