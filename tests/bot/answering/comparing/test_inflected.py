"""Forms of a word, and words that only begin alike."""

import pytest

from bot.answering.comparing.inflected import has_words, is_form


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("contract", "All contracts end in May."),
        ("договоры", "По договорам платят в мае."),
        ("президент", "Встреча с президентами."),
        ("cumhurbaşkanı", "Cumhurbaşkanının kararı."),
        ("التعليم", "وزارة التعليم"),
        ("Genehmigungen", "Die Genehmigung gilt ein Jahr."),
        ("the fog horn", "A fog horn is heard."),
        ("保修", "保修期为两年。"),
    ],
)
def test_forms_of_a_word(topic: str, text: str) -> None:
    """In languages that say much at a word's end; a word that is nowhere is no other word."""
    assert has_words(topic, text)


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("Mauritius", "Mauritania lies in the west of Africa."),
        ("communication", "The communists won."),
        ("contraception", "The contract ends in 2031."),
        ("general", "The generator must be started."),
        ("universe", "The university was closed."),
        ("electrician", "Electricity is dear."),
    ],
)
def test_words_that_only_begin_alike(topic: str, text: str) -> None:
    """Their first six letters are the same."""
    assert not has_words(topic, text)
    assert has_words(topic, f"{text} {topic}")


def test_either_way_round() -> None:
    """Which word is the topic's does not matter."""
    assert is_form("contract", "contracts")
    assert is_form("contracts", "contract")
    assert not is_form("general", "generator")
    assert not is_form("generator", "general")
