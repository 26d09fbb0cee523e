"""Words of a text, and what reading them costs."""

import time

import pytest

from index.wording import words_of
from index.wording.words import _known


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a > 5", ["a", ">", "5"]),
        ("a <= 5", ["a", "<", "=", "5"]),
        ("> 5 cats\n> > 6 dogs", ["5", "cats", "6", "dogs"]),
        ("cats\n> 5 > 6", ["cats", "5", ">", "6"]),
        ("<5", ["5"]),
        ("a > b", ["a", "b"]),
    ],
)
def test_a_sign_counts_before_a_number_but_where_a_cited_line_begins(
    text: str, words: list[str]
) -> None:
    """The mark of a quoted mail says nothing."""
    assert [word.cased for word in words_of(text)] == words


@pytest.mark.parametrize("run", ["> ", ">", "<", "> 1", "\n>", "1,", "-", "a'", "≥"])
def test_a_run_of_signs_is_read_at_once(run: str) -> None:
    """Of ">" 16,000 took three seconds."""
    began = time.perf_counter()
    words_of("x " + run * (32_000 // len(run)))
    assert time.perf_counter() - began < 1


def test_long_words_are_not_kept_in_mind() -> None:
    """Nobody fills the memory by pasting them."""
    _known.cache_clear()
    words_of("quäkebär " + "\U00010330" * 16_000)
    assert _known.cache_info().currsize == 1


@pytest.mark.parametrize(
    ("written", "word"),
    [("ısıtıcı ISITICI Isıtıcı", "isitici"), ("İZİN izin IZIN İzin", "izin")],
)
def test_the_letters_i_of_turkish_are_one(written: str, word: str) -> None:
    """Without capitals, also where accents count: a capital does not say which of them it is."""
    assert {(one.form, one.accented) for one in words_of(written)} == {(word, word)}
