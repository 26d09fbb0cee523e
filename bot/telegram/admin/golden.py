"""Golden questions: what a change of the library would do to answers that matter."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.answering import Answer, QuestionAnswering, answer_from
from index.errors import SourceError, VerbatimError
from index.retriever import Retriever
from index.sources import require_regular
from index.store import View
from index.text import normalised

ARROW = "->"


@dataclass(frozen=True, slots=True)
class Golden:
    """A question, and how the sentence that answers it starts."""

    question: str
    expected: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A golden question that a change answers otherwise: with which words, None for no answer.

    `better` if only the words after it are the expected ones.
    """

    question: str
    before: str | None
    after: str | None
    better: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """What a change does to golden questions: the differences, and how many are right after it."""

    differences: tuple[Difference, ...] = ()
    right: int = 0
    asked: int = 0

    @property
    def harmless(self) -> bool:
        """Whether nothing changes but for the better."""
        return all(one.better for one in self.differences)


class Worse(VerbatimError):
    """A change that answers golden questions otherwise than before: somebody has to decide."""

    def __init__(self, compared: Compared) -> None:
        super().__init__("golden questions would be answered otherwise")
        self.compared = compared


class Unasked(VerbatimError):
    """Golden questions that cannot be asked; `place` is the file, and the line if it is one."""

    def __init__(self, why: str, place: str) -> None:
        super().__init__(why)
        self.place = place


def read_golden(path: Path) -> list[Golden]:
    """The lines `question -> start of the sentence`; raises Unasked for a wrong one."""
    try:
        require_regular(path)
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError, SourceError) as error:
        why = f"GOLDEN_QUESTIONS {path} cannot be read: {error}"
        raise Unasked(why, path.name) from error
    found = []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        question, arrow, expected = (part.strip() for part in line.rpartition(ARROW))
        if not arrow or not question or not expected:
            why = f"{path}, line {number}: write `question {ARROW} sentence start`"
            raise Unasked(why, f"{path.name}:{number}")
        found.append(Golden(question, normalised(expected)))
    return found


class Gate:
    """Compares the live generation with one that is to take its place.

    Called with the latter it raises `Worse`, unless all is well or the admin has decided (`sure`).
    `progress` gets how many of how many have been asked.
    """

    def __init__(
        self,
        golden: list[Golden],
        answering: QuestionAnswering,
        sure: bool,
        progress: Callable[[str, int, int | None], None],
    ) -> None:
        self._golden = golden
        self._answering = answering
        self._sure = sure
        self._progress = progress
        self.compared = Compared()

    def __call__(self, after: View) -> None:
        """Ask both; raises `Worse`."""
        if not self._golden:
            return
        with closing(self._answering.library.open()) as before:
            self.compared = self._compare(before, after)
        if not (self._sure or self.compared.harmless):
            raise Worse(self.compared)

    def _compare(self, before: View, after: View) -> Compared:
        encoder = self._answering.encoder
        old, new = Retriever(before, encoder), Retriever(after, encoder)
        differences, right = [], 0
        for done, one in enumerate(self._golden, start=1):
            was, now = self._ask(one, old), self._ask(one, new)
            right += now.right
            if was != now:
                better = now.right and not was.right
                differences.append(Difference(one.question, was.words, now.words, better))
            self._progress("golden", done, len(self._golden))
        return Compared(tuple(differences), right, len(self._golden))

    def _ask(self, one: Golden, retriever: Retriever) -> "_Reply":
        """Right if a quote holds the expected sentence's start."""
        result = answer_from(retriever, self._answering.reader, one.question)
        words = [quote.text for quote in result.quotes] if isinstance(result, Answer) else []
        right = [text for text in words if one.expected in text]
        return _Reply(next(iter([*right, *words]), None), bool(right))


@dataclass(frozen=True, slots=True)
class _Reply:
    words: str | None
    right: bool
