"""Passages: whole sentences, spans only."""

import itertools
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from index.sources import from_text
from index.text.documents import Document
from index.text.normalise import normalised
from index.text.passages import LONGEST, encoder_input, split
from index.text.sentences import sentence_spans

ARTICLE = (Path(__file__).parents[3] / "sample" / "article.txt").read_text(encoding="utf-8")
PIECES = st.sampled_from(
    [
        "A sentence. ", "# Title\n\n", "Short heading\n\n", "M. Dupont parle ! ", "\n\n", "\r\n",
        "x" * 700 + " ", "y" * 2500, "中文句子。" * 30, "ภาษาไทย " * 60, "- item\n", "🇨🇭👍🏽 ",
        "e\u0301\u0301 ", "\u00ad\u00a0", "İstanbul. ", "שלום עולם. ", "a\tb ", "Fin.\n\n",
    ]
)  # fmt: skip


def _check(document: Document) -> None:
    text, last, covered = document.text, 0, 0
    for passage in split(document):
        assert passage.span.start >= last
        assert text[last : passage.span.start].strip() == ""
        assert passage.text == text[passage.span.start : passage.span.end]
        assert len(passage.text) <= LONGEST + 130
        inner = last = passage.span.start
        for sentence in passage.sentences:
            assert passage.span.contains(sentence)
            assert sentence.start >= inner
            inner = sentence.end
        assert passage.sentences
        assert inner == passage.span.end
        last = passage.span.end
        covered += len(passage.text)
    assert text[last:].strip() == ""


@given(st.lists(PIECES, max_size=40))
def test_passages_cover_any_text(pieces: list[str]) -> None:
    """Spans rise, do not overlap, leave out white space only, keep their size and sentences."""
    _check(Document("d", "D", normalised("".join(pieces))))


@given(st.text(max_size=200))
def test_passages_cover_odd_text(text: str) -> None:
    """Any characters at all."""
    _check(Document("d", "D", normalised(text)))


def test_article_becomes_its_paragraphs_under_their_headings() -> None:
    """The sample's six paragraphs, the fourth and fifth under the first heading."""
    document = from_text(ARTICLE, title="article")
    passages = split(document)
    _check(document)
    assert [passage.heading for passage in passages] == [
        "", "", "", *["Un revirement stratégique sans précédent"] * 2,
        "Vers une escalade mesurée mais risquée",
    ]  # fmt: skip
    assert [len(passage.sentences) for passage in passages] == [2, 2, 2, 3, 3, 3]
    found = passages[3].sentences[0].of(document.text)
    assert found.startswith("Face à l’impasse")
    assert found.endswith("envers Kiev.")


def test_no_sentence_is_cut() -> None:
    """A long paragraph parts between sentences, into parts of about equal size."""
    text = " ".join(f"Sentence number {n} says what it has to say." for n in range(60))
    document = Document("d", "D", text, language="en")
    passages = split(document)
    assert [s for p in passages for s in p.sentences] == sentence_spans(text, "en")
    sizes = [len(passage.text) for passage in passages]
    assert len(sizes) == 3
    assert max(sizes) - min(sizes) < 100


def test_only_a_monstrous_sentence_is_cut() -> None:
    """Without any full stop the cut is at a space; without a space, between graphemes."""
    words = Document("d", "D", "word " * 1000)
    assert all(p.text.startswith("word") and p.text.endswith("word") for p in split(words))
    family = "👨‍👩‍👧‍👦"
    emoji = Document("d", "D", family * 400)
    assert all(set(p.text.split(family)) == {""} for p in split(emoji))


def test_dense_scripts_make_shorter_passages() -> None:
    """A Chinese character costs the encoder as much as several Latin ones."""
    chinese = Document("d", "D", "今天天气很好，我们去公园。" * 200)
    assert max(len(passage.text) for passage in split(chinese)) <= LONGEST / 2


def test_small_paragraphs_are_joined_within_their_section() -> None:
    """Lines of a dialogue share a passage; a heading is never passed over."""
    text = "One\n\n- Yes, it is.\n\n- No, it is not.\n\n# Two\n\nThe end is here."
    passages = split(from_text(text))
    assert [(p.heading, p.text) for p in passages] == [
        ("One", "One\n\n- Yes, it is.\n- No, it is not."),
        ("Two", "Two\n\nThe end is here."),
    ]
    document = passages[0].document
    assert [s.of(document.text) for s in passages[0].sentences] == [
        "- Yes, it is.",
        "- No, it is not.",
    ]


def test_a_heading_without_text_can_still_be_found() -> None:
    """It becomes a passage of its own."""
    text = "First words of all.\n\n# Alone\n\n# Last"
    spans = [passage.text for passage in split(from_text(text))]
    assert spans == ["First words of all.", "Alone", "Last"]


def test_spans_of_neighbours_never_touch_wrongly() -> None:
    """Passages of a real text, end to end, give the text back but for white space."""
    document = from_text(ARTICLE, title="article")
    joined = "".join(passage.text for passage in split(document))
    assert "".join(joined.split()) == "".join(document.text.split())
    pairs = itertools.pairwise(split(document))
    assert all(one.span.end <= other.span.start for one, other in pairs)


def test_the_encoder_reads_the_title_above_the_passage() -> None:
    """The spans are those of the same sentences; a title that only begins the text is not read."""
    text = "It costs 30 euros.\n\nA second one costs 20."
    (titled,) = split(Document("p", "Passport", text))
    read, spans = encoder_input(titled)
    assert read == f"Passport\n{text}"
    assert [span.of(read) for span in spans] == ["It costs 30 euros.", "A second one costs 20."]
    (named,) = split(Document("p", "It costs 30…", text))
    assert encoder_input(named)[0] == text
