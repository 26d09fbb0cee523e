"""How long a question is."""

import pytest

from bot.answering.understanding.sizes import unspaced_letters, word_count


@pytest.mark.parametrize(
    ("text", "words", "letters"),
    [
        ("", 0, 0),
        ("When does it close ?", 5, 0),
        ("渡轮票价多少？", 3, 6),
        ("E2是什么意思", 4, 5),
        ("フェリーはいくらですか？", 6, 10),
    ],
)
def test_two_letters_are_a_word_where_words_are_not_parted(
    text: str, words: int, letters: int
) -> None:
    """Elsewhere words are as they are parted."""
    assert (word_count(text), unspaced_letters(text)) == (words, letters)
