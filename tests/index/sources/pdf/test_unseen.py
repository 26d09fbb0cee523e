"""What nobody sees on a page is none of its text: what is covered, invisible or cut away."""

import time

import pytest
from pypdfium2 import PdfDocument

from index.sources.pdf.textpage import characters
from index.sources.pdf.unseen import Sight
from index.text import LeftOut, Missing
from tests.index.sources.pdf.made import (
    Content,
    Rule,
    Text,
    box,
    lines,
    pdf,
    picture,
    told,
)

NAME = "It was made by John Smith, on 3 May."
# Where the name stands in that line, without the comma.
LEFT, RIGHT = 124.5, 181.8
REST = lines("The council decided on it.", y=640)
UNSEEN = (LeftOut(Missing.UNSEEN, count=1, pages=(1,)),)
Page = list[Text | Rule | Content]


def _read(page: Page) -> tuple[str, tuple[LeftOut, ...]]:
    found = told(pdf(page))
    return " ".join(part.text for part in found.parts), found.left_out


def _invisible(y: float, text: str) -> Content:
    return Content(f"q BT /F1 11 Tf 3 Tr 50 {y} Td ({text}) Tj ET Q")


def _coloured(colour: str, y: float, text: str) -> Content:
    return Content(f"q {colour} rg BT /F1 11 Tf 50 {y} Td ({text}) Tj ET Q")


@pytest.mark.parametrize(
    "over",
    [
        box(LEFT, 695, RIGHT, 712),
        box(LEFT, 695, RIGHT, 712, "1 1 1"),
        box(LEFT, 699, RIGHT, 709),
        picture(LEFT, 695, RIGHT, 712),
        Content(f"q 14 w {LEFT} 704 m {RIGHT} 704 l S Q"),
        Content(f"q 2 0 0 2 0 0 cm {LEFT / 2} 347.5 {(RIGHT - LEFT) / 2} 8.5 re f Q"),
    ],
)
def test_what_is_covered_is_left_out(over: Content) -> None:
    """By a box, black, white or too low for all its letters, a picture, a thick line."""
    page: Page = [*lines(NAME), over, *REST]
    assert _read(page) == ("It was made by , on 3 May. The council decided on it.", UNSEEN)


@pytest.mark.parametrize(
    "drawn",
    [
        [box(LEFT, 695, RIGHT, 712, "1 1 0"), *lines(NAME)],
        [*lines(NAME), Content(f"q /Pale gs 1 1 0 rg {LEFT} 695 60 17 re f Q")],
        [*lines(NAME), Content(f"q /Multiply gs 1 1 0 rg {LEFT} 695 60 17 re f Q")],
        [*lines(NAME), Content("q 3 w 40 690 300 30 re S Q")],
        [*lines(NAME), Content("30 680 400 60 re 40 690 300 30 re f*")],
        [*lines(NAME), Content("q 40 600 10 10 re W n 0 0 600 790 re f Q")],
        [*lines(NAME), box(LEFT, 695, RIGHT, 712, "1 1 1"), *lines(NAME)],
        [*lines(NAME), box(LEFT, 694, RIGHT, 699)],
        [box(40, 690, 400, 720), _coloured("1 1 1", 700, NAME)],
        [_coloured("1 1 1", 700.4, NAME), *lines(NAME)],
        [picture(40, 690, 400, 720), _coloured("1 1 1", 700, NAME)],
        [picture(0, 0, 612, 792), _invisible(700, NAME)],
        [_invisible(700, NAME), picture(0, 0, 612, 792)],
        [*lines(NAME), picture(0, 690, 612, 720)],
        [Content(f"q 40 690 400 30 re W n BT /F1 11 Tf 50 700 Td ({NAME}) Tj ET Q")],
        [Content(f"BT /F1 1 Tf 11 0 0 11 50 700 Tm ({NAME}) Tj ET")],
        [_coloured("1 1 1", 700, NAME), *lines(NAME)],
        [box(40, 690, 400, 720, ".92 .92 .92"), _coloured(".94 .94 .94", 700, NAME)],
        [
            box(40, 690, 400, 720),
            Content(f"1 1 1 rg BT /F1 11 Tf -1 0 0 -1 300 700 Tm ({NAME}) Tj ET"),
        ],
    ],
)
def test_what_is_seen_is_text(drawn: Page) -> None:
    """On a box, under what is clear, in a frame, written anew; or read from the picture there."""
    assert _read(drawn) == (NAME, ())


@pytest.mark.parametrize(
    "hidden",
    [
        _invisible(700, NAME),
        _coloured("1 1 1", 700, NAME),
        _coloured(".996 1 .996", 700, NAME),
        Content(f"q .8 0 0 rg 40 690 400 30 re f BT /F1 11 Tf 50 700 Td ({NAME}) Tj ET Q"),
        Content(f"q 0 0 10 10 re W n BT /F1 11 Tf 50 700 Td ({NAME}) Tj ET Q"),
        Text(50, 700, NAME, 0.5),
    ],
)
def test_what_is_invisible_is_left_out(hidden: Text | Content) -> None:
    """Without colour, in the colour of its ground, cut away, or as small as a speck."""
    assert _read([hidden, *REST]) == ("The council decided on it.", UNSEEN)


def test_letters_that_are_drawn_on_the_page_have_any_size() -> None:
    """Those of the font are large; it says nothing of which letters they are."""
    file = pdf([Text(50, 700, "lamp", 0.01, "F6"), *REST])
    large = file.replace(b"[.001 0 0 .001 0 0]", b"[1.00 0 0 1.00 0 0]")
    assert told(large).left_out == (LeftOut(Missing.ILLEGIBLE, count=1, pages=(1,)),)


def test_a_label_on_the_box_is_text() -> None:
    """And what is below it is not."""
    label = Content("q 1 1 1 rg BT /F1 8 Tf 128 701 Td (withheld) Tj ET Q")
    page: Page = [*lines(NAME), box(LEFT, 695, RIGHT, 712), label, *REST]
    assert _read(page) == (
        "It was made by withheld , on 3 May. The council decided on it.",
        UNSEEN,
    )


def test_what_is_blackened_on_a_picture_of_a_page_is_left_out() -> None:
    """The rest of what a program read there is text."""
    read = [_invisible(y, NAME) for y in (700, 680)]
    page: Page = [picture(0, 0, 612, 792), *read, box(40, 690, 400, 715)]
    assert _read(page) == (NAME, UNSEEN)


def test_letters_that_the_reader_has_no_font_for_stay() -> None:
    """Nobody can tell what hides them."""
    page: Page = [Text(50, 700, "港の規則は変わった。", font="F5"), box(40, 690, 400, 715)]
    assert _read(page) == ("港の規則は変わった。", ())


@pytest.mark.parametrize(
    ("kind", "text"),
    [("/Square/IC[0 0 0]/C[0 0 0]", "It was made by , on 3 May."), ("/Text", NAME)],
)
def test_a_box_that_was_added_to_the_page_covers_it(kind: str, text: str) -> None:
    """But the sign of a note does not."""
    rect = f"/Rect[{LEFT} 695 {RIGHT} 712]"
    look = f"q 0 0 0 rg 0 0 {RIGHT - LEFT} 17 re f Q"
    form = f"<</Type/XObject/Subtype/Form/BBox[0 0 {RIGHT - LEFT} 17]/Length {len(look)}>>"
    file = pdf([*lines(NAME), Content("q 3 w 40 690 300 30 re S Q")])
    file = file[: file.rindex(b"\nxref\n") + 1].replace(b"/MediaBox", b"/Annots[41 0 R]/MediaBox")
    file += f"40 0 obj{form}stream\n{look}\nendstream endobj\n".encode()
    file += f"41 0 obj<</Type/Annot/Subtype{kind}/F 4{rect}/AP<</N 40 0 R>>>> endobj\n".encode()
    assert told(file + b"trailer<</Root 1 0 R>>").parts[0].text == text


@pytest.mark.slow
def test_a_page_of_very_many_shapes_and_words_takes_its_time_but_once() -> None:
    """Twice as many of both take about twice as long."""
    spent = []
    for count in (5_000, 10_000):
        places = [(50 + n % 100 * 5, 780 - n // 100 * 7) for n in range(count)]
        words: Page = [Text(x, y, f"w{n % 9}", 2) for n, (x, y) in enumerate(places)]
        boxes: Page = [box(x, 50, x + 4, y + 3) for x, y in places]
        page = PdfDocument(pdf([*words, *boxes]))[0]
        textpage = page.get_textpage()
        start = time.process_time()
        assert Sight().unseen(page, textpage.raw, characters(textpage.raw))
        spent.append(time.process_time() - start)
    assert spent[1] < 3 * spent[0]
