"""A text as its words are compared: without case, and without the marks of its letters."""

import re
import unicodedata

from index.text.normalise import stream_safe

_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]")


def caseless(text: str) -> str:
    """The text in small letters, where i and ı are one letter: a capital I may be either."""
    return text.casefold().replace("i\u0307", "i").replace("ı", "i")


def folded(text: str) -> str:
    """The text in small letters, without marks; what is one sign in other forms is that sign."""
    if text.isascii():
        return text.casefold()
    decomposed = _MARKS.sub("", unicodedata.normalize("NFKD", stream_safe(caseless(text))))
    return unicodedata.normalize("NFKC", decomposed)
