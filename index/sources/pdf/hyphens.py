"""Lines joined to one text: a hyphen at a line's end is the word's own or the printer's."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import regex

from index.sources.pdf.lexicon import Lexicon

_END = re.compile(r"([^\W\d_][^\W_'’]*|\d[\d,.]*)[-‐]$")
# Of what stands before a line's end so much is looked at.
_LONGEST_WORD = 100
_BEGIN = re.compile(r"[^\W_]+(?:[-‐'’][^\W_]+)*")
_WORDS = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
# Scripts that write no space where a line ends.
_UNSPACED = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}、。，．：；！？「」『』（）《》〈〉【】…ー]"
)


def is_unspaced(text: str) -> bool:
    """Whether it begins with a letter or mark of a script that writes no spaces."""
    return bool(_UNSPACED.match(text))


class Joiner:
    """Joins lines by what the whole text says of its words, and a lexicon where it does not."""

    def __init__(self, lines: Iterable[str], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._seen: Counter[str] = Counter()
        for line in lines:
            # The last word may be half of one.
            whole = line.rsplit(" ", 1)[0] if line.endswith(("-", "‐")) else line
            self._seen.update(word.lower() for word in _WORDS.findall(whole))

    def joined(self, lines: Sequence[str]) -> str:
        """The lines as one."""
        text = ""
        for line in lines:
            text = self._join(text, line) if text else line
        return text

    def _join(self, text: str, line: str) -> str:
        end = _END.search(text[-_LONGEST_WORD:]) if text.endswith(("-", "‐")) else None
        begin = _BEGIN.match(line)
        if end and begin:
            keeps = self._keeps(end[1], begin[0])
            return text + line if keeps else text[:-1] + line
        bare = text.endswith(("—", "-")) and not text.endswith((" —", " -"))
        if bare or (is_unspaced(text[-1]) and is_unspaced(line)):
            return text + line
        return f"{text} {line}"

    def _keeps(self, before: str, after: str) -> bool:
        """Whether the hyphen between the two is written also in the middle of a line."""
        first, second = before.lower(), re.split(r"[-‐'’]", after.lower())[0]
        whole, hyphened = self._seen[first + second], self._seen[f"{first}-{second}"]
        if whole or hyphened:
            return hyphened > whole
        capitals = len(before) > 1 and before.isupper() and after.isupper()
        if before[-1].isdigit() or not (capitals or after[0].islower()) or "-" in after:
            return True
        knows = self._lexicon.knows
        if knows(f"{first}-{second}"):
            return True
        if knows(first + second) or self._lexicon.writes_compounds_solid():
            return False
        return all(self._seen[part] or knows(part) for part in (first, second))
