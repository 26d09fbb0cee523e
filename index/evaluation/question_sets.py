"""Question sets: passages with questions, what answers them, and which cannot be answered.

The format is a JSON object a line, `.jsonl` or `.jsonl.gz`: {"lang", "title", "text", "questions":
[{"question", "answer", "start"}]}, `answer` null where the text does not answer; lines of one
`title` come from one document. Or, beside a text file, `NAME_questions.json`: a list of
{"lang", "question", "answer_starts"} about `NAME.txt`, each answer given by how
its sentence starts.
"""

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import permutations
from pathlib import Path
from typing import Any, TextIO

from index.errors import SourceError
from index.text import Document, Span, normalised

# A set has some thousand passages, and what is packed may unpack to anything.
_LONGEST = 500_000_000
_BESIDE_TEXT = "_questions.json"
_QUESTION = '{"question", "answer", "start"}'
_LINES = f'a JSON object a line: {{"lang", "title", "text", "questions": [{_QUESTION}]}}'
_BESIDE = 'a list of {"lang", "question", "answer_starts"} about'


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the spans of document `doc_id` that answer it; none: it does not answer.

    `key` is the same for one question put in several languages, "" if it has no translations.
    """

    text: str
    language: str
    doc_id: str
    answers: tuple[Span, ...]
    key: str = ""

    @property
    def answerable(self) -> bool:
        """Whether its document answers it."""
        return bool(self.answers)


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions on documents, one document a passage; documents of one title belong together."""

    name: str
    documents: tuple[Document, ...]
    questions: tuple[Question, ...]


def read(path: Path) -> QuestionSet:
    """Read one question set. Raises SourceError if the file is missing or not of the format."""
    from index.sources import require_regular

    beside = path.name.endswith(_BESIDE_TEXT)
    form = f"{_BESIDE} {_text_of(path).name}" if beside else _LINES
    try:
        require_regular(path)
        return _read_beside_text(path) if beside else _read_lines(path)
    except ValueError as error:
        why = "it is not UTF-8 text" if isinstance(error, UnicodeError) else error
        raise SourceError(str(path), f"not a question set: {why}; write {form}") from error
    except (OSError, EOFError, zlib.error) as error:
        raise SourceError(str(path), _unread(error)) from error


def require_apart(paths: Iterable[Path]) -> None:
    """Raises SourceError where two sets have one name: their documents and figures would, too."""
    known: dict[str, Path] = {}
    for path in paths:
        name = _name_of(path)
        if name in known:
            what = f"{known[name]} is called {name}, too"
            raise SourceError(str(path), f"{what}: name each set once, or rename one of the files")
        known[name] = path


def _name_of(path: Path) -> str:
    """What a set is called: its file's name, whichever folder that is in."""
    if path.name.endswith(_BESIDE_TEXT):
        return path.name.removesuffix(_BESIDE_TEXT)
    return path.name.removesuffix(".gz").removesuffix(".jsonl")


def _unread(error: Exception) -> str:
    told = isinstance(error, OSError) and error.strerror  # by the system, as of other files
    return told or "not packed with gzip, or damaged"


def _read_lines(path: Path) -> QuestionSet:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        lines = enumerate(_lines(file), start=1)
        passages = [_parsed(line, f"line {number}") for number, line in lines if line.strip()]
    if not passages:
        raise ValueError("it is empty")
    return from_passages(_name_of(path), passages)


def _parsed(text: str, what: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{what} is not JSON") from error


def _lines(file: TextIO) -> Iterator[str]:
    """The lines; raises ValueError for one that hardly ends, or more than a set has."""
    left = _LONGEST
    while line := file.readline(left + 1):
        left -= len(line)
        if left < 0:
            raise ValueError(f"more than {_LONGEST // 1_000_000} million characters")
        yield line


def across(sets: list[QuestionSet]) -> Iterator[QuestionSet]:
    """For sets that share question keys: one set's questions asked of another's documents."""
    for asked, answering in permutations(sets, 2):
        theirs = {question.key: question for question in answering.questions if question.key}
        shared = tuple(
            replace(theirs[question.key], text=question.text, language=question.language)
            for question in asked.questions
            if question.key in theirs
        )
        if shared:
            yield QuestionSet(f"{asked.name}>{answering.name}", answering.documents, shared)


def from_passages(name: str, passages: list[dict[str, Any]]) -> QuestionSet:
    """A set of what its lines say; raises ValueError, with what is wrong, for other lines."""
    documents: dict[str, Document] = {}
    questions: list[Question] = []
    for number, passage in enumerate(passages, start=1):
        with _of_its_form(f"passage {number}"):
            if passage["text"] not in documents:  # the same passage twice is one document
                documents[passage["text"]] = _document(f"{name}:{number}", passage)
            document = documents[passage["text"]]
            for asked in passage["questions"]:
                questions.append(_question(asked, passage, document))
    return QuestionSet(name, tuple(documents.values()), tuple(questions))


@contextmanager
def _of_its_form(what: str) -> Iterator[None]:
    """Raises ValueError that says which passage or question lacks something, or is none."""
    try:
        yield
    except KeyError as error:
        raise ValueError(f"{what} has no {error}") from error
    except (TypeError, AttributeError) as error:
        raise ValueError(f"{what} is not of this form") from error
    except SourceError as error:
        raise ValueError(f"{what}: {error.why}") from error


def _document(doc_id: str, passage: dict[str, Any]) -> Document:
    """The passage as a file of its text is read, with what its lines look like."""
    from index.sources import from_text

    read = from_text(passage["text"], language=passage.get("lang"))
    return replace(read, doc_id=doc_id, title=passage.get("title") or "")


def _question(asked: dict[str, Any], passage: dict[str, Any], document: Document) -> Question:
    # In AfriQA `question_lang` is the language of `question_original`, not of `question`.
    translated = "question_lang" in asked and "question_original" not in asked
    answers: tuple[Span, ...] = ()
    if asked.get("answer") is not None:
        answers = (_locate(asked["answer"], asked["start"], passage["text"], document.text),)
    return Question(
        text=asked["question"],
        language=(asked["question_lang"] if translated else passage.get("lang")) or "und",
        doc_id=document.doc_id,
        answers=answers,
        key=asked.get("id") or "",
    )


def _locate(answer: str, start: int, raw: str, text: str) -> Span:
    """Where `raw[start:]`'s answer is in the normalised text: the occurrence nearest to it."""
    wanted = normalised(answer).strip()
    expected = len(normalised(raw[:start]))
    found = [i for i in range(len(text)) if text.startswith(wanted, i)]
    if not found or not wanted:
        raise ValueError(f"the answer {answer!r} is not in its text")
    nearest = min(found, key=lambda i: abs(i - expected))
    return Span(nearest, nearest + len(wanted))


def _read_beside_text(path: Path) -> QuestionSet:
    document = _load_text(_text_of(path))
    listed = _parsed(path.read_text(encoding="utf-8"), "it")
    if not isinstance(listed, list):
        raise ValueError("it is not a list")
    questions = []
    for number, one in enumerate(listed, start=1):
        with _of_its_form(f"question {number}"):
            asked = Question(
                text=one["question"],
                language=one.get("lang") or "und",
                doc_id=document.doc_id,
                answers=tuple(_sentence(document.text, start) for start in one["answer_starts"]),
            )
        questions.append(asked)
    return QuestionSet(_name_of(path), (document,), tuple(questions))


def _text_of(path: Path) -> Path:
    """The text that a file of questions is beside."""
    return path.with_name(f"{_name_of(path)}.txt")


def _sentence(text: str, beginning: str) -> Span:
    start = text.find(normalised(beginning))
    if start < 0:
        raise ValueError(f"no sentence of its text starts with {beginning!r}")
    return Span(start, start + len(normalised(beginning)))


def _load_text(path: Path) -> Document:
    from index.sources import load

    for loaded in load([str(path)]):
        if isinstance(loaded, Document):
            return loaded
        raise loaded
    raise ValueError(f"{path} is empty")
