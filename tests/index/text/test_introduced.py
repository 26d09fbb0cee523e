"""Lines and short paragraphs below one that ends in a colon are a list without bullets."""

import pytest

from index.text import Document, Part, Span, composed, leads
from index.text.blocks import Kind
from index.text.introduced import FARTHEST, introduces

RULES = "Rules\nForbidden are:\nDogs\nFire. Gas may be lit.\nBalls\nAllowed are:\nKites"
OFFICES = "Tax Office\nHill Road\nPhone: 15\nHead: Peter\nRegistry\nPhone: 01"
HOURS = "Pool\nOpening hours:\nMonday: closed\nSunday: 9:00\nOr ask"


def _above(parts: list[Part], words: str) -> list[str]:
    text, blocks = composed(parts)
    start = text.rindex(words)
    document = Document("d", "D", text, blocks=blocks)
    return [one.of(text) for one in leads(document, Span(start, start + len(words)))]


@pytest.mark.parametrize(
    ("lines", "words", "above"),
    [
        (RULES, "Dogs", ["Forbidden are:"]),
        (RULES, "Balls", ["Forbidden are:"]),
        (RULES, "Gas may be lit.", ["Forbidden are:", "Fire."]),
        (RULES, "Kites", ["Allowed are:"]),
        (RULES, "Rules", []),
        (RULES, "Forbidden are:\nDogs", []),
        (RULES, "Allowed are:", []),
        (OFFICES, "Phone: 15", ["Tax Office"]),
        (OFFICES, "Head: Peter", ["Tax Office"]),
        (OFFICES, "Phone: 01", ["Registry"]),
        (OFFICES, "Hill Road", []),
        (HOURS, "Sunday: 9:00", ["Pool", "Opening hours:"]),
        ("Anna: Good day\nBen: Good day to you", "Ben: Good day to you", []),
        ("How to apply\nDeadline: May\nSend it by post.", "Deadline: May", []),
        ("Youth Centre\nRoom: 9", "Room: 9", ["Youth Centre"]),
        ("Das Meer\nglänzte weit\nhinaus", "hinaus", []),
        ("禁止：\n狗\n猫", "猫", ["禁止："]),
    ],
)
def test_a_line_takes_along_what_it_stands_under(lines: str, words: str, above: list[str]) -> None:
    """The nearest line that introduces it; of one that only gives something, what it is of."""
    assert _above([Part(lines, "verse")], words) == above


@pytest.mark.parametrize(
    ("texts", "words", "above"),
    [
        (["Forbidden are:", "Dogs", "Balls", "Fire"], "Fire", ["Forbidden are:"]),
        (["Forbidden are:", "Dogs.", "Balls.", "Fire."], "Fire.", ["Forbidden are:"]),
        (["Forbidden are:", "Dogs", "Allowed are:", "Fire"], "Fire", ["Allowed are:"]),
        (["Not:", "Fire. Gas may be lit."], "Gas may be lit.", ["Not:", "Fire."]),
        (["Forbidden are:", "Dogs", "The park is open from eight till nine."], "The park", []),
        (["Forbidden are:", "Dogs", "x" * 101, "Fire"], "Fire", []),
        (["Forbidden are:", "x" * 101], "x" * 101, ["Forbidden are:"]),
        (["She said:", "“Yes, I will.”", "“No.”"], "“No.”", []),
        (["She said:", "“Yes, I will.”"], "“Yes, I will.”", ["She said:"]),
        (["It was late.", "Dogs", "Fire"], "Fire", []),
    ],
)
def test_a_short_paragraph_takes_along_what_introduces_it(
    texts: list[str], words: str, above: list[str]
) -> None:
    """Above others as short, that are no sentences, or are as short as names."""
    assert _above([Part(text) for text in texts], words) == above


@pytest.mark.parametrize(
    ("kind", "above"),
    [("paragraph", ["Forbidden are:"]), ("heading", []), ("code", []), ("item", []), ("row", [])],
)
def test_what_introduces_lines_stands_in_their_section(kind: Kind, above: list[str]) -> None:
    """Nothing of another kind is between."""
    parts = [Part("Forbidden are:"), Part("Dogs", kind), Part("Balls\nMusic\nFire", "verse")]
    assert _above(parts, "Music") == above


def test_what_is_far_above_introduces_nothing() -> None:
    """So that a book of short lines is not read through for each of them."""
    for count, above in ((FARTHEST - 1, ["Forbidden are:"]), (FARTHEST, [])):
        lines = "\n".join(["Forbidden are:", *["Dogs"] * count, "Fire"])
        assert _above([Part(lines, "verse")], "Fire") == above
        assert _above([Part(line) for line in lines.split("\n")], "Fire") == above


def test_a_colon_at_the_end_introduces() -> None:
    """Also that of Chinese and Japanese."""
    assert [introduces(one) for one in ("Not:", "不可：", "At 9:00")] == [True, True, False]
