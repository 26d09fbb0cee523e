"""Texts compared as they are written."""

import pytest

from bot.answering.comparing.written import as_written


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The PIER” (north), closes\nat nine!", "the pier north closes at nine"),
        ("What’s an e-mail?", "what's an e mail"),
        ("from −18 to .5, or 1,5 %…", "from -18 to .5 or 1,5 %"),
        ("a 6' by 4\" board", "a 6' by 4\" board"),
        ("«C++», C# and .NET", "c++ c# and .net"),
        ("大桥关闭。谢谢！", "大 桥 关 闭 谢 谢"),
        ("¿Sí? – No.", "sí - no"),
        ("ที่นี่", "ที่ นี่"),
        ("?!", ""),
        ("KALDIRIM İZNİ", "kaldirim izni"),
        ("kaldırım izni", "kaldirim izni"),
        ("I2 is no l2", "i2 is no l2"),
    ],
)
def test_marks_around_words_do_not_count(text: str, words: str) -> None:
    """Those within them do, and what stands before a number."""
    assert as_written(text) == f" {words} "
