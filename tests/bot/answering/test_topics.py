"""A mere topic is answered by what is said of it, in the language of the text."""

import json
from pathlib import Path

import pytest

from bot.answering.answer import Answer
from bot.answering.pipeline import QuestionAnswering
from bot.answering.readers.reader import Reader
from index.building import build
from index.encoding import Encoder
from index.sources import from_text
from index.store import open_library
from tests.doubles import BagEncoder, WordReader

DATA = Path(__file__).parents[2] / "data"
FOLLOWUPS = DATA / "followups.jsonl"
SET = [json.loads(line) for line in FOLLOWUPS.read_text("utf-8").splitlines()]
HARBOUR = "The lighthouse was painted. The fog horn is silent since the autumn. Gulls nest there."


@pytest.fixture
def answering(tmp_path: Path) -> QuestionAnswering:
    """A text of three sentences, where the words decide."""
    library = open_library(tmp_path)
    build(library, [from_text(HARBOUR, doc_id="harbour")], BagEncoder(), replace=True)
    return QuestionAnswering(library, BagEncoder(), WordReader())


def test_a_sentence_that_has_the_topic_answers(answering: QuestionAnswering) -> None:
    """Surely, however little the reader makes of a name alone; other names do not."""
    found = answering.ask("And the fog horn?")
    assert isinstance(found, Answer)
    assert "fog horn" in found.quotes[0].text
    assert found.sure
    assert not isinstance(answering.ask("And the giraffe?"), Answer)


def test_words_of_two_names_are_told_with_a_reservation(tmp_path: Path) -> None:
    """Both stand in one sentence, and nobody there is called so; together they are sure."""
    text = "Present: Derek Ames, Susan Pell. Karen Ames keeps the minutes. The boat is blue."
    library = open_library(tmp_path)
    build(library, [from_text(text, doc_id="minutes")], BagEncoder(), replace=True)
    answering = QuestionAnswering(library, BagEncoder(), WordReader())
    for topic, sure in (("Derek Pell", False), ("Susan Pell", True), ("Karen Ames", True)):
        found = answering.ask(topic)
        assert isinstance(found, Answer)
        assert found.sure is sure


def test_another_text_is_sure_of_a_topic_only_where_nothing_was_asked_before(
    tmp_path: Path,
) -> None:
    """It may be of something else; the text that is talked about says so of its own words."""
    park = "Dogs may enter the park on a lead. Horses must stay outside."
    texts = {"park": park, "bins": "Litter of a cat goes into the grey bin."}
    library = open_library(tmp_path)
    documents = [from_text(text, doc_id=name) for name, text in texts.items()]
    build(library, documents, BagEncoder(), replace=True)
    answering = QuestionAnswering(library, BagEncoder(), WordReader())

    def sure(question: str, before: str) -> bool:
        found = answering.ask(question, before)
        return isinstance(found, Answer) and found.sure

    before = "May dogs enter the park on a lead?"
    assert sure("and a cat?", "")
    assert sure("and a cat?", "Where do elephants sleep?")
    assert not sure("and a cat?", before)
    assert sure("and horses?", before)


def test_it_is_read_as_typed_too_and_the_better_reading_counts(
    answering: QuestionAnswering,
) -> None:
    """Two of its three words are there, of the question what is said of it two of six."""
    found = answering.ask("And the painted lighthouse tower?")
    assert isinstance(found, Answer)
    assert found.confidence == pytest.approx(2 / 3)
    alone = answering.ask("painted lighthouse tower")
    assert alone.confidence == pytest.approx(2 / 6)


def test_read_as_typed_alone_it_needs_more_than_a_question_does(
    answering: QuestionAnswering,
) -> None:
    """Half of the words are enough for a question, and too few for a name with "and"."""
    assert isinstance(answering.ask("Who painted the gulls?"), Answer)
    found = answering.ask("And painted gulls?")
    assert not isinstance(found, Answer)


def test_what_only_names_the_topic_is_quoted_with_what_is_said_of_it(tmp_path: Path) -> None:
    """The name of a clause with the clause; below a heading what stands there."""
    clause = "3. Rent and deposit. The rent is due on the first. The deposit is 120 crowns."
    heading = "# Parking\n\nCars stand behind the shed from May.\n\n# Fish\n\nHerring is sold.\n"
    library = open_library(tmp_path)
    texts = [from_text(clause, doc_id="lease"), from_text(heading, doc_id="notice")]
    build(library, texts, BagEncoder(), replace=True)
    answering = QuestionAnswering(library, BagEncoder(), WordReader())
    for topic, words in [
        ("deposit", clause),
        ("parking", "Cars stand behind the shed from May."),
    ]:
        found = answering.ask(topic)
        assert isinstance(found, Answer)
        assert found.quotes[0].text == words


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("fire", "Not allowed:\nFire"),
        ("dogs", "Not allowed:\nDogs"),
        ("kites", "Allowed:\nKites"),
        ("tents", "Not here:\n- Tents\n- of canvas"),
        ("boats", "Not here:\n- Boats"),
        ("pool", "Pool.\nOpen are:\n- the slide"),
    ],
)
def test_an_item_is_quoted_under_its_introduction_without_its_neighbours(
    tmp_path: Path, topic: str, words: str
) -> None:
    """With what stands below it alone; the next list is of something else."""
    text = (
        "# Park\n\nNot allowed:\nDogs\nFire\nBalls\n\nAllowed:\nSongs\nKites\nFood\n\n"
        "# Camp\n\nNot here:\n\n- Tents\n  - of canvas\n- Boats\n- Carts\n\n"
        "# Bath\n\nPool.\n\nOpen are:\n\n- the slide\n"
    )
    library = open_library(tmp_path)
    build(library, [from_text(text, doc_id="park")], BagEncoder(), replace=True)
    found = QuestionAnswering(library, BagEncoder(), WordReader()).ask(topic)
    assert isinstance(found, Answer)
    assert found.quotes[0].text.replace("\n\n", "\n") == words


@pytest.fixture(scope="module")
def sample(sample_library: Path, bundled: Encoder, bundled_reader: Reader) -> QuestionAnswering:
    """The shipped article with the shipped models."""
    return QuestionAnswering(open_library(sample_library), bundled, bundled_reader)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "before"),
    [
        ("Et l'OTAN ?", ""),
        ("What about NATO?", ""),
        ("А НАТО?", ""),
        ("Und die NATO?", ""),
        ("NATO hakkında", ""),
        ("وماذا عن الناتو؟", ""),
        ("Peki ya NATO?", ""),
        ("OTAN", ""),
        ("What about NATO?", "What did Trump decide?"),
        ("А НАТО?", "Что решил Трамп?"),
    ],
)
def test_what_the_article_says_of_nato(
    sample: QuestionAnswering, question: str, before: str
) -> None:
    """In French, by whatever name it is asked for, first or after another question."""
    found = sample.ask(question, before)
    assert isinstance(found, Answer)
    assert "leurs partenaires de l’OTAN" in found.quotes[0].text


@pytest.mark.slow
@pytest.mark.parametrize(
    "question",
    ["Quelles armes les États-Unis pourraient-ils livrer ?", "What weapons might be delivered?"],
)
def test_what_the_article_says_of_weapons(sample: QuestionAnswering, question: str) -> None:
    """In its own language and in another."""
    found = sample.ask(question)
    assert isinstance(found, Answer)
    assert "armes de longue portée" in found.quotes[0].text


@pytest.mark.slow
def test_a_text_has_its_own_word_for_a_topic(
    tmp_path: Path, bundled: Encoder, bundled_reader: Reader
) -> None:
    """Asked in one language of texts in others: the sentence with that word, and no false ones.

    Nothing was fitted to these topics. Without it 11 are found.
    """
    texts = (DATA / "mixed.jsonl").read_text("utf-8").splitlines()
    documents = [
        from_text(row["text"], title=row["title"], doc_id=row["title"])
        for row in map(json.loads, texts)
    ]
    library = open_library(tmp_path)
    build(library, documents, bundled, replace=True)
    answering = QuestionAnswering(library, bundled, bundled_reader)
    rows = [json.loads(line) for line in (DATA / "topics.jsonl").read_text("utf-8").splitlines()]
    right, false = 0, 0
    for row in [one for one in rows if one["texts"] == "mixed"][::2]:
        found = answering.ask(row["topic"])
        if isinstance(found, Answer):
            known = any(word in found.quotes[0].text for word in row.get("expected", ()))
            right, false = right + known, false + (not known)
    assert right >= 15
    assert false <= 3


@pytest.mark.slow
@pytest.mark.parametrize("question", ["bananas", "Et Macron ?", "中国", "football", "asdf", "42"])
def test_what_the_article_does_not_say(sample: QuestionAnswering, question: str) -> None:
    """Other topics are refused, as questions are."""
    found = sample.ask(question)
    assert not isinstance(found, Answer)
    assert found.closest is not None


# Not strict: the Spanish reason is 6.1 less likely, where 6.0 would join it to the quote, and int8
# is not rounded alike on all processors.
NEXT = pytest.mark.xfail(strict=False, reason="the sentence after the reason is quoted, alone")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "before"),
    [
        ("why?", "What did Trump decide?"),
        ("почему?", "Что решил Трамп?"),
        pytest.param("warum?", "Was hat Trump entschieden?", marks=NEXT),
        pytest.param("¿por qué?", "¿Qué decidió Trump?", marks=NEXT),
    ],
)
def test_why_goes_on_from_the_question_before(
    sample: QuestionAnswering, question: str, before: str
) -> None:
    """It is answered, not greeted, and not by what answered that."""
    found = sample.ask(question, before)
    assert isinstance(found, Answer)
    assert "exaspération grandissante" in found.quotes[0].text


@pytest.mark.slow
def test_where_goes_on_from_the_question_before(sample: QuestionAnswering) -> None:
    """Surely, where the text says it."""
    met = sample.ask("where?", "When did Trump meet Putin?")
    assert isinstance(met, Answer)
    assert met.sure
    assert "Alaska" in met.quotes[0].text


@pytest.mark.slow
def test_the_question_before_helps_and_does_not_bind(
    telegram_library: Path, bundled: Encoder, bundled_reader: Reader
) -> None:
    """Of the small set of follow-ups all are found: what goes on, and what changes the topic."""
    library = open_library(telegram_library)
    answering = QuestionAnswering(library, bundled, bundled_reader)

    def right(before: bool) -> int:
        found = 0
        for row in SET:
            result = answering.ask(row["question"], row["before"] if before else "")
            closest = result.quotes if isinstance(result, Answer) else (result.closest,)
            found += any(quote and row["expected"] in quote.text for quote in closest)
        return found

    with_it = right(before=True)
    assert with_it >= len(SET) - 1
    assert with_it > right(before=False)
