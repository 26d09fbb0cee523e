"""Whether words that are said to be from the texts stand there, word for word."""

from bot.verifying.differences import Apart, Difference, What
from bot.verifying.marked import Mark, Piece, placed, whole_sentences
from bot.verifying.pasted import LONGEST_PASTE, PasteTooLong
from bot.verifying.places import Place
from bot.verifying.verdict import verify
from bot.verifying.verified import Verdict, Verified

__all__ = [
    "LONGEST_PASTE",
    "Apart",
    "Difference",
    "Mark",
    "PasteTooLong",
    "Piece",
    "Place",
    "Verdict",
    "Verified",
    "What",
    "placed",
    "verify",
    "whole_sentences",
]
