"""What comes of questions: each is asked as the bot asks it, and compared with its answers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.answering import Answer, Evidence, Kind, NoAnswer, Quote, Reader, Searched, answer_from
from bot.evaluation.libraries import Without
from index.evaluation import Question, QuestionSet, draw, is_right, language_pair
from index.text import terms_of

Ask = Callable[[str, Searched], Answer | NoAnswer]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question; all but `answered` and `sure` are judged also when refused.

    `contains`: the quote (or the closest) contains an answer, in the question's own passage.
    `passage`: the best hit does. `right`: the quote has an answer's words, whichever passage it is
    of, for other passages often answer too (as in DPR, Karpukhin et al. 2020). `quoted` are the
    words of the first quote, `same` names what answers, for questions in several languages;
    `source` is the file that the question's document is of.
    """

    kind: Kind
    confidence: float
    answered: bool
    sure: bool
    contains: bool
    right: bool
    passage: bool
    evidence: Evidence
    quoted: str = ""
    same: str = ""
    language: str = ""
    source: str = ""


def asking(reader: Reader) -> Ask:
    """Asking as the bot does it, with this reader."""
    return lambda question, library: answer_from(library, reader, question)


def outcomes(
    questions: QuestionSet,
    library: Searched,
    ask: Ask,
    limit: int | None,
    other: Searched | None = None,
) -> Iterator[tuple[str, Outcome]]:
    """Every outcome with its language pair; at most `limit` questions of a kind.

    An answerable question is asked once more of `other`, where its document is not, or else of
    the same library with its document left out.
    """
    titles = {
        document.doc_id: document.title or document.doc_id for document in questions.documents
    }
    several = len(set(titles.values())) > 1
    answerable = [question for question in questions.questions if question.answerable]
    look_alikes = [question for question in questions.questions if not question.answerable]
    for question in [*draw(answerable, limit), *draw(look_alikes, limit)]:
        pair = language_pair(question, questions)
        kind: Kind = "answerable" if question.answerable else "look-alike"
        yield pair, judge(kind, question, questions, ask(question.text, library))
        if question.answerable and (other or several):
            elsewhere = other or Without(library, titles[question.doc_id])
            found = ask(question.text, elsewhere)
            yield pair, judge("left out", question, questions, found)


def judge(
    kind: Kind, question: Question, questions: QuestionSet, result: Answer | NoAnswer
) -> Outcome:
    """Compare a result with the question's answers."""
    text = next(one.text for one in questions.documents if one.doc_id == question.doc_id)
    words = [answer.of(text) for answer in question.answers]
    quotes = _quotes(result)
    return Outcome(
        kind=kind,
        confidence=result.confidence,
        answered=isinstance(result, Answer),
        sure=isinstance(result, Answer) and result.sure,
        contains=any(contains_answer(quote, question) for quote in quotes),
        right=any(has_words(quote, word) for quote in quotes for word in words),
        passage=bool(result.hits) and is_right(question, result.hits[0]),
        evidence=result.evidence,
        quoted=quotes[0].text if quotes else "",
        same=f"{question.doc_id} {words}",
        language=question.language,
        source=source_of(question.doc_id),
    )


def source_of(doc_id: str) -> str:
    """The set that a document is of: those of a file are called `FILE:LINE`."""
    return doc_id.rpartition(":")[0] or doc_id


def _quotes(result: Answer | NoAnswer) -> tuple[Quote, ...]:
    if isinstance(result, Answer):
        return result.quotes
    return (result.closest,) if result.closest else ()


def contains_answer(quote: Quote, question: Question) -> bool:
    """Whether the quote is of the question's document and has an answer's words in it."""
    if quote.document.doc_id != question.doc_id:
        return False
    text = quote.document.text
    return any(answer.of(text) in quote.text for answer in question.answers)


def has_words(quote: Quote, words: str) -> bool:
    """Whether the words of an answer are in the quote, in order, whatever document it is of."""
    wanted, found = terms_of(words), terms_of(quote.text)
    places = range(len(found) - len(wanted) + 1)
    return bool(wanted) and any(found[at : at + len(wanted)] == wanted for at in places)
