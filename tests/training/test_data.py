"""What the reader is taught: pairs, and where the answer is in them."""

import gzip
import json
from pathlib import Path

import pytest

from tests.training.rows import AARHUS, SKAGEN, answer_of, row_of, written_of
from training.data import PASSAGES, groups, own_groups
from training.documents import document_groups
from training.written import read_set, with_translations


def test_every_question_becomes_a_group(folder: Path) -> None:
    """Its passage first, then the other of the same document, which does not answer."""
    found = groups(folder, {"cross.x": (10, 1.0)}, {}, seed=1)
    assert {pair.title for group in found for pair in group} == {"Lights"}
    answered = [group for group in found if group[0].start is not None]
    assert sorted(
        [(p.question, p.passage, answer_of(p)) for p in group] for group in answered
    ) == [
        [("Who keeps Aarhus?", AARHUS, "Bertil"), ("Who keeps Aarhus?", SKAGEN, None)],
        [("Who keeps Skagen?", SKAGEN, "Anna"), ("Who keeps Skagen?", AARHUS, None)],
    ]
    # The question that only looks answerable comes twice: it teaches most.
    alone = [[(p.question, p.passage) for p in group] for group in found if group not in answered]
    assert alone == [[("How old is Anna?", SKAGEN)]] * 2


def test_the_same_seed_gives_the_same_groups(folder: Path) -> None:
    """And another one another order."""
    plan = {"cross.x": (10, 0.5)}
    assert groups(folder, plan, {}, 7) == groups(folder, plan, {}, 7)
    assert any(groups(folder, plan, {}, 7) != groups(folder, plan, {}, seed) for seed in range(5))


def test_a_passage_without_its_answer_does_not_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence is taken out, and only it; where the answer comes twice nothing is."""
    monkeypatch.setattr("training.pairs.BY_SENTENCE", 0.0)
    weather = "It rained in Skagen for days, and the boats stayed in. " * 4
    once = weather + "The keeper is Anna. " + weather
    twice = once + "Ask Anna."
    rows = [row_of("a", once, ("Who?", "Anna")), row_of("b", twice, ("Who now?", "Anna"))]
    with gzip.open(tmp_path / "x.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    found = [group for seed in range(20) for group in groups(tmp_path, {"x": (10, 0.0)}, {}, seed)]
    cut = {(pair.question, pair.passage.strip()) for group in found for pair in group[1:]}
    assert cut == {("Who?", (weather + weather).strip())}


def test_the_sentence_that_answers_stands_beside_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only ones without the answer's words, and none too short to say anything."""
    monkeypatch.setattr("training.pairs.BY_SENTENCE", 1.0)
    monkeypatch.setattr("training.data.CUT", 0.0)
    text = "It rained in Skagen for days. The keeper is Anna. She paints. Anna also sings songs."
    with gzip.open(tmp_path / "x.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps(row_of("a", text, ("Who?", "Anna"))) + "\n")
    found = groups(tmp_path, {"x": (10, 0.0)}, {}, 1)
    shown = [[(pair.passage, answer_of(pair), pair.title) for pair in group] for group in found]
    assert sorted(shown, reverse=True) == [
        [("The keeper is Anna.", "Anna", "a"), ("It rained in Skagen for days.", None, "a")],
        [(text, "Anna", "a")],
    ]


def test_questions_of_our_own_join_the_passages_they_were_written_for(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Put into another language they have the same answer; look-alikes have none."""
    rows = [
        written_of("Hvem passer Skagen fyr?", answered=True),
        written_of("Where was Anna born?", answered=False),
    ]
    monkeypatch.setattr("training.swapped.SWAPPED", 0.0)
    path = tmp_path / "written.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    monkeypatch.setattr("training.written.WRITTEN", path)
    found = [pair for group in groups(folder, {"cross.x": (10, 0)}, {}, 1) for pair in group]
    ours = {(p.question, p.passage, answer_of(p)) for p in found} - {
        ("Who keeps Skagen?", SKAGEN, "Anna"),
        ("Who keeps Aarhus?", AARHUS, "Bertil"),
        ("How old is Anna?", SKAGEN, None),
    }
    assert ours == {
        ("Hvem passer Skagen fyr?", SKAGEN, "Anna"),
        ("Where was Anna born?", SKAGEN, None),
    }


def test_what_we_wrote_says_where_the_answer_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every answer in our own passages is there; what goes with it is of its subject, if any."""
    monkeypatch.setattr("training.swapped.SWAPPED", 0.0)
    found = own_groups(1, {}, most=10_000)
    rows = with_translations(read_set(PASSAGES), PASSAGES.stem)
    subject = {row["text"]: row["title"] for row in rows}
    titles = [row["title"] for row in rows]
    asked = [
        (q["question"], q["answer"], q.get("original")) for row in rows for q in row["questions"]
    ]
    taught = {(group[0].question, answer_of(group[0])) for group in found}
    assert {(question, answer) for question, answer, original in asked if not original} < taught
    assert taught <= {(question, answer) for question, answer, _ in asked}
    for group in found:
        whole = [pair.passage for pair in group if pair.passage in subject]
        if titles.count(group[0].title) > 1:
            assert {subject[passage] for passage in whole} <= {group[0].title}
        assert all(answer_of(pair) is None for pair in group[1:])


def test_a_whole_document_is_taught_by_its_passages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What answers stands first, what was mined and neighbours beside it, none with the answer."""
    monkeypatch.setattr("training.pairs.BY_SENTENCE", 0.0)
    for ours in ("documents.DOCUMENTS", "written.TRANSLATED", "written.UNNAMED"):
        monkeypatch.setattr(f"training.{ours}", tmp_path / "none.jsonl")
    (tmp_path / "none.jsonl").touch()
    monkeypatch.setattr("training.swapped.SWAPPED", 0.0)
    long = "".join(f"On day {day} it rained, and the boats stayed in. " for day in range(60))
    text = f"The keeper of Skagen is Anna.\n\n{long.strip()}\n\nHer brother keeps Aarhus."
    row = row_of("Lights", text, ("Who keeps Skagen?", "Anna"), ("How old is Anna?", None))
    with gzip.open(tmp_path / "small.train.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps(row) + "\n")
    mined = {("Who keeps Skagen?", "Lights"): [("Nobody knows.", "Riddles")]}
    found = {group[0].question: group for group in document_groups(tmp_path, mined, seed=1)}
    first, *others = found["Who keeps Skagen?"]
    assert answer_of(first) == "Anna"
    assert ("Nobody knows.", "Riddles") in [(pair.passage, pair.title) for pair in others]
    assert not any("Anna" in pair.passage for pair in others)
    assert all(pair.start is None for pair in [*others, *found["How old is Anna?"]])
    assert {pair.title for pair in found["How old is Anna?"]} == {"Lights"}
    # Where nothing was mined, neighbours take the place.
    assert len(found["How old is Anna?"]) == 3


def test_passages_are_swapped_in_sets_and_in_documents(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside what answers stands the same of another place, last."""
    monkeypatch.setattr("training.swapped.SWAPPED", 1.0)
    monkeypatch.setattr("training.swapped.RENAMED", 0.0)
    monkeypatch.setattr("training.pairs.BY_SENTENCE", 0.0)
    for ours in ("documents.DOCUMENTS", "written.TRANSLATED", "written.UNNAMED"):
        monkeypatch.setattr(f"training.{ours}", tmp_path / "none.jsonl")
    (tmp_path / "none.jsonl").touch()
    elsewhere = [("We left for the isle of Anholt again.", "Isles")]
    mined = {("Who keeps Skagen?", title): elsewhere for title in ("Lights", "Skagen")}
    row = row_of("Skagen", SKAGEN, ("Who keeps Skagen?", "Anna"))
    with gzip.open(tmp_path / "small.train.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps(row) + "\n")
    found = [
        *groups(folder, {"cross.x": (10, 0.0)}, mined, 1),
        *document_groups(tmp_path, mined, 1),
    ]
    last = [group[-1].passage for group in found if group[0].question == "Who keeps Skagen?"]
    assert last == [SKAGEN.replace("Skagen", "Anholt")] * 2
