"""Evaluation of answers: every question is asked as it should be, the figures written."""

import argparse
import json
from pathlib import Path

import pytest

from bot.answering.answer import Quote
from bot.answering.confidence import Calibration, Calibrations, Kind
from bot.answering.readers.reader import EncoderReader
from bot.evaluation.calibrating import add_calibration_arguments, calibrate, weighed
from bot.evaluation.libraries import in_small
from bot.evaluation.outcomes import Outcome, asking, has_words, outcomes
from bot.evaluation.run import add_arguments, evaluate, report
from index.errors import VerbatimError
from index.evaluation.question_sets import read
from index.evaluation.run import retriever_for
from index.text.documents import Document
from index.text.spans import Span
from tests.doubles import BagEncoder

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def reader() -> EncoderReader:
    """One that answers from a score of 0.3."""
    reader = EncoderReader("bundled")
    several = Calibration(0.0, (0.0, 1.0), (0.0, 0.3), (1.0, 0.1), 0.5, 0.9)
    reader.calibrations = Calibrations(several, Calibration(0.0, (1.0,), (0.3,), (0.1,), 0.5, 0.9))
    return reader


def test_each_question_is_asked_with_its_document_left_out(
    tmp_path: Path, encoder: BagEncoder, reader: EncoderReader
) -> None:
    """All passages of its title are gone then; look-alikes keep theirs."""
    questions = read(DATA / "questions.en.jsonl")
    library = retriever_for(questions, encoder, tmp_path)
    found = list(outcomes(questions, library, asking(reader), None))
    kinds = [outcome.kind for _, outcome in found]
    assert [kinds.count(kind) for kind in ("answerable", "left out", "look-alike")] == [9, 9, 2]
    assert {pair for pair, _ in found} == {"en>en"}
    assert not any(o.contains or o.passage for _, o in found if o.kind != "answerable")
    right = [outcome for _, outcome in found if outcome.kind == "answerable" and outcome.contains]
    assert len(right) >= 7


def test_single_documents_have_no_others_to_compare_with(
    tmp_path: Path, encoder: BagEncoder, reader: EncoderReader
) -> None:
    """Each question is asked of its own document alone, and of another one alone."""
    questions = read(DATA / "questions.en.jsonl")
    found = [
        outcome
        for part, library, other in in_small(questions, 1, encoder, tmp_path, None)
        for _, outcome in outcomes(part, library, asking(reader), None, other)
    ]
    kinds = [outcome.kind for outcome in found]
    assert [kinds.count(kind) for kind in ("answerable", "left out", "look-alike")] == [9, 9, 2]
    assert all(outcome.evidence[0] is None for outcome in found if outcome.evidence)
    assert not any(outcome.contains for outcome in found if outcome.kind != "answerable")


def test_each_kind_counts_as_much_as_the_answerable_questions() -> None:
    """Two left out for each share its weight; one look-alike of eight counts four times."""

    def outcome(kind: Kind) -> Outcome:
        return Outcome(kind, 0.5, True, True, True, True, True, (0.1, 1.0))

    often: dict[Kind, int] = {"answerable": 8, "left out": 16, "look-alike": 1}
    weights = weighed([outcome(kind) for kind, count in often.items() for _ in range(count)])
    assert [weight * 25 for weight, _ in weights] == [1.0] * 8 + [0.5] * 16 + [4.0]


def test_calibrating_needs_two_documents(
    tmp_path: Path, encoder: BagEncoder, reader: EncoderReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one alone it says what to do; with more what was fitted is stored."""
    monkeypatch.setattr("bot.answering.confidence.STORED", tmp_path / "stored.json")
    parser = argparse.ArgumentParser()
    add_calibration_arguments(parser)
    asked = [{"question": "who keeps it?", "answer": "Anna", "start": 0}]
    row = {"lang": "en", "title": "Lights", "text": "Anna keeps it.", "questions": asked}
    alone = tmp_path / "alone.jsonl"
    alone.write_text(json.dumps(row) + "\n", encoding="utf-8")
    with pytest.raises(VerbatimError, match="two documents"):
        calibrate(parser.parse_args([str(alone), f"--cache={tmp_path}"]), encoder, reader)
    assert not (tmp_path / "stored.json").exists()
    several = str(DATA / "questions.en.jsonl")
    calibrate(parser.parse_args([several, f"--cache={tmp_path}"]), encoder, reader)
    stored = json.loads((tmp_path / "stored.json").read_text(encoding="utf-8"))
    assert len(stored["bundled"]["several"]["weights"]) == 2
    assert len(stored["bundled"]["single"]["weights"]) == 1


@pytest.mark.parametrize(
    ("text", "words", "there"),
    [
        ("Born in Honolulu, Hawaii.", "honolulu, Hawaii", True),
        ("Born in Hawaii, near Honolulu.", "Honolulu, Hawaii", False),
        ("It cost 1300 crowns.", "300", False),
        ("本种在澳大利亚分布。", "澳大利亚", True),
        ("Nothing.", "?", False),
    ],
)
def test_an_answer_is_right_wherever_its_words_stand(text: str, words: str, there: bool) -> None:
    """In order, as words and not as parts of words."""
    whole = Span(0, len(text))
    assert has_words(Quote(Document("d", "", text), whole, whole, ""), words) is there


def test_a_set_of_several_language_pairs_also_counts_as_one(
    tmp_path: Path, encoder: BagEncoder, reader: EncoderReader
) -> None:
    """After its pairs, with all of their questions."""
    text = "Anna keeps the lighthouse."
    asked = [
        {"question": question, "question_lang": language, "answer": "Anna", "start": 0}
        for language, question in (
            ("en", "who keeps it?"),
            ("de", "wer da?"),
            ("de", "wer nur?"),
        )
    ]
    row = {"lang": "en", "title": "Lights", "text": text, "questions": asked}
    path = tmp_path / "mixed.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    rows = list(evaluate([read(path)], encoder, reader, tmp_path, None))
    assert [(row.pair, row.questions) for row in rows] == [("de>en", 2), ("en>en", 1), ("all", 3)]
    assert rows[-1].metrics["passage right"].value == 1.0


def test_the_run_writes_figures_and_a_picture(
    tmp_path: Path, encoder: BagEncoder, reader: EncoderReader
) -> None:
    """A table for people, JSON without NaN, and a PNG of the curves."""
    pytest.importorskip("matplotlib")
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    output, curve = tmp_path / "answers.json", tmp_path / "curve.png"
    options = parser.parse_args(
        [
            str(DATA / "questions.en.jsonl"),
            "--limit=4",
            f"--cache={tmp_path}",
            f"--output={output}",
            f"--curve={curve}",
        ]
    )
    table = report(options, encoder, reader)
    assert table.startswith("questions.en en>en: 4 questions, 4 left out, 2 look-alike")
    figures = json.loads(output.read_text(encoding="utf-8"))["figures"]
    assert 0 <= figures[0]["metrics"]["quote contains"]["value"] <= 1
    assert figures[0]["curve"][-1]["coverage"] == 1.0
    assert curve.read_bytes().startswith(b"\x89PNG")
