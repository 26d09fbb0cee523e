"""Strings that a page draws one after the other: where a word ends, and what is one letter."""

from tests.index.sources.pdf.made import Text, lines, texts

# Widths in Helvetica of size 10: "d" 5.56, "i" 2.22, "L" and "u" 5.56, "Anw" 19.45.
BELOW = lines("The lighthouse was built of stone from the quarry behind the village.", y=660)


def told(*strings: Text) -> str:
    """The first line of a page that begins with the strings."""
    return texts([*strings, *BELOW])[0]


def test_accents_drawn_over_a_letter_are_its_own() -> None:
    """Wherever they are drawn: TeX draws them before their letter, and PDFium reads them later."""
    later = [Text(50, 700, "uber das Meer", 10), Text(51.1, 700, "\xa8", 10)]
    inside = [Text(50, 700, "Anw", 10), Text(70.6, 700, "\xa8", 10), Text(69.45, 700, "alte", 10)]
    below = [Text(50, 700, "ca ira", 10), Text(51, 700, "\xb8", 10)]
    assert [told(*strings) for strings in (later, inside, below)] == [
        "über das Meer",
        "Anwälte",
        "ça ira",
    ]


def test_an_accent_beside_letters_is_a_sign() -> None:
    """Nothing is drawn under it."""
    assert told(Text(50, 700, "the sign \xa8 is drawn twice", 10)) == "the sign ¨ is drawn twice"


def test_room_that_is_a_little_small_is_a_space() -> None:
    """A new string begins there, and letters of words stand nearer."""
    assert told(Text(50, 700, "di", 10), Text(59.44, 700, "barca", 10)) == "di barca"
    assert told(Text(50, 700, "di", 10), Text(58.1, 700, "barca", 10)) == "dibarca"


def test_letters_that_are_spaced_are_one_word() -> None:
    """All stand as far from each other."""
    spaced = [Text(50 + 7 * at, 700, letter, 10) for at, letter in enumerate("dadd")]
    assert told(*spaced) == "dadd"


def test_a_string_over_the_end_of_another_is_no_end_of_its_word() -> None:
    """What stands to its left was too long for its cell."""
    found = told(Text(50, 700, "dimensione", 10), Text(88, 700, "comando", 10))
    assert found == "dimensione comando"


def test_a_raised_letter_inside_a_word_is_no_power() -> None:
    """The name of LaTeX, whose letters reach under each other; x to the power of a is one."""
    logo = [Text(50, 700, "L", 10), Text(51.96, 702, "A", 7.5), Text(55.46, 700, "TEX", 10)]
    power = [Text(50, 700, "x", 10), Text(55, 704, "a", 7), Text(59.5, 700, "y", 10)]
    assert told(*logo) == "LATEX"
    assert told(*power) == "x^ay"


def test_a_caret_of_the_text_stays() -> None:
    """Keys are written so; only one that stands for a power is ours to take back."""
    keys = [Text(50, 700, "press X^J", 10), Text(93, 700, ") to join", 10, "F2")]
    assert told(*keys) == "press X^J) to join"


def test_the_number_of_a_line_is_no_part_of_the_word_before_it() -> None:
    """In small letters a little below it, where the margin's words end; CO₂ is one word."""
    numbered = [Text(50, 701.8, "booksection", 9), Text(100, 700, "1295", 7)]
    assert told(*numbered, Text(120, 701.8, "newcommand", 9)) == "booksection 1295 newcommand"
    assert told(Text(50, 700, "CO", 10), Text(65.2, 698, "2", 7)) == "CO₂"
