"""Lines joined to one text: a hyphen at a line's end is the word's own or the printer's."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import regex

from index.sources.pdf.lexicon import Lexicon
from index.sources.pdf.suspended import is_between, is_suspended

_END = re.compile(r"([^\W\d_][^\W_'’]*|\d[\d,.]*)[-‐]$")
# Of what stands before a line's end so much is looked at.
_LONGEST_WORD = 100
_BEGIN = re.compile(r"[^\W_]+(?:[-‐'’][^\W_]+)*")
_WORDS = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
# Written with a hyphen before a word, but no words by themselves.
_PREFIXES = {"ex", "mi", "non", "demi", "semi", "quasi", "vice"}
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
            if self._is_suspended(end[1], begin[0], line):
                return f"{text} {line}"
            keeps = self._is_apart(text, end[1], begin[0]) or self._keeps(end[1], begin[0])
            return text + line if keeps else text[:-1] + line
        bare = text.endswith(("—", "-")) and not text.endswith((" —", " -"))
        if bare or (is_unspaced(text[-1]) and is_unspaced(line)):
            return text + line
        return f"{text} {line}"

    def _is_suspended(self, before: str, after: str, line: str) -> bool:
        """Whether the hyphen stands for what the word shares with one after a conjunction."""
        language = self._lexicon.language()
        if not is_between(after, language):
            return False
        if is_suspended(before, line, language):
            return True
        whole = (before + after).lower()
        known = self._seen[whole] or self._lexicon.knows(whole)
        # Of names that end so some are in no list: those of towns in -to.
        doubtful = after == "to" and not self._is_word(before.lower())
        return not (known or doubtful)

    def _is_apart(self, text: str, before: str, after: str) -> bool:
        """Whether the word is a letter by itself, which no printer leaves at a line's end.

        Unless it follows an apostrophe, or the text has the whole word; in a word that has a
        hyphen it is a part.
        """
        first = before.lower()
        if len(before) == 1 and before.isalpha():
            bound = text[-3:-2]
            elsewhere = self._seen[first + after.lower()] and before.islower()
            return bound not in {"'", "’"} and (bound in {"-", "‐"} or not elsewhere)
        return False

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
        return (first in _PREFIXES or self._is_word(first)) and self._is_word(second)

    def _is_word(self, word: str) -> bool:
        return bool(self._seen[word]) or self._lexicon.knows(word)
