"""Questions with slips of the finger: what they were meant to be."""

from pathlib import Path

import pytest

from bot.answering import Answer, NoAnswer, QuestionAnswering, Reader
from bot.answering.understanding.spelling import respelt
from bot.answering.understanding.words import ARABIC, CYRILLIC, LATIN, words_of
from index.encoding import Encoder
from index.store import View, open_library


@pytest.fixture(scope="module")
def view(sample_library: Path) -> View:
    """The sample, in French."""
    return open_library(sample_library).open()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("is ther a shwoer on the trian", "is ther a shower on the train"),
        ("waht did trmup decide", "what did trump decide"),
        ("que decidio trump", "que decidió trump"),
        ("was hat trunp bschlossen", "was hat trump beschlossen"),
        ("otobus 17 nerede aktarma yapilir", "otobüs 17 nerede aktarma yapılır"),
        ("dove si sono incontarti trump e putin", "dove si sono incontrati trump e putin"),
        ("combien coute la cotisatoin", "combien coute la cotisation"),
        ("сколько стоит квратира в месяц", "сколько стоит квартира в месяц"),
    ],
)
def test_words_are_spelt_as_they_were_meant(typed: str, meant: str, view: View) -> None:
    """One letter off, two that changed places, or accents left out."""
    assert respelt(typed, view) == meant


@pytest.mark.parametrize(
    "question",
    [
        "What did Trump decide?",
        "Qu'a décidé Trump à propos de l'Ukraine ?",
        "Wie viel kostet der Eintritt?",
        "What does Mrs Oduya say about unit D-114?",
        "Когда начались переговоры?",
        "特朗普决定了什么？",
        "E3",
        "",
        "???",
    ],
)
def test_words_names_and_codes_are_left_as_they_are(question: str, view: View) -> None:
    """What is spelt right, and what is no word of a language that is known."""
    assert respelt(question, view) is None


def test_a_word_of_the_texts_is_none_to_mend(view: View) -> None:
    """No list has it, the texts do: it stays, and what is one letter off is meant to be it."""
    assert respelt("what about kremlin and kremlyn", view) == "what about kremlin and kremlin"


@pytest.mark.parametrize("language", [*LATIN, *CYRILLIC, *ARABIC])
def test_each_list_has_the_commonest_first(language: str) -> None:
    """A common word is near the top, and what is none is not in it."""
    common = {"en": "the", "fr": "de", "de": "die", "es": "de", "it": "di", "pt": "de", "tr": "ve",
              "ru": "в", "uk": "що", "ar": "في"}  # fmt: skip
    words = words_of(language)
    assert (words.rank(common[language]) or 0) < 30
    assert words.rank("zqxwv") is None


def test_a_mistyped_question_is_answered(
    sample_library: Path, bundled: Encoder, bundled_reader: Reader
) -> None:
    """As it would be if it were spelt right; spelt as it is it is refused."""
    asking = QuestionAnswering(open_library(sample_library), bundled, bundled_reader)
    answer = asking.ask("wich wepons is the white house thinking abuot")
    assert isinstance(answer, Answer)
    assert "livraison d’armes de longue portée" in answer.quotes[0].text


def test_a_topic_is_no_slip(
    sample_library: Path, bundled: Encoder, bundled_reader: Reader
) -> None:
    """A name that is one letter from a word of the text is not taken for it."""
    asking = QuestionAnswering(open_library(sample_library), bundled, bundled_reader)
    assert respelt("And wombats?", asking.view) == "And combats?"
    assert isinstance(asking.ask("And wombats?", before="What did Trump decide?"), NoAnswer)
    assert isinstance(asking.ask("wombats"), NoAnswer)
