"""Libraries in several languages: each article there once, asked about in every language."""

import json
from pathlib import Path

from index.evaluation.mixture import TOGETHER, by_language, together
from index.evaluation.question_sets import QuestionSet, read
from index.evaluation.run import read_all

DATA = Path(__file__).parents[2] / "data"


def _set(folder: Path, name: str, *rows: dict[str, object]) -> QuestionSet:
    path = folder / f"{name}.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return read(path)


def _row(lang: str, title: str, text: str, *questions: tuple[str, str]) -> dict[str, object]:
    answer = text.split()[0]
    asked = [
        {"question": question, "id": key, "answer": answer, "start": 0}
        for question, key in questions
    ]
    return {"lang": lang, "title": title, "text": text, "questions": asked}


def test_an_article_is_there_in_one_language_and_asked_about_in_all(tmp_path: Path) -> None:
    """The first article stays in the first set's language, the second in the second's."""
    english = _set(
        tmp_path, "en", _row("en", "A", "Anna came.", ("who?", "1")),
        _row("en", "B", "Bertil went.", ("who went?", "2")),
    )  # fmt: skip
    german = _set(
        tmp_path, "de", _row("de", "A!", "Anna kam.", ("wer?", "1")),
        _row("de", "B!", "Bertil ging.", ("wer ging?", "2")),
    )  # fmt: skip
    whole = together([english, german])
    assert [document.doc_id for document in whole.documents] == ["en:1", "de:2"]
    assert sorted((q.text, q.language, q.doc_id) for q in whole.questions) == [
        ("wer ging?", "de", "de:2"),
        ("wer?", "de", "en:1"),
        ("who went?", "en", "de:2"),
        ("who?", "en", "en:1"),
    ]
    texts = {document.doc_id: document.text for document in whole.documents}
    assert {q.answers[0].of(texts[q.doc_id]) for q in whole.questions} == {"Anna", "Bertil"}


def test_the_same_text_in_two_sets_is_one_document(tmp_path: Path) -> None:
    """Else each would be the wrong passage for the other's questions."""
    one = _set(tmp_path, "one", _row("fr", "A", "Anna vint.", ("qui ?", "")))
    other = _set(tmp_path, "other", _row("fr", "A", "Anna vint.", ("qui vint ?", "")))
    whole = together([one, other])
    assert [document.doc_id for document in whole.documents] == ["one:1"]
    assert [(q.text, q.doc_id) for q in whole.questions] == [
        ("qui ?", "one:1"),
        ("qui vint ?", "one:1"),
    ]


def test_a_set_in_several_languages_is_asked_in_its_own_and_in_others(tmp_path: Path) -> None:
    """Two halves over the same documents; a set in one language stays whole."""
    rows = [_row("en", "A", "Anna came.", ("who?", "")), _row("de", "B", "Bo kam.", ("wer?", ""))]
    asked = {"question": "qui ?", "question_lang": "fr", "answer": "Bo", "start": 0}
    rows[1]["questions"] = [*rows[1]["questions"], asked]  # type: ignore[misc]
    mixed = _set(tmp_path, "mixed", *rows)
    halves = by_language(mixed)
    assert [(half.name, [q.text for q in half.questions]) for half in halves] == [
        ("own language>mixed", ["who?", "wer?"]),
        ("other language>mixed", ["qui ?"]),
    ]
    assert {half.documents for half in halves} == {mixed.documents}
    alone = _set(tmp_path, "alone", rows[0])
    assert by_language(alone) == [alone]


def test_all_sets_are_asked_together_too() -> None:
    """After the sets and those across them; one set alone has nothing beside it."""
    paths = [DATA / "questions.en.jsonl", DATA / "questions.fr.jsonl"]
    names = [one.name for one in read_all(paths)]
    assert names[-2:] == [f"own language>{TOGETHER}", f"other language>{TOGETHER}"]
    assert [one.name for one in read_all(paths[:1])] == ["questions.en"]
