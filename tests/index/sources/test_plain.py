"""Plain text and Markdown, in any encoding."""

import pytest

from index.sources import from_text
from index.sources.characters import decode


def test_text_with_a_leading_date_or_front_matter() -> None:
    """The mark is metadata and leaves the text; the text is normalised."""
    document = from_text(" date 2025-10-02 En 2025,\tl’Alaska…\r\n")
    assert (document.date, document.text) == ("2025-10-02", "En 2025, l’Alaska…")
    front = (
        "---\ntitle: 'A title'\ndate: 2024-01-02T10:00\nurl: https://e.org/x\n---\n# B\n\nText."
    )
    found = from_text(front, doc_id="notes.md")
    assert (found.title, found.date, found.url) == ("A title", "2024-01-02", "https://e.org/x")
    assert found.text == "B\n\nText."
    assert from_text("# Heading here\n\nText.", doc_id="a.md").title == "Heading here"
    assert from_text("Text.", doc_id="my_notes-2.txt").title == "Text."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Élève français à l'été dernier, déjà vu", "latin-1"),
        ("Привет, как дела? Это русский текст.", "cp1251"),
        ("Zażółć gęślą jaźń, proszę pana", "cp1250"),
        ("これは日本語のテキストです。", "shift_jis"),
        ("Καλημέρα κόσμε, τι κάνεις", "cp1253"),
        ("这是中文文本，内容很短。", "gb18030"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy", "cp1250"),
        ("İstanbul'da güneşli bir gün, çok güzel ışık", "cp1254"),
        ("plain ünïcode 🇨🇭", "utf-8-sig"),
        ("plain ünïcode 🇨🇭", "utf-16"),
    ],
)
def test_encodings_are_detected(text: str, encoding: str) -> None:
    """Files from everywhere, of many years."""
    assert decode("x.txt", text.encode(encoding)) == text
