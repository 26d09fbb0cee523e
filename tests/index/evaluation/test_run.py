"""Evaluation of retrieval: right hits are found right, and runs repeat."""

import argparse
import json
from pathlib import Path

import pytest

from index.evaluation.question_sets import Question, read
from index.evaluation.run import add_arguments, draw, evaluate, is_right, rank, read_all, report
from index.retriever import Hit
from index.text.passages import Passage
from index.text.spans import Span
from tests.doubles import BagEncoder

DATA = Path(__file__).parents[2] / "data"


def test_rows_by_set_and_language_pair(tmp_path: Path, encoder: BagEncoder) -> None:
    """The bag encoder finds what shares words; what it cannot, it does not."""
    sets = read_all([DATA / "questions.en.jsonl", DATA / "questions.fr.jsonl"])
    rows = list(evaluate(sets, encoder, tmp_path))
    assert [(row.name, row.pair, row.questions) for row in rows] == [
        ("questions.en", "en>en", 9),
        ("questions.fr", "fr>fr", 9),
        ("questions.en>questions.fr", "en>fr", 9),
        ("questions.fr>questions.en", "fr>en", 9),
        ("own language>all sets", "mixed", 9),
        ("other language>all sets", "mixed", 9),
    ]
    english = rows[0].metrics
    assert english["recall@1"].value >= 8 / 9
    assert english["recall@5"].value == 1.0  # there are four passages
    assert english["document@1"] == english["recall@1"]  # of one document each
    assert english["recall@1"].value <= english["nDCG@10"].value <= 1.0
    assert rows[2].metrics["recall@1"].value < english["recall@1"].value


def test_a_second_run_encodes_no_passage(tmp_path: Path, encoder: BagEncoder) -> None:
    """The set's library is kept, and the figures are the same."""
    sets = [read(DATA / "questions.en.jsonl")]
    first = list(evaluate(sets, encoder, tmp_path, limit=5))
    encoded = encoder.encoded_passages
    assert encoded > 0
    assert list(evaluate(sets, encoder, tmp_path, limit=5)) == first
    assert encoder.encoded_passages == encoded


def test_a_hit_is_right_where_the_answer_is() -> None:
    """Of the same document is not enough; a part of the answer is."""
    document = read(DATA / "questions.en.jsonl").documents[0]
    question = Question("?", "en", document.doc_id, (Span(40, 44),))

    def hit(start: int, end: int) -> Hit:
        return Hit(Passage(document, Span(start, end), "", ()), 0.0, 0.0, (), 0.0)

    assert is_right(question, hit(0, 41))
    assert not is_right(question, hit(0, 40))
    assert not is_right(question, hit(44, 80))
    assert rank(question, [hit(44, 80), hit(30, 60)]) == 2
    assert rank(question, [hit(44, 80)]) is None


def test_drawing_is_repeatable() -> None:
    """The same few questions each time; all of them without a limit."""
    questions = read(DATA / "questions.en.jsonl").questions
    assert draw(questions, 3) == draw(questions, 3)
    assert len(draw(questions, 3)) == 3
    assert draw(questions, None) == draw(questions, 99) == list(questions)


def test_figures_are_written_with_commit_and_machine(tmp_path: Path, encoder: BagEncoder) -> None:
    """What is needed to get the same figures again."""
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    output = tmp_path / "figures" / "retrieval.json"
    options = parser.parse_args(
        [str(DATA / "questions.en.jsonl"), f"--cache={tmp_path}", f"--output={output}"]
    )
    table = report(options, encoder)
    assert table.splitlines()[1].startswith("questions.en en>en")
    written = json.loads(output.read_text(encoding="utf-8"))
    assert {"commit", "machine", "time", "python", "versions", "seed"} <= written.keys()
    assert written["encoder"] == ["bag", "1"]
    assert written["figures"][0]["metrics"]["recall@5"] == {"value": 1.0, "low": 1.0, "high": 1.0}


def test_a_negative_limit_is_a_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback from deep inside for `--limit -1`."""
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    with pytest.raises(SystemExit):
        parser.parse_args(["set.jsonl", "--limit", "-1"])
    assert "at least 1" in capsys.readouterr().err
