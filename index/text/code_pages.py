"""Words of texts in one alphabet, folded and parted as bytes: in a quarter of the time.

What a sign becomes is worked out once for each of the 256 of a code page, and looked up from then
on. Most texts in letters of Latin, Cyrillic and Greek fit into one.
"""

import re
from functools import lru_cache

from index.text.folding import folded

# Of Western and Central Europe, Cyrillic, Greek, Turkish.
PAGES = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DIGITS, _MARKS = b"0123456789", b".,"
# Stands for a sign that becomes several letters, or one of another page.
_ELSEWHERE = 0


def parted(text: str) -> list[str] | None:
    """The words and numbers of a text, folded, or None where no page has its signs.

    Numbers without what separates their digits.
    """
    text = text.replace("ß", "ss")
    for page in PAGES:
        try:
            data = text.encode(page)
        except UnicodeEncodeError:
            continue
        found = data.translate(_table(page))
        return None if _ELSEWHERE in found else _words(found, page)
    return None


def _words(found: bytes, page: str) -> list[str]:
    text = found.decode(page)
    if len(found.translate(None, _DIGITS)) < len(found):
        text = _NUMBER.sub(_apart, text)
    return text.replace(".", " ").replace(",", " ").split()


def _apart(number: "re.Match[str]") -> str:
    return f" {number[0].replace('.', '').replace(',', '')} "


@lru_cache
def _table(page: str) -> bytes:
    """Of each byte what its sign becomes: a letter, a digit, a mark that numbers have, a space."""
    return bytes(_becomes(bytes([byte]), page) for byte in range(256))


def _becomes(byte: bytes, page: str) -> int:
    try:
        sign = folded(byte.decode(page))
        data = sign.encode(page)
    except UnicodeError:
        return _ELSEWHERE
    if not re.search(r"[^\W_]", sign):
        return data[0] if data and data in _MARKS else ord(" ")
    return data[0] if len(data) == 1 else _ELSEWHERE
