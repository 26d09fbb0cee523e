"""What of a source could not be taken is said in the reader's language."""

import re
from dataclasses import replace

import pytest

from bot.telegram.admin.unread import unread
from bot.telegram.left_out import LONGEST, left_out, of
from bot.telegram.texts import LANGUAGES, LOCALES, texts
from index.errors import OnlyTeased
from index.sources import from_bytes, from_text
from index.text import LeftOut, Missing, in_english
from index.text.left_out_in_english import SENTENCES

DE = texts("de")
MANY = tuple(range(1, 9))
# What was left out, and how it is said in German.
GERMAN = {
    LeftOut(Missing.HIDDEN): "verborgener Text",
    LeftOut(Missing.HIDDEN_COLUMNS): "verborgene Spalten",
    LeftOut(Missing.HIDDEN_ROWS): "verborgene Zeilen",
    LeftOut(Missing.HIDDEN_SECTION): "ein verborgener Abschnitt",
    LeftOut(Missing.HIDDEN_SHEET, "Old"): "das verborgene Blatt „Old“",
    LeftOut(Missing.HIDDEN_COLUMNS_OF_SHEET, "A", count=1): "1 verborgene Spalte des Blatts „A“",
    LeftOut(Missing.HIDDEN_ROWS_OF_SHEET, "Old", count=2): "2 verborgene Zeilen des Blatts „Old“",
    LeftOut(Missing.HIDDEN_SLIDES, count=1): "1 verborgene Folie",
    LeftOut(Missing.STRUCK): "durchgestrichener Text",
    LeftOut(Missing.TRACKED): "in der Änderungsverfolgung gelöschter Text",
    LeftOut(Missing.MOVED): "in der Änderungsverfolgung gelöschter oder verschobener Text",
    LeftOut(Missing.ASIDE): "ein Randtext",
    LeftOut(Missing.CELLS): "Zellen außerhalb der Spalten ihrer Tabelle",
    LeftOut(Missing.CHOICES): "Auswahlmöglichkeiten eines Formulars",
    LeftOut(Missing.COMMENTS): "Kommentare",
    LeftOut(Missing.DEEP, count=100): "was tiefer als in 100 Listen oder Zitaten steht",
    LeftOut(Missing.FIELDS): "Felder eines Formulars",
    LeftOut(Missing.NUMBERS, "ordinalText"): "Nummern vor Absätzen, von der Art „ordinalText“",
    LeftOut(Missing.NOTES): "Fußnoten, auf die im Text nichts verweist",
    LeftOut(Missing.CHARTS): "Diagramme",
    LeftOut(Missing.EMBEDDED, "Excel"): "Eingebettetes aus einem anderen Programm (Excel)",
    LeftOut(Missing.FORMULAS): "Formeln",
    LeftOut(Missing.PICTURES): "Bilder",
    LeftOut(Missing.CHARTS, count=1): "1 Diagramm",
    LeftOut(Missing.PICTURES, count=2): "2 Bilder",
    LeftOut(Missing.VALUES, count=2): (
        "2 Formeln ohne ihre Werte: die Datei einmal öffnen und speichern"
    ),
    LeftOut(Missing.LETTERS, count=1): "1 beschädigter Buchstabe, gezeigt als \ufffd",
    LeftOut(Missing.NAMELESS_SIGNS): "Zeichen einer unbekannten Schrift",
    LeftOut(Missing.SIGNS, "Bodoni"): "Zeichen der Schrift Bodoni",
    LeftOut(Missing.UNKNOWN_SIGNS): "Zeichen einer unbekannten Schrift",
    LeftOut(Missing.ABSENT, "O/two.xhtml"): "O/two.xhtml (nicht in der Datei)",
    LeftOut(Missing.ATTACHED, "plan.pdf"): "Anhang: plan.pdf",
    LeftOut(Missing.BEHIND, why="the server answers 404"): (
        "die Seite dahinter, die nicht gelesen werden konnte"
    ),
    LeftOut(Missing.DAMAGED, "O/two.xhtml", "bad CRC\nthere"): "O/two.xhtml (beschädigt)",
    LeftOut(Missing.DAMAGED_PART, "notes.xml"): "ein beschädigter Teil der Datei, notes.xml",
    LeftOut(Missing.ENCRYPTED, "O/two.xhtml"): "O/two.xhtml (verschlüsselt)",
    LeftOut(Missing.FILE, "photos/{a}.jpg"): "photos/{a}.jpg",
    LeftOut(Missing.LISTED, "two"): "das Kapitel „two“, das im Buch nur genannt ist",
    LeftOut(Missing.OTHER_PART): "ein Teil, der in einer anderen Datei steht",
    LeftOut(Missing.OUTSIDE, "O/two.xhtml"): "O/two.xhtml (außerhalb der Lesefolge)",
    LeftOut(Missing.PART, "RTF"): "ein Teil, der als RTF gespeichert ist",
    LeftOut(Missing.BEYOND, count=1, pages=(3,)): "jenseits des Seitenrands: S. 3",
    LeftOut(Missing.COMMENTED, count=1, pages=(3,)): "Kommentare: S. 3",
    LeftOut(Missing.DAMAGED_PAGES, count=2, pages=(3, 4)): "teils beschädigt: S. 3, 4",
    LeftOut(Missing.ILLEGIBLE, count=1, pages=(3,)): (
        "in Schriften, die nicht sagen, welche Buchstaben sie zeichnen: S. 3"
    ),
    LeftOut(Missing.PICTURED, count=11, pages=MANY): (
        "nur Bilder: S. 1, 2, 3, 4, 5, 6, 7, 8 … und 3 weitere"
    ),
    LeftOut(Missing.UNSEEN, count=1, pages=(3,)): "verdeckt oder unsichtbar: S. 3",
    LeftOut(Missing.UNREADABLE, count=1, pages=(3,)): "unlesbar: S. 3",
    LeftOut(Missing.SAID, "pictures {a}"): "pictures {a}",
}


@pytest.mark.parametrize(("left", "german"), GERMAN.items())
def test_all_that_is_left_out_is_said_in_every_language(left: LeftOut, german: str) -> None:
    """With its names and numbers, and the number decides the form; a name stays what it is."""
    assert of(left, DE) == german
    others = [of(left, texts(language)) for language in LANGUAGES if language != "en"]
    if left.kind not in {Missing.FILE, Missing.SAID}:
        assert in_english(left) not in others


def test_each_kind_has_a_message_with_what_there_is_to_say_of_it() -> None:
    """But for what is said in words; why something failed is told in English only."""
    assert {left.kind for left in GERMAN} == set(Missing)
    written = (LOCALES / "en.ftl").read_text(encoding="utf-8")
    said = dict(re.findall(r"^left-([\w-]+) =(.*(?:\n .*)*)", written, re.MULTILINE))
    assert set(said) == set(Missing) - {Missing.SAID}
    for kind, message in said.items():
        english = SENTENCES[Missing(kind)].replace("{some}", "{count}")
        words = set(re.findall(r"{(\w+)}", english)) - {"s", "why"}
        assert set(re.findall(r"\$(\w+)", message)) == words, kind


def test_counts_take_their_forms() -> None:
    """One, two, few, many."""
    forms = {
        "ru": ["1 изображение", "2 изображения", "5 изображений"],
        "ar": ["صورة واحدة", "صورتان", "5 صور"],
        "zh": ["1 张图片", "2 张图片", "5 张图片"],
    }
    for language, expected in forms.items():
        some = [LeftOut(Missing.PICTURES, count=count) for count in (1, 2, 5)]
        assert [of(one, texts(language)) for one in some] == expected


def test_what_real_files_miss_is_said() -> None:
    """Whatever the loader says of these."""
    rich = rb"{\rtf1 A {\strike old} lamp.{\*\annotation why?}{\pict 00}\par}"
    mail = (
        b"Subject: Plan\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nThe plan."
        b"\r\n--x\r\nContent-Disposition: attachment; filename=plan.pdf\r\n\r\n-\r\n--x--\r\n"
    )
    page = b"<html><p>A <del>bad</del> lamp is lit. <select><option>Now</select></p></html>"
    expected = {
        "a.rtf": "durchgestrichener Text; Kommentare; Bilder",
        "a.eml": "Anhang: plan.pdf",
        "a.html": "durchgestrichener Text; Auswahlmöglichkeiten eines Formulars",
        "a.txt": "1 beschädigter Buchstabe, gezeigt als \ufffd",
    }
    damaged = ("Où était la lampe de l’été, là-bas, près de la forêt ? " * 3).encode() + b"\xc3"
    for name, data in zip(expected, (rich, mail, page, damaged), strict=True):
        (found,) = from_bytes(name, data)
        assert left_out(found, DE) == DE("understood-left-out", what=expected[name])


def test_of_a_text_that_is_whole_nothing_is_said() -> None:
    """Of another one all, in one line."""
    whole = from_text("The lamp is lit.")
    assert left_out(whole, texts("fr")) == ""
    missing = (LeftOut(Missing.FILE, "photos/a.jpg"), LeftOut(Missing.PICTURES, count=2))
    exported = replace(whole, left_out=missing)
    assert left_out(exported, texts("fr")) == "Laissé de côté : photos/a.jpg; 2 images"


def test_much_is_cut() -> None:
    """So that a message holds it."""
    much = tuple(LeftOut(Missing.ATTACHED, str(n)) for n in range(999))
    line = left_out(replace(from_text("The lamp."), left_out=much), texts("en"))
    assert line.endswith("…")
    assert len(line) == LONGEST + len("Left out: ")


def test_what_a_feed_only_teases_is_said() -> None:
    """With how many there are, and what to do."""
    told = unread(OnlyTeased("https://example.org/feed", "too many", 5, 9), DE)
    assert told == (
        "https://example.org/feed: 5 von 9 Einträgen, bloße Anreißer: senden Sie die Adressen "
        "ihrer Seiten"
    )
