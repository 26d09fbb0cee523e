"""The one form that a text is stored, quoted and shown in."""

import re
import unicodedata

# Telegram drops the last two, and with them the gap between two words.
_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
# What Telegram does to a message on display (td, `clean_input_string`), done once at ingest so
# that stored, quoted and shown text are one string; and soft hyphens, which only say where a line
# may break, go.
_TO_SPACE = {code: " " for code in range(32) if chr(code) not in "\n\r"} | {0x7F: " "}
_DROPPED = dict.fromkeys([0x0D, 0xAD, 0xFEFF, *range(0x202A, 0x202F), 0x030A, 0x0333, 0x033F])
_SHOWN = str.maketrans(_TO_SPACE | _DROPPED)


def normalised(text: str) -> str:
    """The one form a text is stored, quoted and shown in; a second time changes nothing.

    NFC; line ends, U+2028 and U+2029 among them, become line feeds; TAB and control characters a
    space; U+202A..U+202E, U+FEFF, soft hyphens and the marks U+030A, U+0333, U+033F go, unless NFC
    composed them; outer white space goes; lone surrogates become U+FFFD.
    """
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = _LINE_END.sub("\n", whole)
    while (shown := unicodedata.normalize("NFC", lines).translate(_SHOWN)) != lines:
        lines = shown
    return lines.strip()
