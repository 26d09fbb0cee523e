"""Example questions made from the library: only ones that it answers are offered."""

from collections.abc import Callable, Iterator

from bot.answering import Answer, NoAnswer
from bot.telegram.texts import Texts
from index.store import View

OFFERED = 3
# So many are tried at most, of so many documents: a library may hold any number.
TRIED = 8
DOCUMENTS = 20
SHORTEST, LONGEST = 3, 60


class Examples:
    """The examples of the live generation, worked out once for each language."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, str], list[str]] = {}

    def offered(
        self, view: View, ask: Callable[[str], Answer | NoAnswer], say: Texts
    ) -> list[str]:
        """Up to three questions; takes up to a second the first time."""
        key = (view.generation.number, say.language)
        if key not in self._found:
            self._found = {k: v for k, v in self._found.items() if k[0] == key[0]}
            self._found[key] = _answered(view, ask, say)
        return self._found[key]


def question_about(heading: str, say: Texts) -> str:
    """A question about what a heading names; the heading itself, if it is one."""
    return heading if heading.endswith("?") else say("example-question", heading=heading)


def _answered(view: View, ask: Callable[[str], Answer | NoAnswer], say: Texts) -> list[str]:
    found: list[str] = []
    for tried, heading in enumerate(_headings(view)):
        if tried == TRIED or len(found) == OFFERED:
            break
        question = question_about(heading, say)
        if isinstance(ask(question), Answer):
            found.append(question)
    return found


def _headings(view: View) -> Iterator[str]:
    """Headings and titles that are short enough for a button, each once."""
    seen: set[str] = set()
    for place, document in enumerate(view.documents()):
        if place == DOCUMENTS:
            return
        passages = view.passages(document.doc_id)
        for heading in [*(passage.heading for passage in passages), document.stated_title]:
            if SHORTEST <= len(heading) <= LONGEST and heading not in seen:
                seen.add(heading)
                yield heading
