"""Texts that a code page holds are parted as all others are."""

from hypothesis import given
from hypothesis import strategies as st

from index.text import terms_of
from index.text.code_pages import PAGES

SIGNS = [
    sign
    for page in PAGES
    for byte in range(256)
    if (sign := bytes([byte]).decode(page, "ignore")) not in {"", "\n"}
]
# Letters of a script that no page has: with them a text is parted the other way.
OTHER, ITS_TERM = " क", ["क"]


@given(st.text(st.sampled_from(SIGNS)) | st.text(st.sampled_from("aÉßœ19.,…²½ ’")))
def test_terms_are_the_same(text: str) -> None:
    """Whatever signs of the pages, also of several at once, and where letters are not cut."""
    assert terms_of(text) + ITS_TERM == terms_of(text + OTHER)
    assert terms_of(text, None) + ITS_TERM == terms_of(text + OTHER, None)


def test_each_page_is_used() -> None:
    """Words and numbers of languages that are written with one, folded and cut."""
    for text, terms in {
        "L’Œuvre coûte 1.203,50 €, n° 2": ["l", "œuvre", "coute", "120350", "n", "2"],
        "Straße, groß; x2y": ["strass", "gross", "x", "2", "y"],
        "Źródło żółtej rzeki": ["zrodło", "zołtej", "rzeki"],
        "Ёлка й 3-й": ["елка", "и", "3", "и"],
        "Ο Σωκράτης, 5 φορές": ["ο", "σωκρατ", "5", "φορεσ"],
        "½ µm": ["1", "2", "μm"],
        "Iğdır’ın İli, şehri": ["igdir", "in", "ili", "sehri"],
    }.items():
        assert terms_of(text) == terms, text
