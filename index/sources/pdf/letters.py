"""Letters of a PDF as they are read, whatever forms they are drawn in."""

import re
from unicodedata import normalize

# A drawn hyphen is one, whatever a font calls it; bullets of fonts of signs.
_MEANT = {"\xad": "-", "\uf0b7": "•", "\uf0a7": "▪", "\uf076": "❖", "\uf0d8": "➢", "\uf0fc": "✓"}
# Accents that a typesetter draws before their letter, and the same as parts of it.
_ACCENTS = {"´": "\u0301", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c"}
_ACCENT = re.compile("([´¨ˆ˜ˇ])([A-Za-zıȷ])")
_DOTTED = {"ı": "i", "ȷ": "j"}


def plain(text: str) -> str:
    """The letters of ligatures and of forms that letters take beside others; hyphens as such."""
    if text.isascii():
        return text
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = _ACCENT.sub(lambda at: _DOTTED.get(at[2], at[2]) + _ACCENTS[at[1]], text)
    return "".join(
        normalize("NFKC", one) if "\ufb00" <= one <= "\ufefc" else _MEANT.get(one, one)
        for one in text
    )
