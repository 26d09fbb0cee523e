"""The one form that a text is stored, quoted and shown in."""

import re
import unicodedata

import regex

# Telegram drops the last two, and with them the gap between two words.
_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
# What Telegram does to a message on display (td, `clean_input_string`), done once at ingest so
# that stored, quoted and shown text are one string; and soft hyphens, which only say where a line
# may break, go.
_TO_SPACE = {code: " " for code in range(32) if chr(code) not in "\n\r"} | {0x7F: " "}
_DROPPED = dict.fromkeys([0x0D, 0xAD, 0xFEFF, *range(0x202A, 0x202F), 0x030A, 0x0333, 0x033F])
_SHOWN = str.maketrans(_TO_SPACE | _DROPPED)
# Marks, as what they decompose to begins: five of class 0 do so with a mark.
_MARK = r"[\P{CCC=0}\u0f73\u0f75\u0f81\uff9e\uff9f]"
_TOO_MANY = regex.compile(rf"({_MARK}{{30}}){_MARK}+")


def stream_safe(text: str) -> str:
    """The text with at most 30 marks in a row (Unicode annex 15, D3); no language has more.

    To be asked before every `unicodedata.normalize` of what somebody sends: that sorts them, in a
    time that is the square of their number, and lets no other thread run.
    """
    return text if text.isascii() else _TOO_MANY.sub(r"\1", text)


def normalised(text: str) -> str:
    """The one form a text is stored, quoted and shown in; a second time changes nothing.

    NFC; line ends, U+2028 and U+2029 among them, become line feeds; TAB and control characters a
    space; U+202A..U+202E, U+FEFF, soft hyphens and the marks U+030A, U+0333, U+033F go, unless NFC
    composed them; of marks in a row the 31st and all after it go; outer white space goes; lone
    surrogates become U+FFFD.
    """
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = _LINE_END.sub("\n", whole)
    while (shown := _shown(lines)) != lines:
        lines = shown
    return lines.strip()


def _shown(lines: str) -> str:
    return unicodedata.normalize("NFC", stream_safe(lines)).translate(_SHOWN)
