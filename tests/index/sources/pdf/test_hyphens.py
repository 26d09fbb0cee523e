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


FRENCH = (
    "Le maire de la ville dit que le port est ouvert à tous les bateaux qui portent une lampe."
)
DUTCH = "De haven is open voor alle boten die een lamp voeren, en de pier is verlicht in de nacht."
DANISH = "Havnen er åben for alle både, som fører en lygte, og molen er oplyst hver eneste nat."
FINNISH = "Satama on avoinna kaikille veneille, joissa on lamppu, ja laituri on valaistu yöllä."
SPANISH = "El puerto está abierto a todos los barcos que llevan una lámpara, y el muelle es largo."


@pytest.mark.parametrize(
    ("first", "second", "whole", "text"),
    [
        ("alle Haupt-", "und Nebenstraßen", "alle Haupt- und Nebenstraßen", GERMAN),
        ("am Vor-", "oder Nachmittag", "am Vor- oder Nachmittag", GERMAN),
        ("die Ein-", "bzw. Ausfahrt", "die Ein- bzw. Ausfahrt", GERMAN),
        ("die 2-", "und 3-jährigen", "die 2- und 3-jährigen", GERMAN),
        ("the short-", "and long-term plan", "the short- and long-term plan", ENGLISH),
        ("a ten-", "or twenty-year plan", "a ten- or twenty-year plan", ENGLISH),
        ("a five-", "to ten-year plan", "a five- to ten-year plan", ENGLISH),
        ("de lucht-", "en waterkwaliteit", "de lucht- en waterkwaliteit", DUTCH),
        ("for børne-", "og ungdomsklubber", "for børne- og ungdomsklubber", DANISH),
        ("franco-", "y germanófilos", "franco- y germanófilos", SPANISH),
        ("the pota-", "to is cooked", "the potato is cooked", ENGLISH),
        ("the edit-", "or of it", "the editor of it", ENGLISH),
        ("hyvä opetta-", "ja tuli", "hyvä opettaja tuli", FINNISH),
    ],
)
def test_a_hyphen_before_a_conjunction_stands_apart(
    first: str, second: str, whole: str, text: str
) -> None:
    """It stands for what both words have in common; but words end like conjunctions, too."""
    assert joined(first, second, text) == whole


def test_a_letter_by_itself_keeps_its_hyphen() -> None:
    """No printer leaves one at a line's end; but the text may know the word without."""
    assert joined("his A-", "level exam") == "his A-level exam"
    assert joined("a B-", "road", "A broad pier is a road.") == "a B-road"
    assert joined("the x-", "axis") == "the x-axis"
    assert joined("das x-", "fache", GERMAN) == "das x-fache"
    assert joined("and a-", "gain", "Again and again.") == "and again"
    assert joined("it is l’é-", "cole", FRENCH) == "it is l’école"


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("y a-t-", "il", "y a-t-il"),
        ("y a-t-", "on", "y a-t-on"),
        ("c’est-à-", "dire", "c’est-à-dire"),
        ("un arc-en-", "ciel", "un arc-en-ciel"),
        ("l’ex-", "maire", "l’ex-maire"),
        ("la mi-", "août", "la mi-août"),
        ("le porte-mon-", "naie", "le porte-monnaie"),
        ("au mi-", "lieu", "au milieu"),
        ("il faut ex-", "pliquer", "il faut expliquer"),
        ("la rede-", "vance", "la redevance"),
        ("qu’est-", "ce que", "qu’est-ce que"),
    ],
)
def test_french_words_of_several_parts(first: str, second: str, whole: str) -> None:
    """Their hyphens stay; that of a part that is cut goes."""
    assert joined(first, second, f"{FRENCH} C'est ton port, dit-on.") == whole
