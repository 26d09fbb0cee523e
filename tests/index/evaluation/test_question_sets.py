"""Question sets are read with answers where they stand, and refused where they do not."""

import gzip
import json
import os
import re
from pathlib import Path

import pytest

from index.errors import SourceError
from index.evaluation.question_sets import across, read, require_apart
from index.evaluation.run import read_all

DATA = Path(__file__).parents[2] / "data"
# The beginning of what is packed, and the whole with its middle spoilt.
CUT = gzip.compress(b"{}" * 500)[:-9]
SPOILT = bytes([*gzip.compress(b"{}" * 500)[:10], *[255] * 20])


def test_answers_are_where_the_documents_say() -> None:
    """Every answer's span slices its words out of the normalised text."""
    questions = read(DATA / "questions.fr.jsonl")
    assert questions.name == "questions.fr"
    assert [document.title for document in questions.documents][:2] == [
        "Le phare de Port-Orme"
    ] * 2
    texts = {document.doc_id: document.text for document in questions.documents}
    found = [[a.of(texts[q.doc_id]) for a in q.answers] for q in questions.questions]
    assert found[:4] == [["1867"], ["Jonas Reed"], ["l’huile de baleine"], []]
    assert [q.text for q in questions.questions if not q.answerable] == [
        "Qui a peint en rouge le phare de Port-Orme ?",
        "Quelle maladie a tué les abeilles de la mairie ?",
    ]


def test_sets_with_the_same_ids_are_asked_across_languages() -> None:
    """The English question of the French text, and the other way round."""
    english, french = (read(DATA / f"questions.{language}.jsonl") for language in ("en", "fr"))
    pairs = list(across([english, french]))
    assert [pair.name for pair in pairs] == [
        "questions.en>questions.fr",
        "questions.fr>questions.en",
    ]
    asked = pairs[0].questions[1]
    assert (asked.text, asked.language) == ("Who was the last keeper of the lighthouse?", "en")
    assert asked.doc_id == "questions.fr:1"
    assert pairs[0].documents == french.documents


def test_normalising_moves_answers_along(tmp_path: Path) -> None:
    """Decomposed letters and dropped characters before the answer shift it; it is found again."""
    raw = "\ufeffE\u0301te\u0301 42 et puis 42."
    path = tmp_path / "set.jsonl.gz"
    question = {"question": "?", "answer": "42", "start": raw.rindex("42")}
    line = {"lang": "fr", "title": None, "text": raw, "questions": [question]}
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
    questions = read(path)
    span = questions.questions[0].answers[0]
    text = questions.documents[0].text
    assert span.of(text) == "42"
    assert span.start == text.rindex("42") != raw.rindex("42")


def test_the_same_passage_twice_is_one_document(tmp_path: Path) -> None:
    """Else each would be the wrong passage for the other's question."""
    path = tmp_path / "set.jsonl"
    line = {"lang": "en", "title": "T", "text": "One text.", "questions": []}
    path.write_text(f"{json.dumps(line)}\n\n{json.dumps(line)}\n", encoding="utf-8")
    assert len(read(path).documents) == 1


def test_the_language_asked_in_is_the_questions(tmp_path: Path) -> None:
    """`question_lang` counts, except beside `question_original`, whose language it then is."""
    path = tmp_path / "set.jsonl"
    asked = [
        {"question": "where?", "question_lang": "en", "answer": "ici", "start": 0},
        {"question": "où ?", "question_lang": "fon", "question_original": "…", "answer": None},
    ]
    line = {"lang": "fr", "title": "T", "text": "ici", "questions": asked}
    path.write_text(json.dumps(line), encoding="utf-8")
    assert [question.language for question in read(path).questions] == ["en", "fr"]


def test_questions_beside_a_text(tmp_path: Path) -> None:
    """Answers given by how their sentences start; none for what is not answered."""
    (tmp_path / "note.txt").write_text("La nuit tombe. Le phare s’allume.", encoding="utf-8")
    asked = [
        {"lang": "en", "question": "What lights up?", "answer_starts": ["Le phare"]},
        {"lang": "en", "question": "Who?", "answer_starts": []},
    ]
    path = tmp_path / "note_questions.json"
    path.write_text(json.dumps(asked), encoding="utf-8")
    questions = read(path)
    (document,) = questions.documents
    assert [a.of(document.text) for a in questions.questions[0].answers] == ["Le phare"]
    assert not questions.questions[1].answerable


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("not json", "line 1 is not JSON"),
        ("[" * 100_000, "line 1 is not JSON"),
        ('{"text": "no questions"}', "passage 1 has no 'questions'"),
        (
            '{"text": "a", "questions": [{"question": "q", "answer": "missing", "start": 0}]}',
            "the answer 'missing' is not in its text",
        ),
        ('{"text": "a", "questions": [{"answer": null}]}', "passage 1 has no 'question'"),
        (
            '{"text": "a", "questions": [{"question": "q", "answer": "a"}]}',
            "passage 1 has no 'start'",
        ),
        ('{"text": "a", "questions": []}\n\n{"lang": "en"}', "passage 2 has no 'text'"),
        ('{"text": 1, "questions": []}', "passage 1 is not of this form"),
        ('{"text": "a", "questions": null}', "passage 1 is not of this form"),
        ("[]", "passage 1 is not of this form"),
        ('{"text": " ", "questions": []}', "passage 1: there is no text in it"),
        ("", "it is empty"),
        ("\n \n", "it is empty"),
        (b"\xff", "it is not UTF-8 text"),
    ],
)
def test_what_is_no_question_set_is_named(tmp_path: Path, content: str | bytes, why: str) -> None:
    """One clear error: the file's name, what is wrong where, and how it is written."""
    path = tmp_path / "broken.jsonl"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(SourceError) as raised:
        read(path)
    assert str(raised.value) == (
        f"{path}: not a question set: {why}; write a JSON object a line: "
        '{"lang", "title", "text", "questions": [{"question", "answer", "start"}]}'
    )


def test_a_set_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Or may not be read, or is not packed as its name says: in words."""
    absent, folder = tmp_path / "absent.jsonl", tmp_path / "folder.jsonl"
    folder.mkdir()
    for path, why in (
        (absent, "No such file or directory"),
        (_packed(tmp_path / "file", b"") / "x.jsonl", "Not a directory"),
        (folder, "no regular file"),
        (_packed(tmp_path / "a.jsonl.gz", b"{}"), "not packed with gzip, or damaged"),
        (_packed(tmp_path / "b.jsonl.gz", CUT), "not packed with gzip, or damaged"),
        (_packed(tmp_path / "c.jsonl.gz", SPOILT), "not packed with gzip, or damaged"),
    ):
        with pytest.raises(SourceError, match=f"^{re.escape(str(path))}: {why}"):
            read(path)


def _packed(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "it is not JSON"),
        ('{"a": 1}', "it is not a list"),
        ("null", "it is not a list"),
        ("[[]]", "question 1 is not of this form"),
        ('[{"question": "q"}]', "question 1 has no 'answer_starts'"),
        (
            '[{"question": "q", "answer_starts": ["Dark"]}]',
            "no sentence of its text starts with 'Dark'",
        ),
    ],
)
def test_what_is_wrong_beside_a_text_is_named(tmp_path: Path, content: str, why: str) -> None:
    """The same, in the words of that form."""
    (tmp_path / "note.txt").write_text("Night falls. The lamp is lit.", encoding="utf-8")
    path = tmp_path / "note_questions.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SourceError) as raised:
        read(path)
    assert str(raised.value) == (
        f"{path}: not a question set: {why}; write a list of "
        '{"lang", "question", "answer_starts"} about note.txt'
    )
    (tmp_path / "note.txt").unlink()
    with pytest.raises(SourceError, match=r"note\.txt: No such file or directory$"):
        read(path)


@pytest.mark.parametrize("name", ["pipe.jsonl", "pipe.jsonl.gz", "a_questions.json"])
def test_a_pipe_is_not_waited_for(tmp_path: Path, name: str) -> None:
    """Nor is a device read, which may never end."""
    os.mkfifo(tmp_path / name)
    with pytest.raises(SourceError, match="no regular file"):
        read(tmp_path / name)
    with pytest.raises(SourceError, match="no regular file"):
        read(Path("/dev/zero"))


def test_texts_are_read_as_files_are(tmp_path: Path) -> None:
    """With the headings that their lines look like, and the title and language of the set."""
    asked = [{"question": "Late?", "answer": "Adults pay 20p", "start": 33}]
    row = {"lang": "en", "title": "Library", "questions": asked}
    path = tmp_path / "set.jsonl"
    text = "Late items\n\nNo charge for some. Adults pay 20p a day."
    path.write_text(json.dumps({**row, "text": text}), encoding="utf-8")
    found = read(path)
    (document,), (question,) = found.documents, found.questions
    assert [block.kind for block in document.blocks] == ["heading", "paragraph"]
    assert (document.doc_id, document.title, document.language) == ("set:1", "Library", "en")
    assert [answer.of(document.text) for answer in question.answers] == ["Adults pay 20p"]


def test_two_sets_of_one_name_are_refused(tmp_path: Path) -> None:
    """Their documents would be taken for each other's; so would those of other endings."""
    line = {"lang": "en", "title": "T", "text": "One text.", "questions": []}
    for folder in ("train", "dev"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.jsonl").write_text(json.dumps(line), encoding="utf-8")
    one, other = tmp_path / "train" / "x.jsonl", tmp_path / "dev" / "x.jsonl"
    with pytest.raises(SourceError) as refused:
        read_all([one, other])
    assert (refused.value.source, f"{one} is called x, too" in refused.value.why) == (
        str(other),
        True,
    )
    for ending in ("x.jsonl.gz", "x_questions.json"):
        with pytest.raises(SourceError, match="is called x, too"):
            require_apart([one, tmp_path / ending])
    require_apart([one, tmp_path / "y.jsonl"])
