"""The signs that rich text consists of (RTF 1.9.1): braces, control words, bytes, letters."""

import re
from collections.abc import Iterator

_SIGN = re.compile(
    rb"(?P<brace>[{}])|\\(?P<word>[a-zA-Z]{1,40})(?P<number>-?\d{1,10})? ?"
    rb"|(?P<bytes>(?:\\'[0-9a-fA-F]{2}){1,4000})|\\(?P<sign>[^a-zA-Z])|(?P<line>[\r\n]+)"
    rb"|(?P<text>[^{}\\\r\n]+)",
    re.DOTALL,
)


def signs(data: bytes) -> Iterator[tuple[str, str, int | None]]:
    """Each sign: its kind (`{`, `}`, `word`, `text`), a word or bytes as letters, a number.

    Bytes of pictures and the like that are not written as letters are passed over.
    """
    at = 0
    while match := _SIGN.match(data, at):
        at = match.end()
        if match["brace"]:
            yield match["brace"].decode(), "", None
        elif match["word"]:
            number = int(match["number"]) if match["number"] else None
            word = match["word"].decode()
            if word == "bin":
                at += max(number or 0, 0)
            yield "word", word, number
        elif match["bytes"]:
            digits = match["bytes"].replace(b"\\'", b"").decode()
            yield "text", bytes.fromhex(digits).decode("latin-1"), None
        elif match["sign"]:
            yield "word", match["sign"].decode("latin-1"), None
        elif match["text"]:
            yield "text", match["text"].decode("latin-1"), None
