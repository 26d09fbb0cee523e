"""Numbers that are written as words."""

import pytest

from index.wording import number_of, words_of


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("25", 25),
        ("1,200", 1200),
        ("1\u202f200", 1200),
        ("٢٥", 25),
        ("twenty-five", 25),
        ("two hundred and five", 205),
        ("three million", 3_000_000),
        ("fünfundzwanzig", 25),
        ("zwölftausend", 12_000),
        ("dreißig", 30),
        ("vingt et un", 21),
        ("soixante et onze", 71),
        ("quatre-vingt-dix-sept", 97),
        ("deux cents", 200),
        ("veinticinco", 25),
        ("treinta y dos", 32),
        ("dos mil quinientos", 2500),
        ("venticinque", 25),
        ("ventotto", 28),
        ("vinte e cinco", 25),
        ("двадцать пять", 25),
        ("дев’яносто п’ять", 95),
        ("خمسًا وعشرين", 25),
        ("ثلاثمئة", 300),
        ("二十五", 25),
        ("一百二十三", 123),
        ("on iki", 12),
        ("yirmi beş", 25),
    ],
)
def test_a_number_is_read_in_every_language(written: str, number: int) -> None:
    """Of all the words together, in digits of any script or spelt out."""
    assert number_of([word.form for word in words_of(written)]) == number


@pytest.mark.parametrize(
    "words",
    ["", "and", "un", "eine", "five seven", "someone", "twenty boats", "ten twenty",
     "\U00016d71\U00016d72"],  # digits of Unicode 16, as Python has 14
)  # fmt: skip
def test_what_is_no_number(words: str) -> None:
    """Articles, numbers side by side, and numbers of something."""
    assert number_of([word.form for word in words_of(words)]) is None


def test_a_long_row_of_number_words_takes_no_time() -> None:
    """However it may be read."""
    assert number_of(["un"] * 10_000) is None
    assert number_of(["dix"] * 19) is None
