"""Texts word by word: the words that are compared, and two texts of them beside each other."""

from index.wording.alignment import Run, Stretch, aligned, edits, occurrences, runs
from index.wording.changed import Change, changes, counted, marked
from index.wording.negations import negated, negates
from index.wording.words import Word, words_of

__all__ = [
    "Change",
    "Run",
    "Stretch",
    "Word",
    "aligned",
    "changes",
    "counted",
    "edits",
    "marked",
    "negated",
    "negates",
    "occurrences",
    "runs",
    "words_of",
]
