"""What of a source could not be taken is said in the reader's language."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.telegram.left_out import LONGEST, left_out, of
from bot.telegram.texts import LANGUAGES, LOCALES, texts
from index.sources import from_bytes, from_text
from tests.told_by_loaders import OPEN, Source, told_by_loaders

DE = texts("de")
TEASERS = "5 of its 9 entries only tease and were left out: the pages of the newest are read"
# What loaders say, and how it is said in German.
SAID = {
    "hidden text": "verborgener Text",
    "text that is struck out": "durchgestrichener Text",
    "text that tracked changes deleted": "in der Änderungsverfolgung gelöschter Text",
    "what tracked changes delete or move away (what they insert is taken)": (
        "in der Änderungsverfolgung gelöschter oder verschobener Text"
    ),
    "what stands more than 100 lists or quotations deep": (
        "was tiefer als in 100 Listen oder Zitaten steht"
    ),
    "cells beyond the columns of their table": "Zellen außerhalb der Spalten ihrer Tabelle",
    "the choices of a form": "Auswahlmöglichkeiten eines Formulars",
    "the fields of a form": "Felder eines Formulars",
    "comments": "Kommentare",
    "an aside": "ein Randtext",
    "notes that nothing in the text refers to": "Fußnoten, auf die im Text nichts verweist",
    "formulas": "Formeln",
    "pictures": "Bilder",
    "charts": "Diagramme",
    "a chart": "Diagramme",
    "a hidden section": "ein verborgener Abschnitt",
    "hidden rows": "verborgene Zeilen",
    "hidden columns": "verborgene Spalten",
    "signs of an unknown font": "Zeichen einer unbekannten Schrift",
    "signs of the font without a name": "Zeichen einer unbekannten Schrift",
    "signs of the font Bodoni": "Zeichen der Schrift Bodoni",
    "what is embedded from another program (Excel)": (
        "Eingebettetes aus einem anderen Programm (Excel)"
    ),
    "a part kept as RTF": "ein Teil, der als RTF gespeichert ist",
    "a part kept as another file": "ein Teil, der in einer anderen Datei steht",
    "a damaged part of the file, notes.xml": "ein beschädigter Teil der Datei, notes.xml",
    "the hidden sheet “Old”": "das verborgene Blatt „Old“",
    "the page behind it: the server answers 404": (
        "die Seite dahinter, die nicht gelesen werden konnte"
    ),
    "a chapter “two”, which the book lists only": "das Kapitel „two“, das im Buch nur genannt ist",
    "O/two.xhtml, which the file does not hold": "O/two.xhtml (nicht in der Datei)",
    "O/two.xhtml, which is encrypted": "O/two.xhtml (verschlüsselt)",
    "O/two.xhtml, which is damaged: bad CRC\nthere": "O/two.xhtml (beschädigt)",
    "O/two.xhtml, which is outside the reading order": "O/two.xhtml (außerhalb der Lesefolge)",
    "attached: plan.pdf": "Anhang: plan.pdf",
    "page 3, which cannot be read": "unlesbar: S. 3",
    "what is damaged of pages 3, 4": "teils beschädigt: S. 3, 4",
    "pages 1, 2, 3, 4, 5, 6, 7, 8 and 3 more, of which there are only pictures": (
        "nur Bilder: S. 1, 2, 3, 4, 5, 6, 7, 8 … und 3 weitere"
    ),
    "comments on page 3": "Kommentare: S. 3",
    "what lies beyond the edges of page 3": "jenseits des Seitenrands: S. 3",
    "what is set on page 3 in fonts that do not say which letters they draw": (
        "in Schriften, die nicht sagen, welche Buchstaben sie zeichnen: S. 3"
    ),
    "1 damaged letters, shown as \ufffd": "1 beschädigter Buchstabe, gezeigt als \ufffd",
    "2 formulas without their values; open and save it once": (
        "2 Formeln ohne ihre Werte: die Datei einmal öffnen und speichern"
    ),
    "2 pictures": "2 Bilder",
    "1 charts": "1 Diagramm",
    "1 hidden slide": "1 verborgene Folie",
    "2 hidden rows of the sheet “Old”": "2 verborgene Zeilen des Blatts „Old“",
    "1 hidden column of the sheet “Old”": "1 verborgene Spalte des Blatts „Old“",
    TEASERS: ("5 von 9 Einträgen, bloße Anreißer: senden Sie die Adressen ihrer Seiten"),
}


@pytest.mark.parametrize(("told", "german"), SAID.items())
def test_all_that_loaders_say_is_said_in_every_language(told: str, german: str) -> None:
    """With its names and numbers, and the number decides the form."""
    assert of(told, texts("de")) == german
    others = [of(told, texts(language)) for language in LANGUAGES if language != "en"]
    assert told not in others
    assert not any("{" in other for other in others)


def test_all_that_loaders_can_say_is_known() -> None:
    """Whatever their source can say, with page numbers, names or counts where these are open.

    Only the name of a file stands for itself.
    """
    told = told_by_loaders()
    opened = {text: [text.replace(OPEN, one) for one in ("7", "page 7")] for text in told}
    unknown = {
        text for text in told if text.strip(OPEN) and all(of(s, DE) == s for s in opened[text])
    }
    assert unknown == set()
    forms = [".+".join(map(re.escape, text.split(OPEN))) for text in told if text.strip(OPEN)]
    found = [said for said in SAID if any(re.fullmatch(form, said, re.DOTALL) for form in forms)]
    assert set(SAID) - set(found) == {TEASERS}  # which is told of a feed, not of a document


def test_what_a_new_loader_says_is_found(tmp_path: Path) -> None:
    """Through names, attributes and functions, whichever way it leaves something out."""
    (tmp_path / "loader.py").write_text(
        "WHY = 'a seal'\n"
        "def read(file):\n"
        "    left_out = [f'{sum(seals)} seals', *lost(file)]\n"
        "    left_out.append(WHY)\n"
        "    file.left_out['a ribbon'] = None\n"
        "    around.leave('a stamp' if file.old else _STAMPS[file.kind])\n"
        "    return Extracted((), left_out=tuple(left_out))\n"
        "def lost(file):\n"
        "    if why := file.why():\n"
        "        yield why\n"
        "    yield from (f'{what} of {one}' for one, what in {'wax': 'drops'}.items())\n"
        "_STAMPS = {'old': 'an old stamp'}\n"
    )
    seals = {
        "a seal",
        f"{OPEN} seals",
        "a ribbon",
        "a stamp",
        "an old stamp",
        "drops of wax",
        OPEN,
    }
    assert Source(tmp_path).told() == seals


def test_no_form_is_forgotten() -> None:
    """Each sentence of this kind that the bot has is said of something above."""
    written = (LOCALES / "de.ftl").read_text(encoding="utf-8")
    keys = re.findall(r"^left-[\w-]+(?= =)", written, re.MULTILINE)
    told = {of(one, texts("de")) for one in SAID}
    # Two are said in two ways; "left-pages" is part of others.
    assert len(told) == len(SAID) - 2 == len(keys) - 1


def test_counts_take_their_forms() -> None:
    """One, two, few, many."""
    forms = {
        "ru": ["1 изображение", "2 изображения", "5 изображений"],
        "ar": ["صورة واحدة", "صورتان", "5 صور"],
        "zh": ["1 张图片", "2 张图片", "5 张图片"],
    }
    for language, expected in forms.items():
        say = texts(language)
        assert [of(f"{count} pictures", say) for count in (1, 2, 5)] == expected


def test_what_real_files_miss_is_known() -> None:
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
        line = left_out(found, texts("de"))
        assert line == texts("de")("understood-left-out", what=expected[name])


def test_what_no_form_fits_is_shown_as_it_is() -> None:
    """The name of a file; and of a text that is whole nothing is said."""
    whole = from_text("The lamp is lit.")
    assert left_out(whole, texts("fr")) == ""
    exported = replace(whole, left_out=("photos/a.jpg", "2 pictures"))
    assert left_out(exported, texts("fr")) == "Laissé de côté : photos/a.jpg; 2 images"


def test_much_is_cut() -> None:
    """So that a message holds it."""
    much = replace(from_text("The lamp."), left_out=tuple(f"attached: {n}" for n in range(999)))
    line = left_out(much, texts("en"))
    assert line.endswith("…")
    assert len(line) == LONGEST + len("Left out: ")
