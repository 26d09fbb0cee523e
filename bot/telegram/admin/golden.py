"""Golden questions: what a new generation must still answer before it goes live."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.answering import HITS, Answer, Reader, clean
from index.encoding import Encoder
from index.errors import VerbatimError
from index.retriever import Retriever
from index.store import View
from index.text import normalised

ARROW = "->"


class GoldenError(VerbatimError):
    """Golden questions that would no longer be answered; `failing` are the questions."""

    def __init__(self, failing: list[str]) -> None:
        super().__init__("golden questions are no longer answered: " + "; ".join(failing))
        self.failing = failing


@dataclass(frozen=True, slots=True)
class Golden:
    """A question, and how the sentence that answers it starts."""

    question: str
    expected: str


def read_golden(path: Path) -> list[Golden]:
    """The lines `question -> start of the sentence`; raises VerbatimError for a wrong one."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise VerbatimError(f"GOLDEN_QUESTIONS {path} cannot be read: {error}") from error
    found = []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        question, arrow, expected = (part.strip() for part in line.rpartition(ARROW))
        if not arrow or not question or not expected:
            raise VerbatimError(f"{path}, line {number}: write `question {ARROW} sentence start`")
        found.append(Golden(question, normalised(expected)))
    return found


def gate(golden: list[Golden], encoder: Encoder, reader: Reader) -> Callable[[View], None]:
    """A gate for `index.building.build`: raises GoldenError naming the questions that fail."""

    def check(view: View) -> None:
        retriever = Retriever(view, encoder)
        failing = [one.question for one in golden if not _right(one, retriever, reader)]
        if failing:
            raise GoldenError(failing)

    return check


def _right(one: Golden, retriever: Retriever, reader: Reader) -> bool:
    """Whether a quote holds the expected sentence's start, where a sentence may start."""
    question = clean(one.question)
    result = reader.read(question, retriever.retrieve(question, HITS))
    quotes = result.quotes if isinstance(result, Answer) else ()
    return any(one.expected in quote.text for quote in quotes)
