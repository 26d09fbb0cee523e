"""What shows that a text asks."""

import pytest

from index.text.asking import ends_asking


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("When does it open?", True),
        ("Open? It is.", False),
        ("几点开门？", True),
        ("متى يفتح؟", True),
        ("Ի՞նչ՞", True),
        ("መቼ ይከፈታል፧", True),
        ("Πότε ανοίγει;", True),
        ("Πότε ανοίγει το cafe;", False),
        ("It opens at nine;", False),
        ("", False),
    ],
)
def test_a_mark_at_the_end_asks(text: str, asked: bool) -> None:
    """A semicolon behind Greek letters only."""
    assert ends_asking(text) is asked


def test_a_semicolon_asks_behind_an_accent_of_its_own() -> None:
    """As texts that are not normalised have it."""
    assert ends_asking("Τι\u0301;")
