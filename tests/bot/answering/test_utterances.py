"""Small talk is told from questions; follow-ups take the question before along."""

import json
from pathlib import Path

import pytest

from bot.answering.quoting import best_quote, worth_of_sentences
from bot.answering.utterances import is_follow_up, is_small_talk
from index.encoding.encoder import load_encoder
from index.evaluation.question_sets import read
from index.retriever import Hit, Retriever
from index.store import open_library
from index.text.documents import Document
from index.text.passages import Passage
from index.text.spans import Span
from tests.telegram_library import make_library

TEXT = "The lighthouse stands."
PASSAGE = Passage(Document("d", "", TEXT), Span(0, len(TEXT)), "", (Span(0, len(TEXT)),))
FOREIGN = [Hit(PASSAGE, 0.8, 0.8, (0.8,), 0.0)]
KNOWN = [Hit(PASSAGE, 0.8, 0.8, (0.8,), 1.0)]
DATA = Path(__file__).parents[2] / "data"
SET = [json.loads(line) for line in (DATA / "followups.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    "message",
    [
        *("hello", "Hello!!", "thanks 🙏", "Merci beaucoup.", "asdf", "?", "👍", "…", "", "  "),
        *(
            "42",
            "OK",
            "Thank you very much!",
            "hi bot",
            "Ça va ?",
            "谢谢！",
            "ありがとう",
            "спасибо)",
        ),
        *("शुक्रिया", "नमस्ते", "สวัสดี", "شكرا", "How are you?", "Cześć"),
    ],
)
def test_small_talk(message: str) -> None:
    """Greetings, thanks, keyboard noise, signs: never a question."""
    assert is_small_talk(message, FOREIGN)


@pytest.mark.parametrize(
    "message",
    [
        *("what did Trump decide?", "hello, who built the lighthouse?", "谁建的", "ใครสร้าง"),
        *("thanks to whom was it built?", "Is it ok to climb?", "когда построен", "Wer war das?"),
    ],
)
def test_questions_are_not_small_talk(message: str) -> None:
    """Also with a greeting in front, and in scripts without spaces."""
    assert not is_small_talk(message, FOREIGN)


def test_one_word_of_the_text_is_a_question() -> None:
    """A keyword that some hit contains is looked up."""
    assert not is_small_talk("lighthouse", KNOWN)
    assert is_small_talk("lighthouse", FOREIGN)


@pytest.mark.parametrize(
    "question",
    [
        "and NATO?",
        "et l'OTAN ?",
        "Und die NATO?",
        "¿Y la OTAN?",
        "e la NATO?",
        "а НАТО?",
        "і НАТО?",
        "那北约呢？",
        "وماذا عن الناتو؟",
        "وحلف الناتو؟",
        "ve NATO?",
        "why?",
        "Pourquoi ?",
        "what about cyclists?",
    ],
)
def test_continuations_need_the_question_before(question: str) -> None:
    """In the languages the bot speaks."""
    assert is_follow_up(question)


@pytest.mark.parametrize(
    "question",
    [
        "What did Trump decide?",
        "Why does the bridge close in winter?",
        "Pourquoi Kuro est-il si fort ?",
        "Et in Arcadia ego, who painted it and when?",
        "Warum sind Rippenquallenfossilien selten?",
        "Andrew Jackson?",
        "E5 encoder?",
        "北约在哪里？",
        "",
    ],
)
def test_questions_that_stand_by_themselves_are_left_alone(question: str) -> None:
    """Also those that begin like a continuation."""
    assert not is_follow_up(question)


@pytest.mark.parametrize("name", ["questions.en.jsonl", "questions.fr.jsonl"])
def test_no_question_of_the_sets_is_taken_for_a_follow_up(name: str) -> None:
    """Harmless: none of them needs another question."""
    assert [q.text for q in read(DATA / name).questions if is_follow_up(q.text)] == []


@pytest.mark.slow
def test_the_question_before_helps(tmp_path: Path) -> None:
    """The small set: how many are right with it, and how many without."""
    retriever = Retriever(open_library(make_library(tmp_path / "library")).open(), load_encoder())

    def right(before: bool) -> int:
        found = 0
        for row in SET:
            hit = retriever.retrieve(row["question"], 5, row["before"] if before else "")[0]
            found += row["expected"] in best_quote(hit, worth_of_sentences(hit)).text
        return found

    assert all(is_follow_up(row["question"]) for row in SET)
    alone, together = right(before=False), right(before=True)
    assert together > alone
    assert together >= 9, (alone, together)
