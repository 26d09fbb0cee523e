"""PDF files: the text a reader of the pages sees, and what they say of themselves."""

import time
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from index.errors import Trouble
from index.sources.loader import Unreadable
from index.sources.pdf.damage import damaged_pages
from index.text import detect
from tests.in_words import in_words
from tests.index.sources.made import only, pdf_file
from tests.index.sources.pdf.made import (
    Text,
    compressed,
    lines,
    parts,
    pdf,
    texts,
    told,
    with_comment,
    with_field,
)

DATA = Path(__file__).parents[3] / "data"


@pytest.mark.slow
def test_a_page_becomes_its_paragraphs() -> None:
    """A word cut at the end of a line is put together."""
    printed = ["A first long line of the paragraph that is wra-", "pped and goes on to the end."]
    assert only("p.pdf", pdf_file(printed)).text == (
        "A first long line of the paragraph that is wrapped and goes on to the end."
    )


def test_lines_of_digits_are_text() -> None:
    """Wherever they stand; short lines are kept apart."""
    many = ["Boat", "4", "Place", "1", "Boat", "9", "Place", "2"]
    told_of = texts(lines("Results of the regatta", *many, "All boats came home before the dark."))
    assert [line for text in told_of for line in text.split("\n")][:9] == [
        "Results of the regatta", *many
    ]  # fmt: skip
    closing = "The list was closed by the harbour master in the evening of that same day."
    found = parts(lines("Inventory of the store.", "Lamp oil", "124", "Flour", "68", closing))
    assert found == (
        ("Inventory of the store.\nLamp oil\n124\nFlour\n68", "verse", 0),
        (closing, "paragraph", 0),
    )


def test_lines_of_japanese_go_on_only_where_they_are_full() -> None:
    """A letter would have had room on a line that ends early, and no line waits for a word."""
    full, last = "灯台は毎年五月一日から九月末まで開いています", "案内は土曜日の午前だけ行います。"
    assert texts(lines("港の規則", full, last, font="F5")) == ["港の規則", full + last]


def test_a_raised_mark_of_a_note_is_no_digit_of_the_number_before_it() -> None:
    """Nor of the word; an exponent is raised."""
    page = [Text(50, 700, "It was opened in 1893"), Text(158.5, 704, "2", 6)]
    assert texts([*page, Text(164, 700, "by two pilots.")]) == [
        "It was opened in 1893 by two pilots."
    ]
    letter = [Text(50, 700, "It was opened in 1893"), Text(158.5, 704, "a", 6)]
    assert texts([*letter, Text(164, 700, "by two.")]) == ["It was opened in 1893 by two."]
    assert texts([Text(50, 700, "It holds 10"), Text(102.8, 704, "3", 6)]) == ["It holds 10³"]
    water = [Text(50, 700, "H"), Text(58, 696, "2", 7), Text(62, 700, "O")]
    assert texts(water) == ["H₂O"]


def test_raised_letters_may_be_a_little_smaller() -> None:
    """As browsers set them: by a ninth, and a third of the size off the line."""
    low = [
        Text(50, 700, "It says H", 16),
        Text(112.3, 694.7, "2", 14.2),
        Text(120.2, 700, "O", 16),
    ]
    high = [Text(50, 600, "It holds 10 m", 16), Text(141.7, 605.3, "3", 14.2)]
    after = [Text(154, 600, "of water, and one", 16), *lines("more.", y=580, size=16)]
    assert texts([*low, *high, *after]) == [
        "It says H₂O",
        "It holds 10 m³ of water, and one more.",
    ]


def test_notes_stand_after_their_paragraph() -> None:
    """A sentence that goes on over the page is one, whatever stands at the foot."""
    first = lines(
        "The lighthouse was built of stone from the quarry",
        "behind the village, and it was kept by two families",
        "whose children went to school over the water in the",
    )
    note = lines("1 Harbour Records, volume 4.", y=80, size=8)
    second = lines("summer, and not at all in the winter months of the", "year.")
    found = parts([*first, *note], second)
    assert [part.kind for part in found] == ["paragraph", "note"]
    assert "in the summer, and not at all" in found[0].text
    assert found[1].text == "1 Harbour Records, volume 4."


def test_headings_are_told_by_their_letters() -> None:
    """By size, the largest the highest, and by bold lines over others."""
    found = parts(
        [
            Text(50, 720, "Rules of the harbour", 20),
            *lines("The harbour is open to all boats that carry a lamp.", y=690),
            Text(50, 650, "Fees", 14),
            *lines("A boat pays nine crowns a day, or sixty for a week.", y=630),
            Text(50, 590, "Winter", 11, "F2"),
            *lines("From November on no fee is asked of anyone at all.", y=576),
        ]
    )
    assert [(part.text, part.level) for part in found if part.kind == "heading"] == [
        ("Rules of the harbour", 1),
        ("Fees", 2),
        ("Winter", 3),
    ]


@pytest.mark.parametrize(
    ("text", "font"),
    [("Who pays nothing?", "F1"), ("誰が払いますか？", "F5"), ("Ποιος πληρωνει;", "F5")],
)
def test_a_heading_that_asks_is_a_question(text: str, font: str) -> None:
    """But for the highest, which is the title."""
    found = parts(
        [
            Text(50, 720, "What does a berth cost?", 20),
            *lines("The harbour is open to all boats that carry a lamp.", y=690),
            Text(50, 650, text, 14, font),
            *lines("A boat pays nine crowns a day, or sixty for a week.", y=630),
        ]
    )
    assert found[0][:2] == ("What does a berth cost?", "heading")
    assert found[2][:2] == (text, "question")


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("D:20200702054145+02'00'", "2020-07-02"),
        ("D:20200702", "2020-07-02"),
        ("2/7/2020 05:41:45", None),
        ("D:2020", None),
        ("", None),
    ],
)
def test_a_date_is_believed_if_it_is_one(date: str, day: str | None) -> None:
    """Whatever else stands there is no date, and no reason to refuse the file."""
    found = told(pdf(lines("The lamp is lit."), about={"CreationDate": date}))
    assert (found.date, found.parts[0].text) == (day, "The lamp is lit.")


@pytest.mark.slow
@pytest.mark.parametrize("title", ["untitled", "Microsoft Word - x.doc", "10811.exe", ""])
def test_a_title_that_is_none_gives_way_to_the_first_heading(title: str) -> None:
    """Programs write such things when nobody wrote a title."""
    page = [Text(50, 720, "Rules of the harbour", 20), *lines("It is open.", y=690)]
    assert only("a.pdf", pdf(page, about={"Title": title})).title == "Rules of the harbour"


def test_a_font_that_does_not_say_its_letters_is_not_guessed() -> None:
    """A file of it is refused with the reason; of some letters the page is named."""
    secret = Text(50, 600, "abcabc cab", font="F4")
    with pytest.raises(Unreadable, match="do not say which letters") as error:
        told(pdf([secret]))
    assert error.value.trouble is Trouble.NO_TEXT
    found = told(pdf([*lines("The lamp is lit at dusk, and put out again at dawn."), secret]))
    assert [part.text for part in found.parts] == [
        "The lamp is lit at dusk, and put out again at dawn."
    ]
    assert in_words(found.left_out) == (
        "what is set on page 1 in fonts that do not say which letters they draw",
    )


def test_a_font_whose_letters_are_control_characters_is_not_guessed() -> None:
    """TeX's small pictures of letters: its words are of the language, but for those with "fi"."""
    spelled = lines("the lamp is lit by the keeper", font="F6")
    assert texts(spelled) == ["the lamp is lit by the keeper"]
    holed = lines("the lamp is lit by the of\x1cce", font="F6")
    with pytest.raises(Unreadable, match="do not say which letters"):
        told(pdf(holed))
    found = told(
        pdf([*lines(*["The lamp is lit at dusk, and put out at dawn."] * 3, y=600), *holed])
    )
    assert "ce" not in {word for part in found.parts for word in part.text.split()}
    assert found.parts[0].text.startswith("The lamp is lit at dusk")
    assert in_words(found.left_out) == (
        "what is set on page 1 in fonts that do not say which letters they draw",
    )


def test_an_empty_password_is_none() -> None:
    """A file that AES keeps from being changed may be read by all."""
    found = told((DATA / "aes-256.pdf").read_bytes())
    assert found.parts[0].text == "The lamp is lit at dusk."


def test_a_file_for_certain_people_says_so() -> None:
    """Its key is a certificate (`/Filter /Adobe.PubSec`), and nothing of it is damaged."""
    whole = (DATA / "aes-256.pdf").read_bytes()
    standard = b"/Filter /Standard" if b"/Filter /Standard" in whole else b"/Filter/Standard"
    with pytest.raises(Unreadable, match="encrypted for certain people") as error:
        told(whole.replace(standard, standard.replace(b"Standard", b"Certific")))
    assert error.value.trouble is Trouble.LOCKED


def test_a_broken_page_is_named() -> None:
    """The others are read."""
    whole = pdf(lines("The lamp is lit."), lines("It is put out."))
    broken = whole.replace(b"/Type/Page/Parent 2 0 R", b"/Type/Pane/Parent 2 0 R", 1)
    found = told(broken)
    assert ([part.text for part in found.parts], in_words(found.left_out)) == (
        ["It is put out."],
        ("page 1, which cannot be read",),
    )


def test_a_page_whose_contents_are_missing_is_named() -> None:
    """One that is blank is not."""
    whole = pdf(lines("The lamp is lit."), lines("It is put out."), [])
    lacking = whole.replace(b"/Contents 14 0 R", b"/Contents 99 0 R")
    assert (in_words(told(whole).left_out), in_words(told(lacking).left_out)) == (
        (),
        ("page 2, which cannot be read",),
    )


def test_a_page_that_is_turned_is_read_as_it_is_shown() -> None:
    """And what stands beside its text, turned, is read after it."""
    upright = lines("The lamp is lit at dusk, and put out at dawn.")
    turned = pdf([*upright, Text(580, 100, "Draft of May", turn=90)])
    assert [part.text for part in told(turned).parts] == [upright[0].text, "Draft of May"]


def test_the_example_is_a_document() -> None:
    """It is read when the process begins that reads, so that all is loaded then."""
    from index.sources.pdf import EXAMPLE

    found = told(EXAMPLE)
    assert detect(found.parts[0].text) == "en"


def test_a_page_that_breaks_off_is_named() -> None:
    """What can be read of it is read."""
    whole = compressed(b"BT /F1 11 Tf 50 700 Td (The lamp is lit.) Tj ET")
    broken = compressed(b"BT /F1 11 Tf 50 700 Td (It is put out.) Tj ET", cut=20)
    found = told(whole)
    assert (found.parts[0].text, in_words(found.left_out)) == ("The lamp is lit.", ())
    with pytest.raises(Unreadable, match="no text") as error:
        told(broken)
    assert error.value.trouble is Trouble.NO_TEXT
    assert damaged_pages(broken, PdfDocument(broken)) == [1]


def test_items_stand_in_others() -> None:
    """By how far in they begin; lines that hang are theirs."""
    found = parts(
        [
            *lines("It sells:", y=700),
            Text(50, 680, "• stores for boats that are on their way to the islands in the"),
            Text(58, 666, "north of the bay"),
            Text(70, 652, "– oil"),
            Text(70, 638, "– rope"),
            Text(50, 624, "• fish"),
        ]
    )
    assert [(part.kind, part.level) for part in found] == [
        ("paragraph", 0),
        ("item", 1),
        ("item", 2),
        ("item", 2),
        ("item", 1),
    ]
    assert found[1].text.endswith("in the north of the bay")


def test_a_form_is_read_as_it_is_filled_in() -> None:
    """What stands in its fields is on the page."""
    page = lines("The monthly rent is:")
    assert [part.text for part in told(with_field(pdf(page), "740 euros")).parts] == [
        "The monthly rent is: 740 euros"
    ]


def test_what_lies_beyond_the_page_is_named() -> None:
    """Nobody who reads the page sees it."""
    found = told(pdf([*lines("The lamp is lit."), Text(-300, 700, "Proof of May")]))
    assert ([part.text for part in found.parts], in_words(found.left_out)) == (
        ["The lamp is lit."],
        ("what lies beyond the edges of page 1",),
    )


def test_comments_on_a_page_are_named() -> None:
    """As in a Word file; one without words is none."""
    page = pdf(lines("The lamp is lit."))
    for words, left_out in (("Is that so?", ("comments on page 1",)), ("", ())):
        found = told(with_comment(page, words))
        assert ([part.text for part in found.parts], in_words(found.left_out)) == (
            ["The lamp is lit."],
            left_out,
        )


@pytest.mark.slow
def test_a_hundred_pages_are_read_within_five_seconds() -> None:
    """Of computing, so that it does not depend on what else the machine does."""
    body = "The lighthouse was built of stone from the quarry behind the village, and kept by two."
    pages = [lines(*(f"{body} {page} {line}" for line in range(45)), y=740) for page in range(100)]
    file = pdf(*pages)
    told(pdf(pages[0]))  # what is loaded once
    begun = time.process_time()
    found = told(file)
    assert time.process_time() - begun < 5
    assert sum(part.text.count("quarry") for part in found.parts) == 4_500
