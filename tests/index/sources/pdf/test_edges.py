"""Numbers of pages and running heads are no text, wherever they interrupt it."""

from index.sources.pdf.edges import MASK, masked
from tests.index.sources.pdf.made import Text, lines, texts

BODY = (
    "The lighthouse was built of stone from the quarry behind the village, and it",
    "was kept by two families whose children went to school over the water in the",
)


def pages(count: int, *edges: Text) -> list[list[Text]]:
    """Pages of different text with the same edges, `#` in them the number of the page."""
    found = []
    for page in range(1, count + 1):
        body = [line._replace(text=f"{line.text[:40]} {page * 37}") for line in lines(*BODY)]
        numbered = [edge._replace(text=edge.text.replace("#", str(page))) for edge in edges]
        found.append([*numbered, *body])
    return found


def test_what_counts_up_at_the_edge_of_most_pages_is_a_number_of_a_page() -> None:
    """Alone, or in a head; the head is read once, at the end."""
    found = texts(*pages(4, Text(300, 40, "#"), Text(50, 770, "Harbour rules, page # of 4")))
    assert not any(text in found for text in "1234")
    assert [text for text in found if "rules" in text] == ["Harbour rules, page 1 of"]


def test_headings_that_count_with_the_pages_stay() -> None:
    """Where each page holds one article, as near to its text as lines are or in larger type."""
    near, large = Text(50, 714, "Article #"), Text(50, 760, "Step #: moor the boat", 18)
    for heading in (near, large):
        found = texts(*pages(4, heading, *lines(*BODY, y=672), Text(300, 40, "#")))
        told = [heading.text.replace("#", str(page)) in " ".join(found) for page in range(1, 5)]
        assert told == [True] * 4
        assert not any(text in found for text in "1234")


def test_headings_stand_over_their_text_however_far_where_pages_are_numbered_elsewhere() -> None:
    """In the text's own type, two lines above it; a head of smaller type, or of pages, is none."""
    number = Text(300, 40, "#")
    for heading in (Text(50, 728, "Article #"), Text(50, 742, "Article #: of the piers")):
        found = texts(*pages(4, heading, number))
        told = [heading.text.replace("#", str(at)) in " ".join(found) for at in range(1, 5)]
        assert told == [True] * 4
        assert not any(text in found for text in "1234")
    for head in (Text(50, 742, "Harbour rules #", 9), Text(50, 742, "Harbour rules, page #")):
        found = texts(*pages(4, head, number))
        assert [text for text in found if "rules" in text] == [head.text.removesuffix(" #")]


def test_a_sign_that_others_write_for_a_number_is_none() -> None:
    """Lines of code at the edges of pages begin with "#", where others have a number."""
    starts = ("1 mount the lamp", "# mount the lamp", "# mount the lamp", "9 mount the lamp")
    found = texts(*([Text(50, 770, start), *lines(*BODY, y=700)] for start in starts))
    assert all(start in " ".join(found) for start in starts)


def test_the_turkish_letter_without_a_dot_is_no_number() -> None:
    """Though a capital of it is one in Roman letters."""
    assert masked("ı x İ") == (f"ı {MASK} İ", (10,))


def test_a_head_does_not_interrupt_a_sentence() -> None:
    """The sentence goes on over the page."""
    first = [Text(50, 770, "4 Harbour rules"), *lines(BODY[0], BODY[1])]
    middle = [Text(50, 770, "5 Harbour rules"), *lines("summer, and " + BODY[0][4:], BODY[1])]
    last = [Text(50, 770, "6 Harbour rules"), *lines("winter.")]
    found = texts(first, middle, last)
    assert "over the water in the summer, and lighthouse" in found[0]
    assert found[0].endswith("over the water in the winter.")


def test_numbers_that_do_not_count_up_stay() -> None:
    """The last line of each page may be a number of its own."""
    counts = (124, 68, 12, 90)
    found = texts(*([*lines(*BODY), Text(50, 400, str(count))] for count in counts))
    assert [text for text in found if text.isdigit()] == ["124", "68", "12", "90"]


def test_a_number_on_a_single_page_stays() -> None:
    """Nothing says that it counts."""
    assert "7" in texts([*lines(*BODY), Text(300, 40, "7")])


def test_heads_that_change_by_chapter_are_heads() -> None:
    """They stand apart at the same height, and most come again."""
    chapters = ["Piers", "Piers", "Lamps", "Lamps", "Boats", "Boats"]
    found = texts(
        *(
            [Text(50, 770, f"Of {chapter}"), *lines(f"{BODY[0][:30]} {place * 7}", y=700)]
            for place, chapter in enumerate(chapters)
        )
    )
    assert found[-3:] == ["Of Piers", "Of Lamps", "Of Boats"]


def test_pages_of_one_line_keep_it() -> None:
    """A head is something beside the text."""
    assert texts(*([Text(50, 700, f"Page {place}")] for place in range(1, 6))) == [
        f"Page {place}" for place in range(1, 6)
    ]


def test_numbers_away_from_the_edge_stay() -> None:
    """Though they count up from page to page."""
    ended = f"{BODY[0]} is tall."
    found = texts(*([Text(50, 400, str(page)), *lines(ended, y=370)] for page in range(1, 6)))
    assert [text for text in found if text.isdigit()] == ["1", "2", "3", "4", "5"]


def test_two_pages_that_begin_alike_keep_their_lines() -> None:
    """Two lists may be numbered like two pages."""
    first, second = (
        [Text(50, 760, f"Boats of pier {page}:"), *lines("Bosun", "Gull", y=730)]
        for page in (1, 2)
    )
    assert "Boats of pier 1:" in texts(first, second)[0]
    assert any("Boats of pier 2:" in text for text in texts(first, second))
