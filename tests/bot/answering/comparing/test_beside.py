"""Words of a topic stand together where they are one name, not two of two people."""

import pytest

from bot.answering.comparing.beside import stand_together


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("Derek Pell", "Present were Susan Ames, Derek Pell and Joan Croft."),
        ("Pell Derek", "Derek Pell chairs it."),
        ("Derek Pell", "Derek J. Pell chairs it."),
        ("fog horn", "The fog-horn is silent."),
        ("opening hours pool", "The opening hours of the pool have changed."),
        ("horaires piscine", "Les horaires de la piscine changent."),
        ("fog horns", "Derek heard the fog. The old fog horn is silent."),
        ("Оксана Мельник", "Тарас Гром, Оксана Мельник."),
        ("parking", "Parking is free, and so is the pier."),
        ("保修期", "保修期为两年。"),
    ],
)
def test_words_beside_one_another_stand_together(topic: str, text: str) -> None:
    """In whatever order, with no more than one other word of some length between two."""
    assert stand_together(topic, text)


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("Derek Pell", "Present: Derek Ames, Susan Pell."),
        ("Derek Pell", "Derek and Pell are two."),
        ("Derek Pell", "Derek – Pell."),
        ("Derek Pell", "Derek\nPell"),
        ("Derek Pell", "Derek | Pell"),
        ("Derek Pell", "Derek (Pell)"),
        ("Derek Pell", "Derek met Susan at Pell."),
        ("Оксана Мельник", "Оксана Гром и Тарас Мельник."),
        ("guide cats", "Guide dogs may come in, cats may not."),
    ],
)
def test_words_of_two_things_do_not(topic: str, text: str) -> None:
    """With a mark, an "and", a line's end or two words between them."""
    assert not stand_together(topic, text)
