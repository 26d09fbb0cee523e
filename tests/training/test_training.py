"""What the reader is taught: pairs, tokens and where the answer is among them."""

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from bot.answering.network import Network, lead
from index.encoding.cache import bundled_folder
from index.encoding.engine import Tokenizer, WordTable
from index.evaluation.question_sets import read
from training.data import PASSAGES, Pair, groups, own_groups
from training.loss import loss
from training.mining import read_mined
from training.model import MAX_TOKENS, Example, ReaderNetwork, batch, example
from training.shipped import load_shipped
from training.written import WRITTEN, write_dev_sets

SKAGEN = "The keeper of Skagen is Anna. She paints."
AARHUS = "The keeper of Aarhus is Bertil. He sings."


def _row(title: str, text: str, *questions: tuple[str, str | None]) -> dict[str, Any]:
    asked = [
        {
            "question": question,
            "question_lang": "en",
            "answer": answer,
            "start": text.index(answer) if answer else None,
        }
        for question, answer in questions
    ]
    return {"lang": "en", "title": title, "text": text, "questions": asked}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set of two passages of one document, with a question that looks answerable and is not."""
    rows = [
        _row("Lights", SKAGEN, ("Who keeps Skagen?", "Anna"), ("How old is Anna?", None)),
        _row("Lights", AARHUS, ("Who keeps Aarhus?", "Bertil")),
    ]
    with gzip.open(tmp_path / "cross.x.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    return tmp_path


def test_every_question_becomes_a_group(folder: Path) -> None:
    """Its passage first, then the other of the same document, which does not answer."""
    found = groups(folder, {"cross.x": (10, 1.0)}, {}, seed=1)
    assert {pair.title for group in found for pair in group} == {"Lights"}
    answered = [group for group in found if group[0].start is not None]
    assert sorted([(p.question, p.passage, _answer(p)) for p in group] for group in answered) == [
        [("Who keeps Aarhus?", AARHUS, "Bertil"), ("Who keeps Aarhus?", SKAGEN, None)],
        [("Who keeps Skagen?", SKAGEN, "Anna"), ("Who keeps Skagen?", AARHUS, None)],
    ]
    # The question that only looks answerable comes twice: it teaches most.
    alone = [[(p.question, p.passage) for p in group] for group in found if group not in answered]
    assert alone == [[("How old is Anna?", SKAGEN)]] * 2


def _answer(pair: Pair) -> str | None:
    return None if pair.start is None else pair.passage[pair.start : pair.end]


def test_the_same_seed_gives_the_same_groups(folder: Path) -> None:
    """And another one another order."""
    plan = {"cross.x": (10, 0.5)}
    assert groups(folder, plan, {}, 7) == groups(folder, plan, {}, 7)
    assert any(groups(folder, plan, {}, 7) != groups(folder, plan, {}, seed) for seed in range(5))


def test_mined_passages_are_taken_where_there_are_any(folder: Path) -> None:
    """Read from the run's folder."""
    row = {"question": "Who keeps Skagen?", "passages": [("Nobody knows.", "Riddles")]}
    (folder / "negatives.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    mined = read_mined(folder)
    found = groups(folder, {"cross.x": (10, 1.0)}, mined, seed=1)
    wrong = Pair("Who keeps Skagen?", "Nobody knows.", None, None, "cross.x.jsonl.gz", "Riddles")
    assert [group[1:] for group in found if group[0].passage == SKAGEN and group[1:]] == [[wrong]]
    assert read_mined(folder / "none") == {}


def test_a_passage_without_its_answer_does_not_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence is taken out, and only it; where the answer comes twice nothing is."""
    monkeypatch.setattr("training.data.BY_SENTENCE", 0.0)
    weather = "It rained in Skagen for days, and the boats stayed in. " * 4
    once = weather + "The keeper is Anna. " + weather
    twice = once + "Ask Anna."
    rows = [_row("a", once, ("Who?", "Anna")), _row("b", twice, ("Who now?", "Anna"))]
    with gzip.open(tmp_path / "x.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    found = [group for seed in range(20) for group in groups(tmp_path, {"x": (10, 0.0)}, {}, seed)]
    cut = {(pair.question, pair.passage.strip()) for group in found for pair in group[1:]}
    assert cut == {("Who?", (weather + weather).strip())}


def test_the_sentence_that_answers_stands_beside_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only ones without the answer's words, and none too short to say anything."""
    monkeypatch.setattr("training.data.BY_SENTENCE", 1.0)
    monkeypatch.setattr("training.data.CUT", 0.0)
    text = "It rained in Skagen for days. The keeper is Anna. She paints. Anna also sings songs."
    with gzip.open(tmp_path / "x.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps(_row("a", text, ("Who?", "Anna"))) + "\n")
    found = groups(tmp_path, {"x": (10, 0.0)}, {}, 1)
    shown = [[(pair.passage, _answer(pair), pair.title) for pair in group] for group in found]
    assert sorted(shown, reverse=True) == [
        [("The keeper is Anna.", "Anna", "a"), ("It rained in Skagen for days.", None, "a")],
        [(text, "Anna", "a")],
    ]


def test_questions_of_our_own_join_the_passages_they_were_written_for(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Put into another language they have the same answer; look-alikes have none."""
    rows = [
        _written("Hvem passer Skagen fyr?", answered=True),
        _written("Where was Anna born?", answered=False),
    ]
    path = tmp_path / "written.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    monkeypatch.setattr("training.written.WRITTEN", path)
    found = [pair for group in groups(folder, {"cross.x": (10, 0)}, {}, 1) for pair in group]
    ours = {(p.question, p.passage, _answer(p)) for p in found} - {
        ("Who keeps Skagen?", SKAGEN, "Anna"),
        ("Who keeps Aarhus?", AARHUS, "Bertil"),
        ("How old is Anna?", SKAGEN, None),
    }
    assert ours == {
        ("Hvem passer Skagen fyr?", SKAGEN, "Anna"),
        ("Where was Anna born?", SKAGEN, None),
    }


def test_what_we_wrote_says_where_the_answer_is() -> None:
    """Every answer in our own passages is there; the others with it are of the same subject."""
    found = own_groups(seed=1)
    with PASSAGES.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    subject = {row["text"]: row["title"] for row in rows}
    asked = {q["question"]: q["answer"] for row in rows for q in row["questions"]}
    assert {(group[0].question, _answer(group[0])) for group in found} == set(asked.items())
    for group in found:
        whole = [pair.passage for pair in group if pair.passage in subject]
        assert {subject[passage] for passage in whole} <= {group[0].title}
        assert all(_answer(pair) is None for pair in group[1:])


def test_no_question_of_ours_comes_twice() -> None:
    """In one language, that is, on one passage."""
    with WRITTEN.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    kept = {(row["source"], row["original"], row["question"]) for row in rows}
    assert len(kept) == len(rows) > 1_000


def test_our_questions_on_dev_become_sets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With every passage of the set, and no question but ours; an answer of our own is found."""
    (tmp_path / "dev").mkdir()
    with gzip.open(tmp_path / "dev" / "cross.x.jsonl.gz", "wt", encoding="utf-8") as lines:
        rows = [_row("Lights", SKAGEN, ("Who keeps Skagen?", "Anna")), _row("Lights", AARHUS)]
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    ours = [
        _written("What is kept?", answered=True) | {"answer": "Skagen"},
        _written("Where was Anna born?", answered=False),
    ]
    path = tmp_path / "written.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ours), encoding="utf-8")
    monkeypatch.setattr("training.written.WRITTEN", path)
    monkeypatch.setattr("training.written.DEV_SETS", ("cross.x",))
    (target,) = write_dev_sets(tmp_path / "train", tmp_path / "run")
    found = read(target)
    assert [document.text for document in found.documents] == [SKAGEN, AARHUS]
    asked = {one.text: [span.of(SKAGEN) for span in one.answers] for one in found.questions}
    assert asked == {"What is kept?": ["Skagen"], "Where was Anna born?": []}


def _written(question: str, *, answered: bool) -> dict[str, Any]:
    return {
        "source": "cross.x",
        "original": "Who keeps Skagen?",
        "question": question,
        "question_lang": "xx",
        "answered": answered,
    }


def test_the_loss_asks_for_the_place_the_answer_and_the_order() -> None:
    """Nothing is lost where all are right; the order costs where another passage is put first."""
    here = Example(np.arange(4), (2, 4), 2, 3)
    nowhere = Example(np.arange(4), (2, 4), 0, 0)
    spans = torch.zeros(2, 4, 2)
    spans[0, 2, 0] = spans[0, 3, 1] = spans[1, 0, :] = 50.0
    allowed = torch.tensor([[True, False, True, True]] * 2)
    right = loss(spans, torch.tensor([50.0, -50.0]), allowed, [[here, nowhere]])
    assert float(right) == pytest.approx(0.0, abs=1e-6)
    level = loss(spans, torch.zeros(2), allowed, [[here, nowhere]])
    assert float(level) == pytest.approx(2 * np.log(2), abs=1e-6)
    apart = loss(spans, torch.zeros(2), allowed, [[here], [nowhere]])
    assert float(apart) == pytest.approx(np.log(2), abs=1e-6)


@pytest.mark.slow
@pytest.mark.parametrize("title", ["", "Lights of Denmark"])
@pytest.mark.parametrize("rain", [0, 400])
def test_tokens_hold_the_answer_where_it_is(rain: int, title: str) -> None:
    """Also in a window of a passage that is too long, and with a title before it."""
    tokenizer = Tokenizer(bundled_folder())
    passage = "It rained all day. " * rain + "The keeper is Anna Ancher." + " It rained." * rain
    start = passage.index("Anna")
    found = example(tokenizer, Pair("Who?", passage, start, start + 11, "x", title), 0.3)
    before = lead(tokenizer, "Who?", title)
    assert np.array_equal(found.ids[: len(before)], before)
    assert found.passage[0] == len(before)
    assert len(found.ids) <= MAX_TOKENS
    assert found.passage[0] <= found.first <= found.last < found.passage[1]
    expected = tokenizer("Anna Ancher").ids
    assert np.array_equal(found.ids[found.first : found.last + 1], expected)
    nothing = example(tokenizer, Pair("Who?", passage, None, None, "x"), 0.3)
    assert (nothing.first, nothing.last) == (0, 0)


@pytest.mark.slow
def test_training_goes_on_from_what_is_shipped() -> None:
    """The same logits as the bot computes, up to the rounding of int8."""
    network = ReaderNetwork().eval()
    load_shipped(network)
    tokenizer, words = Tokenizer(bundled_folder()), WordTable(bundled_folder())
    found = example(tokenizer, Pair("Who keeps Skagen?", SKAGEN, None, None, "x", "Lights"), 0.0)
    with torch.inference_mode():
        spans, relevance = network(*batch([found], words)[:2])
    (expected,) = Network().read("Who keeps Skagen?", [SKAGEN], ["Lights"])
    assert float(relevance[0]) == pytest.approx(expected.relevance, abs=1.0)
    starts = (spans[0, :, 0] - spans[0, 0, 0])[slice(*found.passage)].numpy()
    assert np.corrcoef(starts, expected.starts)[0, 1] > 0.99
