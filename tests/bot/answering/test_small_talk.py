"""Small talk is told from questions."""

import pytest

from bot.answering.small_talk import is_small_talk
from index.retriever import Hit
from index.text.documents import Document
from index.text.passages import Passage
from index.text.spans import Span

TEXT = "The lighthouse stands."
PASSAGE = Passage(Document("d", "", TEXT), Span(0, len(TEXT)), "", (Span(0, len(TEXT)),))
FOREIGN = [Hit(PASSAGE, 0.8, 0.8, (0.8,), 0.0)]
KNOWN = [Hit(PASSAGE, 0.8, 0.8, (0.8,), 1.0)]


@pytest.mark.parametrize(
    "message",
    [
        *("hello", "Hello!!", "thanks 🙏", "Merci beaucoup.", "asdf", "?", "👍", "…", "", "  "),
        *(
            "42",
            "OK",
            "Thank you very much!",
            "hi bot",
            "Ça va ?",
            "谢谢！",
            "ありがとう",
            "спасибо)",
        ),
        *("शुक्रिया", "नमस्ते", "สวัสดี", "شكرا", "How are you?", "Cześć"),
    ],
)
def test_small_talk(message: str) -> None:
    """Greetings, thanks, keyboard noise, signs: never a question."""
    assert is_small_talk(message, FOREIGN)


@pytest.mark.parametrize(
    "message",
    [
        *("what did Trump decide?", "hello, who built the lighthouse?", "谁建的", "ใครสร้าง"),
        *("thanks to whom was it built?", "Is it ok to climb?", "когда построен", "Wer war das?"),
    ],
)
def test_questions_are_not_small_talk(message: str) -> None:
    """Also with a greeting in front, and in scripts without spaces."""
    assert not is_small_talk(message, FOREIGN)


def test_one_word_of_the_text_is_a_question() -> None:
    """A keyword that some hit contains is looked up."""
    assert not is_small_talk("lighthouse", KNOWN)
    assert is_small_talk("lighthouse", FOREIGN)
