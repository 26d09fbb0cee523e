"""Small question sets about two lighthouses."""

from typing import Any

from training.pairs import Pair

SKAGEN = "The keeper of Skagen is Anna. She paints."


AARHUS = "The keeper of Aarhus is Bertil. He sings."


def row_of(title: str, text: str, *questions: tuple[str, str | None]) -> dict[str, Any]:
    """A passage with questions, as a line of a question set."""
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


def answer_of(pair: Pair) -> str | None:
    """The words that answer, None where nothing does."""
    return None if pair.start is None else pair.passage[pair.start : pair.end]


def written_of(question: str, *, answered: bool) -> dict[str, Any]:
    """A question of our own on Skagen."""
    return {
        "source": "cross.x",
        "original": "Who keeps Skagen?",
        "question": question,
        "question_lang": "xx",
        "answered": answered,
    }
