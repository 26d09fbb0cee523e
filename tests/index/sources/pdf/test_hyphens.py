"""Words cut at the ends of lines: the printer's hyphen goes, the word's own stays."""

import pytest

from index.sources.pdf.hyphens import Joiner
from index.sources.pdf.lexicon import Lexicon

ENGLISH = "The harbour is open to all boats that carry a lamp, and the pier is well lit at night."
GERMAN = (
    "Der Hafen ist für alle Boote offen, die eine Laterne führen, und die Mole ist beleuchtet."
)


def joined(first: str, second: str, text: str = ENGLISH) -> str:
    """The two lines as one, of a text that says no more of their words than `text`."""
    return Joiner([text], Lexicon(text)).joined([first, second])


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("the har-", "bour", "the harbour"),
        ("it was con-", "cerned", "it was concerned"),
        ("a well-", "known pilot", "a well-known pilot"),
        ("the twenty-", "first boat", "the twenty-first boat"),
        ("of Anglo-", "Norman stone", "of Anglo-Norman stone"),
        ("some 1,200-", "1,400 crowns", "some 1,200-1,400 crowns"),
        ("the HAR-", "BOUR", "the HARBOUR"),
        ("the pier-", "master said", "the pier-master said"),
        ("they went —", "and came", "they went — and came"),
        ("they went", "away", "they went away"),
        ("港湾の規則は", "変わった", "港湾の規則は変わった"),
    ],
)
def test_lines_become_one(first: str, second: str, whole: str) -> None:
    """By what a lexicon says of the word, of its parts, and of the whole."""
    assert joined(first, second) == whole


def test_the_text_knows_its_words_best() -> None:
    """What it writes elsewhere in one word, or with a hyphen, it writes so here."""
    assert joined("the light-", "house", "Our lighthouse, a lighthouse.") == "the lighthouse"
    assert joined("the light-", "house", "Our light-house is tall.") == "the light-house"
    assert joined("of Trace-", "Monkey", "We call it TraceMonkey.") == "of TraceMonkey"


def test_german_writes_compounds_as_one_word() -> None:
    """Also those in no lexicon."""
    assert joined("die Hafen-", "lampenordnung", GERMAN) == "die Hafenlampenordnung"
    assert joined("die Hafen-", "Lampenordnung", GERMAN) == "die Hafen-Lampenordnung"
