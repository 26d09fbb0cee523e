"""What stands around a question costs nothing to take away, however much of it there is."""

import time

import pytest

from bot.answering.understanding.bare import needs_another
from bot.answering.understanding.courtesy import without_courtesy
from bot.answering.understanding.small_talk import talk_in
from bot.answering.understanding.utterances import is_follow_up

# The longest message of Telegram, and how long the loop may be held, in seconds.
LONGEST_MESSAGE, HELD = 4_096, 0.05
SIGNS = [*" .,-–!?;:…)(¡¿~\"'«“„\n\u00a0，。、🙏👋aзक\u0301\u0326", "\u0301\u0316", "\u0f73"]
COURTESIES = [
    "thanks", "thank you so much in advance", "a lot of thanks", "lg", "svp", "bitte", "谢谢",
    "best regards, Tom", "best regards,   ", "merci d'avance", "شكرا جزيلا", "hello", "hey there",
    "could you tell me", "buenos días", "好", "你好", "the", "what is", "what  ", "says", 'says "',
    "and", "why", "why,", "why not", "y", "so",
]  # fmt: skip
RUNS = [*SIGNS, *COURTESIES, *(f"{one}{sign}" for one in COURTESIES for sign in (" ", ", "))]


def _seconds(message: str) -> float:
    began = time.perf_counter()
    for look in (without_courtesy, is_follow_up, needs_another, talk_in):
        look(message)
    return time.perf_counter() - began


@pytest.mark.parametrize("run", RUNS)
def test_a_message_of_one_thing_is_read_at_once(run: str) -> None:
    """Dots that lead to a page's number, a line of dashes: 4,000 held the bot for minutes."""
    long = run * (LONGEST_MESSAGE // len(run))
    around = ("", "Hello, why", "क"), ("", "", " why? thanks")
    for before, after in zip(*around, strict=True):
        made = before + long + after
        # A busy machine gets more than one chance.
        assert any(_seconds(made) < HELD for _ in range(4)), made[:40]


@pytest.mark.parametrize(
    ("message", "bare"),
    [
        ("Who opened it?" + "." * 300 + " thanks" + "-" * 300, "Who opened it?"),
        ("Who opened it" + "." * 300, "Who opened it" + "." * 300),
        ("Who opened it? Many thanks. Best regards, Tom", "Who opened it?"),
        ("Who opened it, thank you? 🙏", "Who opened it?"),
        ("Who opened it? lg", "Who opened it?"),
        ("Who founded LG", "Who founded LG"),
        ('How do I say "thank you"', 'How do I say "thank you"'),
        ("What is a thank you?", "What is a thank you?"),
        ("谁开的门？谢谢您", "谁开的门？"),
        ("Ποιος την άνοιξε; Thanks!", "Ποιος την άνοιξε;"),
        ("Who opened it; thanks", "Who opened it"),
    ],
)
def test_what_closes_a_question_goes(message: str, bare: str) -> None:
    """With all that parts it from the question, but for the mark that asks."""
    assert without_courtesy(message) == bare
