"""Whether question sets are enough to fit the confidence on: told before any question is asked."""

from collections.abc import Sequence
from itertools import chain

from bot.answering import FALLOUT
from bot.evaluation.libraries import drawn
from index.errors import VerbatimError
from index.evaluation import QuestionSet, draw

# Titles in a library; each size is asked a share of the questions.
SIZES = (1, 3, 10, 100)
# So many answerable questions, each asked with its document left out, too, tell how many are
# answered that should not be, the share `FALLOUT`, to 7 points (95 %); ten tell it to 22.
LEAST = 100


def require_suited(sets: Sequence[QuestionSet], limit: int | None) -> None:
    """Raise VerbatimError where a fit, on `limit` questions a set, would fail or be a guess."""
    if not any(_leaves_out(one, limit) for one in sets):
        raise VerbatimError(
            "calibrating needs questions on two documents (titles) of a set at least, since each"
            " is also asked with its own left out: name more question sets"
        )
    asked = chain.from_iterable(
        draw([one for one in questions.questions if one.answerable], limit) for questions in sets
    )
    found = len({question.text for question in asked})
    if found < LEAST:
        raise VerbatimError(
            f"calibrating needs {LEAST} questions that their texts answer, and these sets give"
            f" {found}: so few do not tell where at most {FALLOUT:.0%} are answered that should"
            " not be; name more question sets, or raise --limit"
        )


def without_look_alikes(sets: Sequence[QuestionSet]) -> bool:
    """Whether no question looks as if its document answered it, and does not."""
    return all(question.answerable for one in sets for question in one.questions)


def share(questions: QuestionSet, limit: int | None) -> int:
    """How many questions of a kind small libraries of one size are asked."""
    return max(1, (limit or len(questions.questions)) // len(SIZES))


def _leaves_out(questions: QuestionSet, limit: int | None) -> bool:
    """Whether an answerable question is asked of a small library without its document."""
    parts = drawn(questions, 1, share(questions, limit))
    answerable = any(one.answerable for part in parts for one in part.questions)
    return len(parts) > 1 and answerable
