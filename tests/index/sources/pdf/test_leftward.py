"""Lines of right-to-left scripts: the order of reading, and letters and brackets as they are."""

import pytest

from index.sources.pdf.leftward import in_order
from index.sources.pdf.levels import levels, order
from index.sources.pdf.signs import Glyph, kind_of
from tests.index.sources.pdf.made import JAPANESE, Text, pdf, told
from tests.index.sources.pdf.test_maps import CODES, changed

# Codes are letters, but one that draws a lam and an alef.
LAM_ALEF = "\ue000"
MAP = b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange %b endcmap" % b" ".join(
    [
        *(b"1 beginbfrange <%b00> <%bff> <%b00> endbfrange" % (byte, byte, byte)
          for byte in (b"00", b"05", b"06", b"fe")),
        b"1 beginbfchar <e000> <06440627> endbfchar",
    ]
)  # fmt: skip
STREAM = b"70 0 obj<</Length %d>>stream\n%b\nendstream endobj\n" % (len(MAP), MAP)


def read(*rows: str) -> list[str]:
    """What a page says whose rows are drawn so, from left to right."""
    page = [Text(50, 700 - 40 * place, row, font="F5") for place, row in enumerate(rows)]
    file = changed(pdf(page), JAPANESE, CODES % b" 70 0 R", STREAM)
    return [line for part in told(file).parts for line in part.text.split("\n")]


def drawn(*phrases: str) -> str:
    """The phrases as they stand on the page, the first on the right; Latin ones as they are."""
    return "".join(one if one.isascii() else one[::-1] for one in reversed(phrases))


@pytest.mark.parametrize("one", [LAM_ALEF, "\ufefb"])
def test_the_letters_of_one_glyph_are_in_order(one: str) -> None:
    """Dogs, not another word; whether the font says two letters or a form that is taken apart."""
    assert read(drawn(f"الك{one}ب مسموح بها")) == ["الكلاب مسموح بها"]


def test_letters_that_stand_side_by_side_stay() -> None:
    """An alef and a lam begin most words."""
    assert read(drawn("الكلب في الماء")) == ["الكلب في الماء"]


@pytest.mark.parametrize("opening", ["()", ")("])
def test_brackets_are_what_they_mean(opening: str) -> None:
    """Whether the font calls them by that, or by what they look like."""
    first, last = opening[0], opening[1]
    sentence = f"האגרה {first}כולל מים{last} היא שלוש"
    item = f"1{last} ראשון"
    assert read(drawn(sentence), drawn(item)) == ["האגרה (כולל מים) היא שלוש", "1) ראשון"]


def test_a_phrase_among_them_is_read_to_the_right() -> None:
    """Its words in their order, its brackets around it."""
    words = ["הקובץ (", "google chrome browser", ") נשמר כאן היום"]
    assert read(drawn(*words), drawn("השורה השנייה של הדף")) == [
        "הקובץ (google chrome browser) נשמר כאן היום",
        "השורה השנייה של הדף",
    ]


@pytest.mark.parametrize(
    ("seen", "said", "leftward"),
    [
        ("CBA", "ABC", True),
        ("FE 15 DCBA", "ABCD 15 EF", True),
        ("DC google chrome BA", "AB google chrome CD", True),
        ("DC windows 10 BA", "AB windows 10 CD", True),
        ("DC usd 40 BA", "AB 40 usd CD", True),
        ("DC (v2.0) BA", "AB (v2.0) CD", True),
        (".HGF google.com BA", "AB google.com FGH.", True),
        ("12/05/2024-C BA", "AB C-12/05/2024", True),
        ("name BA", "AB name", True),
        ("the word DCBA means peace", "the word ABCD means peace", False),
        ("and DC BA means (not) a", "and AB CD means (not) a", False),
        ("see 15 DC 20 BA here", "see 15 AB 20 CD here", False),
    ],
)
def test_the_order_of_reading(seen: str, said: str, leftward: bool) -> None:
    """Capitals stand for letters that are read to the left; brackets for what they look like."""
    kinds = "".join("R" if one.isupper() else kind_of(one) for one in seen)
    depths = levels(kinds, leftward=leftward, arabic=False)
    found = [seen[at] for at in order(depths)]
    swapped = str.maketrans("()", ")(")
    deep = [depths[at] % 2 for at in order(depths)]
    assert (
        "".join(
            one.translate(swapped) if odd else one for one, odd in zip(found, deep, strict=True)
        )
        == said
    )


def test_a_space_that_is_made_up_stands_before_its_letter() -> None:
    """PDFium puts it where that begins, also in a line that is read to the right."""
    text = "a bג"
    places = [50.0, 64, 64, 80]

    def glyph(at: int) -> Glyph:
        x, width = places[at], 0 if at == 1 else 10
        return Glyph(x, 50, x, x + width, 12, (x, x + width, 50, 60), at == 1)

    assert in_order(text, glyph)[0] == text


def test_numbers_among_arabic_letters() -> None:
    """There a hyphen parts them, and they stand from right to left."""
    assert [order(levels("N+NOR", leftward=True, arabic=arabic)) for arabic in (False, True)] == [
        [4, 3, 0, 1, 2],
        [4, 3, 2, 1, 0],
    ]


def test_marks_are_of_the_letter_that_they_are_drawn_over() -> None:
    """PDFium ends a line beside them, puts spaces there, and the mark before the letter."""
    text = "\u064fل \r\nك \u064eم"
    places = [(45, 61), (40, 50), (35, 50), (0, 0), (0, 0), (60, 50), (54, 50), (53, 58), (50, 50)]
    made = {2, 3, 4, 6}

    def glyph(at: int) -> Glyph:
        x, y = places[at]
        width = 0 if at in made else 2 if kind_of(text[at]) == "M" else 10
        return Glyph(x, y, x, x + width, 12, (x, x + width, y, y + 10), at in made)

    assert in_order(text, glyph)[0].strip() == "كم\u064eل\u064f"
