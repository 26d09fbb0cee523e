"""Texts word by word: the words that are compared, and two texts of them beside each other."""

from index.wording.alignment import Stretch, aligned, edits
from index.wording.changed import Change, changes, counted, marked
from index.wording.matching import Run, Stored
from index.wording.negations import negated, negates, negation_before, negation_behind
from index.wording.spelt import number_of
from index.wording.words import Word, words_of

__all__ = [
    "Change",
    "Run",
    "Stored",
    "Stretch",
    "Word",
    "aligned",
    "changes",
    "counted",
    "edits",
    "marked",
    "negated",
    "negates",
    "negation_before",
    "negation_behind",
    "number_of",
    "words_of",
]
