"""Sentences of several places are found each where it stands, or almost does."""

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from bot.verifying.differences import What
from bot.verifying.verdict import compare
from bot.verifying.verified import Verdict, Verified
from index.building import build
from index.sources import from_text
from index.store import View, open_library
from index.text import Document, sentence_spans
from tests.bot.verifying.pasted_set import library
from tests.doubles import BagEncoder

BRIDGE = (
    "The Lindholm Bridge was opened on 4 May 1987 by the mayor Anna Berg. It is 312 metres long"
    " and carries two lanes of traffic. Cyclists may cross it free of charge.\n\nThe fish market"
    " sells herring on Saturday from six in the morning. It is closed in January."
)
FEAST = (
    "Das Fest beginnt am 3. Juni 2024 um 18 Uhr im Stadtpark. Der Eintritt kostet 7 Euro für"
    " Familien. Hunde sind nicht erlaubt. Das Wetter wird nass."
)
MARKET = "The fish market sells herring on Saturday from six in the morning."
FALSE = "Pineapple pizza has had so few calories."


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """Two texts."""
    opened = open_library(tmp_path_factory.mktemp("sentences") / "library")
    texts = [from_text(BRIDGE, doc_id="bridge"), from_text(FEAST, doc_id="feast")]
    build(opened, texts, BagEncoder(), replace=True)
    with closing(opened.open()) as view:
        yield view


def _told(found: Verified) -> list[tuple[str, list[tuple[What, str, str]]]]:
    """Each place's first words, and its differences: what, stored, pasted."""
    return [
        (
            " ".join(place.text.split()[:3]),
            [
                (one.what, one.stored.of(place.document.text), one.pasted.of(found.paste))
                for one in place.differences
            ],
        )
        for place in found.places
    ]


@pytest.mark.parametrize(
    ("pasted", "told"),
    [
        (  # neither has enough of the whole
            "Das Fest beginnt am 4. Juni 2024 um 18 Uhr im Stadtpark. Hunde sind erlaubt.",
            [
                ("Das Fest beginnt", [(What.NUMBER, "3", "4")]),
                ("Hunde sind nicht", [(What.NEGATION, "nicht", "")]),
            ],
        ),
        (  # the longer one has
            f"Hunde sind erlaubt. {MARKET}",
            [("Hunde sind nicht", [(What.NEGATION, "nicht", "")]), ("The fish market", [])],
        ),
        (
            "It is 312 metres long and carries three lanes of traffic. It is closed in June.",
            [
                ("It is 312", [(What.NUMBER, "two", "three")]),
                ("It is closed", [(What.NAME, "January", "June")]),
            ],
        ),
        (  # between runs of words that are the same
            f"Cyclists may cross it free of charge. Hunde sind erlaubt. {MARKET}",
            [
                ("Cyclists may cross", []),
                ("Hunde sind nicht", [(What.NEGATION, "nicht", "")]),
                ("The fish market", []),
            ],
        ),
    ],
)
def test_sentences_from_several_places(
    view: View, pasted: str, told: list[tuple[str, list[tuple[What, str, str]]]]
) -> None:
    """Each has its place, and what is other in it."""
    found = compare(view, pasted)
    assert found.verdict is Verdict.STITCHED
    assert _told(found) == told
    assert found.absent == ()


def test_of_sentences_those_that_are_nowhere_are_told(view: View) -> None:
    """Beside those that stand somewhere; those in a row at once."""
    found = compare(view, f"Hunde sind erlaubt. {FALSE} Nobody ever said so. {MARKET}")
    assert found.verdict is Verdict.STITCHED
    assert [first for first, _ in _told(found)] == ["Hunde sind nicht", "The fish market"]
    said = f"{FALSE} Nobody ever said so"
    assert [one.of(found.paste) for one in found.absent] == [said]


def test_what_is_nowhere_beside_one_place_was_added_there(view: View) -> None:
    """As long as nothing of it is found elsewhere."""
    found = compare(view, f"{MARKET} {FALSE}")
    assert found.verdict is Verdict.ALMOST
    assert _told(found) == [("The fish market", [(What.WORDS, "", FALSE[:-1])])]
    assert found.absent == ()


@pytest.mark.parametrize(
    "pasted",
    [
        f"{FALSE} Nobody ever said so. It is closed in June.",  # too little of it
        "Das Fest endet. Das Wetter nervt.",  # of two words nothing is nearly a quote
    ],
)
def test_a_few_words_that_are_the_same_are_nothing(view: View, pasted: str) -> None:
    """Of a message most of which stands nowhere."""
    assert compare(view, pasted).verdict is Verdict.ABSENT


def test_of_a_quote_with_words_left_out_each_part_is_told(view: View) -> None:
    """Inside quotation marks, too, where a word of each part is other."""
    quote = "It is 312 metres long and carries three lanes […] Hunde sind wieder nicht erlaubt"
    found = compare(view, f"They write “{quote}” and nobody knows why.")
    assert found.verdict is Verdict.ALMOST
    assert [first for first, _ in _told(found)] == ["It is 312", "Hunde sind nicht"]


def _altered(sentence: str, draw: random.Random) -> str:
    words = sentence.split()
    words[draw.randrange(1, len(words) - 1)] = draw.choice(["999", "jamais", "blue"])
    return " ".join(words)


def _pairs(texts: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """Two sentences of different texts, each with a word that is other."""
    draw = random.Random(1)
    sentences = [
        (text.doc_id, sentence)
        for text in texts
        for span in sentence_spans(text.text, text.language)
        if 4 <= len((sentence := span.of(text.text)).split()) <= 25
    ]
    for _ in range(150):
        one, other = draw.sample(sentences, 2)
        if one[0] != other[0]:
            yield _altered(one[1], draw), _altered(other[1], draw)


def test_two_altered_sentences_are_both_found(tmp_path: Path) -> None:
    """Of any two texts, in whatever languages: neither is denied, nor called an addition."""
    with closing(library(tmp_path / "library", BagEncoder())) as view:
        pairs = list(_pairs(list(view.documents_from(0, 20))))
        alone = [[compare(view, one) for one in pair] for pair in pairs]
        both = [
            (pair, {one.places[0].document.doc_id for one in found})
            for pair, found in zip(pairs, alone, strict=True)
            if {one.verdict for one in found} == {Verdict.ALMOST}
        ]
        assert len(both) > 100
        for pair, documents in both:
            found = compare(view, " ".join(pair))
            assert found.verdict is Verdict.STITCHED, pair
            assert {one.document.doc_id for one in found.places} >= documents, pair
            assert not found.absent
