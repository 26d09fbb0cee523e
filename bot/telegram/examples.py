"""Example questions made from the library: only ones that it surely answers are offered."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice, zip_longest

import regex

from bot.answering import Answer, NoAnswer
from bot.telegram.texts import FALLBACK, Texts, texts
from index.store import Generation, View
from index.text import Document, Passage

OFFERED = 3
# So many are tried at most, of so many documents: a library may hold any number.
TRIED = 9
DOCUMENTS = 20
SHORTEST, LONGEST = 2, 60
# So many names of a text are tried at most; first what the text names most.
NAMES = 4
# Where every noun has a capital, only longer ones may be names or say what the text is about.
NOUNS_IN_CAPITALS, LONG_NOUN = {"de", "lb"}, 7

# A name: words with capitals, not at the beginning of a sentence.
_NAME = regex.compile(
    r"(?<=[\p{Ll}\p{N}][,;:]? |[’'(«“„])\p{Lu}[\p{L}\p{M}]{2,}(?:[ -]\p{Lu}[\p{L}\p{M}]+)*"
)

Ask = Callable[[str], Answer | NoAnswer]


class Examples:
    """The examples of the live generation, in the languages that have been asked for."""

    def __init__(self) -> None:
        self._found: dict[tuple[Generation, str], list[str]] = {}
        """What is asked about, by generation and language."""
        self._renewed: Generation | None = None

    def offered(self, view: View, ask: Ask, say: Texts) -> list[str]:
        """Up to three questions; takes up to two seconds the first time.

        What is surely answered in one language mostly is in the next: that is tried first.
        """
        key = (view.generation, say.language)
        if key not in self._found:
            known = self._found.get((view.generation, FALLBACK), [])
            subjects = dict.fromkeys(chain(known, islice(subjects_of(view), TRIED)))
            self._found[key] = _answered(subjects, ask, say)
        return [question_about(one, say) for one in self._found[key]]

    def renew(self, view: View, ask: Ask) -> None:
        """Work out those of a generation that has gone live, before somebody waits for them."""
        generation = view.generation
        if generation == self._renewed:
            return
        spoken = dict.fromkeys(language for _, language in list(self._found))
        for language in dict.fromkeys((FALLBACK, *spoken)):
            self.offered(view, ask, texts(language))
        self._found = {key: one for key, one in list(self._found.items()) if key[0] == generation}
        self._renewed = generation


def question_about(subject: str, say: Texts) -> str:
    """A question about what a heading or a name says; the heading itself, if it is one."""
    return subject if subject.endswith("?") else say("example-question", heading=subject)


def _answered(subjects: Iterable[str], ask: Ask, say: Texts) -> list[str]:
    """The first subjects about which a question is surely answered."""
    found: list[str] = []
    for subject in subjects:
        result = ask(question_about(subject, say))
        if isinstance(result, Answer) and result.sure:
            found.append(subject)
        if len(found) == OFFERED:
            break
    return found


def subjects_of(view: View) -> Iterator[str]:
    """What can be asked about, each once: of every text something, before more of any."""
    texts = [_of_one(one, view) for one in view.documents_from(0, DOCUMENTS)]
    turns = chain.from_iterable(zip_longest(*texts))
    yield from dict.fromkeys(one for one in turns if one and SHORTEST <= len(one) <= LONGEST)


def _of_one(document: Document, view: View) -> list[str]:
    """Questions that the text asks itself, what it names most, its headings and title."""
    passages = view.passages(document.doc_id)
    headings = [one for one in dict.fromkeys(passage.heading for passage in passages) if one]
    questions = [one for one in headings if one.endswith("?")]
    others = [one for one in (*headings, document.stated_title) if one not in questions]
    capitals = LONG_NOUN if document.language in NOUNS_IN_CAPITALS else 0
    named = [name for name, _ in _names(passages).most_common() if len(name) >= capitals]
    names = named[:NAMES]
    return [*questions, *names, *others]


def _names(passages: list[Passage]) -> "Counter[str]":
    found = (_NAME.findall(s.of(one.document.text)) for one in passages for s in one.sentences)
    return Counter(chain.from_iterable(found))
