"""What in answering words can be compared."""

import pytest

from bot.answering.differing.values import is_full_name, names, values
from index.text import Span


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("£1,200", "1200"),
        ("1200 pounds", "1200"),
        ("3 450 habitants", "3450"),
        ("1.200,50 Euro", "1200.5"),
        ("2,40 Euro", "2.4"),
        ("5 pm", "17"),
        ("12 pm", "12"),
        ("17:00", "17"),
        ("9h00", "9"),
        ("9 Uhr", "9"),
        ("um 14.00 Uhr", "14"),
        ("6.30 am", "6.3"),
        ("1.5 million", "1500000"),
        ("1 500 000", "1500000"),
        ("٤٥٠ طالبا", "450"),
        ("3万人", "30000"),
        ("5 mille euro", "5000"),  # no "5 mill.", which is five million
        ("5 mill. Euro", "5000000"),
        ("on 4, 5 and 6 pages", "4,5,6"),
        ("1.2.3.4", "1.2,3.4"),
        ("12 am", "0"),
        ("many", ""),
        ("in \U00016d71\U00016d72 years", ""),  # digits of Unicode 16, as Python has 14
        ("Nobody may", ""),
        ("in May", "month 5"),
        ("le 5 mai", "5,month 5"),
        ("5 березня", "5,month 3"),
        ("mardi", "day 1"),
        ("on Tuesday", "day 1"),
        ("segunda-feira", "day 0"),
        ("-5 degrees", "-5"),
        ("−5 °C", "-5"),
        ("–5 °C", "-5"),
        ("+5 °C", "5"),
        ("between -5 and -2", "-5,-2"),
        ("a loss of -£1,200", "-1200"),
        ("minus 5 degrees", "-5"),
        ("moins 5 degrés", "-5"),
        ("минус 5 градусов", "-5"),
        ("sıfırın altında 5 derece", "-5"),
        ("气温是-5度", "-5"),
        ("零下5度", "-5"),
        ("5 degrees below zero", "-5"),
        ("5 °C unter null", "-5"),
        ("from 5 to 3 degrees below zero", "5,-3"),
        ("-0", "0"),
        ("au moins 5 euros", "5"),
        ("más o menos 5", "5"),
        ("al menos 5", "5"),
        ("5-10 mg", "5,10"),
        ("5 –10 mg", "5,10"),
        ("5 % -10 %", "5,10"),
        ("5%-10%", "5,10"),
        ("9am -5pm", "9,17"),
        ("Open 9 am -5 pm", "9,17"),
        ("9 a.m. -5 p.m.", "9,17"),
        ("9 h -17 h", "9,17"),
        ("9h -17h", "9,17"),
        ("9 Uhr -17 Uhr", "9,17"),
        ("9 ч -17 ч", "9,17"),
        ("5 °C -10 °C", "5,10"),
        ("5 kg -10 kg", "5,10"),
        ("5 Euro -10 Euro", "5,10"),
        ("9点 -17点", "9,17"),
        ("at 5 it was -3", "5,-3"),
        ("I am -5 years old", "-5"),
        ("A-5", "5"),
        ("3月-5月", "3,5"),
        ("2½", "2.5"),
        ("2 ½ hours", "2.5"),
        ("2 1/2 hours", "2.5"),
        ("½ a litre", "0.5"),
        ("3/4", "0.75"),
        ("-2½", "-2.5"),
        ("on 1/2/2024", "1,2,2024"),
    ],
)
def test_numbers_and_days_compare_in_every_language(words: str, found: str) -> None:
    """However they are written."""
    assert values(words) == frozenset(filter(None, found.split(",")))


def test_names_are_words_with_capitals() -> None:
    """But for one that only opens a sentence."""
    text = "The mayor is Deepak Rao. Anna Berg was before. Nobody knows."
    assert names(text, Span(0, 23)) == {"deepak", "rao"}
    assert names(text, Span(25, 34)) == {"anna", "berg"}
    assert names(text, Span(47, 59)) == frozenset()
    assert is_full_name("von Ute Kellermann", Span(0, 18))
    assert not is_full_name("am Steg", Span(0, 7))
    assert names("…", Span(0, 1)) == frozenset()
