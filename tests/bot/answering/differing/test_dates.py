"""When texts of several dates answer the same question otherwise."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering import Answer, QuestionAnswering, Quote, Reader
from bot.answering.comparing.twins import quoted_once
from bot.answering.differing.dates import dated, may_say_otherwise
from bot.answering.differing.otherwise import answers_otherwise
from index.building import build
from index.encoding import Encoder
from index.retriever import Hit
from index.sources import from_text
from index.store import open_library
from index.text import Document, Span, sentence_spans, split

PAIRS = Path(__file__).parents[3] / "data" / "differing.jsonl"


def _quote(text: str, answer: str, date: str = "2025-01-01", language: str = "en") -> Quote:
    """A quote of a text of its own; `answer` are the words in it that answer."""
    start = text.index(answer)
    document = Document(f"{text} {date}", "", text, None, date, language)
    sentences = tuple(sentence_spans(text, language))
    span = Span(0, len(text))
    return Quote(document, span, Span(start, start + len(answer)), "", sentences)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("The fee is £36.", "£36"), ("The fee is £52.", "£52")),
        (("It opens on 14 June.", "14 June"), ("It opens on 14 July.", "14 July")),
        (("On sort le mardi.", "mardi"), ("On sort le jeudi.", "jeudi")),
        (("The mayor is Marion Teale.", "Marion Teale"), ("Deepak Rao rules.", "Deepak Rao")),
        (("Dogs are allowed there.", "Dogs"), ("Dogs are not allowed there.", "not allowed")),
        (("校长是李春华。", "李春华"), ("校长是王建国。", "王建国")),
        (("It was -5 degrees.", "-5 degrees"), ("It was 5 degrees.", "5 degrees")),
        (("It was -5 degrees.", "5 degrees"), ("It was 5 degrees.", "5 degrees")),
        (("It was minus 5 then.", "5"), ("It was 5 then.", "5")),
        (("It was 5 degrees below zero.", "5 degrees"), ("It was 5 degrees.", "5 degrees")),
        (("It takes 2½ hours.", "2½ hours"), ("It takes 2 hours.", "2 hours")),
        (("Hunde sind im Park erlaubt.", "Hunde"), ("Hunde sind im Park verboten.", "Hunde")),
        (("Bu bilet geçerlidir.", "bilet"), ("Bu bilet geçerli değildir.", "bilet")),
        (("Il parroco è don Ettore Salis.", "don Ettore Salis"),
         ("Il parroco è don Matteo Ferri.", "don Matteo Ferri")),
    ],
)  # fmt: skip
def test_what_differs(one: tuple[str, str], other: tuple[str, str]) -> None:
    """Another number, date, day or name, or a negation; the same both ways round."""
    first, second = _quote(*one), _quote(*other)
    assert answers_otherwise(first, second)
    assert answers_otherwise(second, first)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("The fee is £1,200.", "£1,200"), ("The fee is 1200 pounds.", "1200 pounds")),
        (("It closes at 5 pm.", "5 pm"), ("It closes at 17:00.", "17:00")),
        (("It has twelve rooms.", "twelve rooms"), ("It has 12 rooms.", "12")),
        (("It was in 1871.", "1871"), ("It was on 3 May 1871.", "3 May 1871")),
        (("It opens on 4 May 2025.", "4 May 2025"), ("It is on Sunday 4 May.", "Sunday 4 May")),
        (("Robert Kinnear built it.", "Robert Kinnear"), ("Kinnear built it.", "Kinnear")),
        (("Smoking is not allowed.", "not allowed"), ("Nobody may smoke.", "Nobody may")),
        (("It is behind the church.", "behind the church"), ("It is near.", "near")),
        (("校长是李春华。", "李春华"), ("李春华从去年起是校长。", "李春华")),
        (("It was -5 degrees.", "5 degrees"), ("It was minus 5.", "5")),
        (("It is 5-10 mg.", "10 mg"), ("It is 10 mg.", "10 mg")),
        (("It takes 2½ hours.", "2½ hours"), ("It takes 2 1/2 hours.", "2 1/2 hours")),
        (("Smoking is not allowed here.", "Smoking"), ("Smoking is prohibited here.", "Smoking")),
    ],
)
def test_what_does_not_differ(one: tuple[str, str], other: tuple[str, str]) -> None:
    """The same otherwise written, more of the same, or what cannot be compared."""
    first, second = _quote(*one), _quote(*other)
    assert not answers_otherwise(first, second)
    assert not answers_otherwise(second, first)


def test_nouns_of_german_are_no_names() -> None:
    """Every one has a capital."""
    one, other = ("Er liegt am Ufer.", "am Ufer"), ("Er liegt beim Steg.", "beim Steg")
    assert not answers_otherwise(_quote(*one, language="de"), _quote(*other, language="de"))


def test_at_most_three_newest_first() -> None:
    """Of those that say the same, and of the same day, the first."""
    fees = [_quote(f"The fee is £{fee}.", f"£{fee}", date) for fee, date in (
        (20, "2021-05-01"), (30, "2023-05-01"), (30, "2024-01-01"), (40, "2021-05-01"),
        (10, "2020-01-01"), (50, "2025-01-01"),
    )]  # fmt: skip
    found = dated(fees[0], fees[1:])
    assert [quote.document.date for quote in found] == ["2023-05-01", "2021-05-01", "2020-01-01"]
    assert dated(fees[0], [fees[3]]) == ()
    assert dated(fees[1], [fees[2]]) == ()
    year = replace(fees[1].document, date="2021")
    assert dated(fees[0], [replace(fees[1], document=year)]) == ()


def test_only_texts_of_other_dates_near_the_first_are_looked_at() -> None:
    """As near as 0.08, with most of the question's words unless as near as 0.04, elsewhere."""

    def hit(name: str, date: str | None, score: float, lexical: float = 1.0) -> Hit:
        (passage, *_) = split(Document(name, "", "The fee is £36.", None, date, "en"))
        return Hit(passage, score, 0.8, (0.8,), lexical)

    best = hit("a", "2025-01-01", 0.9)
    good = hit("b", "2024-01-01", 0.83)
    others = [
        good,
        hit("a", "2024-01-01", 0.9),
        hit("c", None, 0.9),
        hit("d", "2025-01-01", 0.9),
        hit("e", "2024-01-01", 0.81),
        hit("f", "2024-01-01", 0.85, lexical=0.5),
    ]
    nearly = hit("g", "2024-01-01", 0.87, lexical=0.5)
    assert may_say_otherwise(best, [*others, nearly], 0.9) == [good, nearly]
    assert may_say_otherwise(hit("a", None, 0.9), others, 0.9) == []


def test_the_same_words_in_two_texts_are_no_difference() -> None:
    """What is quoted once is of one date."""
    one = _quote("The fee is £36.", "£36", "2024-01-01")
    other = replace(one, document=replace(one.document, doc_id="x", date="2025-01-01"))
    answer = Answer((other, one), 0.9, 0.5, (), dated=True)
    assert not quoted_once(answer).dated


@pytest.mark.slow
def test_what_is_quoted_beside_the_answer_is_told_by_its_date(
    tmp_path: Path, bundled: Encoder, bundled_reader: Reader
) -> None:
    """In passages of several paragraphs, too, of which the reader is less sure."""
    march = (
        "The council of Corvane met on Monday to speak about the new bridge over the Lisse. The"
        ' bridge will cost 42 million euros, the mayor Helen Marsh said. "We will not raise the'
        ' toll for residents," she added after the meeting.\n\nWork is to begin on 12 May 2025.'
        " The old bridge stays open until the new one is finished. Critics fear that the"
        " well-known market under the arches could close for two years.\n\nThe engineer Paul"
        " Adeyemi has promised that no trees will be felled on the northern bank."
    )
    october = (
        "The new bridge over the Lisse is late. The bridge will cost 57 million euros, the mayor"
        ' Helen Marsh said on Thursday. "We will raise the toll for residents," she told the'
        " newspaper.\n\nWork is to begin on 9 February 2026. The market under the arches will move"
        " to the Place Saint-Aubin."
    )
    texts = [
        from_text(march, title="The Corvane bridge will cost more", date="2025-03-03"),
        from_text(october, title="Corvane's bridge is late", date="2025-10-02"),
    ]
    library = open_library(tmp_path / "library")
    build(library, texts, bundled, replace=True)
    answering = QuestionAnswering(library, bundled, bundled_reader)
    answer = answering.ask("How much will the bridge cost?")
    assert isinstance(answer, Answer)
    assert answer.dated
    said = [quote.answer.of(quote.document.text) for quote in answer.quotes]
    assert said == ["57 million euros", "42 million euros"]


@pytest.mark.slow
def test_a_word_that_only_one_of_two_texts_has_is_no_other_subject(
    tmp_path: Path, bundled: Encoder, bundled_reader: Reader
) -> None:
    """However rare it is in a library of two: what is quoted beside the answer has its date."""
    texts = [
        from_text("Der Liegeplatz in Oldersiel kostet 14 Euro je Nacht.", date="2022-02-01"),
        from_text("Ein Liegeplatz in Oldersiel kostet jetzt 17 Euro je Nacht.", date="2025-06-01"),
    ]
    library = open_library(tmp_path / "library")
    build(library, texts, bundled, replace=True)
    answering = QuestionAnswering(library, bundled, bundled_reader)
    answer = answering.ask("Was kostet ein Liegeplatz in Oldersiel?")
    assert isinstance(answer, Answer)
    assert answer.dated
    assert [quote.document.date for quote in answer.quotes] == ["2025-06-01", "2022-02-01"]


@pytest.mark.slow
def test_sixty_pairs_of_texts(tmp_path: Path, bundled: Encoder, bundled_reader: Reader) -> None:
    """With the real reader: what docs/verify.md says of 30 that differ and 30 that agree."""
    pairs = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    texts = [
        from_text(pair[age]["text"], title=pair[age]["title"], date=pair[age]["date"],
                  doc_id=f"{number} {age}")
        for number, pair in enumerate(pairs)
        for age in ("older", "newer")
    ]  # fmt: skip
    library = open_library(tmp_path / "library")
    build(library, texts, bundled, replace=True)
    asked = QuestionAnswering(library, bundled, bundled_reader)
    shown = {True: 0, False: 0}
    for number, pair in enumerate(pairs):
        result = asked.ask(pair["question"])
        if isinstance(result, Answer) and result.dated:
            told = [quote.document.doc_id for quote in result.quotes]
            shown[pair["differ"]] += told == [f"{number} newer", f"{number} older"]
            shown[pair["differ"]] += not pair["differ"]
    assert shown == {True: 29, False: 0}
