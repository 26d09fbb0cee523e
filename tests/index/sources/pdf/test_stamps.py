"""What is printed over the text of a PDF, or turned beside it, is none of the text there."""

import pytest

from tests.index.sources.pdf.made import Text, lines, pdf, told

WORDS = "oil rope tar lamp flour coal salt herring".split()  # noqa: SIM905
STAMPS = {
    "at a slant": [Text(150, 250, "DRAFT", 90, turn=45), Text(190, 210, "of May", 40, turn=45)],
    "across": [Text(60, 520, "DRAFT of May", 80)],
    "beside": [Text(600, 300, "DRAFT of May", 24, turn=90)],
}


def _page(number: int, stamps: list[Text]) -> list[Text]:
    store = [f"The store {number} holds {word} and the keeper of {word} counts" for word in WORDS]
    return [*stamps, *lines(f"Store {number}", size=16, y=740), *lines(*store * 2, y=700)]


@pytest.mark.parametrize("stamp", STAMPS)
@pytest.mark.parametrize("pages", [1, 2])
def test_a_stamp_is_a_note_and_no_title(stamp: str, pages: int) -> None:
    """Once, whole, after the text that it lies on; it parts no sentence and names no passage."""
    found = told(pdf(*[_page(number, STAMPS[stamp]) for number in range(1, pages + 1)]))
    assert found.title == "Store 1"
    assert [part.text for part in found.parts if part.kind == "heading"] == [
        f"Store {number}" for number in range(1, pages + 1)
    ]
    assert (found.parts[-1].text, found.parts[-1].kind) == ("DRAFT of May", "note")
    assert sum("DRAFT" in part.text for part in found.parts) == 1


def test_large_letters_that_lie_on_nothing_are_headings() -> None:
    """And a first letter beside the lines that it is as high as is none either."""
    page = [Text(60, 640, "The harbour", 60), *lines(*(f"It holds {one}" for one in WORDS), y=600)]
    assert told(pdf(page)).title == "The harbour"
    first = [Text(50, 672, "I", 40), *lines("t was lit in May and", "burns every night", x=70)]
    rest = lines(*(f"and the keeper counts {word} in store" for word in WORDS), y=660)
    assert all(part.kind != "note" for part in told(pdf(first + rest)).parts)
