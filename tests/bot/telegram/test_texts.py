"""Every language says everything, with the same variables; nothing is said that is not there."""

import datetime
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel import Locale
from fluent.syntax import FluentParser
from fluent.syntax.ast import EntryType, Identifier, Junk, Message, SelectExpression
from fluent.syntax.serializer import FluentSerializer

from bot.answering.understanding.utterances import topic_of
from bot.telegram.texts import LANGUAGES, LOCALES, own_name, short, spoken, texts

ROOT = Path(__file__).parents[3]
VARIABLES = re.compile(r"\{\s*\$(\w+)")
# Keys that the code puts together: with a command's name, and a kind of what was left out.
COMPUTED = ("command-", "left-")


@cache
def _parsed(language: str) -> list[EntryType]:
    return FluentParser().parse((LOCALES / f"{language}.ftl").read_text(encoding="utf-8")).body


@cache
def _messages(language: str) -> dict[str, set[str]]:
    """Keys with their variables; a test fails on what does not parse."""
    parsed = _parsed(language)
    assert [one for one in parsed if isinstance(one, Junk)] == []
    found = [one for one in parsed if isinstance(one, Message)]
    assert len({one.id.name for one in found}) == len(found)
    serial = FluentSerializer()
    return {one.id.name: set(VARIABLES.findall(serial.serialize_entry(one))) for one in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything(language: str) -> None:
    """The same keys and the same variables as English."""
    assert _messages(language) == _messages("en")


def test_every_sentence_is_said_and_every_said_sentence_is_there() -> None:
    """A key that no module names is dead; one that a module names and is missing would fail."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.py"))
    keys = {key for key in _messages("en") if not key.startswith(COMPUTED)}
    unused = {key for key in keys if not re.search(rf"[\"']{key}[\"']", code)}
    assert unused == set()
    asked = set(re.findall(r'\bsay\(\s*"([\w-]+)"', code))
    assert asked - set(_messages("en")) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_menus_and_descriptions_fit(language: str) -> None:
    """Telegram's limits: 256 for a command, 120 and 512 for the descriptions."""
    say = texts(language)
    for key in _messages(language):
        if key.endswith("-button"):
            assert len(say(key, **dict.fromkeys(_messages(language)[key], ""))) <= 32
        if key.startswith("command-"):
            assert len(say(key)) <= 256
    assert len(say("short-description")) <= 120
    assert len(say("description")) <= 512


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_are_the_languages_own(language: str) -> None:
    """Wherever a number decides, every form that the language has for whole numbers is there."""
    rule = Locale.parse(language).plural_form
    needed = {rule(number) for number in range(1_000)}
    for key, selected in _selected(language):
        assert needed <= selected, key


def _selected(language: str) -> Iterator[tuple[str, set[str]]]:
    """Of each message the forms it has where a number decides."""
    for entry in _parsed(language):
        if isinstance(entry, Message) and entry.value:
            for element in entry.value.elements:
                chosen = getattr(element, "expression", None)
                if isinstance(chosen, SelectExpression):
                    keys = [one.key for one in chosen.variants]
                    yield entry.id.name, {key.name for key in keys if isinstance(key, Identifier)}


def test_a_count_takes_its_form() -> None:
    """One, two, few and many."""
    words = {
        "en": ["1 word", "2 words", "5 words"],
        "fr": ["1 mot", "2 mots", "5 mots"],
        "ru": ["1 слово", "2 слова", "5 слов"],
        "uk": ["1 слово", "2 слова", "5 слів"],
        "ar": ["كلمة واحدة", "كلمتان", "5 كلمات"],
        "zh": ["1 字", "2 字", "5 字"],
    }
    for language, expected in words.items():
        say = texts(language)
        assert [say("words", count=count) for count in (1, 2, 5)] == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_count_is_said_with_its_form(language: str) -> None:
    """Where English needs one, no other language does without, but for those that count apart."""
    counted = {key for key, _ in _selected("en")}
    assert counted - {key for key, _ in _selected(language)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_question_asks_about_its_topic(language: str) -> None:
    """So that it is answered in every language as in any other."""
    for topic in ("Lindholm Bridge", "Vers une escalade mesurée mais risquée"):
        assert topic_of(texts(language)("example-question", heading=topic)) == topic


def test_times_are_in_words() -> None:
    """In the language's own."""
    long = datetime.timedelta(minutes=2)
    assert (texts("de").duration(long), texts("de").ago(long)) == ("2 Minuten", "vor 2 Minuten")
    now = datetime.timedelta(0)
    assert (texts("en").ago(now), texts("de").ago(now)) == ("1 second ago", "vor 1 Sekunde")
    assert texts("ru").duration(datetime.timedelta(days=5)) == "5 дней"


def test_a_value_that_is_missing_is_an_error() -> None:
    """Never a sentence with a hole."""
    with pytest.raises(KeyError):
        texts("en")("words")
    with pytest.raises(KeyError):
        texts("en")("no such key")


@pytest.mark.parametrize(
    ("code", "language"),
    [("fr", "fr"), ("pt-BR", "pt"), ("zh-hans", "zh"), ("UK", "uk"), ("nl", "en"), (None, "en")],
)
def test_the_users_language_is_found(code: str | None, language: str) -> None:
    """By the first part of the tag; English for what is not spoken."""
    assert spoken(code) == language


def test_languages_by_name() -> None:
    """In their own, and in others."""
    assert own_name("fr") == "Français"
    assert texts("de").language_name("fr") == "Französisch"
    assert texts("de").language_name("not a tag") == "not a tag"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "2 October 2025"),
        ("de", "2. Oktober 2025"),
        ("fr", "2 octobre 2025"),
        ("ar", "2 أكتوبر 2025"),
        ("zh", "2025年10月2日"),
    ],
)
def test_dates_are_written_as_people_do(language: str, written: str) -> None:
    """What is no date stays as it is."""
    say = texts(language)
    assert say.date("2025-10-02") == written
    assert say.date("October") == "October"
    assert say.date("") == ""
    assert say.right_to_left is (language == "ar")


def test_the_first_of_a_month_is_no_number() -> None:
    """Where people say "the first": no other day is changed, nor a one within it."""
    days = ("2024-03-01", "2024-03-11", "2024-03-31")
    assert [texts("fr").date(one) for one in days] == [
        "1er mars 2024",
        "11 mars 2024",
        "31 mars 2024",
    ]
    assert texts("it").date("2024-03-01") == "1º marzo 2024"
    assert texts("es").date("2024-03-01") == "1 de marzo de 2024"


def test_figures_and_lists_are_written_as_people_do() -> None:
    """With the language's point, and what it has between words."""
    assert [texts(one).number(0.7) for one in ("en", "fr", "zh")] == ["0.70", "0,70", "0.70"]
    words = ("a", "b")
    assert [texts(one).listed(words) for one in ("en", "ar", "zh")] == ["a, b", "a، b", "a、b"]


def test_a_line_is_cut_with_a_mark() -> None:
    """Line breaks become spaces; what fits is whole."""
    assert short("One\n two", 7) == "One two"
    assert short("One two three", 9) == "One two…"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_ends_in_one_full_stop(language: str) -> None:
    """Also where the date before it ends in one, as in Russian."""
    say = texts(language)
    text = say("about", documents=2, passages=3, date=say.date("2025-10-02"))
    assert text.endswith((".", "。"))
    assert not text.endswith("..")


@pytest.mark.parametrize("day", ["2025-10-01", "2025-10-08", "2025-10-11"])
def test_an_italian_date_has_no_article(day: str) -> None:
    """It would be another one before a vowel: "l'8", "dall'11"."""
    say = texts("it")
    date = say.date(day)
    counts = {"documents": 2, "passages": 3, "generation": 4, "live": 4, "previous": 3, "now": 2}
    for key in ("quote-changed", "quote-removed", "status-texts", "rollback-confirm"):
        text = say(key, date=date, **counts)
        assert re.search(rf"(in data |\(){date}", text), text
    assert say("start-days", first=date, last=date) == f"{date} – {date}"


NO_PHONE = {
    "en": "(not your phone number)",
    "fr": "(pas votre numéro de téléphone)",
    "de": "(nicht Ihrer Telefonnummer)",
    "es": "(no su número de teléfono)",
    "it": "(non il numero di telefono)",
    "pt": "(não o número de telefone)",
    "ru": "(это не номер телефона)",
    "uk": "(це не номер телефону)",
    "ar": "(لا رقم هاتفك)",
    "zh": "（不是电话号码）",
    "tr": "(telefon numaranız değil)",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_privacy_names_the_id_under_which_all_is_kept(language: str) -> None:
    """First, for it is the key of the rest; nobody shall take it for a phone number."""
    said = texts(language)("privacy").partition("/waiting")[0]
    assert NO_PHONE[language] in said.partition(":" if ":" in said else "：")[0]
