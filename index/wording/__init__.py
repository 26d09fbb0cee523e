"""Texts word by word: the words that are compared, and two texts of them beside each other."""

from index.wording.alignment import Run, Stretch, aligned, edits, occurrences, runs
from index.wording.changed import Change, changes, counted, marked
from index.wording.negations import negated, negates
from index.wording.spelt import number_of
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
    "number_of",
    "occurrences",
    "runs",
    "words_of",
]
