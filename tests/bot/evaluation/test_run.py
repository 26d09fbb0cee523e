"""Evaluation of answers: every question is asked as it should be, the figures written."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.answering.answer import Quote
from bot.answering.confidence import Calibration, Calibrations, Kind
from bot.answering.readers.reader import EncoderReader
from bot.evaluation.calibrating import add_calibration_arguments, calibrate, weighed
from bot.evaluation.libraries import in_small
from bot.evaluation.outcomes import Outcome, asking, has_words, outcomes
from bot.evaluation.run import add_arguments, evaluate, report
from index.encoding import Vectors
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


def _calibrate(
    path: Path, encoder: BagEncoder, reader: EncoderReader, *options: str
) -> dict[str, Any]:
    """What is stored under the reader's name once it is calibrated on a set."""
    parser = argparse.ArgumentParser()
    add_calibration_arguments(parser)
    calibrate(parser.parse_args([str(path), f"--cache={path.parent}", *options]), encoder, reader)
    stored = path.parent / "stored.json"
    found: dict[str, Any] = json.loads(stored.read_text(encoding="utf-8"))["bundled"]
    return found


def _lamps(path: Path, titles: int, questions: int, look_alikes: int = 2) -> Path:
    """A set with so many titles, and questions on the text of each."""
    rows = []
    for title in range(titles):
        text, asked = "", []
        for number in range(questions):
            lamp = f"{title:02}{number:02}"
            asked.append(
                {
                    "question": f"who keeps lamp {lamp}?",
                    "answer": f"Anna {lamp}",
                    "start": len(text),
                }
            )
            text += f"Anna {lamp} keeps the lamp {lamp}.\n\n"
        asked += [
            {"question": f"who sold lamp {one}?", "answer": None} for one in range(look_alikes)
        ]
        rows.append({"lang": "en", "title": f"Lamps {title}", "text": text, "questions": asked})
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


class Unasked(BagEncoder):
    """An encoder that must not be asked."""

    def encode_questions(self, questions: Sequence[str]) -> Vectors:
        """Too early."""
        raise AssertionError(questions)

    encode_passages = encode_questions  # type: ignore[assignment]


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a fit goes, instead of into the package."""
    path = tmp_path / "stored.json"
    monkeypatch.setattr("bot.answering.confidence.STORED", path)
    return path


def test_what_is_calibrated_is_stored(
    tmp_path: Path, encoder: BagEncoder, reader: EncoderReader, stored: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """For libraries of several documents and of one; where is said, and that it does not stay."""
    found = _calibrate(_lamps(tmp_path / "lamps.jsonl", 10, 10), encoder, reader)
    assert (len(found["several"]["weights"]), len(found["single"]["weights"])) == (2, 1)
    said = capsys.readouterr().err
    assert said == f"the fit for bundled goes into {stored}; an upgrade replaces it: keep a copy\n"


@pytest.mark.parametrize(
    ("titles", "questions", "options", "why"),
    [
        (1, 120, (), "on two documents"),
        (9, 11, (), "needs 100 questions .* give 99: .* 15%"),
        (10, 10, ("--limit=99",), "give 99"),
        (2, 60, ("--limit=4",), "on two documents"),
    ],
)
def test_what_could_not_be_fitted_is_refused_first(
    tmp_path: Path, reader: EncoderReader, stored: Path,
    titles: int, questions: int, options: tuple[str, ...], why: str,
) -> None:  # fmt: skip
    """Before a text is encoded or a question asked; what is stored stays."""
    path = _lamps(tmp_path / "lamps.jsonl", titles, questions)
    with pytest.raises(VerbatimError, match=why):
        _calibrate(path, Unasked(), reader, *options)
    assert not stored.exists()


def test_what_could_not_be_stored_is_refused_first(
    tmp_path: Path, reader: EncoderReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the file, and what to do."""
    gone = tmp_path / "gone" / "calibration.json"
    monkeypatch.setattr("bot.answering.confidence.STORED", gone)
    with pytest.raises(VerbatimError, match=f"{gone}, which may not be written: calibrate in a"):
        _calibrate(_lamps(tmp_path / "lamps.jsonl", 10, 10), Unasked(), reader)


def test_sets_without_look_alikes_are_told(
    tmp_path: Path, encoder: BagEncoder, reader: EncoderReader, stored: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """They can be fitted on."""
    assert _calibrate(_lamps(tmp_path / "lamps.jsonl", 4, 25, 0), encoder, reader)
    assert "no question has a null answer" in capsys.readouterr().err
    assert stored.exists()


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
